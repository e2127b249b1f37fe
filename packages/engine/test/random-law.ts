/**
 * Random small law: one vocabulary, a few instruments of several ranks over one chain of places.
 *
 * Everything is drawn as plain numbers and resolved afterwards, so that failures shrink to very little law.
 */
import * as fc from 'fast-check'
import {
  addDays,
  ranks,
  type Condition,
  type Doubt,
  type Due,
  type Duty,
  type Fact,
  type FactType,
  type Impossible,
  type Instrument,
  type Interval,
  type Library,
  type Limit,
  type Mark,
  type NotEncoded,
  type Provision,
  type Rule,
  type Span,
} from '@brightline/language'
import { agencyFact, type CompleteCase, type FactValue } from '../src/fact/condition.ts'
import type { FactState, Knowledge } from '../src/fact/knowledge.ts'
import { part } from '../../../scripts/test-counts.ts'

/** A library with the question put to it. */
export interface Law {
  readonly library: Library
  readonly place: string
  readonly asOf: string
  readonly act: string
  /** How a failing property prints it. */
  readonly [fc.toStringMethod]: () => string
}

/** Draws for one case: an index for each fact, taken modulo the number of its values. */
export type Draws = Readonly<Record<string, number>>

export const acts = ['hold', 'tell'] as const
/** The last one is private in half of the laws. */
export const agencies = ['police', 'jail', 'school', 'clinic'] as const
const place = 'us/xx/town'

/** How many runs a property makes; `FAST_CHECK_RUNS` raises it. The seed is fixed so that failures repeat. */
export function runs(count: number): { readonly numRuns: number; readonly seed: number } {
  const wanted = Number(process.env['FAST_CHECK_RUNS'] ?? 0)
  const seed = Number(process.env['FAST_CHECK_SEED'] ?? 20_261_122)
  return { numRuns: Math.max(Math.ceil(count / part), wanted), seed }
}

/** How often something must be met in so many runs, so that a property is known to have been tried. */
export function times(count: number): number {
  return Math.floor(count / part)
}

/** Every value that some condition of random law can tell apart, for each fact. */
function valuesOf(type: FactType): readonly FactValue[] {
  switch (type.kind) {
    case 'yes-no':
      return ['no', 'yes']
    case 'one-of':
      return type.values.map(({ name }) => name)
    case 'number': {
      const numbers = Array.from({ length: type.max - type.min + 1 }, (_, index) => type.min + index)
      return type.canBeNever ? [...numbers, 'never'] : numbers
    }
    case 'date':
      return Array.from({ length: 4 }, (_, index) => firstDate - 1 + index)
  }
}

/** Every fact with its values, the agency among them. */
export function factValues(library: Library): readonly (readonly [string, readonly FactValue[]])[] {
  const { vocabulary } = library
  return [
    [agencyFact, vocabulary.agencies.map(({ name }) => name)],
    ...vocabulary.facts.map(({ name, type }) => [name, valuesOf(type)] as const),
  ]
}

/** The combinations that cannot be; an answer to a question that makes no sense is one that nobody reads. */
export function limitsOf({ vocabulary }: Pick<Library, 'vocabulary'>): readonly Impossible[] {
  return vocabulary.impossible.filter(({ fact: senseless }) => senseless === null)
}

/** The complete case of some draws. It may be an impossible one. */
export function caseOf(library: Library, draws: Draws): CompleteCase {
  return new Map(factValues(library).map(([name, values]) => [name, pick(values, draws[name] ?? 0)]))
}

/** What is known after some draws: each fact is a value, one of two values, asked in vain, or not asked. */
export function knowledgeFrom(library: Library, draws: Draws): Knowledge {
  const known = new Map<string, FactState>()
  for (const [name, values] of factValues(library)) {
    const draw = draws[name] ?? 0
    const value = pick(values, Math.floor(draw / 8))
    const kind = draw % 8
    if (kind <= 3) continue
    if (kind === 4) known.set(name, { kind: 'cannot-say' })
    else if (kind === 5) known.set(name, { kind: 'one-of', values: [...new Set([value, pick(values, draw)])] })
    else known.set(name, { kind: 'value', value })
  }
  return known
}

