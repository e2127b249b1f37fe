/** Regions and cases as lines of text. */
import { amount, isoDay, type FactValue, type Part } from '@brightline/engine'
import type { Vocabulary } from '@brightline/language'
import type { CaseDocument, RegionDocument } from './compare-document.ts'
import { counted } from './words.ts'

/** At most so many boxes or facts are printed; the rest is counted. */
const shown = 6

/** A line and how deep it stands. */
export interface Line {
  readonly depth: number
  readonly text: string
}

/** In which cases: what is always true, then the alternatives, then the exceptions. */
export function regionLines({ always, boxes, unless, rest }: RegionDocument): readonly Line[] {
  const alternatives = boxes.filter((box) => box.length > 0)
  const lines: Line[] = []
  if (always.length + alternatives.length + unless.length === 0) lines.push({ depth: 0, text: 'in every case' })
  if (always.length > 0) lines.push({ depth: 0, text: 'where' }, ...partLines(always))
  if (alternatives.length > 0) {
    lines.push(
      { depth: 0, text: always.length > 0 ? 'and one of these:' : 'where one of these is so:' },
      ...listLines(alternatives),
    )
  }
  if (unless.length > 0) lines.push({ depth: 0, text: 'unless one of these is so:' }, ...listLines(unless))
  if (rest !== '0') lines.push({ depth: 0, text: `and in ${counted(BigInt(rest), 'more case')} that take more words` })
  return lines
}

/** One part as a question and its answer. */
function partText({ question, answer }: Part): string {
  return `${short(question.en)} ${answer.en}`
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
): readonly string[] {
  const named = new Set(
    region === null
      ? Object.keys(example.facts)
      : [...region.always, ...region.boxes.flat(), ...region.unless.flat()].map(({ fact }) => fact),
  )
  const { agency, form, convictions } = example.request
  const first = [
    ...(agency === null ? [] : [labelOf(vocabulary, 'agency', agency)]),
    ...(form === null ? [] : [labelOf(vocabulary, 'request.form', form)]),
  ]
  const facts = Object.entries(example.facts).filter(
    ([name]) => named.has(name) && name !== 'agency' && name !== 'request.form',
  )
  // What is so tells more than what is not.
  const telling = facts.toSorted((a, b) => Number(isPlain(a[1])) - Number(isPlain(b[1])))
  const others = telling.map(([name, value]) => {
    const question = vocabulary.facts.find((fact) => fact.name === name)?.question.en ?? name
    return `${short(question)} ${labelOf(vocabulary, name, value)}`
  })
  const tellsOfRecord = vocabulary.facts.some(({ name, derivation }) => derivation !== null && named.has(name))
  const record = !tellsOfRecord || convictions === null || convictions.length === 0 ? [] : [recordText(convictions)]
  const rest = others.length - shown
  return [
    ...(first.length === 0 ? [] : [first.join(': ')]),
    ...others.slice(0, shown),
    ...(rest > 0 ? [`and ${counted(rest, 'more fact')}, in --json`] : []),
    ...record,
  ]
}

function isPlain(value: FactValue): boolean {
  return value === 'no' || value === 'none' || value === 'never'
}

function recordText(convictions: NonNullable<CaseDocument['request']['convictions']>): string {
  return `Convictions: ${convictions.map(({ offence, level, date }) => `${offence}, ${level ?? 'level not recorded'}, ${date}`).join('; ')}`
}

function partLines(parts: readonly Part[]): readonly Line[] {
  return parts.map((part) => ({ depth: 1, text: partText(part) }))
}

function listLines(boxes: readonly (readonly Part[])[]): readonly Line[] {
  const lines = boxes
    .slice(0, shown)
    .flatMap((box) =>
      box.map((part, index): Line => ({ depth: 1, text: `${index === 0 ? '- ' : '  and '}${partText(part)}` })),
    )
  const more = boxes.length - shown
  return more > 0 ? [...lines, { depth: 1, text: `- and ${more} more, in --json` }] : lines
}

function labelOf({ agencies, facts }: Vocabulary, fact: string, value: FactValue): string {
  const type = facts.find(({ name }) => name === fact)?.type
  const values = fact === 'agency' ? agencies : type?.kind === 'one-of' ? type.values : []
  const label = values.find(({ name }) => name === value)?.label.en
  if (label !== undefined) return label
  if (type?.kind === 'date' && typeof value === 'number') return isoDay(value)
  return type?.kind === 'number' && type.unit !== null && typeof value === 'number'
    ? amount(value, type.unit, 'en')
    : `${value}`
}
