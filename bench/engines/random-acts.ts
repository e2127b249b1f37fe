/** Seeded random law of one act, to measure encodings at sizes that no real law has. */
import { stackOf, type Stack } from '@brightline/engine'
import type { Condition, Fact, FactType, Instrument, Rule } from '@brightline/language'
import { randomFrom } from '../../packages/engine/test/whole-law.ts'

const words = { en: 'x', es: 'x' }
const position = { file: 'random.policy', line: 1, column: 1 }
const ranks = ['federal', 'state', 'county', 'city'] as const

/** A stack of four layers with so many rules on `hold`, over 32 facts; each rule reads three that lie close together. */
export function randomStack(rules: number, seed: number): Stack {
  const random = randomFrom(seed)
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  const facts = someFacts()
  const test = (near: number): Condition => {
    const { name, type } = pick(facts.slice(near, near + 6))
    if (type.kind === 'yes-no') return { kind: 'is', fact: name, values: [pick(['yes', 'no'])] }
    if (type.kind !== 'one-of') return { kind: 'range', fact: name, from: null, to: pick([5, 15]) }
    return { kind: 'is', fact: name, values: type.values.map((value) => value.name).filter(() => random() < 0.4) }
  }
  const rule = (instrument: string, index: number): Rule => {
    const near = Math.floor(random() * 27)
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
      contested: [],
      agencies: random() < 0.5 ? ['police', 'jail'] : null,
      modal: pick(['must', 'must-not', 'may'] as const),
      acts: ['hold'],
      condition: { kind: 'all', of: [test(near), test(near), test(near)] },
      overrides: index > 0 && random() < 0.5 ? [`${instrument} 1(${Math.floor(random() * index)})`] : [],
      ...{ decider: null, limit: null, reach: 'floor', forcedBy: null },
    }
  }
  const instruments = ranks.map((rank): Instrument => {
    const id = `us/${rank}`
    return {
      ...{ id, title: id, cite: 'x', rank, place: 'us', binds: null, reach: 'floor', file: 'random.policy' },
      rules: Array.from({ length: rules / ranks.length }, (_, index) => rule(id, index)),
      ...{ sources: [], events: [], terms: [], sections: [], duties: [], doubts: [], examples: [], promises: [] },
    }
  })
  const agencies = ['police', 'jail', 'school'].map((name) => ({ name, label: words }))
  const vocabulary = {
    agencies,
    acts: [{ name: 'hold', phrase: words, topic: 'custody' }],
    facts,
    events: [],
    impossible: [],
  }
  return stackOf({ vocabulary, places: [], instruments, offences: {}, holidays: {} }, 'us', '2026-11-01')
}

function someFacts(): readonly Fact[] {
  const fact = (name: string, type: FactType): Fact => {
    return { name, question: words, type, isProtected: false, knownBy: null, cost: 1, derivation: null }
  }
  const values = ['u', 'v', 'w', 'x', 'y', 'z'].map((name) => ({ name, label: words, asks: [] }))
  return [
    ...Array.from({ length: 24 }, (_, index) => fact(`b.${index}`, { kind: 'yes-no' })),
    ...Array.from({ length: 5 }, (_, index) => fact(`c.${index}`, { kind: 'one-of', values })),
    ...Array.from({ length: 3 }, (_, index) =>
      fact(`n.${index}`, { kind: 'number', min: 0, max: 99, unit: null, canBeNever: true }),
    ),
  ]
}