/** Knowledge of everything in a case. */
export function knowing(facts: CompleteCase): Knowledge {
  return new Map([...facts].map(([name, value]) => [name, { kind: 'value', value }]))
}

export const draws: fc.Arbitrary<Draws> = fc.record(
  Object.fromEntries([agencyFact, 'a', 'b', 'c', 'n', 'd', 'v'].map((name) => [name, fc.nat(127)])),
)

const firstDate = 20_000
const dates = ['2020-01-01', '2021-01-01', '2022-01-01'] as const

/** The days on which random law is asked: before, between and after its dates. */
export const askedOn = ['2019-06-01', '2020-06-01', '2021-06-01', '2022-06-01'] as const

function pick<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to pick from')
  return value
}

const words = { en: 'x', es: 'x' }
const position = { file: 'random.policy', line: 1, column: 1 }

function fact(name: string, type: FactType, more: Partial<Fact> = {}): Fact {
  return {
    ...{ name, question: words, type, knownBy: null, cost: 1, derivation: null, statement: null, denial: null },
    ...{ isProtected: false, isVolunteered: false, judgedBy: null, sense: null },
    ...more,
  }
}

const someFacts: fc.Arbitrary<readonly Fact[]> = fc
  .record({ canBeNever: fc.boolean(), order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }) })
  .map(({ canBeNever, order }) => {
    const values = ['none', 'y', 'z'].map((name) => ({ name, label: words, phrase: null, asks: [], spans: [] }))
    const all = [
      fact('a', { kind: 'yes-no' }),
      fact('b', { kind: 'yes-no' }, { isProtected: true }),
      fact('c', { kind: 'one-of', values }),
      fact('n', { kind: 'number', min: 0, max: 3, unit: null, canBeNever }),
      fact('d', { kind: 'date' }),
      fact('v', { kind: 'yes-no' }, { isVolunteered: true }),
    ]
    return order.flatMap((index) => all[index] ?? [])
  })

const yesNoTest = fc
  .record({ fact: fc.constantFrom('a', 'b', 'v'), values: fc.subarray(['yes', 'no']) })
  .map((test): Condition => ({ kind: 'is', ...test }))
const oneOfTest = fc.subarray(['none', 'y', 'z']).map((values): Condition => ({ kind: 'is', fact: 'c', values }))
const neverTest = fc.constant<Condition>({ kind: 'never', fact: 'n' })

function rangeTest(name: string, base: number, width: number): fc.Arbitrary<Condition> {
  const bound = fc.option(fc.integer({ min: base, max: base + width }))
  return fc.record({ from: bound, to: bound }).map((range): Condition => ({ kind: 'range', fact: name, ...range }))
}

const tests = fc.oneof(yesNoTest, oneOfTest, rangeTest('n', 0, 3), rangeTest('d', firstDate, 1), neverTest)

export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => {
  const parts = fc.array(tie('condition'), { maxLength: 3 })
  return {
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tests,
      parts.map((of): Condition => ({ kind: 'all', of })),
      parts.map((of): Condition => ({ kind: 'any', of })),
      tie('condition').map((of): Condition => ({ kind: 'not', of })),
      tie('condition').map((of): Condition => ({ kind: 'term', name: 'a term', of })),
    ),
  }
}).condition

const ruleConditions = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Condition>({ kind: 'always' }) },
  { weight: 4, arbitrary: conditions },
)
const someAgencies = fc.option(fc.subarray([...agencies], { minLength: 1 }), { freq: 2 })
const someActs = fc.subarray([...acts], { minLength: 1 })

const always: readonly Interval[] = [{ from: null, through: null }]
const intervals: fc.Arbitrary<readonly Interval[]> = fc.constantFrom<readonly Interval[]>(
  [{ from: dates[0], through: null }],
  [{ from: null, through: addDays(dates[1], -1) }],
  [{ from: dates[0], through: addDays(dates[2], -1) }],
  [
    { from: null, through: addDays(dates[0], -1) },
    { from: dates[1], through: null },
  ],
  [],
)
const inForce = fc.oneof({ weight: 4, arbitrary: fc.constant(always) }, { weight: 1, arbitrary: intervals })
const contested = fc.oneof(
  { weight: 7, arbitrary: fc.constant<readonly Interval[]>([]) },
  { weight: 1, arbitrary: intervals },
)

