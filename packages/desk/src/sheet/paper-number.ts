/** The numbers of receipts that are filled in by hand: letters of a desk and a count, such as SJ-0041. */

/** A number as it is typed; capitals do not count. */
const shape = /^([a-z]{1,4})-(\d{1,6})$/i

/**
 * Reads a number as it was typed, and writes it as it is kept; null where it is none.
 *
 * @example
 * readPaperNumber(' sj-41 ') // => 'SJ-0041'
 */
export function readPaperNumber(typed: string): string | null {
  const [, letters, digits] = shape.exec(typed.trim()) ?? []
  if (letters === undefined || digits === undefined) return null
  return `${letters.toUpperCase()}-${String(Number(digits)).padStart(4, '0')}`
}

/**
 * Lists numbers one after the other, from a first one.
 *
 * @example
 * numbersFrom('SJ-0009', 2) // => ['SJ-0009', 'SJ-0010']
 */
export function numbersFrom(first: string, count: number): readonly string[] {
  const [letters = '', digits = '0'] = first.split('-')
  return Array.from({ length: count }, (_, at) => `${letters}-${String(Number(digits) + at).padStart(4, '0')}`)
}
