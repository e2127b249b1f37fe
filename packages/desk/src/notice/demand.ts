/** Which papers the duties of a case demand, to whom each still has to go, and by when. */
import type { Selectable } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { CaseRecord } from '../case/read-case.ts'
import type { Json, Tables } from '../database/tables.ts'
import { missingLanguages } from '../duty/languages.ts'
import { readStoredDuty } from '../duty/stored-duty.ts'
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
  /** Who has not been given it yet, or not in each language. */
  readonly waiting: readonly Recipient[]
  /** The languages in which the person has not been given it, where the law wants it in each. */
  readonly missing: readonly string[]
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
    const missing = [...new Set(open.flatMap((duty) => missingOf(duty, notices)))]
    const without = missing.length > 0 && factsOf(kind).recipients.includes('person') ? ['person' as const] : []
    return [
      {
        kind,
        duties: mine,
        cites: [...new Set(said.flatMap(({ cite }) => (cite === undefined ? [] : [cite])))],
        languages: [...new Set(said.flatMap(({ languages = [] }) => languages))],
        dueAt: firstOf(open),
        isOpen: open.length > 0,
        waiting: open.length > 0 ? [...new Set([...without, ...waitingFor(kind, notices)])] : [],
        missing,
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

/** Lists the languages in which a duty is still to be done. */
export function missingOf(
  { document, rule }: Pick<DutyRow, 'document' | 'rule'>,
  notices: readonly NoticeRow[],
): readonly string[] {
  return missingLanguages(readStoredDuty(document), rule, notices)
}

function readDocument(document: Json): { readonly cite?: string; readonly languages?: readonly string[] } {
  return Value.Check(DutyDocument, document) ? document : {}
}

function firstOf(duties: readonly DutyRow[]): Temporal.Instant | null {
  const times = duties.flatMap(({ due_at: at }) => (at === null ? [] : [at]))
  return times.toSorted((one, other) => one.epochMilliseconds - other.epochMilliseconds)[0] ?? null
}
