/** Numbers as people read them, the same in both languages. */

/** One and more than one of something. */
export type Noun = readonly [one: string, more: string]

/**
 * A whole number with its thousands apart.
 *
 * @example
 * grouped(1234567n) // => '1,234,567'
 */
export function grouped(number: bigint | number): string {
  return number.toString().replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/**
 * A number with its noun.
 *
 * @example
 * counted(1n, ['case', 'cases']) // => '1 case'
 * counted(2n, ['case', 'cases']) // => '2 cases'
 */
export function counted(number: bigint | number, [one, more]: Noun): string {
  return `${grouped(number)} ${number === 1 || number === 1n ? one : more}`
}

/** A text that begins with a capital letter, as a heading does. */
export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
