/** Boxes of cases in the words of the vocabulary: for people, and as conditions of the language. */
import { textIn, type Fact, type Texts, type Vocabulary } from '@brightline/language'
import type { Witness } from '../diagram/witness.ts'
import { amount, unitWords } from './amount.ts'
import { agencyFact, type FactValue } from '../fact/condition.ts'
import type { Cell, Space, Variable } from '../fact/space.ts'
import { isoDay } from '../question/next.ts'
import type { Box, Cover } from './cover.ts'

type Lang = 'en' | 'es'

/** One fact with the values that it has in a box. */
export interface Part {
  readonly fact: string
  /** The question that the counter asks. */
  readonly question: Texts
  /** The answers, such as `yes`, `5 years or fewer` or `anything but A or B`. */
  readonly answer: Texts
  /** The same as a condition of the language. */
  readonly condition: string
  /** The values: names, `never`, or inclusive ranges. */
  readonly values: readonly (string | { readonly from: number; readonly to: number })[]
}

/** A region of cases: what is true in all of it, which boxes it has, and which it leaves out. */
export interface Region {
  readonly always: readonly Part[]
  /** Each adds its parts to `always`; one empty box means that `always` says it all. */
  readonly boxes: readonly (readonly Part[])[]
  /** Cases that are not in the region although a box has them. */
  readonly unless: readonly (readonly Part[])[]
  /** Cases that the boxes leave out because there are too many boxes. */
  readonly rest: bigint
}

/** Puts a cover into words. */
export function describe(vocabulary: Vocabulary, space: Space, { boxes, unless, rest }: Cover): Region {
  const facts = new Map(vocabulary.facts.map((fact) => [fact.name, fact]))
  const written = boxes.map((box) => partsOf(vocabulary, space, facts, box))
  const [first = [], ...others] = written
  const isEverywhere = ({ condition }: Part): boolean =>
    rest === 0n && others.every((box) => box.some((part) => part.condition === condition))
  const always = first.filter(isEverywhere)
  const shared = new Set(always.map(({ condition }) => condition))
  return {
    always,
    boxes: written.map((box) => box.filter(({ condition }) => !shared.has(condition))),
    unless: unless.map((box) => partsOf(vocabulary, space, facts, box)),
    rest,
  }
}

/**
 * Whether a case is in a region, by its printed boxes alone.
 *
 * @example
 * const words = { en: '', es: '' }
 * const part = { fact: 'f', question: words, answer: words, condition: '', values: [{ from: 0, to: 5 }] }
 * isInRegion({ always: [part], boxes: [[]], unless: [], rest: 0n }, new Map([['f', 3]])) // => true
 * isInRegion({ always: [part], boxes: [[]], unless: [], rest: 0n }, new Map([['f', 6]])) // => false
 */
export function isInRegion({ always, boxes, unless }: Region, facts: ReadonlyMap<string, FactValue>): boolean {
  const isMet = ({ fact, values }: Part): boolean => {
    const value = facts.get(fact)
    return values.some((allowed) =>
      typeof allowed === 'string'
        ? allowed === value
        : typeof value === 'number' && allowed.from <= value && value <= allowed.to,
    )
  }
  const isBox = (box: readonly Part[]): boolean => box.every(isMet)
  return isBox(always) && boxes.some(isBox) && !unless.some(isBox)
}

function partsOf(vocabulary: Vocabulary, space: Space, facts: ReadonlyMap<string, Fact>, box: Box): readonly Part[] {
  return space.variables.flatMap((variable, level) => {
    const cells = box[level] ?? null
    if (cells === null) return []
    return [
      toPart(
        vocabulary,
        variable,
        facts.get(variable.name),
        variable.cells.filter((_, cell) => cells.has(cell)),
      ),
    ]
  })
}

