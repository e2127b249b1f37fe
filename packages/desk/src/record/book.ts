/** The books of the log of an agency: what is not decided at a desk stands in a book of its kind. */
import { setBackVerdict } from '@brightline/ledger'

/** The kinds of rows that have entries, in the order in which pages show them. */
export const claimKinds = [
  'request',
  'decision',
  'confirmation',
  'time',
  'paper',
  'discharge',
  'outcome',
  'closing',
  'report',
  'clock',
] as const

/** One of them. */
export type ClaimKind = (typeof claimKinds)[number]

/** The last word of the place of each kind; decisions stand at their desks, and corrections of the clock in any line. */
export const bookOfKind = {
  request: 'requests',
  decision: null,
  confirmation: 'confirmations',
  time: 'times',
  paper: 'papers',
  discharge: 'duties',
  outcome: 'outcomes',
  closing: 'closings',
  report: 'reports',
  clock: null,
} as const

/** The last word of a place in the log. */
export function bookOf(place: string): string {
  return place.split('/').at(-1) ?? place
}

/** Tells which kind an entry is of, by its book and its verdict. */
export function kindOfEntry({ place, verdict }: { readonly place: string; readonly verdict: string }): ClaimKind {
  if (verdict === setBackVerdict) return 'clock'
  return claimKinds.find((kind) => bookOfKind[kind] === bookOf(place)) ?? 'decision'
}

/** Tells if an entry is that of a decision at a desk. */
export function isOfDesk(entry: { readonly place: string; readonly verdict: string }): boolean {
  return kindOfEntry(entry) === 'decision'
}
