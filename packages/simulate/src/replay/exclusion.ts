/** The reasons why requests of a data set are not counted. */
import type { CaseRead } from './case-reader.ts'
import type { ReplayInput } from './input.ts'

/** A reason. */
export type Exclusion =
  /** A filter of the mapping leaves it out, in its own words. */
  | { readonly kind: 'filtered'; readonly reason: string }
  | { readonly kind: 'no-date' }
  | { readonly kind: 'before-window' }
  | { readonly kind: 'after-window' }
  | { readonly kind: 'no-place' }
  /** The facility is somewhere in a place that is wider than that of the policy. */
  | { readonly kind: 'wider-place'; readonly place: string }
  | { readonly kind: 'outside'; readonly place: string }
  /** The form is unknown, or asks for none of the acts. */
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unreadable' }

/** Finds the reason to leave out a case whatever it asks for, or null. */
export function exclusionOf(read: CaseRead, { planned, policies }: ReplayInput): Exclusion | null {
  const { mapping } = planned
  if (read.leftOut !== null) return { kind: 'filtered', reason: read.leftOut }
  if ((mapping.date ?? null) !== null && read.month === null) return { kind: 'no-date' }
  if (read.window !== 'in') return { kind: `${read.window}-window` }
  const place = policies[0]?.law.place ?? ''
  if ((mapping.jurisdiction ?? []).length === 0 || place === 'us') return null
  if (read.place === null) return { kind: 'no-place' }
  if (read.place === place || read.place.startsWith(`${place}/`)) return null
  return place.startsWith(`${read.place}/`) ? { kind: 'wider-place', place: read.place } : { kind: 'outside', place }
}
