/** What a row of duties keeps of the law: enough to say it, and to count its time anew when an event becomes known. */
import type { DutyDue } from '@brightline/engine'
import type { Due as DueOfLaw, Texts as TextsOfLaw } from '@brightline/language'
import { sql, type RawBuilder } from 'kysely'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'

const Texts = Type.Intersect([Type.Object({ en: Type.String() }), Type.Record(Type.String(), Type.String())])

const Span = Type.Object({
  amount: Type.Integer(),
  unit: Type.Union([
    Type.Literal('minutes'),
    Type.Literal('hours'),
    Type.Literal('days'),
    Type.Literal('weeks'),
    Type.Literal('months'),
    Type.Literal('years'),
  ]),
  event: Type.String(),
  excludesWeekends: Type.Boolean(),
  calendar: Type.Union([Type.String(), Type.Null()]),
})

const Due = Type.Union([
  Type.Object({ kind: Type.Literal('promptly') }),
  Type.Object({ kind: Type.Literal('at-once') }),
  Type.Object({ kind: Type.Literal('before'), event: Type.String() }),
  Type.Object({ kind: Type.Literal('within'), span: Span }),
])

const stored = Compile(
  Type.Object({
    cite: Type.String(),
    mark: Type.String(),
    action: Texts,
    recipient: Type.Union([Texts, Type.Null()]),
    languages: Type.Array(Type.String()),
    inEveryLanguage: Type.Optional(Type.Boolean()),
    ifMissed: Type.Union([Texts, Type.Null()]),
    due: Type.Union([Due, Type.Null()]),
    certain: Type.Boolean(),
  }),
)

/** A duty as a row keeps it. */
export interface StoredDuty {
  readonly cite: string
  readonly mark: string
  readonly action: TextsOfLaw
  readonly recipient: TextsOfLaw | null
  readonly languages: readonly string[]
  /** It must be done in each of them; rows of older releases do not say it. */
  readonly inEveryLanguage?: boolean
  readonly ifMissed: TextsOfLaw | null
  readonly due: DueOfLaw | null
  /** False where it arises only for some values of what is not known. */
  readonly certain: boolean
}

/** Keeps of a duty of a decision what its row needs. */
export function storedDuty(duty: DutyDue): StoredDuty {
  const { cite, mark, action, recipient, languages, inEveryLanguage, ifMissed, due, certain } = duty
  return { cite, mark, action, recipient, languages, inEveryLanguage, ifMissed, due, certain }
}

/** Reads what a row keeps; null where a program of another version wrote something else. */
export function readStoredDuty(document: unknown): StoredDuty | null {
  return stored.Check(document) ? document : null
}

/**
 * Writes where a row of decisions keeps its duties: those of the engine's decision on its act, which stands alone or in a
 * document of several.
 */
export function dutiesInRow(row: string): RawBuilder<unknown> {
  const [document, act] = [sql.ref(`${row}.document`), sql.ref(`${row}.act`)]
  return sql`coalesce(${document} -> 'duties', jsonb_path_query_first(${document},
    '$.decisions[*] ? (@.act == $act).duties', jsonb_build_object('act', ${act})))`
}

/** Finds them in a row that was read. */
export function dutiesOfRow({ document, act }: { readonly document: unknown; readonly act: string }): unknown {
  const fields = fieldsOf(document)
  const decisions = fields.get('decisions')
  const among = Array.isArray(decisions) ? decisions.map(fieldsOf) : []
  return fields.get('duties') ?? among.find((one) => one.get('act') === act)?.get('duties')
}

/** Reads the fields of a value; none where it has none. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}
