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
 * Tells whether a text is an ISO date that exists.
 *
 * @example
 * isRealDate('2026-02-28') // => true
 * isRealDate('2026-2-28') // => false
 * isRealDate('2026-02-29') // => false
 */
export function isRealDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dateExists(text)
}

/** The first and the last year of law that is encoded here; the Bill of Rights is of 1791. */
export const yearsOfLaw = { first: 1700, last: 2100 } as const

/**
 * Tells whether the year of an ISO date is one in which law can be; another one is a slip.
 *
 * @example
 * isYearOfLaw('1791-12-15') // => true
 * isYearOfLaw('2206-12-15') // => false
 */
export function isYearOfLaw(date: string): boolean {
  const year = Number(date.slice(0, 4))
  return year >= yearsOfLaw.first && year <= yearsOfLaw.last
}

/**
 * Counts the days from 1970-01-01 to an ISO date.
 *
 * @example
 * dayNumber('1970-01-02') // => 1
 */
export function dayNumber(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  // Years begin in March: the day that some of them lack is then the last.
  const [from, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  return firstOfMarch(from) + Math.floor((153 * months + 2) / 5) + day - 1 - daysToEpoch
}

/**
 * Finds the ISO date of a count of days from 1970-01-01.
 *
 * @example
 * dateOf(19782) // => '2024-02-29'
 */
export function dateOf(days: number): string {
  const sinceMarch = days + daysToEpoch
  // An average year is a little longer than a real one, so the first guess is this year or the one before.
  const guess = Math.floor(sinceMarch / 365.2425)
  const from = sinceMarch >= firstOfMarch(guess + 1) ? guess + 1 : sinceMarch < firstOfMarch(guess) ? guess - 1 : guess
  const dayOfYear = sinceMarch - firstOfMarch(from)
  const months = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * months + 2) / 5) + 1
  const [year, month] = months < 10 ? [from, months + 3] : [from + 1, months - 9]
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-')
}

/**
 * Finds the ISO date some days after another.
 *
 * @example
 * addDays('2024-02-28', 2) // => '2024-03-01'
 */
export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** Days from the first of March of the year 0 to 1970-01-01. */
const daysToEpoch = 719_468

function firstOfMarch(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
