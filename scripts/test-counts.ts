/** How often tests try a thing: some in the everyday run, all of it in the long one, and little while code is mutated. */

/** Whether this is the run of `npm run test:long`. */
export const isLong: boolean = process.env['LONG'] === '1'

/** Whether this is one of the many runs of `npm run mutate`. */
const isMutation = process.env['MUTATE'] === '1'

/** The long run divided by this is how much of random law is tried. */
export const part: number = isLong ? 1 : isMutation ? 12 : 3

/** Chooses how often: the first count every day, the second in the long run. */
export function times(everyDay: number, long: number): number {
  if (isLong) return long
  return isMutation ? Math.max(1, Math.ceil(everyDay / 4)) : everyDay
}
