/** The cases of a data set with their frequencies, for the order of questions. */
import type { Library } from '@brightline/language'
import type { CaseSet } from '../cases/case-set.ts'
import type { PlannedMapping } from '../mapping/make-plan.ts'
import { CaseReader } from '../replay/case-reader.ts'
import type { FactValue, WeightedCase } from '@brightline/engine'

/** Lists every case that a filter of the mapping does not leave out; equal facts once. */
export function weightedCases(library: Library, planned: PlannedMapping, cases: CaseSet): readonly WeightedCase[] {
  const reader = new CaseReader(library, planned, cases)
  const byKey = new Map<string, { readonly facts: ReadonlyMap<string, FactValue>; weight: number }>()
  for (let at = 0; at < cases.size; at++) {
    if (reader.read(at).leftOut !== null) continue
    const key = reader.factsKey(at)
    const known = byKey.get(key)
    const count = cases.counts[at] ?? 0
    if (known !== undefined) known.weight += count
    else byKey.set(key, { facts: valuesOf(reader, at), weight: count })
  }
  return [...byKey.values()]
}

function valuesOf(reader: CaseReader, at: number): ReadonlyMap<string, FactValue> {
  return new Map(
    [...reader.knowledge(at)].flatMap(([name, state]) =>
      state.kind === 'value' ? [[name, state.value] as const] : [],
    ),
  )
}
