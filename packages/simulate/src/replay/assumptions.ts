/** The assumptions of a replay, as data. */
import type { TableForm } from '../cases/case-set.ts'
import { unsaidOwner, type Mapping, type OwnerSource } from '../mapping/mapping.ts'
import type { ReplayInput } from './input.ts'

/** Something that is taken for granted. `because` is in the words of the mapping. */
export type Assumption =
  | { readonly kind: 'law-of-date'; readonly policy: string }
  | { readonly kind: 'no-lower-law'; readonly place: string }
  | { readonly kind: 'elsewhere'; readonly from: string; readonly lookedAt: string }
  | { readonly kind: 'constant-fact'; readonly fact: string; readonly value: string | number; readonly because: string }
  | { readonly kind: 'fact-by-date'; readonly fact: string; readonly because: string }
  | { readonly kind: 'constant-owner'; readonly owner: string; readonly because: string }
  | { readonly kind: 'owner-unsaid' }
  | { readonly kind: 'owner-by-words'; readonly columns: readonly string[] }
  | { readonly kind: 'agency-unknown' }
  | { readonly kind: 'constant-agency'; readonly agency: string; readonly because: string }
  | { readonly kind: 'agency-by-owner'; readonly agencies: Readonly<Record<string, string>> }
  | { readonly kind: 'agency-by-column'; readonly column: string }
  | { readonly kind: 'federal-and-private' }
  | { readonly kind: 'unknown-owner' }
  | { readonly kind: 'acts-of-form' }
  | { readonly kind: 'only-acts'; readonly acts: readonly string[] }
  | { readonly kind: 'month-begins' }
  | { readonly kind: 'title-rows'; readonly rows: number }
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'encoding'; readonly encoding: string }
  | { readonly kind: 'unknown-facts' }

/** Lists every assumption. */
export function assumptionsOf({ planned, policies, acts, cases }: ReplayInput): readonly Assumption[] {
  const { mapping } = planned
  return [
    ...policies.map(({ name }) => ({ kind: 'law-of-date', policy: name }) as const),
    ...placeAssumptions(
      mapping,
      policies.map(({ law }) => law.place),
    ),
    ...formAssumptions(cases.form),
    ...factAssumptions(mapping),
    ownerAssumption(mapping.owner),
    agencyAssumption(mapping.agency ?? null),
    { kind: 'federal-and-private' },
    { kind: 'unknown-owner' },
    acts === null ? { kind: 'acts-of-form' } : { kind: 'only-acts', acts },
    ...(mapping.date?.formats?.includes('month') === true ? [{ kind: 'month-begins' } as const] : []),
    { kind: 'unknown-facts' },
  ]
}

function placeAssumptions(mapping: Mapping, [first, second = first]: readonly string[]): readonly Assumption[] {
  if (first === undefined || second === undefined) return []
  return [
    ...((mapping.jurisdiction ?? []).length > 0 ? [{ kind: 'no-lower-law', place: first } as const] : []),
    ...(first === second ? [] : [{ kind: 'elsewhere', from: first, lookedAt: second } as const]),
  ]
}

function formAssumptions({ titleRows, encoding, sheet }: TableForm): readonly Assumption[] {
  return [
    ...(titleRows > 0 ? [{ kind: 'title-rows', rows: titleRows } as const] : []),
    ...(encoding === 'windows-1252' ? [{ kind: 'encoding', encoding } as const] : []),
    ...(sheet === null ? [] : [{ kind: 'sheet', sheet } as const]),
  ]
}

function factAssumptions({ facts = {} }: Mapping): readonly Assumption[] {
  return Object.entries(facts).flatMap(([fact, source]): readonly Assumption[] => {
    if ('constant' in source) return [{ kind: 'constant-fact', fact, value: source.constant, because: source.because }]
    return 'byDate' in source ? [{ kind: 'fact-by-date', fact, because: source.because }] : []
  })
}

function ownerAssumption(owner: OwnerSource = unsaidOwner): Assumption {
  if (owner === unsaidOwner) return { kind: 'owner-unsaid' }
  return 'owner' in owner ? { kind: 'constant-owner', ...owner } : { kind: 'owner-by-words', columns: owner.columns }
}

function agencyAssumption(agency: NonNullable<Mapping['agency']> | null): Assumption {
  if (agency === null) return { kind: 'agency-unknown' }
  if ('agency' in agency) return { kind: 'constant-agency', ...agency }
  return 'byOwner' in agency
    ? { kind: 'agency-by-owner', agencies: agency.byOwner }
    : { kind: 'agency-by-column', column: agency.column }
}
