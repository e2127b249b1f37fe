/** What the analyses say to people: verdicts, numbers, scopes. */
import type { Verdict } from '@brightline/language'

/** A verdict in a table or a heading. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  required: 'must',
  prohibited: 'must not',
  permitted: 'may',
  'no-rule': 'no rule',
  conflict: 'conflict: counsel decides',
  'needs-facts': 'needs facts',
}

/** Beside numbers of requests of which small ones are hidden. */
export const suppressedWords = 'Counts under 10, and others that would give them away, are shown as *.'

/** What a comparison covers and what it does not. Printed with every one. */
export const compareScope =
  'This compares the encoded law over declared facts: every combination of facts that can be, each counted once, not how often it occurs. It says nothing about what people do, and verdicts and duties are compared, not time limits, deciders or citations.'

/** What a proof covers. Printed with every one. */
export const proofScope = 'proved for the encoded policy over declared facts; it says nothing about what people do'

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
 * counted(1n, 'case') // => '1 case'
 * counted(2n, 'case') // => '2 cases'
 */
export function counted(number: bigint | number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 || number === 1n ? '' : 's'}`
}

/**
 * The least and the most recorded requests.
 *
 * @example
 * requestsText({ min: 0, max: 1200 }) // => '0 to 1,200'
 * requestsText({ min: 12, max: 12 }) // => '12'
 * requestsText({ min: null, max: 40 }) // => '* to 40'
 */
export function requestsText({ min, max }: { readonly min: number | null; readonly max: number | null }): string {
  const [least, most] = [min, max].map((count) => (count === null ? '*' : grouped(count)))
  return least === most ? `${least}` : `${least} to ${most}`
}