const span: Span = { amount: 2, unit: 'hours', event: 'request', excludesWeekends: false, calendar: null }
const dues = fc.constantFrom<Due | null>(
  null,
  { kind: 'at-once' },
  { kind: 'within', span },
  { kind: 'before', event: 'release' },
)
const limits = fc.constantFrom<Limit | null>(
  null,
  null,
  { kind: 'end-of-day', event: 'release' },
  { kind: 'span', span },
  { kind: 'asked', atMost: null },
  { kind: 'asked', atMost: span },
)
const marks = fc
  .constantFrom<Mark['kind']>('read', 'inferred', 'reported', 'unverified')
  .map((kind): Mark => ({ kind, source: null }))

/** What a provision has before it has a place in an instrument. */
type Loose<T extends Provision> = Omit<
  T,
  keyof Omit<Provision, 'inForce' | 'contested' | 'mark'> | 'own' | 'overrides' | 'overridesAllOf'
>

/** A rule may turn on a term of its instrument, or on its contrary, in place of a condition of its own. */
interface OnTerm {
  readonly index: number
  readonly isMet: boolean
}

interface LooseRule {
  readonly rule: Loose<Rule>
  readonly onTerm: OnTerm | null
  readonly over: readonly number[]
}

const looseRule: fc.Arbitrary<LooseRule> = fc.record({
  over: fc.array(fc.nat(5), { maxLength: 2 }),
  onTerm: fc.option(fc.record({ index: fc.nat(1), isMet: fc.boolean() }), { freq: 2 }),
  rule: fc.record({
    kind: fc.constant('rule' as const),
    modal: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('must' as const, 'must-not' as const, 'may' as const) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('need-not' as const, 'nobody-may-forbid' as const, 'not-forbidden' as const),
      },
    ),
    acts: someActs,
    agencies: someAgencies,
    named: fc.constant(null),
    condition: ruleConditions,
    decider: fc.constantFrom(
      null,
      { en: 'the sheriff' },
      { en: 'the sheriff', es: 'el alguacil' },
      { en: 'the chief', es: 'el jefe' },
    ),
    limit: limits,
    isForAnybody: fc.boolean(),
    counsel: fc.constantFrom(null, null, null, { en: 'the text is unclear' }, { en: 'a suit is pending', es: 'x' }),
    reach: fc.constantFrom('floor' as const, 'ceiling' as const),
    forcedBy: fc.constantFrom(null, null, null, 'Ex. Code 1'),
    inForce,
    contested,
    mark: marks,
  }),
})

const looseDuty: fc.Arbitrary<Loose<Duty>> = fc.record({
  kind: fc.constant('duty' as const),
  agencies: someAgencies,
  named: fc.constant(null),
  trigger: fc.oneof(
    someActs.map((of) => ({ kind: 'on-request' as const, acts: of })),
    someActs.map((of) => ({ kind: 'after' as const, acts: of })),
    fc.constant({ kind: 'at-all-times' as const }),
  ),
  action: fc.constant({ en: 'write it down', es: 'anotarlo' }),
  due: dues,
  about: fc.constant([]),
  recipient: fc.constant(null),
  languages: fc.constant([]),
  inEveryLanguage: fc.constant(false),
  condition: ruleConditions,
  ifMissed: fc.constant(null),
  inForce,
  contested: fc.constant([]),
  mark: marks,
})

const looseDoubt: fc.Arbitrary<Omit<Loose<Doubt>, 'condition' | 'term'> & { readonly index: number }> = fc.record({
  index: fc.nat(1),
  kind: fc.constant('doubt' as const),
  treatAs: fc.boolean(),
  duty: fc.option(
    fc.record({ who: fc.constant({ en: 'jail' }), action: fc.constant({ en: 'call counsel' }), due: dues }),
  ),
  inForce,
  contested: fc.constant([]),
  mark: marks,
})