function toPart(vocabulary: Vocabulary, variable: Variable, fact: Fact | undefined, cells: readonly Cell[]): Part {
  const values = joined(cells)
  const names = cells.flatMap((cell) => (cell.kind === 'name' ? [cell.name] : []))
  const all = variable.cells.flatMap((cell) => (cell.kind === 'name' ? [cell.name] : []))
  const others = all.filter((name) => !names.includes(name))
  const isNegative = others.length < names.length && others.length > 0
  const labels = labelsOf(vocabulary, variable.name, fact)
  const named = (list: readonly string[], lang: Lang): string =>
    orList(
      list.map((name) => labelIn(labels.get(name), name, lang)),
      lang,
    )
  const question = variable.name === agencyFact ? whichAgency : (fact?.question ?? inBoth(() => variable.name))
  if (all.length > 0) {
    const answer = inBoth((lang) =>
      isNegative ? `${wordsByLang[lang].anythingBut} ${named(others, lang)}` : named(names, lang),
    )
    return { fact: variable.name, question, answer, condition: nameCondition(variable, names, others, fact), values }
  }
  const whole = variable.cells.flatMap((cell) => (cell.kind === 'range' ? [cell.from, cell.to] : []))
  const bounds = { min: Math.min(...whole), max: Math.max(...whole) }
  return {
    fact: variable.name,
    question,
    answer: inBoth((lang) =>
      orList(
        values.map((value) => rangeAnswer(value, bounds, fact, lang)),
        lang,
      ),
    ),
    condition: rangeCondition(variable.name, values, bounds, fact),
    values,
  }
}

function labelIn(label: Texts | undefined, name: string, lang: Lang): string {
  return label === undefined ? valueWords(name, lang) : textIn(label, lang)
}

function labelsOf({ agencies }: Vocabulary, name: string, fact: Fact | undefined): ReadonlyMap<string, Texts> {
  if (name === agencyFact) return new Map(agencies.map((agency) => [agency.name, agency.label]))
  return new Map(fact?.type.kind === 'one-of' ? fact.type.values.map((value) => [value.name, value.label]) : [])
}

/** Ranges that touch become one. */
function joined(cells: readonly Cell[]): Part['values'] {
  const values: (string | { from: number; to: number })[] = []
  for (const cell of cells) {
    const last = values.at(-1)
    if (cell.kind === 'name') values.push(cell.name)
    else if (cell.kind === 'never') values.push('never')
    else if (typeof last === 'object' && last.to + 1 === cell.from)
      values.splice(-1, 1, { from: last.from, to: cell.to })
    else values.push({ from: cell.from, to: cell.to })
  }
  return values
}

interface Bounds {
  readonly min: number
  readonly max: number
}

function rangeAnswer(value: Part['values'][number], { min, max }: Bounds, fact: Fact | undefined, lang: Lang): string {
  if (typeof value === 'string') return valueWords(value, lang)
  const say = wordsByLang[lang]
  if (fact?.type.kind === 'date') {
    const [from, to] = [isoDay(value.from), isoDay(value.to)]
    if (value.from === min && value.to === max) return say.anyDate
    if (value.from === min) return `${to} ${say.orEarlier}`
    return value.to === max ? `${from} ${say.orLater}` : say.between(from, to)
  }
  const name = fact?.type.kind === 'number' ? fact.type.unit : null
  const bound = (number: number): string => amount(number, name, lang)
  if (value.from === value.to) return amount(value.from, name, lang)
  if (value.from === min && value.to === max) {
    return name === null ? say.anyNumber : `${say.anyNumber} ${say.of} ${unitWords(name, lang)}`
  }
  if (value.from === min) return `${bound(value.to)} ${say.orLess}`
  return value.to === max ? `${bound(value.from)} ${say.orMore}` : say.between(`${value.from}`, bound(value.to))
}

