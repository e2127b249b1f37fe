/** Which papers the duties of a case demand, to whom each still has to go, and by when. */
import type { Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { CaseRecord } from '../case/read-case.ts'
import type { Json, Tables } from '../database/tables.ts'
import { factsOf, paperFor, paperKindNames, type PaperKind, type Recipient } from './paper-kind.ts'

type DutyRow = Selectable<Tables['duties']>
type NoticeRow = Selectable<Tables['notices']>

/** A paper that the law demands in a case. */
export interface Demand {
  readonly kind: PaperKind
  readonly duties: readonly DutyRow[]
  readonly cites: readonly string[]
  /** The languages that the law names; empty where it names none. */
  readonly languages: readonly string[]
  readonly dueAt: Temporal.Instant | null
  readonly isOpen: boolean
  /** Who has not been given it yet. */
  readonly waiting: readonly Recipient[]
}

/** What a row of a duty says that is needed here. It was written by the engine. */
const DutyDocument = Type.Object({
  cite: Type.Optional(Type.String()),
  languages: Type.Optional(Type.Array(Type.String())),
})

/** Lists what is demanded, each paper once, with all duties that it meets. */
export function demandsOf({ duties, notices }: Pick<CaseRecord, 'duties' | 'notices'>): readonly Demand[] {
  return paperKindNames.flatMap((kind) => {
    const mine = duties.filter(({ rule, state }) => paperFor(rule) === kind && state !== 'void')
    if (mine.length === 0) return []
    const said = mine.map(({ document }) => readDocument(document))
    const open = mine.filter(({ state }) => state === 'open')
    return [
      {
        kind,
        duties: mine,
        cites: [...new Set(said.flatMap(({ cite }) => (cite === undefined ? [] : [cite])))],
        languages: [...new Set(said.flatMap(({ languages = [] }) => languages))],
        dueAt: firstOf(open),
        isOpen: open.length > 0,
        waiting: open.length > 0 ? waitingFor(kind, notices) : [],
      },
    ]
  })
}

/**
 * Lists who has not been given a paper. The same notice goes to the person, and to the attorney or one designee: either
 * of the two is enough.
 */
export function waitingFor(kind: PaperKind, notices: readonly NoticeRow[]): readonly Recipient[] {
  const given = new Set(notices.filter((one) => one.kind === kind && one.given_at !== null).map((one) => one.recipient))
  const others = ['attorney', 'designee'] as const
  const isOtherGiven = others.some((other) => given.has(other))
  return factsOf(kind).recipients.filter(
    (recipient) => !given.has(recipient) && !(recipient !== 'person' && isOtherGiven),
  )
}

function readDocument(document: Json): { readonly cite?: string; readonly languages?: readonly string[] } {
  return Value.Check(DutyDocument, document) ? document : {}
}

function firstOf(duties: readonly DutyRow[]): Temporal.Instant | null {
  const times = duties.flatMap(({ due_at: at }) => (at === null ? [] : [at]))
  return times.toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0] ?? null
}