const looseNotEncoded: fc.Arbitrary<Loose<NotEncoded>> = fc.record({
  kind: fc.constant('not-encoded' as const),
  title: fc.constant({ en: 'plate readers' }),
  acts: fc.subarray([...acts]),
  agencies: someAgencies,
  named: fc.constant(null),
  condition: ruleConditions,
  because: fc.constant(null),
  inForce,
  contested,
  mark: marks,
})

const looseNotEncodeds: fc.Arbitrary<readonly Loose<NotEncoded>[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(looseNotEncoded, { maxLength: 2 }) },
)

const looseInstrument = fc.record({
  rank: fc.constantFrom(...ranks),
  place: fc.constantFrom('us', 'us', 'us/xx', 'us/xx', place, place, 'us/yy', 'us/xx/town-two'),
  terms: fc.tuple(conditions, conditions),
  rules: fc.array(looseRule, { maxLength: 5 }),
  isReversed: fc.boolean(),
  duties: fc.array(looseDuty, { maxLength: 2 }),
  doubts: fc.array(looseDoubt, { maxLength: 2 }),
  notEncoded: looseNotEncodeds,
})

type LooseInstrument = typeof looseInstrument extends fc.Arbitrary<infer T> ? T : never

/** Rules override only rules drawn before them, so that there are no circles. */
function settle(loose: LooseInstrument, number: number): Instrument {
  const id = `${loose.place}/law-${number}`
  const place = (kind: string, index: number): Omit<Provision, 'inForce' | 'contested' | 'mark'> => ({
    id: `${id} ${kind}(${index})`,
    instrument: id,
    section: kind,
    label: `${index}`,
    cite: `Ex. Code ${number}.${index}`,
    isPart: false,
    challenged: [],
    note: null,
    position,
  })
  const term = (index: number): Condition => ({ kind: 'term', name: `term ${index}`, of: pick(loose.terms, index) })
  const met = ({ index, isMet }: OnTerm): Condition => (isMet ? term(index) : { kind: 'not', of: term(index) })
  const rules = loose.rules.map(({ rule, over, onTerm }, index): Rule => ({
    ...rule,
    ...place('1', index),
    condition: onTerm === null ? rule.condition : met(onTerm),
    own: rule.condition,
    overridesAllOf: [],
    overrides: index === 0 ? [] : [...new Set(over.map((other) => `${id} 1(${other % index})`))],
  }))
  return {
    id,
    title: id,
    cite: `Ex. Code ${number}`,
    rank: loose.rank,
    place: loose.place,
    binds: null,
    bindsNamed: null,
    reach: 'floor',
    sources: [],
    events: [],
    terms: [],
    groups: [],
    sections: [],
    rules: loose.isReversed ? rules.toReversed() : rules,
    duties: loose.duties.map((duty, index): Duty => ({ ...duty, ...place('2', index), own: duty.condition })),
    notEncoded: loose.notEncoded.map((one, index): NotEncoded => ({
      ...one,
      ...place('4', index),
      own: one.condition,
    })),
    doubts: loose.doubts.map(({ index: term, ...doubt }, index): Doubt => {
      return { ...doubt, ...place('3', index), term: `term ${term}`, condition: pick(loose.terms, term) }
    }),
    examples: [],
    promises: [],
    file: 'random.policy',
  }
}

const impossibles: fc.Arbitrary<readonly Impossible[]> = fc.array(
  fc
    .array(fc.oneof({ weight: 3, arbitrary: tests }, { weight: 1, arbitrary: conditions }), {
      minLength: 2,
      maxLength: 2,
    })
    .map((of): Impossible => ({ reason: words, fact: null, condition: { kind: 'all', of }, cite: null })),
  { maxLength: 2 },
)

/** Where the question about `c` makes sense, if not everywhere: it turns on other facts. */
const senses: fc.Arbitrary<Condition | null> = fc.option(
  fc
    .array(fc.oneof(yesNoTest, rangeTest('n', 0, 3), rangeTest('d', firstDate, 1), neverTest), { maxLength: 2 })
    .map((of): Condition => ({ kind: 'any', of })),
  { freq: 1 },
)

