/** Refutations that show two cases, and cases lifted to requests. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, Fact, FactType, Library, Offence } from '@brightline/language'
import { dependence } from '../../src/analysis/blind.ts'
import { countByLeaf } from '../../src/analysis/count.ts'
import { liftCase } from '../../src/analysis/lift.ts'
import { refute, refuteOn } from '../../src/analysis/prove.ts'
import { derive } from '../../src/conviction/derive.ts'
import { compiledFor } from '../../src/decide/decide.ts'
import { withDuties } from '../../src/diagram/duty.ts'
import { DiagramStore } from '../../src/diagram/store.ts'
import { agencyFact } from '../../src/fact/condition.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { stackCache } from '../../src/stack/stack-cache.ts'
import { datesOfChange, stackOf } from '../../src/stack/stack.ts'
import { verdictOf } from '../../src/stack/verdict.ts'
import { needsPower } from '../brute-force.ts'
import { fact as smallFact } from '../small-law.ts'
import { agencies, conditions, laws, runs, times } from '../random-law.ts'
import { everyCase } from './versions.ts'

describe('dependence on a fact', () => {
  it('is shown by two cases that differ in the fact alone and come out differently', () => {
    fc.assert(
      fc.property(laws, fc.constantFrom('a', 'b', 'c', 'n', 'd', 'v'), (law, fact) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const found = dependence(withDuties(compiledFor(stack, law.act)), [fact])
        if (found === null || found.other === null) return
        const { one, other } = found
        const differing = [...one.witness.complete].filter(
          ([name, value]) => other.witness.complete.get(name) !== value,
        )
        expect(differing.map(([name]) => name)).toEqual([fact])
        const [first, second] = [one, other].map(({ witness }) => interpret(stack, law.act, witness.complete))
        expect(verdictOf(first?.state ?? 0, needsPower(law))).toBe(one.verdict)
        expect(verdictOf(second?.state ?? 0, needsPower(law))).toBe(other.verdict)
        // A ceiling is a difference too: it is what lower law may not restrict.
        const whole = [first, second].map((said) =>
          [said?.state, said?.counsel, ...(said?.duties ?? []).map(({ id }) => id)].join(),
        )
        expect(whole[0]).not.toBe(whole[1])
      }),
      runs(300),
    )
  })

  it('is not found where every pair of cases comes out the same', () => {
    fc.assert(
      fc.property(laws, (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        if (dependence(withDuties(compiledFor(stack, law.act)), ['b']) !== null) return
        const said = new Map<string, string>()
        for (const { facts, from } of everyCase({
          law,
          left: stack,
          right: stack,
          act: law.act,
          [fc.toStringMethod]: () => '',
        })) {
          const rest = JSON.stringify([...facts].filter(([name]) => name !== 'b'))
          const answer = `${from.answer} ${from.duties.map(({ id }) => id).join()}`
          expect(said.get(rest) ?? answer).toBe(answer)
          said.set(rest, answer)
        }
      }),
      runs(200),
    )
  })
})

describe('a claim over many days', () => {
  const is = (fact: string, ...values: readonly string[]): Condition => ({ kind: 'is', fact, values })
  const simple: readonly Condition[] = [
    { kind: 'always' },
    is('a', 'yes'),
    is(agencyFact, 'police', 'clinic'),
    { kind: 'all', of: [is(agencyFact, 'jail'), is('a', 'no')] },
    { kind: 'not', of: is('b', 'yes') },
  ]
  const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict'] as const

  it('is refuted exactly where it is refuted on one of them', () => {
    let refuted = 0
    fc.assert(
      fc.property(
        laws,
        fc.oneof(conditions, fc.constantFrom(...simple)),
        fc.constantFrom(...verdicts),
        (law, condition, verdict) => {
          const { library, place, act } = law
          const dates = datesOfChange(library, place)
          const claim = { kind: 'never', acts: [act], verdicts: [verdict], condition } as const
          const found = refuteOn(claim, { place, agencies, dates }, stackCache(library))
          const onAny = dates.some((asOf) => refute(stackOf(library, place, asOf), claim) !== null)
          expect(found !== null).toBe(onAny)
          if (onAny) refuted += 1
        },
      ),
      runs(300),
    )
    expect(refuted).toBeGreaterThan(times(50))
  })
})

describe('counts', () => {
  it('are exact beyond what a number holds', () => {
    const store = new DiagramStore(Array.from({ length: 100 }, () => 3))
    const diagram = store.and(
      store.test(0, (cell) => (cell === 0 ? 1 : 0)),
      store.test(99, (cell) => (cell === 0 ? 1 : 0)),
    )
    expect(countByLeaf(store, diagram).get(1)).toBe(3n ** 98n)
    expect(countByLeaf(store, diagram).get(0)).toBe(3n ** 100n - 3n ** 98n)
  })
})

describe('a case lifted to a request', () => {
  const words = { en: 'x', es: 'x' }
  const fact = (name: string, type: FactType, classes: readonly string[]): Fact => {
    const derivation = classes.length === 0 ? null : { classes, table: 'us/xx' }
    return smallFact(name, type, { question: words, derivation })
  }
  const years: FactType = { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }
  const facts = [
    fact('request.form', { kind: 'one-of', values: [] }, []),
    fact('xx.grave', { kind: 'yes-no' }, ['grave']),
    fact('xx.listed-years', years, ['listed']),
    fact('xx.day', { kind: 'date' }, []),
  ]
  const row = (of: string, statute: string): Offence => {
    return {
      class: of,
      statute,
      name: statute,
      level: 'felony',
      force: { from: null, through: null },
      cite: 'x',
      mark: 'read',
    }
  }
  const library: Library = {
    vocabulary: { agencies: [], acts: [], facts, events: [], impossible: [] },
    places: [],
    instruments: [],
    offences: { 'us/xx': [row('grave', 'Ex. 1'), row('listed', 'Ex. 1'), row('listed', 'Ex. 2')] },
    authorities: [],
    holidays: {},
  }
  const dates = ['2017-12-31', '2018-01-01']
  const lift = (grave: string, listed: number | 'never') =>
    liftCase(
      library,
      new Map<string, string | number>([
        ['agency', 'jail'],
        ['request.form', 'letter'],
        ['xx.grave', grave],
        ['xx.listed-years', listed],
        ['xx.day', 0],
      ]),
      dates,
    )

  it('names agency and form, and writes dates as dates', () => {
    expect(lift('no', 'never')).toEqual({
      agency: 'jail',
      form: 'letter',
      facts: { 'xx.day': '1970-01-01' },
      convictions: [],
    })
  })

  it('has convictions that yield the derived facts on both dates', () => {
    for (const [grave, listed] of [
      ['yes', 4],
      ['no', 7],
      ['no', 1],
      ['yes', 'never'],
    ] as const) {
      const { convictions } = lift(grave, listed)
      if (grave === 'yes' && listed === 'never') {
        // Every grave offence of the table is a listed one too.
        expect(convictions).toBe(null)
        continue
      }
      for (const asOf of dates) {
        const values = facts
          .filter(({ derivation }) => derivation !== null)
          .map((one) => derive(one, convictions ?? [], library.offences, asOf))
        expect(values.map((value) => value.kind === 'derived' && value.possible)).toEqual([[grave], [listed]])
      }
    }
  })

  it('gives the derived facts as such where no list of offences yields them', () => {
    expect(lift('yes', 'never').facts).toEqual({
      'xx.grave': 'yes',
      'xx.listed-years': 'never',
      'xx.day': '1970-01-01',
    })
  })
})
