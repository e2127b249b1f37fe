/** What a correction changes: each number that differs from what was filed before, and each row that came or went. */
import type { Part, ReportBody, Value } from './body.ts'

/** One difference. */
export type Difference =
  | {
      readonly kind: 'number'
      readonly part: string
      readonly row: Value
      readonly column: string
      readonly before: number
      readonly now: number
    }
  | {
      readonly kind: 'row'
      readonly part: string
      readonly reference: string
      readonly change: 'added' | 'removed' | 'changed'
    }
  | {
      readonly kind: 'typed'
      readonly part: string
      readonly name: string
      readonly before: string | null
      readonly now: string | null
    }

/** Lists the differences, in the order of the report. */
export function differences(before: ReportBody, now: ReportBody): readonly Difference[] {
  const known = new Map(before.parts.map((part) => [part.id, part]))
  return now.parts.flatMap((part) => partDifferences(known.get(part.id), part))
}

function partDifferences(before: Part | undefined, now: Part): readonly Difference[] {
  switch (now.kind) {
    case 'counts':
      return countDifferences(before?.kind === 'counts' ? before : { ...now, rows: [] }, now)
    case 'list':
      return rowDifferences(before?.kind === 'list' ? before : { ...now, rows: [] }, now)
    case 'typed': {
      const fields = before?.kind === 'typed' ? before.fields : []
      return now.fields.flatMap(({ name, value }) => {
        const was = fields.find((field) => field.name === name)?.value ?? null
        return was === value ? [] : [{ kind: 'typed' as const, part: now.id, name, before: was, now: value }]
      })
    }
  }
}

type Counts = Extract<Part, { readonly kind: 'counts' }>
type List = Extract<Part, { readonly kind: 'list' }>

function countDifferences(before: Counts, now: Counts): readonly Difference[] {
  const labels = new Map([...before.rows, ...now.rows].map(({ label }) => [keyOf(label), label]))
  const countAt = ({ rows, columns }: Counts, label: string, column: string): number =>
    rows.find((row) => keyOf(row.label) === label)?.cells[columns.indexOf(column)]?.count ?? 0
  return [...labels].flatMap(([key, label]) =>
    now.columns.flatMap((column): readonly Difference[] => {
      const [was, is] = [countAt(before, key, column), countAt(now, key, column)]
      return was === is ? [] : [{ kind: 'number', part: now.id, row: label, column, before: was, now: is }]
    }),
  )
}

function rowDifferences(before: List, now: List): readonly Difference[] {
  const was = new Map(before.rows.map(({ reference, cells }) => [reference, cells.map(keyOf).join('\n')]))
  const is = new Map(now.rows.map(({ reference, cells }) => [reference, cells.map(keyOf).join('\n')]))
  const all = [...new Set([...was.keys(), ...is.keys()])].toSorted()
  return all.flatMap((reference): readonly Difference[] => {
    if (was.get(reference) === is.get(reference)) return []
    const change = !was.has(reference) ? 'added' : is.has(reference) ? 'changed' : 'removed'
    return [{ kind: 'row', part: now.id, reference, change }]
  })
}

/** Tells values apart. The database gives their fields back in another order. */
function keyOf(value: Value): string {
  switch (value.kind) {
    case 'moment':
      return `moment ${value.at}`
    case 'word':
      return `word ${value.word}`
    case 'agency':
      return `agency ${value.code}`
    case 'text':
      return `text ${value.text}`
    case 'none':
      return 'none'
  }
}
