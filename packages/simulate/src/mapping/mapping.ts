/** How the columns of a data set become facts: the mapping file, as data. `mapping.schema.json` is its schema. */

/** Who owns and runs a facility. It is asked before anything else: a county policy does not bind a state prison. */
export const owners = ['county', 'city', 'state', 'federal', 'private', 'unknown'] as const
export type Owner = (typeof owners)[number]

/** How dates are written. `iso` may carry a time, which is not read; `month` is `2017-04` and counts as its first day. */
export const dateFormats = ['iso', 'us', 'month'] as const
export type DateFormat = (typeof dateFormats)[number]

/** Columns that are read together, joined with ` / `. */
export type Columns = readonly string[]

/** How a fact is read. Empty cells are unknown. */
export type FactSource =
  /** The same for every row: an assumption, so it says why. */
  | { readonly kind: 'constant'; readonly value: string | number; readonly because: string }
  /** By a table of values; null is unknown. */
  | {
      readonly kind: 'values'
      readonly column: string
      readonly values: Readonly<Record<string, string | number | null>>
    }
  /** By words in the cell, the first that fits; null is unknown. */
  | { readonly kind: 'words'; readonly column: string; readonly words: readonly WordRule<string | number | null>[] }
  | {
      readonly kind: 'yes-no'
      readonly column: string
      readonly yes: readonly string[]
      readonly no: readonly string[]
    }
  | { readonly kind: 'number'; readonly column: string; readonly never: readonly string[] }
  | { readonly kind: 'date'; readonly column: string }
  /** Years since a date as of the date of the row, counted up. */
  | { readonly kind: 'years-since'; readonly column: string; readonly never: readonly string[] }
  /** By the date of the row: an assumption. */
  | { readonly kind: 'by-date'; readonly steps: readonly DateStep[]; readonly because: string }

/** A value from a day, through a day, both inclusive; null is open. */
export interface DateStep {
  readonly from: string | null
  readonly through: string | null
  readonly value: string | number | null
}

/** Words in a name, and what they say. */
export interface WordRule<T> {
  readonly any: readonly string[]
  readonly is: T
}

export type OwnerSource =
  | { readonly kind: 'constant'; readonly owner: Owner; readonly because: string }
  | { readonly kind: 'words'; readonly columns: Columns; readonly words: readonly WordRule<Owner>[] }

export type JurisdictionSource =
  | { readonly kind: 'constant'; readonly place: string }
  | { readonly kind: 'values'; readonly columns: Columns; readonly values: Readonly<Record<string, string>> }

export type AgencySource =
  | { readonly kind: 'constant'; readonly agency: string; readonly because: string }
  | { readonly kind: 'by-owner'; readonly agencies: Readonly<Partial<Record<Owner, string>>> }
  | { readonly kind: 'values'; readonly column: string; readonly values: Readonly<Record<string, string | null>> }

/** Rows that count; the others are excluded with the reason. */
export interface Filter {
  readonly column: string
  readonly is: readonly string[]
  readonly reason: string
}

/** A mapping. */
export interface Mapping {
  readonly name: string
  readonly source: string | null
  readonly licence: string | null
  readonly notes: readonly string[]
  readonly delimiter: string
  /** The column with the date of the request; null where the data has none. */
  readonly date: { readonly column: string; readonly formats: readonly DateFormat[] } | null
  /** A column that says how many requests a row stands for. */
  readonly count: string | null
  /** What the tables call the place of a row. */
  readonly label: Columns | null
  readonly owner: OwnerSource
  /** The place of law of a row, tried in order. */
  readonly jurisdiction: readonly JurisdictionSource[]
  readonly agency: AgencySource | null
  readonly where: readonly Filter[]
  /** Acts that are asked where the form does not say. */
  readonly acts: readonly string[]
  readonly facts: Readonly<Record<string, FactSource>>
  /** Columns that are left unread on purpose, with why. */
  readonly ignored: Readonly<Record<string, string>>
}