function nameCondition(
  { name }: Variable,
  names: readonly string[],
  others: readonly string[],
  fact: Fact | undefined,
): string {
  if (fact?.type.kind === 'yes-no') return names.includes('yes') ? name : `not ${name}`
  if (others.length < names.length && others.length > 0) {
    return `${name} is not ${others.length === 1 ? others[0] : `any of ${orList(others)}`}`
  }
  return `${name} is ${names.length === 1 ? names[0] : `any of ${orList(names)}`}`
}

function rangeCondition(name: string, values: Part['values'], bounds: Bounds, fact: Fact | undefined): string {
  const parts = values.map((value) => oneRange(name, value, bounds, fact))
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' or ')})`
}

function oneRange(name: string, value: Part['values'][number], { min, max }: Bounds, fact: Fact | undefined): string {
  if (typeof value === 'string') return `${name} is never`
  if (fact?.type.kind === 'date') {
    const from = value.from === min ? [] : [`${name} is on or after ${isoDay(value.from)}`]
    const to = value.to === max ? [] : [`${name} is before ${isoDay(value.to + 1)}`]
    return bracketed([...from, ...to])
  }
  const unit = fact?.type.kind === 'number' && fact.type.unit !== null ? ` ${fact.type.unit}` : ''
  if (value.from === value.to) return `${name} is exactly ${value.from}${unit}`
  const from = value.from === min && value.to !== max ? [] : [`${name} is at least ${value.from}${unit}`]
  const to = value.to === max ? [] : [`${name} is at most ${value.to}${unit}`]
  return bracketed([...from, ...to])
}

function bracketed(parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' and ')})`
}

/** A list in one line: `a, b or c`; in Spanish `u` before a word that begins with o. */
function orList(items: readonly string[], lang: Lang = 'en'): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${wordsByLang[lang].or(last)} ${last}`
}

/** A text made in each language. */
function inBoth(make: (lang: Lang) => string): Texts {
  return { en: make('en'), es: make('es') }
}

/**
 * A value that has no label, in words: other names are the same in both languages.
 *
 * @example
 * valueWords('never', 'es') // => 'nunca'
 */
export function valueWords(value: FactValue, lang: Lang): string {
  return wordsByLang[lang].value[value] ?? `${value}`
}

const whichAgency: Texts = { en: 'Which agency is it?', es: '¿Qué agencia es?' }

interface Words {
  /** The joint before the last of a list. */
  readonly or: (last: string) => string
  readonly anythingBut: string
  readonly anyDate: string
  readonly anyNumber: string
  readonly of: string
  readonly orEarlier: string
  readonly orLater: string
  readonly orLess: string
  readonly orMore: string
  readonly between: (from: string, to: string) => string
  /** Answers that every vocabulary has. */
  readonly value: Readonly<Record<string, string>>
}

const wordsByLang: Readonly<Record<Lang, Words>> = {
  en: {
    or: () => 'or',
    anythingBut: 'anything but',
    anyDate: 'any date',
    anyNumber: 'any number',
    of: 'of',
    orEarlier: 'or earlier',
    orLater: 'or later',
    orLess: 'or less',
    orMore: 'or more',
    between: (from, to) => `${from} to ${to}`,
    value: {},
  },
  es: {
    // `o` becomes `u` before its own sound.
    or: (last) => (/^h?[oó]/i.test(last) ? 'u' : 'o'),
    anythingBut: 'cualquier respuesta salvo',
    anyDate: 'cualquier fecha',
    anyNumber: 'cualquier número',
    of: 'de',
    orEarlier: 'o antes',
    orLater: 'o después',
    orLess: 'o menos',
    orMore: 'o más',
    between: (from, to) => `de ${from} a ${to}`,
    value: { yes: 'sí', no: 'no', never: 'nunca' },
  },
}

/** The decisive facts of a case in words. */
export function witnessWords({ decisive }: Witness, lang: Lang = 'en'): string {
  const [is, always] = lang === 'en' ? [' is ', 'in every case'] : [' = ', 'en todos los casos']
  return [...decisive].map(([name, value]) => `${name}${is}${valueWords(value, lang)}`).join(', ') || always
}
