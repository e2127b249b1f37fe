/** Numbers of recorded requests in a comparison. */
import { languageOf } from '../phrase/by-language.ts'
import { numberWords } from '../line/number.ts'
import type { ActRequests, RequestsDocument } from './document.ts'
import { comparisonPhrases } from './phrases.ts'
import { say } from './say.ts'

/** Stands for a count that is suppressed. */
const suppressed = '*'

/**
 * Says the least and the most recorded requests.
 *
 * @example
 * requestsText({ min: 0, max: 1200 }, 'en') // => '0 to 1,200'
 * requestsText({ min: 12, max: 12 }, 'en') // => '12'
 * requestsText({ min: null, max: 40 }, 'es') // => '* a 40'
 */
export function requestsText({ min, max }: RequestsDocument, lang: string): string {
  const spoken = languageOf(comparisonPhrases, lang)
  const [least, most] = [min, max].map((count) => (count === null ? suppressed : numberWords(count, spoken)))
  return least === most ? `${least}` : say('requestsFrom', lang, { least: `${least}`, most: `${most}` })
}

/** Says what becomes of the recorded requests for an act, in one sentence. */
export function actRequestsText(requests: ActRequests, lang: string): string {
  const number = (count: ActRequests['asked']): string => requestsText({ min: count, max: count }, lang)
  const { asked, same, differs, mayDiffer, byStateAlone } = requests
  const verdicts = { asked: number(asked), same: number(same), differs: number(differs), mayDiffer: number(mayDiffer) }
  const apart = byStateAlone === 0 ? '' : `; ${say('byStateAlone', lang, { requests: number(byStateAlone) })}`
  return `${say('ofRecorded', lang, verdicts)}${apart}`
}

/** Says what stands in place of suppressed counts. */
export function suppressedWords(lang: string): string {
  return say('suppressed', lang)
}
