/** Pieces of law for tests, with everything that a test does not care about filled in. */
import type {
  Condition,
  Doubt,
  Duty,
  Example,
  Fact,
  FactType,
  Instrument,
  Interval,
  Library,
  NotEncoded,
  PolicyPromise,
  Provision,
  Rule,
  Vocabulary,
} from '@brightline/language'
import type { FactState, Knowledge } from '../src/fact/knowledge.ts'
import type { FactValue } from '../src/fact/condition.ts'
import { stackOf } from '../src/stack/stack.ts'
import type { Stack } from '../src/stack/layer.ts'

export const always: Condition = { kind: 'always' }
export const words = { en: 'x', es: 'x' }
export const asOf = '2026-11-22'
const position = { file: 'test.policy', line: 1, column: 1 }

export function is(fact: string, ...values: readonly string[]): Condition {
  return { kind: 'is', fact, values }
}

export function both(...of: readonly Condition[]): Condition {
  return { kind: 'all', of }
}

export function range(fact: string, from: number | null, to: number | null): Condition {
  return { kind: 'range', fact, from, to }
}

export function from(date: string | null, through: string | null = null): readonly Interval[] {
  return [{ from: date, through }]
}

export function fact(name: string, type: FactType = { kind: 'yes-no' }, more: Partial<Fact> = {}): Fact {
  return {
    ...{ name, question: words, type, knownBy: null, cost: 1, derivation: null, statement: null, denial: null },
    ...{ isProtected: false, isVolunteered: false, judgedBy: null, sense: null },
    ...more,
  }
}

export function oneOf(...names: readonly string[]): FactType {
  return { kind: 'one-of', values: names.map((name) => ({ name, label: words, phrase: null, asks: [], spans: [] })) }
}

function provision(label: string): Provision {
  return {
    id: label,
    instrument: '',
    section: '1',
    label,
    cite: `Ex. Code 1${label}`,
    isPart: false,
    challenged: [],
    mark: { kind: 'read', source: null },
    note: null,
    inForce: [{ from: '2000-01-01', through: null }],
    contested: [],
    position,
  }
}

/** A rule on `hold`, of every agency and in every case. */
export function rule(label: string, modal: Rule['modal'], more: Partial<Rule> = {}): Rule {
  return {
    ...provision(label),
    kind: 'rule',
    agencies: null,
    named: null,
    modal,
    acts: ['hold'],
    condition: always,
    own: always,
    overrides: [],
    overridesAllOf: [],
    decider: null,
    limit: null,
    isForAnybody: false,
    counsel: null,
    reach: 'floor',
    forcedBy: null,
    ...more,
  }
}

export function duty(label: string, more: Partial<Duty> = {}): Duty {
  return {
    ...provision(label),
    kind: 'duty',
    agencies: null,
    named: null,
    trigger: { kind: 'on-request', acts: ['hold'] },
    about: [],
    action: { en: 'write it down' },
    recipient: null,
    due: null,
    languages: [],
    inEveryLanguage: false,
    condition: always,
    own: always,
    ifMissed: null,
    ...more,
  }
}

export function doubt(label: string, condition: Condition, treatAs: boolean, more: Partial<Doubt> = {}): Doubt {
  return { ...provision(label), kind: 'doubt', term: 'a term', condition, treatAs, duty: null, ...more }
}

/** A provision on `hold` that is not encoded, of every agency and in every case. */
export function notEncoded(label: string, more: Partial<NotEncoded> = {}): NotEncoded {
  return {
    ...provision(label),
    kind: 'not-encoded',
    title: { en: 'plate readers' },
    acts: ['hold'],
    agencies: null,
    named: null,
    condition: always,
    own: always,
    because: null,
    ...more,
  }
}

export function example(name: string, more: Partial<Example>): Example {
  return { name, asOf, agency: null, givens: [], convictions: [], outcomes: [], position, ...more }
}

export function promise(name: string, claim: PolicyPromise['claim']): PolicyPromise {
  return { name, claim, position }
}

/** An instrument; its provisions get ids that begin with its own. */
export function instrument(id: string, more: Partial<Instrument> = {}): Instrument {
  const place = more.place ?? id.split('/').slice(0, -1).join('/')
  const placed = <T extends Provision>(one: T): T => ({ ...one, id: `${id} ${one.label}`, instrument: id })
  return {
    id,
    title: id,
    cite: `Ex. Code of ${id}`,
    rank: 'state',
    binds: null,
    bindsNamed: null,
    reach: 'floor',
    sources: [],
    events: [],
    terms: [],
    groups: [],
    sections: [],
    examples: [],
    promises: [],
    file: 'test.policy',
    ...more,
    place,
    rules: (more.rules ?? []).map((one) => ({
      ...placed(one),
      overrides: one.overrides.map((label) => `${id} ${label}`),
    })),
    duties: (more.duties ?? []).map(placed),
    doubts: (more.doubts ?? []).map(placed),
    notEncoded: (more.notEncoded ?? []).map(placed),
  }
}

export function library(
  instruments: readonly Instrument[],
  vocabulary: Partial<Vocabulary> = {},
  more: Partial<Library> = {},
): Library {
  return {
    vocabulary: {
      agencies: ['police', 'jail'].map((name) => ({ name, label: words, isPrivate: false })),
      acts: ['hold', 'tell'].map((name) => ({ name, phrase: words, topic: 'custody', lasts: true, power: null })),
      facts: [
        fact('warrant'),
        fact('charged'),
        fact('form', oneOf('a', 'b', 'c')),
        fact('status', undefined, { isProtected: true }),
      ],
      events: [],
      impossible: [],
      ...vocabulary,
    },
    places: [],
    instruments,
    offences: {},
    authorities: [],
    holidays: {},
    ...more,
  }
}

/** The stack of `us/xx/town` under some instruments. */
export function stackUnder(
  instruments: readonly Instrument[],
  vocabulary: Partial<Vocabulary> = {},
  more: Partial<Library> = {},
): Stack {
  return stackOf(library(instruments, vocabulary, more), 'us/xx/town', asOf)
}

/** Knowledge of some facts; null is asked in vain. */
export function knowing(facts: Readonly<Record<string, FactValue | null>>): Knowledge {
  return new Map(
    Object.entries(facts).map(([name, value]): [string, FactState] => [
      name,
      value === null ? { kind: 'cannot-say' } : { kind: 'value', value },
    ]),
  )
}
