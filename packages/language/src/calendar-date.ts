/** Dates as the calendar has them. */

/**
 * Tells whether an ISO date exists in the calendar.
 *
 * @example
 * dateExists('2024-02-29') // => true
 * dateExists('2025-02-29') // => false
 */
export function dateExists(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Counts the days from 1970-01-01 to an ISO date.
 *
 * @example
 * dayNumber('1970-01-02') // => 1
 */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
