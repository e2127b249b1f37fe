/** Counts what the cases of one act come to under one policy. */
import type { Duty } from '@brightline/language'
import { ownValues } from '../cases/dimension.ts'
import type { ActReplay, SideReplay } from './act-replay.ts'
import type { SideDecided } from './decide-cases.ts'
import { addTo, type CaseOutcome, type Tally } from './tally.ts'

/** The counts of one policy so far. */
export interface Side {
  readonly duties: Map<string, { readonly duty: Duty; min: number; max: number }>
  readonly missing: Tally
}

/** Counts a case; one that may not be bound is in no least. */
export function countSide(side: Side, decided: SideDecided, isLoose: boolean, count: number): void {
  for (const fact of decided.open) addTo(side.missing, fact, count)
  for (const { duty, isCertain } of decided.duties) {
    const known = side.duties.get(duty.id) ?? { duty, min: 0, max: 0 }
    side.duties.set(duty.id, known)
    known.max += count
    if (isCertain && !isLoose) known.min += count
  }
}

/** Puts the counts of outcomes together by what this policy sees of them. */
export function toSide(
  side: Side,
  index: number,
  policy: string,
  { tables, outcomes }: Pick<ActReplay, 'tables' | 'outcomes'>,
): SideReplay {
  const total = tables.get('total')?.get(ownValues.all) ?? new Map<string, number>()
  const classOf = (outcome: CaseOutcome): string | null => outcome.sides[index]?.class ?? null
  const byClass = (table: ReadonlyMap<string, Tally>): ReadonlyMap<string, Tally> =>
    new Map([...table].map(([value, tally]) => [value, regrouped(tally, outcomes, classOf)]))
  return {
    policy,
    tables: new Map([...tables].map(([dimension, table]) => [dimension, byClass(table)])),
    answers: regrouped(total, outcomes, (one) => one.sides[index]?.answer ?? null),
    duties: [...side.duties.values()].sort((a, b) => b.max - a.max || (a.duty.id < b.duty.id ? -1 : 1)),
    missing: new Map([...side.missing].sort(([, a], [, b]) => b - a)),
  }
}

/** Counts of outcomes, put together by something that some of them share. */
function regrouped(
  tally: ReadonlyMap<string, number>,
  outcomes: ReadonlyMap<string, CaseOutcome>,
  keyOfOutcome: (outcome: CaseOutcome) => string | null,
): Tally {
  const made: Tally = new Map()
  for (const [key, count] of tally) {
    const outcome = outcomes.get(key)
    const own = outcome === undefined ? null : keyOfOutcome(outcome)
    if (own !== null) addTo(made, own, count)
  }
  return made
}
