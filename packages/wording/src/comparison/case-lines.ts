/** One case as lines of text: agency and form first, then the facts that tell most. */
import { agencyFact, type FactValue } from '@brightline/engine'
import { inLanguage, languageOf } from '../phrase/by-language.ts'
import { fill } from '../phrase/fill.ts'
import type { CaseDocument, RegionDocument } from './document.ts'
import { questionWords, valueWords } from './part-words.ts'
import { regionPhrases, regionWords } from './region-phrases.ts'
import { short, type Speaker } from './region-lines.ts'

/** At most so many facts are written; the rest is counted. */
const factsShown = 6
const formFact = 'request.form'

/** Says the facts of a case that its region speaks of, or all of them, as questions and answers. */
export function caseLines(
  { facts, request }: Pick<CaseDocument, 'facts' | 'request'>,
  region: RegionDocument | null,
  { vocabulary, lang }: Speaker,
): readonly string[] {
  const say = inLanguage(regionPhrases, lang)
  const spoken = languageOf(regionPhrases, lang)
  const named = namesIn(region) ?? new Set(Object.keys(facts))
  const label = (name: string, value: FactValue): string => valueWords(value, name, vocabulary, lang)
  const { agency, form, convictions } = request
  const first = [
    ...(agency === null ? [] : [label(agencyFact, agency)]),
    ...(form === null ? [] : [label(formFact, form)]),
  ]
  const others = Object.entries(facts).filter(([name]) => named.has(name) && name !== agencyFact && name !== formFact)
  // What is so tells more than what is not.
  const telling = others
    .toSorted((a, b) => Number(isPlain(a[1])) - Number(isPlain(b[1])))
    .map(([name, value]) => `${short(questionWords(name, vocabulary, lang))} ${label(name, value)}`)
  const tellsOfRecord = vocabulary.facts.some(({ name, derivation }) => derivation !== null && named.has(name))
  const rest = telling.length - factsShown
  return [
    ...(first.length === 0 ? [] : [first.join(': ')]),
    ...telling.slice(0, factsShown),
    ...(rest > 0 ? [fill(say.moreFacts, { facts: rest }, spoken, inLanguage(regionWords, spoken))] : []),
    ...(tellsOfRecord && convictions !== null && convictions.length > 0 ? [recordText(convictions, lang)] : []),
  ]
}

/** Names the facts of a region; null where there is no region to speak of. */
function namesIn(region: RegionDocument | null): ReadonlySet<string> | null {
  if (region === null) return null
  return new Set([...region.always, ...region.boxes.flat(), ...region.unless.flat()].map(({ fact }) => fact))
}

function isPlain(value: FactValue): boolean {
  return value === 'no' || value === 'none' || value === 'never'
}

function recordText(convictions: NonNullable<CaseDocument['request']['convictions']>, lang: string): string {
  const say = inLanguage(regionPhrases, lang)
  const told = convictions.map(({ offence, level, date }) => {
    const grave = level === 'felony' || level === 'misdemeanor' ? say[level] : (level ?? say.noLevel)
    return `${offence}, ${grave}, ${date}`
  })
  return `${say.convictions}: ${told.join('; ')}`
}
