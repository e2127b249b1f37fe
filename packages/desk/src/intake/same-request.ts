/** The same request that comes again: noticed by form, date and file number, and kept as a copy of the first one. */
import { Temporal } from 'temporal-polyfill'
import { noteEvent } from '../administration/note-event.ts'
import type { CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import { readDay, type TypedDay } from '../screen/day-field.ts'
import { takeStep } from './draft.ts'
import { wayOfCase } from './arrival.ts'
import { tidyLine } from './person.ts'

/** What was typed off the paper, and what was said of a request that seems the same. */
export interface TypedPaper extends TypedDay {
  readonly number: string
  readonly same: string
}

/** Tells if a way brings a paper that has a date and a number. An I-213 is not read. */
export function hasNumber(found: Pick<CaseRecord, 'answers'>): boolean {
  const { look, group, name } = wayOfCase(found)
  return look !== null && name !== 'i-213' && ['detainer', 'immigration', 'court'].includes(group)
}

/** Reads it: the words that the digest is made of, none where nothing was typed, or what is wrong. */
export function readPaper(
  { number, day, month, year }: TypedPaper,
  found: Pick<CaseRecord, 'answers'>,
): { readonly words: string | null } | 'dated-wrong' | 'number-missing' {
  const digits = tidyLine(number)
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  const date = readDay({ day, month, year })
  if (date === null && digits === '') return { words: null }
  if (date === null || date === undefined) return 'dated-wrong'
  return digits === '' ? 'number-missing' : { words: `${wayOfCase(found).name}\n${date.toString()}\n${digits}` }
}

/** A request that came before. */
export interface First {
  readonly id: string
  readonly reference: string
}

/** Finds the first request with a digest, among those that the reader sees. What was decided on is no copy. */
export async function findFirst(
  work: Work,
  { id, decisions }: Pick<CaseRecord, 'id' | 'decisions'>,
  hash: Buffer,
): Promise<First | null> {
  if (decisions.length > 0) return null
  const row = await work
    .selectFrom('requests')
    .innerJoin('cases', 'cases.id', 'requests.case_id')
    .select(['cases.id', 'cases.reference'])
    .where('requests.same_hash', '=', hash)
    .where('cases.id', '<>', id)
    .where('cases.copy_of', 'is', null)
    // What was closed takes no copies: it may be that it is not counted.
    .where('cases.closed_at', 'is', null)
    .orderBy('requests.entered_at')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Makes a case a copy of the first one: it is closed, and counted nowhere. False where somebody changed it meanwhile. */
export async function keepAsCopy(
  { work, who, seen }: { readonly work: Work; readonly who: Who; readonly seen: number },
  found: CaseRecord,
  first: First,
): Promise<boolean> {
  if (!(await takeStep(work, who, found, { seen, step: 'arrival' }))) return false
  const closed = { copy_of: first.id, closed_at: Temporal.Now.instant().toString() }
  await work.updateTable('cases').set(closed).where('id', '=', found.id).execute()
  await work.deleteFrom('drafts').where('case_id', '=', found.id).execute()
  await noteEvent(work, who, 'request-copy', first.id)
  return true
}
