/** Regions and cases as lines of text. */
import { amount, isoDay, type FactValue } from '@brightline/engine'
import { valueWords, type Part } from '@brightline/engine/analysis'
import { textIn, type Vocabulary } from '@brightline/language'
import type { Lang } from '../words.ts'
import type { CaseDocument, RegionDocument } from './compare-document.ts'
import { analysisWords } from './words.ts'

/** At most so many boxes or facts are printed; the rest is counted. */
const shown = 6

/** A line and how deep it stands. */
export interface Line {
  readonly depth: number
  readonly text: string
}

/** In which cases: what is always true, then the alternatives, then the exceptions. */
export function regionLines({ always, boxes, unless, rest }: RegionDocument, lang: Lang): readonly Line[] {
  const say = analysisWords[lang]
  const alternatives = boxes.filter((box) => box.length > 0)
  const lines: Line[] = []
  if (always.length + alternatives.length + unless.length === 0) lines.push({ depth: 0, text: say.everyCase })
  if (always.length > 0) lines.push({ depth: 0, text: say.where }, ...partLines(always, lang))
  if (alternatives.length > 0) {
    lines.push({ depth: 0, text: always.length > 0 ? say.andOneOf : say.whereOneOf }, ...listLines(alternatives, lang))
  }
  if (unless.length > 0) lines.push({ depth: 0, text: say.unlessOneOf }, ...listLines(unless, lang))
  if (rest !== '0') lines.push({ depth: 0, text: say.moreCases(BigInt(rest)) })
  return lines
}

/** One part as a question and its answer. */
function partText({ question, answer }: Part, lang: Lang): string {
  return `${short(textIn(question, lang))} ${textIn(answer, lang)}`
}

/** A question without the advice on where to look. */
function short(question: string): string {
  const end = question.indexOf('?')
  return end < 0 ? question : question.slice(0, end + 1)
}

/** The facts of a case that its region speaks of, or all, as questions and answers, with agency and form first. */
export function caseLines(
  example: Pick<CaseDocument, 'facts' | 'request'>,
  region: RegionDocument | null,
  vocabulary: Vocabulary,
  lang: Lang,
): readonly string[] {
  const say = analysisWords[lang]
  const named = new Set(
    region === null
      ? Object.keys(example.facts)
      : [...region.always, ...region.boxes.flat(), ...region.unless.flat()].map(({ fact }) => fact),
  )
  const { agency, form, convictions } = example.request
  const first = [
    ...(agency === null ? [] : [labelOf(vocabulary, 'agency', agency, lang)]),
    ...(form === null ? [] : [labelOf(vocabulary, 'request.form', form, lang)]),
  ]
  const facts = Object.entries(example.facts).filter(
    ([name]) => named.has(name) && name !== 'agency' && name !== 'request.form',
  )
  // What is so tells more than what is not.
  const telling = facts.toSorted((a, b) => Number(isPlain(a[1])) - Number(isPlain(b[1])))
  const others = telling.map(([name, value]) => {
    const question = textIn(vocabulary.facts.find((fact) => fact.name === name)?.question ?? { en: name }, lang)
    return `${short(question)} ${labelOf(vocabulary, name, value, lang)}`
  })
  const tellsOfRecord = vocabulary.facts.some(({ name, derivation }) => derivation !== null && named.has(name))
  const record =
    !tellsOfRecord || convictions === null || convictions.length === 0 ? [] : [recordText(convictions, lang)]
  const rest = others.length - shown
  return [
    ...(first.length === 0 ? [] : [first.join(': ')]),
    ...others.slice(0, shown),
    ...(rest > 0 ? [say.moreFacts(rest)] : []),
    ...record,
  ]
}

function isPlain(value: FactValue): boolean {
  return value === 'no' || value === 'none' || value === 'never'
}

function recordText(convictions: NonNullable<CaseDocument['request']['convictions']>, lang: Lang): string {
  const say = analysisWords[lang]
  const told = convictions.map(({ offence, level, date }) => {
    const howGrave = level === null ? say.noLevel : (say.level[level] ?? level)
    return `${offence}, ${howGrave}, ${date}`
  })
  return `${say.convictions}: ${told.join('; ')}`
}

function partLines(parts: readonly Part[], lang: Lang): readonly Line[] {
  return parts.map((part) => ({ depth: 1, text: partText(part, lang) }))
}

function listLines(boxes: readonly (readonly Part[])[], lang: Lang): readonly Line[] {
  const say = analysisWords[lang]
  const lines = boxes.slice(0, shown).flatMap((box) =>
    box.map((part, index): Line => ({
      depth: 1,
      text: `${index === 0 ? '- ' : `  ${say.and} `}${partText(part, lang)}`,
    })),
  )
  const more = boxes.length - shown
  return more > 0 ? [...lines, { depth: 1, text: `- ${say.moreBoxes(more)}` }] : lines
}

function labelOf({ agencies, facts }: Vocabulary, fact: string, value: FactValue, lang: Lang): string {
  const type = facts.find(({ name }) => name === fact)?.type
  const values = fact === 'agency' ? agencies : type?.kind === 'one-of' ? type.values : []
  const label = values.find(({ name }) => name === value)?.label
  if (label !== undefined) return textIn(label, lang)
  if (type?.kind === 'date' && typeof value === 'number') return isoDay(value)
  return type?.kind === 'number' && type.unit !== null && typeof value === 'number'
    ? amount(value, type.unit, lang)
    : valueWords(value, lang)
}
