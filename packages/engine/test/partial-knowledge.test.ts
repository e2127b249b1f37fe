/** Decisions with unknown facts against brute force: every completion, tried with the interpreter. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWithin, type Claim, type Condition, type Rule, type Verdict } from '@brightline/language'
import { refute, type TimelessClaim } from '../src/analysis/prove.ts'
import { contradictions } from '../src/check/contradiction.ts'
import { findWitness } from '../src/diagram/witness.ts'
import { compileAct } from '../src/diagram/compile.ts'
import { compiledFor, decide, decideOnce, decideWithoutTimes, verdictsFor } from '../src/decide/decide.ts'
import type { Decision } from '../src/decide/decision.ts'
import type { NearestChange } from '../src/question/nearest-change.ts'
import type { FactState, Knowledge } from '../src/fact/knowledge.ts'
import { forcedFacts, openQuestions } from '../src/question/next.ts'
import { interpret, liveRules } from '../src/interpret/interpret.ts'
import { stackOf } from '../src/stack/stack.ts'
import type { Stack } from '../src/stack/layer.ts'
import { answeredOf } from '../src/stack/answered.ts'
import {
  completions,
  distinct,
  expectedDecision,
  factsIn,
  isPossible,
  meets,
  needsPower,
  pivotalFacts,
  possibleCases,
  tryAll,
  tryEverything,
  type Tried,
} from './brute-force.ts'
import {
  agencies,
  caseOf,
  conditions,
  draws,
  factValues,
  knowing,
  knowledgeFrom,
  laws,
  limitsOf,
  runs,
  type Law,
} from './random-law.ts'

/** Law with what is known of a case that can be. */
const questions = fc
  .record({ law: laws, drawn: draws })
  .map(({ law, drawn }) => {
    const knowledge = knowledgeFrom(law.library, drawn)
    const print = (): string => `${law[fc.toStringMethod]()}\nknown ${JSON.stringify([...knowledge])}`
    return { law, knowledge, stack: stackOf(law.library, law.place, law.asOf), [fc.toStringMethod]: print }
  })
  .filter(({ law, knowledge }) => completions(law, knowledge).length > 0)

describe('a decision with unknown facts', () => {
  it('is the same where only the law on the case is compiled', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const { verdict, silence, counsel, possible, ask, reasons } = decideWithoutTimes(stack, law.act, knowledge)
        expect(decideOnce(stack, law.act, knowledge)).toEqual({ verdict, silence, counsel, possible, ask, reasons })
      }),
      runs(250),
    )
  })

  it('has the verdict, the possible verdicts and the duties of all completions together', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const expected = expectedDecision(law, stack, knowledge)
        const decision = decide(stack, law.act, knowledge)
        // A law of other days only is found by its dates, not by the cases of this day.
        const silence = decision.silence.map((kind) => (kind === 'not-in-force' ? 'law-silent' : kind)).sort()
        expect(silence).toEqual(expected.silence)
        expect(summary(decision)).toEqual({
          verdict: expected.verdict,
          possible: expected.possible,
          certainDuties: expected.certainDuties,
          possibleDuties: expected.possibleDuties,
          isSettledByDoubt: expected.isSettledByDoubt,
        })
      }),
      runs(250),
    )
  })

  it('shows the readings of contested law exactly where they differ', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        expect(decide(stack, law.act, knowledge).readings).toEqual(expectedDecision(law, stack, knowledge).readings)
      }),
      runs(250),
    )
  })

  it('calls only rules certain that are live in every completion', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const decision = decide(stack, law.act, knowledge)
        fc.pre(!decision.flags.includes('settled-by-doubt'))
        const tried = tryAll(law, stack, knowledge)
        for (const { rule, effect, certain } of decision.reasons) {
          if (effect !== 'decides' || !certain) continue
          expect(tried.every(({ answer }) => answer.live.has(rule))).toBe(true)
        }
      }),
      runs(150),
    )
  })

  it('asks for nothing once the verdict is settled', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const compiled = compiledFor(stack, law.act)
        fc.pre(verdictsFor(compiled, knowledge).length === 1)
        expect(openQuestions(compiled, knowledge)).toEqual([])
      }),
      runs(150),
    )
  })

  it('asks every askable fact that can change the verdict alone, and without impossible cases no other', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const open = openQuestions(compiledFor(stack, law.act), knowledge)
        const pivotal = pivotalFacts(tryAll(law, stack, knowledge)).filter((name) =>
          isAskable(law, stack, knowledge, name),
        )
        expect(open).toEqual(expect.arrayContaining([...pivotal]))
        if (limitsOf(law.library).length === 0) expect([...open].sort()).toEqual([...pivotal].sort())
      }),
      runs(200),
    )
  })

  it('is settled once everything that it asks, and everything that it may not ask, is known', () => {
    fc.assert(
      fc.property(questions, draws, ({ law, stack, knowledge }, drawn) => {
        const compiled = compiledFor(stack, law.act)
        const open = new Set(openQuestions(compiled, knowledge))
        const rest = completions(law, knowledge)
        const chosen = rest[(drawn['a'] ?? 0) % rest.length]
        if (chosen === undefined) return
        const answers = [...chosen].filter(([name]) => open.has(name) || !isAskable(law, stack, knowledge, name))
        const known = new Map<string, FactState>([...knowledge, ...knowing(new Map(answers))])
        expect(verdictsFor(compiled, known)).toHaveLength(1)
      }),
      runs(200),
    )
  })

  it('names as nearest changes exactly the single changes after which it is decided otherwise', () => {
    fc.assert(
      fc.property(questions, ({ law, stack, knowledge }) => {
        const decision = decide(stack, law.act, knowledge)
        const isOpen = distinct(tryAll(law, stack, knowledge)).length > 1
        const expected = isOpen ? [] : nearest(law, stack, knowledge, decision.verdict)
        const shown = decision.nearest.flatMap(({ fact, to, verdict }) =>
          valuesIn(law, fact, to).map((value) => `${fact} ${value} ${verdict}`),
        )
        expect(expected).toEqual(expect.arrayContaining(shown))
        if (decision.nearest.length < 8) expect(shown.toSorted()).toEqual(expected.toSorted())
      }),
      runs(200),
    )
  })
})

