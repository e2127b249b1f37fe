/** Seeded random law of one act, to measure encodings at sizes that no real law has. */
import { stackOf, type Stack } from '@brightline/engine'
import type { Condition, Fact, FactType, Instrument, Rule } from '@brightline/language'
import { randomFrom } from '../../packages/engine/test/whole-law.ts'

const words = { en: 'x', es: 'x' }
const position = { file: 'random.policy', line: 1, column: 1 }
const ranks = ['federal', 'state', 'county', 'city'] as const

/** A stack of four layers with so many rules on `hold`, over 32 facts; each rule reads three that lie close together. */
export function randomStack(rules: number, seed: number): Stack {
  const facts = someFacts()
  const law = new RandomRules(facts, randomFrom(seed))
  const instruments = ranks.map((rank): Instrument => {
    const id = `us/${rank}`
    return {
      ...{
        id,
        title: id,
        cite: 'x',
        rank,
        place: 'us',
        binds: null,
        bindsNamed: null,
        reach: 'floor',
        file: 'random.policy',
      },
      rules: Array.from({ length: rules / ranks.length }, (_, index) => law.rule(id, index)),
      ...{ sources: [], events: [], terms: [], groups: [], sections: [] },
      ...{ duties: [], doubts: [], notEncoded: [], examples: [], promises: [] },
    }
  })
  const agencies = ['police', 'jail', 'school'].map((name) => ({ name, label: words, isPrivate: false }))
  const acts = [{ name: 'hold', phrase: words, topic: 'custody', lasts: true, power: null }]
  const vocabulary = { agencies, acts, facts, events: [], impossible: [] }
  return stackOf(
    { vocabulary, places: [], instruments, authorities: [], offences: {}, holidays: {} },
    'us',
    '2026-11-01',
  )
}

/** Rules that a seeded source draws, one after the other. */
class RandomRules {
  readonly #facts: readonly Fact[]
  readonly #random: () => number

  constructor(facts: readonly Fact[], random: () => number) {
    this.#facts = facts
    this.#random = random
  }

  rule(instrument: string, index: number): Rule {
    const near = this.#below(27)
    return {
      kind: 'rule',
      ...{
        id: `${instrument} 1(${index})`,
        instrument,
        section: '1',
        label: `${index}`,
        cite: 'x',
        note: null,
        position,
      },
      mark: { kind: 'read', source: null },
      inForce: [{ from: null, through: null }],
      ...{ contested: [], challenged: [], isPart: false },
      named: null,
      agencies: this.#random() < 0.5 ? ['police', 'jail'] : null,
      modal: this.#pick(['must', 'must-not', 'may'] as const),
      acts: ['hold'],
      condition: { kind: 'all', of: [this.#test(near), this.#test(near), this.#test(near)] },
      overrides: index > 0 && this.#random() < 0.5 ? [`${instrument} 1(${this.#below(index)})`] : [],
      own: { kind: 'always' },
      ...{ overridesAllOf: [], decider: null, limit: null, isForAnybody: false, counsel: null },
      ...{ reach: 'floor', forcedBy: null },
    }
  }

  #test(near: number): Condition {
    const { name, type } = this.#pick(this.#facts.slice(near, near + 6))
    if (type.kind === 'yes-no') return { kind: 'is', fact: name, values: [this.#pick(['yes', 'no'])] }
    if (type.kind !== 'one-of') return { kind: 'range', fact: name, from: null, to: this.#pick([5, 15]) }
    const names = type.values.map((value) => value.name)
    return { kind: 'is', fact: name, values: names.filter(() => this.#random() < 0.4) }
  }

  #pick<T>(from: readonly T[]): T {
    const one = from[this.#below(from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }

  #below(count: number): number {
    return Math.floor(this.#random() * count)
  }
}

function someFacts(): readonly Fact[] {
  const fact = (name: string, type: FactType): Fact => {
    return {
      ...{ name, question: words, type, knownBy: null, cost: 1, derivation: null, statement: null, denial: null },
      ...{ isProtected: false, isVolunteered: false, judgedBy: null, sense: null },
    }
  }
  const values = ['u', 'v', 'w', 'x', 'y', 'z'].map((name) => ({
    name,
    label: words,
    phrase: null,
    asks: [],
    spans: [],
  }))
  return [
    ...Array.from({ length: 24 }, (_, index) => fact(`b.${index}`, { kind: 'yes-no' })),
    ...Array.from({ length: 5 }, (_, index) => fact(`c.${index}`, { kind: 'one-of', values })),
    ...Array.from({ length: 3 }, (_, index) =>
      fact(`n.${index}`, { kind: 'number', min: 0, max: 99, unit: null, canBeNever: true }),
    ),
  ]
}
