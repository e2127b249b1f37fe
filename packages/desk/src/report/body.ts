/** What a report says: plain data, so that a filed one can be hashed, kept and shown again as it was. */

/** A value of a list: a moment and its zone are written out, whatever else is a word of ours or a text of the law. */
export type Value =
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'agency'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }

/** A number with the references of the cases that it counts. */
export interface Cell {
  readonly count: number
  readonly references: readonly string[]
}

/** A table of counts. */
export interface CountTable {
  readonly kind: 'counts'
  readonly id: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: Value; readonly cells: readonly Cell[] }[]
  /** Rows and columns add up to something: sums are shown, and small counts are hidden so that no sum gives them away. */
  readonly isAdditive: boolean
}

/** A row for each event. An empty list is certified as such by whoever signs. */
export interface ListTable {
  readonly kind: 'list'
  readonly id: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly reference: string; readonly cells: readonly Value[] }[]
  readonly hasCertificate: boolean
}

/** Figures that the record cannot give, and that somebody types in. */
export interface TypedTable {
  readonly kind: 'typed'
  readonly id: string
  readonly fields: readonly {
    readonly name: string
    readonly kind: 'number' | 'day' | 'word'
    readonly value: string | null
    readonly words: readonly string[]
  }[]
}

/** A part of a report. */
export type Part = CountTable | ListTable | TypedTable

/** Something that the report needs and the record does not say. */
export interface Gap {
  readonly gap: string
  /** The case where it is missing, or null where it is typed into the report. */
  readonly reference: string | null
}

/** A request that was closed: what it was closed for says if it is counted. */
export interface ClosedRequest {
  readonly reference: string
  readonly reason: string
  /** The request as which it is counted, where it was opened twice. */
  readonly twin: string | null
}

/** Everything of a report. */
export interface ReportBody {
  readonly parts: readonly Part[]
  readonly gaps: readonly Gap[]
  /** The references of the cases that the reconciliation counts: each once. */
  readonly received: readonly string[]
  /** The requests of the period that were closed. Reports that were filed before have none. */
  readonly closed?: readonly ClosedRequest[]
}

/** What was typed in, by name. */
export type Inputs = Readonly<Record<string, string>>

/** Counts cases. */
export function cellOf(cases: readonly { readonly reference: string }[]): Cell {
  const references = [...new Set(cases.map(({ reference }) => reference))].toSorted()
  return { count: references.length, references }
}

/** Adds up a column. Where rows add up, no case is in two of them. */
export function totalCell(rows: CountTable['rows'], column: number): Cell {
  const cells = rows.flatMap((row) => row.cells[column] ?? [])
  return {
    count: cells.reduce((sum, { count }) => sum + count, 0),
    references: cells.flatMap(({ references }) => references).toSorted(),
  }
}

/** A word of the reports as a value. */
export function word(name: string): Value {
  return { kind: 'word', word: name }
}

/** A moment as a value, or that there is none. */
export function moment(at: { readonly toString: () => string } | null | undefined): Value {
  return at === null || at === undefined ? { kind: 'none' } : { kind: 'moment', at: at.toString() }
}

/** An agency as a value, or that none is known. */
export function agency(code: string | null | undefined): Value {
  return code === null || code === undefined ? { kind: 'none' } : { kind: 'agency', code }
}