describe('an exact statement about random law', () => {
  it('proves what brute force proves and refutes what it refutes', () => {
    fc.assert(
      fc.property(laws, claims, (law, claim) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const all = tryEverything(law, stack)
        fc.pre(all.length > 0)
        expect(refute(stack, { ...claim, acts: [law.act] }) !== null).toBe(!isTrue(law, stack, claim, all))
      }),
      runs(200),
    )
  })

  it('gives a contradiction a case in which two live rules of the instrument disagree', () => {
    fc.assert(
      fc.property(laws, (law) => {
        fc.pre(completions(law, new Map()).length > 0)
        for (const instrument of law.library.instruments) {
          for (const { code, values } of contradictions(law.library, instrument)) {
            if (code !== 'POL-0501' || values['asOf'] !== '0001-01-01') continue
            const pair = [values['rule'], values['other']].map((id) => `${instrument.id} ${id as string}`)
            const act = values['act'] as string
            const stated = values['facts'] ?? []
            const given = new Map(Array.isArray(stated) ? stated.map((fact: string) => partsOf(law, fact)) : [])
            const cases = everyCase(law)
              .map((facts) => new Map([...facts, ...given]))
              .filter((facts) => isPossible(law, facts))
            const found = cases.some((facts) => {
              const live = liveRules(inForceAtFirst(instrument.rules, act), facts, law.library.vocabulary).map(
                ({ id }) => id,
              )
              return pair.every((id) => live.includes(id))
            })
            expect(found, JSON.stringify(values)).toBe(true)
          }
        }
      }),
      runs(150),
    )
  })

  it('shows a witness of a verdict that is decided so again', () => {
    fc.assert(
      fc.property(laws, (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const compiled = compileAct(stack, law.act)
        for (const [value, leaf] of compiled.leaves.entries()) {
          if (leaf.kind !== 'answer') continue
          const witness = findWitness(compiled, compiled.diagram, (found) => found === value)
          const filled = new Map([...caseOf(law.library, {}), ...(witness?.complete ?? [])])
          if (witness === null) continue
          expect(interpret(stack, law.act, filled)).toMatchObject({ state: leaf.state, duties: leaf.duties })
        }
      }),
      runs(150),
    )
  })
})

function inForceAtFirst(rules: readonly Rule[], act: string): readonly Rule[] {
  return rules.filter(({ acts, inForce }) => acts.includes(act) && isWithin(inForce, '0001-01-01'))
}

const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict'] as const

