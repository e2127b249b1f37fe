/** The document of a filed report: what it said when it was signed, for ever. It is written canonically, and its hash is in the log. */
import { createHash } from 'node:crypto'
import { printCanonical, valueOf, type Canonical } from '@brightline/ledger'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import type { Inputs, ReportBody } from './body.ts'

/** What a filed report keeps. */
export interface FiledDocument {
  readonly kind: 'filed'
  readonly report: string
  readonly cite: string
  readonly place: string
  readonly agency: string
  readonly timeZone: string
  readonly startsOn: string
  readonly endsOn: string
  readonly version: number
  /** The hash of the filed report that this one corrects. */
  readonly corrects: string | null
  readonly inputs: Inputs
  readonly body: ReportBody
  /** The bookings that were typed in, and how many the record has. */
  readonly reconciliation: { readonly bookings: number | null; readonly recorded: number }
  /** The lists that whoever signed certified as empty. */
  readonly certified: readonly string[]
}

const InputsShape = Type.Record(Type.String(), Type.String())
// A draft keeps what was typed in. The rest is compiled from the record each time it is looked at.
const DraftShape = Type.Object({ kind: Type.Literal('draft'), inputs: InputsShape })

const ValueShape = Type.Union([
  Type.Object({ kind: Type.Literal('moment'), at: Type.String() }),
  Type.Object({ kind: Type.Literal('word'), word: Type.String() }),
  Type.Object({ kind: Type.Literal('agency'), code: Type.String() }),
  Type.Object({ kind: Type.Literal('text'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('none') }),
])
const CellShape = Type.Object({ count: Type.Integer(), references: Type.Array(Type.String()) })
const PartShape = Type.Union([
  Type.Object({
    kind: Type.Literal('counts'),
    id: Type.String(),
    columns: Type.Array(Type.String()),
    rows: Type.Array(Type.Object({ label: ValueShape, cells: Type.Array(CellShape) })),
    isAdditive: Type.Boolean(),
  }),
  Type.Object({
    kind: Type.Literal('list'),
    id: Type.String(),
    columns: Type.Array(Type.String()),
    rows: Type.Array(Type.Object({ reference: Type.String(), cells: Type.Array(ValueShape) })),
    hasCertificate: Type.Boolean(),
  }),
  Type.Object({
    kind: Type.Literal('typed'),
    id: Type.String(),
    fields: Type.Array(
      Type.Object({
        name: Type.String(),
        kind: Type.Union([Type.Literal('number'), Type.Literal('day'), Type.Literal('word')]),
        value: Type.Union([Type.String(), Type.Null()]),
        words: Type.Array(Type.String()),
      }),
    ),
  }),
])
const FiledShape = Type.Object({
  kind: Type.Literal('filed'),
  report: Type.String(),
  cite: Type.String(),
  place: Type.String(),
  agency: Type.String(),
  timeZone: Type.String(),
  startsOn: Type.String(),
  endsOn: Type.String(),
  version: Type.Integer(),
  corrects: Type.Union([Type.String(), Type.Null()]),
  inputs: InputsShape,
  body: Type.Object({
    parts: Type.Array(PartShape),
    gaps: Type.Array(Type.Object({ gap: Type.String(), reference: Type.Union([Type.String(), Type.Null()]) })),
    received: Type.Array(Type.String()),
    closed: Type.Optional(
      Type.Array(
        Type.Object({
          reference: Type.String(),
          reason: Type.String(),
          twin: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
    ),
  }),
  reconciliation: Type.Object({ bookings: Type.Union([Type.Integer(), Type.Null()]), recorded: Type.Integer() }),
  certified: Type.Array(Type.String()),
})

/** Reads the inputs of a draft; none where it has none. */
export function readInputs(document: unknown): Inputs {
  return Check(DraftShape, document) ? document.inputs : {}
}

/** Reads what was filed; null where a program of another version filed it. */
export function readFiled(document: unknown): FiledDocument | null {
  return Check(FiledShape, document) ? document : null
}

/** Writes a filed report as the bytes that are hashed: anybody can hash the download and compare. */
export function filedBytes(document: FiledDocument): Uint8Array {
  return valueOf(printCanonical(canonicalOf(document)))
}

/** Hashes a filed report. */
export function filedHash(document: FiledDocument): Buffer {
  return createHash('sha256').update(filedBytes(document)).digest()
}

function canonicalOf(document: FiledDocument): Canonical {
  const plain: Canonical = JSON.parse(JSON.stringify(document))
  return plain
}
