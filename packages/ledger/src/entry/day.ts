/** Days as entries say them, such as 2026-03-02. */

const pattern = /^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/

/**
 * Tells whether a text is a day of the calendar.
 *
 * @example
 * isDay('2026-02-29') // false
 */
export function isDay(text: string): boolean {
  if (!pattern.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return day <= (monthLengths(year)[month - 1] ?? 0)
}

/**
 * Names the last day that has begun anywhere on earth, where clocks are up to fourteen hours ahead of UTC.
 *
 * @example
 * latestDay(1_800_000_000) // '2027-01-15'
 */
export function latestDay(seconds: number): string {
  let days = Math.floor((seconds + 14 * 3_600) / 86_400)
  let year = 1970
  for (; days >= yearLength(year); year++) days -= yearLength(year)
  const months = monthLengths(year)
  let month = 0
  for (; days >= (months[month] ?? 31); month++) days -= months[month] ?? 31
  return [year, month + 1, days + 1].map((part) => String(part).padStart(2, '0')).join('-')
}

function yearLength(year: number): number {
  return monthLengths(year).reduce((days, month) => days + month, 0)
}

function monthLengths(year: number): readonly number[] {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}
