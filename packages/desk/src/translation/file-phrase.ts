/** What a file of a translation holds before its phrases are judged, and what can be wrong with it. */

/** Where something stands: the row of a table, or the line of a text. */
export interface Place {
  readonly unit: 'row' | 'line'
  readonly at: number
}

/** A phrase as it stands in a file. */
export interface FilePhrase {
  readonly key: string
  readonly english: string
  readonly text: string
  readonly place: Place
}

/** What can be wrong with a file as a whole. */
export type FormFault = 'encoding' | 'malformed' | 'version' | 'language' | 'markup'

/** Why a file cannot be read any further. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly fault: FormFault
  readonly place: Place
  /** What stands there, shortened. */
  readonly found: string
}

/** A file as it was read. */
export type RawFile =
  | { readonly kind: 'phrases'; readonly lang: string; readonly end: Place; readonly phrases: readonly FilePhrase[] }
  | Unreadable

/** Says why a file cannot be read on. */
export function unreadable(fault: FormFault, place: Place, found = ''): Unreadable {
  const line = found.replaceAll(/\s+/g, ' ')
  return { kind: 'unreadable', fault, place, found: line.length > 40 ? `${line.slice(0, 40)}…` : line }
}
