/** Says where entries stand in the log of an agency: at which desk or in which book, and under which number. */
import { bookOfKind, claimKinds, type ClaimKind } from './book.ts'
import { sayRecord } from './words.ts'

/** Entries of one kind that are named together. */
export interface LoggedPlace {
  readonly kind: ClaimKind
  /** The letters of the desk, or the last word of the book where no desk has them. */
  readonly desk: string
  readonly serials: readonly number[]
}

/**
 * Says it.
 *
 * @example
 * whereLogged({ kind: 'request', desk: 'SJ', serials: [4] }, 'en') // => 'book of requests, number 4'
 */
export function whereLogged({ kind, desk, serials }: LoggedPlace, lang: string): string {
  const say = sayRecord(lang)
  const numbers = serials.join(', ')
  if (kind !== 'clock' && kind !== 'decision') return say('in-book', { book: say(`book-${kind}`), numbers })
  // A correction of the clock stands in the line that it corrects.
  const book = booksByName.get(desk)
  return book === undefined
    ? say('at-desk', { desk: desk.toUpperCase(), numbers })
    : say('in-book', { book: say(`book-${book}`), numbers })
}

const booksByName = new Map<string, Exclude<ClaimKind, 'clock' | 'decision'>>(
  claimKinds.flatMap((kind) => (kind === 'clock' || kind === 'decision' ? [] : [[bookOfKind[kind], kind] as const])),
)