const claims: fc.Arbitrary<TimelessClaim> = fc.oneof(
  fc.record({
    kind: fc.constant('never' as const),
    verdicts: fc.subarray<Verdict>([...verdicts], { minLength: 1 }),
    acts: fc.constant<readonly string[]>([]),
    condition: fc
      .tuple(conditions, fc.subarray([...agencies], { minLength: 1 }))
      .map(([condition, values]): Condition => {
        return { kind: 'all', of: [condition, { kind: 'is', fact: 'agency', values }] }
      }),
  }),
  fc.record({ kind: fc.constant('decides' as const), acts: fc.constant<readonly string[]>([]), condition: conditions }),
  fc.record({
    kind: fc.constant('blind' as const),
    acts: fc.constant<readonly string[]>([]),
    facts: fc.subarray(['a', 'b', 'c', 'n', 'd', 'v'], { minLength: 1, maxLength: 2 }),
  }),
)

function isTrue(
  law: Law,
  stack: Stack,
  claim: Exclude<Claim, { kind: 'keeps-floor' }>,
  all: readonly Tried[],
): boolean {
  switch (claim.kind) {
    case 'never':
      return all.every(({ facts, verdict }) => !(claim.verdicts.includes(verdict) && meets(claim.condition, facts)))
    case 'decides':
      return all.every(
        ({ facts, verdict, silence }) =>
          (!['no-rule', 'conflict'].includes(verdict) && silence.length === 0) || !meets(claim.condition, facts),
      )
    case 'blind': {
      const compiled = compileAct(stack, law.act)
      const answers = new Map<string, string>()
      return everyCase(law).every((facts) => {
        // A combination that does not bear on the act says nothing about it.
        const bears = limitsOf(law.library).filter(({ condition }) => {
          return factsIn(condition).some((name) => compiled.space.levelOf.has(name))
        })
        const isImpossible = bears.some(({ condition }) => meets(condition, facts))
        const { state, duties, counsel } = interpret(stack, law.act, facts)
        const { verdict, silence } = answeredOf(state, needsPower(law))
        const rest = [...silence, counsel, ...duties.map(({ id }) => id)].join()
        const answer = isImpossible ? 'impossible' : `${verdict} ${rest}`
        const others = JSON.stringify([...facts].filter(([name]) => !claim.facts.includes(name)))
        const before = answers.get(others) ?? answer
        answers.set(others, answer)
        return before === answer
      })
    }
  }
}

function everyCase(law: Law): readonly ReadonlyMap<string, string | number>[] {
  const free = { ...law, library: { ...law.library, vocabulary: { ...law.library.vocabulary, impossible: [] } } }
  return possibleCases(free)
}

function summary(decision: Decision): object {
  return {
    verdict: decision.verdict,
    possible: decision.possible.toSorted(),
    certainDuties: decision.duties
      .filter(({ certain }) => certain)
      .map(({ duty }) => duty)
      .sort(),
    possibleDuties: decision.duties.map(({ duty }) => duty).sort(),
    isSettledByDoubt: decision.flags.includes('settled-by-doubt'),
  }
}

function isAskable(law: Law, stack: Stack, knowledge: Knowledge, name: string): boolean {
  if (knowledge.get(name)?.kind === 'cannot-say') return false
  const fact = law.library.vocabulary.facts.find((candidate) => candidate.name === name)
  return fact?.isProtected !== true || forcedFacts(stack).has(name)
}

function nearest(law: Law, stack: Stack, knowledge: Knowledge, now: Verdict): readonly string[] {
  return law.library.vocabulary.facts.flatMap(({ name, isProtected, isVolunteered }) => {
    if (isProtected || (!isVolunteered && knowledge.get(name)?.kind !== 'value')) return []
    return valuesOfFact(law, name).flatMap((value) => {
      const changed = new Map<string, FactState>([...knowledge, [name, { kind: 'value', value }]])
      const [verdict, ...others] = distinct(tryAll(law, stack, changed))
      return verdict === undefined || verdict === now || others.length > 0 ? [] : [`${name} ${value} ${verdict}`]
    })
  })
}

function valuesOfFact(law: Law, name: string): readonly (string | number)[] {
  return factValues(law.library).find(([fact]) => fact === name)?.[1] ?? []
}

/** The values of a fact that a change covers. */
function valuesIn(law: Law, name: string, to: NearestChange['to']): readonly (string | number)[] {
  const dayOrNumber = (end: number | string): number => (typeof end === 'number' ? end : Date.parse(end) / 86_400_000)
  return valuesOfFact(law, name).filter((value) => {
    if (typeof to === 'string') return value === to
    return typeof value === 'number' && dayOrNumber(to.from) <= value && value <= dayOrNumber(to.to)
  })
}

function partsOf(law: Law, words: string): readonly [string, string | number] {
  const [name = '', value = ''] = words.split(' = ')
  return [name, valuesOfFact(law, name).find((known) => `${known}` === value) ?? Number(value)]
}
