/** Gaps against trying every case. */
import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule, Verdict } from '@brightline/language'
import { agrees } from '../../src/stack/agrees.ts'
import { gapsOf, type Gap } from '../../src/analysis/gaps.ts'
import { isInRegion } from '../../src/analysis/region.ts'
import { compileAct } from '../../src/diagram/compile.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { needsPower, rulesOf, stackOf } from '../../src/stack/stack.ts'
import { verdictOf } from '../../src/stack/verdict.ts'
import { acts, laws, runs, type Law, times } from '../random-law.ts'
import { everyCase, type Seen } from './versions.ts'

function casesOf(law: Law, act: string): readonly Seen[] {
  const stack = stackOf(law.library, law.place, law.asOf)
  return everyCase({ law, left: stack, right: stack, act, [fc.toStringMethod]: () => '' })
}

/** Random law in which some form asks for every act. */
const asked = laws.map((law): Law => {
  const facts = law.library.vocabulary.facts.map((fact) =>
    fact.type.kind === 'one-of'
      ? { ...fact, type: { ...fact.type, values: fact.type.values.map((value) => ({ ...value, asks: [...acts] })) } }
      : fact,
  )
  return { ...law, library: { ...law.library, vocabulary: { ...law.library.vocabulary, facts } } }
})

/** The same with the first rule of every instrument said twice. */
const repeated = asked.map((law): Law => {
  const instruments = law.library.instruments.map((one) => {
    const [first] = one.rules
    return first === undefined ? one : { ...one, rules: [...one.rules, { ...first, id: `${first.id}-again` }] }
  })
  return { ...law, library: { ...law.library, instruments } }
})

/** Whether a live rule has an effect: it says what the verdict says, or lifts or bars other rules. */
function decidesBy(rule: Rule, verdict: Verdict, power: boolean): boolean {
  if (['need-not', 'nobody-may-forbid', 'not-forbidden'].includes(rule.modal)) return true
  return agrees(rule, { verdict, needsPower: power })
}

/** Leaves out the kinds of private body that no text on the act names, where the law can tell kinds apart. */
function isReached({ library, place, asOf }: Law, act: string): (seen: Seen) => boolean {
  const stack = stackOf(library, place, asOf)
  const { space, rules, duties, notEncoded } = compileAct(stack, act)
  const named = new Set([...rules, ...duties, ...notEncoded].flatMap(({ agencies }) => agencies ?? []))
  const kinds = library.vocabulary.agencies.filter(({ name, isPrivate }) => !isPrivate || named.has(name))
  return ({ facts }) => !space.levelOf.has('agency') || kinds.some(({ name }) => name === facts.get('agency'))
}

describe('gaps', () => {
  it('count and describe the cases that no rule decides and those in conflict', () => {
    fc.assert(
      fc.property(asked, (law) => {
        const found = gapsOf(stackOf(law.library, law.place, law.asOf))
        for (const act of acts) {
          const cases = casesOf(law, act).filter(isReached(law, act))
          for (const kind of ['no-rule', 'conflict', 'incomplete'] as const) {
            const verdict = kind === 'incomplete' ? 'permitted' : kind
            const open = cases.filter(
              ({ from }) => from.verdict === verdict && (kind !== 'incomplete' || from.answer !== verdict),
            )
            const gaps = found.filter(
              (one): one is Extract<Gap, { count: bigint }> => 'count' in one && one.kind === kind && one.act === act,
            )
            const counts = new Map(gaps.map(({ silence, count }) => [[verdict, ...silence].join('+'), count]))
            const wanted = Map.groupBy(open, ({ from }) => from.answer)
            expect(counts).toEqual(new Map([...wanted].map(([answer, all]) => [answer, BigInt(all.length)])))
            for (const gap of gaps) {
              expect(gap.cases).toBe(BigInt(cases.length))
              const inWords = cases.filter(({ facts }) => isInRegion(gap.region, facts))
              expect(inWords.every(({ from }) => from.answer === [verdict, ...gap.silence].join('+'))).toBe(true)
              expect(BigInt(inWords.length) + gap.region.rest).toBe(gap.count)
            }
          }
        }
      }),
      runs(150),
    )
  })

  it('name the rules that never apply, are always overridden, or never decide, and no others', () => {
    fc.assert(
      fc.property(asked, (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const casesByAct = new Map<string, readonly Seen[]>(acts.map((act) => [act, casesOf(law, act)]))
        const found = new Map(gapsOf(stack).flatMap((gap) => ('rule' in gap ? [[gap.rule.id, gap.kind] as const] : [])))
        for (const rule of rulesOf(stack)) {
          const says = rule.acts.flatMap((act) =>
            (casesByAct.get(act) ?? []).map(({ facts }) => {
              const { state, live } = interpret(stack, act, facts)
              return {
                isLive: live.has(rule.id),
                decides:
                  live.has(rule.id) &&
                  decidesBy(rule, verdictOf(state, needsPower(stack, act)), needsPower(stack, act)),
              }
            }),
          )
          const kind = found.get(rule.id)
          if (says.some(({ decides }) => decides)) expect(['adds-nothing', undefined]).toContain(kind)
          else if (says.some(({ isLive }) => isLive)) expect(kind).toBe('never-decides')
          else expect(['never-applies', 'always-overridden']).toContain(kind)
        }
      }),
      runs(60),
    )
  })

  it('name the rules that say nothing beyond others of their instrument, and no others', () => {
    let idle = 0
    fc.assert(
      fc.property(fc.oneof(asked, repeated), (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const found = new Map(gapsOf(stack).flatMap((gap) => ('rule' in gap ? [[gap.rule.id, gap.kind] as const] : [])))
        const orderOf = (rule: Rule): unknown => {
          return [rule.instrument, rule.modal, rule.reach, rule.decider, rule.limit, rule.counsel?.en]
        }
        const twins = (rule: Rule): readonly string[] =>
          rulesOf(stack).flatMap((other) =>
            other.id !== rule.id && isDeepStrictEqual(orderOf(rule), orderOf(other)) ? [other.id] : [],
          )
        const alone = new Set(
          acts.flatMap((act) =>
            casesOf(law, act).flatMap(({ facts }) => {
              const { live } = interpret(stack, act, facts)
              const isAlone = (rule: Rule): boolean => live.has(rule.id) && !twins(rule).some((id) => live.has(id))
              return rulesOf(stack).flatMap((rule) => (rule.acts.includes(act) && isAlone(rule) ? [rule.id] : []))
            }),
          ),
        )
        for (const rule of rulesOf(stack)) {
          const kind = found.get(rule.id)
          if (kind === 'adds-nothing') idle += 1
          if (kind !== undefined && kind !== 'adds-nothing') continue
          expect(kind === 'adds-nothing').toBe(!alone.has(rule.id) && rule.overrides.length === 0)
        }
      }),
      runs(60),
    )
    expect(idle).toBeGreaterThan(times(5))
  })

  it('name the duties that never arise', () => {
    fc.assert(
      fc.property(asked, (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const idle = new Set(gapsOf(stack).flatMap((gap) => ('duty' in gap ? [gap.duty.id] : [])))
        const arising = new Set(
          acts.flatMap((act) => casesOf(law, act).flatMap(({ from }) => from.duties.map(({ id }) => id))),
        )
        for (const id of idle) expect(arising.has(id)).toBe(false)
        for (const id of arising) expect(idle.has(id)).toBe(false)
      }),
      runs(60),
    )
  })
})
