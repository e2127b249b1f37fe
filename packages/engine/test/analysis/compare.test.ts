/** Comparisons against trying every case. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Library } from '@brightline/language'
import type { TermsChange } from '../../src/analysis/act-changes.ts'
import type { Terms } from '../../src/decide/terms.ts'
import { answerOf } from '../../src/analysis/case.ts'
import { compare, compareAct, type ChangedAct } from '../../src/analysis/compare.ts'
import { directionOf, type Direction } from '../../src/analysis/direction.ts'
import { isInRegion } from '../../src/analysis/region.ts'
import { decide } from '../../src/decide/decide.ts'
import { applies } from '../../src/interpret/interpret.ts'
import { rulesOf, stackOf } from '../../src/stack/stack.ts'
import { completions } from '../brute-force.ts'
import { caseOf, draws, knowing, knowledgeFrom, laws, runs, times } from '../random-law.ts'
import { moveKey } from '../../src/analysis/move.ts'
import {
  decidersText,
  counselText,
  differ,
  dutyChanges,
  everyCase,
  limitsText,
  said,
  termsChanges,
  versions,
  type Seen,
  type Versions,
} from './versions.ts'

const directions: readonly Direction[] = ['stricter', 'looser', 'now-unclear', 'as-strict']

/** Compares, or null where nothing differs. */
function changed({ left, right, act }: Versions, boxes: number = 24): ChangedAct | null {
  const result = compareAct(left, right, act, { boxes })
  if (result.kind === 'not-analysed') throw new Error(JSON.stringify(result.reason))
  return result.kind === 'same' ? null : result
}

/** One aspect of terms in one text. */
function sayTerms(aspect: TermsChange['aspect'], { limits, deciders, counsel }: Terms): string {
  if (aspect === 'limit') return limitsText(limits)
  return aspect === 'counsel' ? counselText(counsel) : decidersText(deciders)
}

function tally<Item>(items: readonly Item[], keyOf: (item: Item) => string, countOf: (item: Item) => bigint): object {
  const sums: Record<string, bigint> = {}
  for (const item of items) sums[keyOf(item)] = (sums[keyOf(item)] ?? 0n) + countOf(item)
  return sums
}

