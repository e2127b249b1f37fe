/** The books of the log of an agency: what is not decided at a desk stands in a book of its kind. */

/** The kinds of rows that have entries, in the order in which pages show them, each with the last word of its place. */
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

/** One of them. */
export type ClaimKind = keyof typeof bookOfKind

/** All of them. */
export const claimKinds: readonly ClaimKind[] = [
  'request',
  'decision',
  'confirmation',
  'time',
  'paper',
  'discharge',
  'outcome',
  'report',
]

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
