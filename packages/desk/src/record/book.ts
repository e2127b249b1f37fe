/** The books of the log of an agency: what is not decided at a desk stands in a book of its kind. */

/** The kinds of rows that have entries, in the order in which pages show them. */
export const claimKinds = [
  'request',
  'decision',
  'confirmation',
  'time',
  'paper',
  'discharge',
  'outcome',
  'report',
] as const

/** One of them. */
export type ClaimKind = (typeof claimKinds)[number]

/** The last word of the place of each kind; decisions stand at their desks. */
export const bookOfKind = {
  request: 'requests',
  decision: null,
  confirmation: 'confirmations',
  time: 'times',
  paper: 'papers',
  discharge: 'duties',
  outcome: 'outcomes',
  report: 'reports',
} as const

/** The last word of a place in the log. */
export function bookOf(place: string): string {
  return place.split('/').at(-1) ?? place
}

/** Tells which kind an entry is of, by its book. */
export function kindOfBook(book: string): ClaimKind {
  return claimKinds.find((kind) => bookOfKind[kind] === book) ?? 'decision'
}

/** Tells if an entry is that of a decision at a desk. */
export function isOfDesk({ place }: { readonly place: string }): boolean {
  return kindOfBook(bookOf(place)) === 'decision'
}