describe('a comparison of random law', () => {
  it('counts what trying every case counts', () => {
    fc.assert(
      fc.property(versions, (pair) => {
        const cases = everyCase(pair)
        const found = changed(pair)
        if (found === null) {
          expect(cases.filter(differ)).toEqual([])
          return
        }
        expect(found.cases).toBe(BigInt(cases.length))
        const verdicts = cases.filter(({ from, to }) => from.answer !== to.answer)
        expect(found.verdictChanged).toBe(BigInt(verdicts.length))
        const stays = cases.filter(({ from, to }) => from.answer === to.answer)
        const duties = stays.filter(({ from, to }) => dutyChanges(from, to).length > 0)
        expect(found.onlyDutiesChanged).toBe(BigInt(duties.length))
        expect(found.onlyTermsChanged).toBe(BigInt(cases.filter(differ).length - verdicts.length - duties.length))
        const moved = (direction: Direction): bigint =>
          BigInt(verdicts.filter(({ from, to }) => directionOf(from.verdict, to.verdict) === direction).length)
        for (const direction of directions) expect(found.moves[direction]).toBe(moved(direction))
        const way = ({ from, to }: Seen): string => `${from.answer} ${to.answer}`
        expect(tally(found.verdicts, moveKey, ({ count }) => count)).toEqual(tally(verdicts, way, () => 1n))
        const orders = cases.flatMap(({ from, to }) => dutyChanges(from, to))
        expect(
          tally(
            found.duties,
            ({ change, duty }) => `${change} ${duty.id}`,
            ({ count }) => count,
          ),
        ).toEqual(
          tally(
            orders,
            (key) => key,
            () => 1n,
          ),
        )
      }),
      runs(300),
    )
  })

  it('counts who decides and how long as a decision says them in every case', () => {
    const seen = { decider: 0, limit: 0, counsel: 0 }
    fc.assert(
      fc.property(versions, (pair) => {
        const found = changed(pair)?.terms ?? []
        for (const { aspect } of found) seen[aspect] += 1
        const way = ({ aspect, before, after }: TermsChange): string => {
          const say = (terms: TermsChange['before']): string => sayTerms(aspect, terms)
          return `${aspect} ${say(before)} -> ${say(after)}`
        }
        expect(tally(found, way, ({ count }) => count)).toEqual(
          tally(
            everyCase(pair).flatMap(termsChanges),
            (key) => key,
            () => 1n,
          ),
        )
        for (const change of found) {
          const { left, right } = change.example
          expect(left.verdict).toBe(right.verdict)
          const say = ({ terms }: typeof left): string => sayTerms(change.aspect, terms)
          expect(`${change.aspect} ${say(left)} -> ${say(right)}`).toBe(way(change))
          for (const [stack, answer] of [
            [pair.left, left],
            [pair.right, right],
          ] as const) {
            const { deciders, limit } = decide(stack, pair.act, knowing(change.example.facts))
            expect(decidersText(deciders)).toBe(decidersText(answer.terms.deciders))
            expect(limitsText(limit?.limits ?? [])).toBe(limitsText(answer.terms.limits))
          }
        }
      }),
      runs(700),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(times(10))
  })

  it('reads the terms of a case as a decision says them', () => {
    const seen = { decider: 0, limits: 0 }
    fc.assert(
      fc.property(laws, draws, (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const facts = caseOf(law.library, drawn)
        const { verdict, deciders, limit } = decide(stack, law.act, knowing(facts))
        if (verdict === 'needs-facts') return
        const { terms } = answerOf(stack, law.act, facts)
        expect(terms.deciders).toEqual(deciders)
        expect(terms.limits).toEqual(limit?.limits ?? [])
        if (deciders.length > 0) seen.decider += 1
        if (terms.limits.length > 0) seen.limits += 1
      }),
      runs(900),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(times(30))
  })

  it('describes each region by words that hold in its cases and in no other', () => {
    fc.assert(
      fc.property(versions, fc.constantFrom(1, 3, 40), (pair, boxes) => {
        const found = changed(pair, boxes)
        if (found === null) return
        const cases = everyCase(pair)
        for (const way of new Set(found.verdicts.map(moveKey))) {
          const regions = found.verdicts.filter((other) => moveKey(other) === way).map(({ region }) => region)
          const isWhole = regions.every(({ rest }) => rest === 0n)
          for (const seen of cases) {
            const times = regions.filter((region) => isInRegion(region, seen.facts)).length
            const isChanged = `${seen.from.answer} ${seen.to.answer}` === way
            expect(times).toBeLessThanOrEqual(isChanged ? 1 : 0)
            if (isWhole) expect(times).toBe(isChanged ? 1 : 0)
          }
        }
        for (const { change, duty, region, count } of found.duties) {
          const inWords = cases.filter(({ facts }) => isInRegion(region, facts))
          expect(inWords.every(({ from, to }) => dutyChanges(from, to).includes(`${change} ${duty.id}`))).toBe(true)
          expect(BigInt(inWords.length) + region.rest).toBe(count)
        }
      }),
      runs(200),
    )
  })

  it('shows for each change a case that the interpreter decides so, by a rule of the section named', () => {
    fc.assert(
      fc.property(versions, (pair) => {
        const found = changed(pair)
        for (const { from, to, fromSection, toSection, example } of found?.verdicts ?? []) {
          expect([example.left.verdict, example.right.verdict]).toEqual([from, to])
          for (const [section, answer] of [
            [fromSection, example.left],
            [toSection, example.right],
          ] as const) {
            if (section !== null)
              expect(answer.by.some(({ rule }) => rule.startsWith(`${section.instrument} `))).toBe(true)
          }
        }
        for (const { change, duty, example } of found?.duties ?? []) {
          expect(example.left.duties.includes(duty.id)).toBe(change !== 'begins')
          expect(example.right.duties.includes(duty.id)).toBe(change !== 'ends')
        }
      }),
      runs(200),
    )
  })

  it('says of a request with unknown facts whether all, some or none of its cases are among those that change', () => {
    const seen = { always: 0, sometimes: 0, never: 0 }
    fc.assert(
      fc.property(versions, draws, fc.constantFrom(null, 'police'), (pair, drawn, agency) => {
        const { left, right, act, law } = pair
        const found = compareAct(left, right, act, { agency })
        const knowledge = knowledgeFrom(law.library, drawn)
        const possible = completions(law, knowledge).map((facts): Seen => {
          return { facts, from: said(left, act, facts), to: said(right, act, facts) }
        })
        if (found.kind !== 'changed' || possible.length === 0) return
        const isRead = (found.verdicts[0] ?? found.duties[0] ?? found.terms[0])?.example.facts.has('agency') === true
        const isLookedAt = ({ facts }: Seen): boolean => agency === null || !isRead || facts.get('agency') === agency
        const amongWhich = (isIn: (seen: Seen) => boolean): keyof typeof seen => {
          const among = possible.filter((one) => isLookedAt(one) && isIn(one)).length
          return among === 0 ? 'never' : among === possible.length ? 'always' : 'sometimes'
        }
        for (const { region, reach } of found.verdicts) {
          if (region.rest > 0n) continue
          const expected = amongWhich(({ facts }) => isInRegion(region, facts))
          seen[expected] += 1
          expect(reach(knowledge)).toBe(expected)
        }
        for (const { change, duty, reach } of found.duties) {
          const expected = amongWhich(({ from, to }) => dutyChanges(from, to).includes(`${change} ${duty.id}`))
          seen[expected] += 1
          expect(reach(knowledge)).toBe(expected)
        }
      }),
      runs(500),
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(times(5))
  })

  it('mirrors when its sides are exchanged', () => {
    fc.assert(
      fc.property(versions, (pair) => {
        const one = changed(pair)
        const other = changed({ ...pair, left: pair.right, right: pair.left })
        const section = (name: { instrument: string; section: string } | null): string =>
          `${name?.instrument} ${name?.section}`
        const forth = one?.verdicts.map((way) =>
          [way.from, way.to, section(way.fromSection), section(way.toSection), way.count].join(),
        )
        const back = other?.verdicts.map((way) =>
          [way.to, way.from, section(way.toSection), section(way.fromSection), way.count].join(),
        )
        expect(back?.sort()).toEqual(forth?.sort())
        const mirrored = { begins: 'ends', ends: 'begins', changes: 'changes' } as const
        const duties = other?.duties.map(({ change, duty, count }) => `${mirrored[change]} ${duty.id} ${count}`)
        expect(duties?.sort()).toEqual(
          one?.duties.map(({ change, duty, count }) => `${change} ${duty.id} ${count}`).sort(),
        )
      }),
      runs(200),
    )
  })

  it('is empty between a law and itself, read apart or in another order', () => {
    fc.assert(
      fc.property(laws, (law) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const reordered: Library = {
          ...structuredClone(law.library),
          instruments: law.library.instruments.map((one) => ({
            ...one,
            rules: one.rules.toReversed(),
            duties: one.duties.toReversed(),
          })),
        }
        for (const library of [law.library, structuredClone(law.library), reordered]) {
          const { acts } = compare(stack, stackOf(library, law.place, law.asOf))
          expect(acts.filter(({ kind }) => kind !== 'same')).toEqual([])
        }
      }),
      runs(200),
    )
  })

  it('changes only cases inside an exception that is removed', () => {
    fc.assert(
      fc.property(laws, fc.nat(20), (law, index) => {
        const left = stackOf(law.library, law.place, law.asOf)
        const exceptions = rulesOf(left).filter(({ overrides }) => overrides.length > 0)
        const removed = exceptions[index % Math.max(exceptions.length, 1)]
        if (removed === undefined) return
        const instruments = law.library.instruments.map((one) => ({
          ...one,
          rules: one.rules.filter(({ id }) => id !== removed.id),
        }))
        const right = stackOf({ ...law.library, instruments }, law.place, law.asOf)
        const pair = { law, left, right, act: law.act, [fc.toStringMethod]: () => '' }
        for (const seen of everyCase(pair).filter(differ))
          expect(applies(removed, seen.facts, pair.left.vocabulary)).toBe(true)
        for (const { example } of changed(pair)?.verdicts ?? [])
          expect(applies(removed, example.facts, pair.left.vocabulary)).toBe(true)
      }),
      runs(200),
    )
  })

  it('is the same twice, word for word', () => {
    fc.assert(
      fc.property(versions, (pair) => {
        const text = (): string =>
          JSON.stringify(changed(pair), (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
        expect(text()).toBe(text())
      }),
      runs(50),
    )
  })

  it('counts the cases of one agency only when asked', () => {
    fc.assert(
      fc.property(versions, fc.constantFrom('police', 'jail'), (pair, agency) => {
        const found = compareAct(pair.left, pair.right, pair.act, { agency })
        const cases = everyCase(pair).filter(({ facts }) => facts.get('agency') === agency)
        const isRead =
          found.kind === 'changed' &&
          (found.verdicts[0] ?? found.duties[0] ?? found.terms[0])?.example.facts.has('agency') === true
        if (found.kind === 'changed' && isRead) expect(found.cases).toBe(BigInt(cases.length))
        if (found.kind === 'same') expect(cases.filter(differ)).toEqual([])
      }),
      runs(100),
    )
  })

  it('tries random cases where the diagrams of an act outgrow the budget, and shows only what is so', () => {
    const seen = { same: 0, found: 0, missed: 0 }
    fc.assert(
      fc.property(versions, fc.constantFrom(null, 'jail'), (pair, agency) => {
        const { left, right, act } = pair
        const cut = compareAct(left, right, act, { budget: 2, agency })
        if (cut.kind !== 'not-analysed') return
        expect(cut.reason).toEqual({ kind: 'nodes', nodes: 2 })
        const { example, changed: count } = cut.sampled
        const exact = compareAct(left, right, act, { agency })
        if (exact.kind === 'same') {
          seen.same += 1
          expect(cut.sampled).toMatchObject({ changed: 0, example: null })
        } else seen[count > 0 ? 'found' : 'missed'] += 1
        expect(example === null).toBe(count === 0)
        if (example === null) return
        const again = {
          facts: example.facts,
          from: said(left, act, example.facts),
          to: said(right, act, example.facts),
        }
        expect(differ(again)).toBe(true)
        expect([example.left.verdict, example.right.verdict]).toEqual([again.from.verdict, again.to.verdict])
        if (agency !== null && example.facts.has('agency')) expect(example.facts.get('agency')).toBe(agency)
      }),
      runs(150),
    )
    expect(seen.found).toBeGreaterThan(times(10))
    expect(seen.missed).toBeLessThan(seen.found / 5)
  })
})