/** Elsewhere its value is the one that stands for nothing. */
function senseless(sense: Condition | null): readonly Impossible[] {
  if (sense === null) return []
  const elsewhere: Condition = { kind: 'not', of: sense }
  const something: Condition = { kind: 'is', fact: 'c', values: ['y', 'z'] }
  return [{ reason: null, fact: 'c', condition: { kind: 'all', of: [elsewhere, something] }, cite: null }]
}

/** Law of at most five instruments, with the question put to it. */
export const laws: fc.Arbitrary<Law> = fc
  .record({
    facts: someFacts,
    limits: impossibles,
    sense: senses,
    isPrivate: fc.boolean(),
    power: fc.constantFrom(null, 'Ex. Const. 4'),
    instruments: fc.array(looseInstrument, { maxLength: 5 }),
    asOf: fc.constantFrom(...askedOn),
    act: fc.constantFrom(...acts),
  })
  .map(({ facts, limits, sense, isPrivate, power, instruments, asOf, act }) => {
    const library: Library = {
      vocabulary: {
        agencies: agencies.map((name) => ({ name, label: words, isPrivate: isPrivate && name === 'clinic' })),
        acts: acts.map((name) => {
          return { name, phrase: words, topic: 'custody', lasts: true, power: name === 'hold' ? power : null }
        }),
        facts: facts.map((one) => (one.name === 'c' ? { ...one, sense } : one)),
        events: [],
        impossible: [...limits, ...senseless(sense)],
      },
      places: [],
      instruments: instruments.map(settle),
      offences: {},
      authorities: [],
      holidays: {},
    }
    return { library, place, asOf, act, [fc.toStringMethod]: () => printLaw(library, asOf, act) }
  })

function printLaw({ vocabulary, instruments }: Library, asOf: string, act: string): string {
  const lines = [
    `${act} as of ${asOf}, facts ${vocabulary.facts.map(({ name }) => name).join()}`,
    `private ${vocabulary.agencies.flatMap(({ name, isPrivate }) => (isPrivate ? [name] : [])).join()}`,
    `power ${vocabulary.acts.flatMap(({ name, power }) => (power === null ? [] : [name])).join()}`,
    ...vocabulary.impossible.map(({ condition }) => `impossible: ${print(condition)}`),
  ]
  for (const { id, rank, rules, duties, doubts, notEncoded } of instruments) {
    lines.push(`${id} (${rank})`)
    for (const rule of rules) {
      const { label, modal, reach, agencies: who, overrides, contested: unsure } = rule
      const notes = [
        who,
        overrides.length && `over ${overrides.join()}`,
        unsure.length && 'contested',
        rule.counsel !== null && 'counsel',
        rule.inForce === always || 'dated',
      ]
      const shown = notes.filter((note) => note !== null && note !== 0 && typeof note !== 'boolean').join('; ')
      lines.push(`  (${label}) ${modal} ${rule.acts.join()} ${reach} when ${print(rule.condition)} ${shown}`)
    }
    for (const duty of duties) {
      lines.push(`  ${duty.id} ${duty.trigger.kind} when ${print(duty.condition)} ${duty.agencies?.join() ?? ''}`)
    }
    for (const { id: name, acts: of, agencies: who, condition } of notEncoded)
      lines.push(`  ${name} not encoded ${of.join()} when ${print(condition)} ${who?.join() ?? ''}`)
    for (const doubt of doubts) lines.push(`  ${doubt.id} ${print(doubt.condition)} is ${doubt.treatAs}`)
  }
  return lines.join('\n')
}

function print(condition: Condition): string {
  switch (condition.kind) {
    case 'always':
      return 'always'
    case 'is':
      return `${condition.fact} is ${condition.values.join('|')}`
    case 'range':
      return `${condition.fact} in ${condition.from ?? ''}..${condition.to ?? ''}`
    case 'never':
      return `${condition.fact} never`
    case 'not':
      return `not ${print(condition.of)}`
    case 'term':
      return `<${print(condition.of)}>`
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(print).join(', ')})`
  }
}
