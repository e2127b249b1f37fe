/** The copy of a report that leaves the building: small counts hidden, references and rows of single cases left out. */
import { smallest, suppress } from '@brightline/simulate/suppress'
import type { CountTable, Part, ReportBody, Value } from './body.ts'

/** A count as it is shown: hidden where it is small, or where it would give away one that is; or what was typed in. */
export type PublicCount = number | 'hidden' | Value

type TypedField = Extract<Part, { readonly kind: 'typed' }>['fields'][number]

/** A table of the copy. */
export interface PublicTable {
  readonly id: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly label: Value; readonly counts: readonly PublicCount[] }[]
  /** The sums of the columns, where rows add up. */
  readonly totals: readonly PublicCount[] | null
}

/** Makes the tables of the copy. A list of single cases becomes the number of its rows. */
export function publicTables({ parts }: ReportBody): readonly PublicTable[] {
  return parts.flatMap((part) => tableOf(part))
}

function tableOf(part: Part): readonly PublicTable[] {
  switch (part.kind) {
    case 'counts':
      return [part.isAdditive ? additive(part) : { ...part, rows: part.rows.map(alone), totals: null }]
    case 'list':
      return [
        {
          id: part.id,
          columns: ['people'],
          rows: [{ label: { kind: 'word', word: part.id }, counts: [shownAlone(part.rows.length)] }],
          totals: null,
        },
      ]
    case 'typed':
      return [{ id: part.id, columns: ['typed'], rows: part.fields.map(typedRow), totals: null }]
  }
}

function alone({ label, cells }: CountTable['rows'][number]): PublicTable['rows'][number] {
  return { label, counts: cells.map(({ count }) => shownAlone(count)) }
}

function typedRow({ name, kind, value }: TypedField): PublicTable['rows'][number] {
  const label: Value = { kind: 'word', word: name }
  if (value === null) return { label, counts: [{ kind: 'none' }] }
  if (kind === 'word') return { label, counts: [{ kind: 'word', word: value }] }
  if (kind === 'day') return { label, counts: [{ kind: 'text', text: value }] }
  // Arrests are people, money is not.
  return { label, counts: [name.endsWith('arrests') ? shownAlone(Number(value)) : Number(value)] }
}

/** Nobody is counted by a zero. */
function shownAlone(count: number): number | 'hidden' {
  return count > 0 && count < smallest ? 'hidden' : count
}

function additive({ id, columns, rows }: CountTable): PublicTable {
  if (rows.length === 0) return { id, columns, rows: [], totals: null }
  const grid = {
    name: id,
    rows: rows.map((_, at) => String(at)),
    columns,
    cells: rows.map(({ cells }) => cells.map(({ count }) => count)),
  }
  const [safe] = suppress([grid])
  const shown = (row: number, column: number): PublicCount => {
    const count = safe?.cells[row]?.[column]
    return typeof count === 'number' ? count : 'hidden'
  }
  return {
    id,
    columns,
    rows: rows.map(({ label }, row) => ({ label, counts: columns.map((_, column) => shown(row, column)) })),
    totals: columns.map((_, column) => shown(rows.length, column)),
  }
}
