/** Papers of a case: sealed under its key, noticed when they come twice, shown for a reason on record. */
import { randomUUID } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import type { CaseRecord } from '../case/read-case.ts'
import { transaction, type Who, type Work } from '../database/transaction.ts'
import { openCaseKey, openedCaseKey, type OpenedKey, type Vault } from '../vault/case-key.ts'
import { open, seal } from '../vault/seal.ts'
import type { Hint } from './hint.ts'
import { toMediaType, type MediaType } from './media-type.ts'
import { digestOf } from './paper-digest.ts'
import { readPdf } from './read-pdf.ts'

/** The most papers that one case has. */
const mostPapers = 40

/** A paper, without what is on it. */
export interface Paper {
  readonly id: string
  readonly kind: string
  readonly mediaType: MediaType
  readonly receivedAt: Temporal.Instant
  readonly hints: readonly Hint[]
  /** The case in which the same paper came before. */
  readonly sameAs: string | null
}

/** A paper that came in. */
export interface NewPaper {
  readonly kind: string
  readonly mediaType: MediaType
  readonly bytes: Buffer
}

/** What became of a paper; `twice` where this case has it already. */
export type Kept = 'kept' | 'twice' | 'too-many' | 'gone'

type Place = Pick<CaseRecord, 'id' | 'agency' | 'desk'>

/** Seals a paper and keeps it. What it seems to say is read by a program of its own, and of an I-213 nothing is. */
export async function keepPaper(vault: Vault, who: Who, place: Place, paper: NewPaper): Promise<Kept> {
  const { kind, mediaType, bytes } = paper
  const hash = await digestOf(vault, who, bytes)
  const found = await transaction(vault.database, who, async (work) => await findSame(work, place.id, hash))
  if (found.isHere) return 'twice'
  if (found.count >= mostPapers) return 'too-many'
  const hints = mediaType === 'application/pdf' && kind !== 'i-213' ? await readPdf(bytes) : []
  const opened = await openCaseKey(vault, who, { ...place, caseId: place.id }, 'keep-paper')
  if (opened.kind !== 'open') return 'gone'
  const id = randomUUID()
  const sealed = seal(opened.key, bytes, purposeOf(id))
  opened.key.fill(0)
  const row = { id, agency_id: place.agency, desk_id: place.desk, case_id: place.id, kind, media_type: mediaType }
  return await transaction(vault.database, who, async (work) => {
    const made = await work
      .insertInto('papers')
      .values({ ...row, sealed, hash, hints, same_as: found.elsewhere, received_by: who.user })
      .onConflict((conflict) => conflict.columns(['case_id', 'hash']).doNothing())
      .executeTakeFirst()
    return made.numInsertedOrUpdatedRows === 1n ? 'kept' : 'twice'
  })
}

/** Lists the papers of a case, the first first. */
export async function listPapers(work: Work, caseId: string): Promise<readonly Paper[]> {
  const rows = await work
    .selectFrom('papers')
    .leftJoin('papers as before', 'before.id', 'papers.same_as')
    .leftJoin('cases', 'cases.id', 'before.case_id')
    .select(['papers.id', 'papers.kind', 'papers.media_type', 'papers.received_at', 'papers.hints', 'cases.reference'])
    .where('papers.case_id', '=', caseId)
    .orderBy('papers.received_at')
    .execute()
  return rows.map(({ id, kind, media_type: mediaType, received_at: receivedAt, hints, reference }) => {
    return { id, kind, mediaType: toMediaType(mediaType), receivedAt, hints, sameAs: reference }
  })
}

/** What is on a paper. */
export interface OpenedPaper {
  readonly bytes: Buffer
  readonly mediaType: MediaType
}

/** Opens a paper for somebody who looks at it, which goes on record; null where it is gone, or none of this case. */
export async function openPaper(vault: Vault, who: Who, place: Place, id: string): Promise<OpenedPaper | null> {
  const opened = await openCaseKey(vault, who, { ...place, caseId: place.id }, 'look-at-paper')
  return await readOpened(vault, who, place, { id, opened })
}

/** Gives a paper of a case that the same person opened within the last minute, such as a picture inside a page. */
export async function openedPaper(vault: Vault, who: Who, place: Place, id: string): Promise<OpenedPaper | null> {
  const opened = await openedCaseKey(vault, who, { ...place, caseId: place.id })
  return await readOpened(vault, who, place, { id, opened })
}

async function readOpened(
  vault: Vault,
  who: Who,
  place: Place,
  { id, opened }: { readonly id: string; readonly opened: OpenedKey },
): Promise<OpenedPaper | null> {
  if (opened.kind !== 'open') return null
  const row = await transaction(
    vault.database,
    who,
    async (work) =>
      await work
        .selectFrom('papers')
        .select(['sealed', 'media_type'])
        .where('id', '=', id)
        .where('case_id', '=', place.id)
        .executeTakeFirst(),
  )
  const bytes = row === undefined ? null : open(opened.key, row.sealed, purposeOf(id))
  opened.key.fill(0)
  return row === undefined || bytes === null ? null : { bytes, mediaType: toMediaType(row.media_type) }
}

/** Removes a paper that was kept by mistake. That it was is on record, and what was on it is not. */
export async function removePaper(work: Work, who: Who, place: Place, id: string): Promise<void> {
  const { numDeletedRows } = await work
    .deleteFrom('papers')
    .where('id', '=', id)
    .where('case_id', '=', place.id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await noteEvent(work, who, 'paper-removed', place.id)
}

interface Same {
  readonly isHere: boolean
  readonly elsewhere: string | null
  readonly count: number
}

async function findSame(work: Work, caseId: string, hash: Buffer): Promise<Same> {
  const same = await work
    .selectFrom('papers')
    .select(['id', 'case_id'])
    .where('hash', '=', hash)
    .orderBy('received_at')
    .execute()
  const all = await work.selectFrom('papers').select('id').where('case_id', '=', caseId).execute()
  const isHere = same.some((row) => row.case_id === caseId)
  return { isHere, elsewhere: same[0]?.id ?? null, count: all.length }
}

function purposeOf(id: string): string {
  return `paper ${id}`
}
