/** Numbers of recorded requests, and what must be said beside them. */
import { disclaimerLines, printoutLines } from '@brightline/wording'
import type { Lang } from '../words.ts'
import type { CompareDocument } from './compare-document.ts'
import { grouped } from './number.ts'
import { analysisWords } from './words.ts'

/** The whole printout of a replay as lines of text, the sentence about its limits last. */
export function dataLines(data: NonNullable<CompareDocument['data']>, lang: Lang): readonly string[] {
  const suppressed = data.isPublic ? [analysisWords[lang].suppressed] : []
  return [...printoutLines(data, lang), ...suppressed, ...disclaimerLines(lang)]
}

/**
 * The least and the most recorded requests.
 *
 * @example
 * requestsText({ min: 0, max: 1200 }, 'en') // => '0 to 1,200'
 * requestsText({ min: 12, max: 12 }, 'en') // => '12'
 * requestsText({ min: null, max: 40 }, 'es') // => '* a 40'
 */
export function requestsText(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  lang: Lang,
): string {
  const [least, most] = [min, max].map((count) => (count === null ? '*' : grouped(count)))
  return least === most ? `${least}` : `${least} ${analysisWords[lang].to} ${most}`
}
