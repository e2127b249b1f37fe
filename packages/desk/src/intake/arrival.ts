/** When and how something came: what was typed, read or refused, and written down. */
import { readTime, writeTime, years, type Stack } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { changeRequest, keepRequest } from '../case/keep-request.ts'
import type { CaseRecord } from '../case/read-case.ts'
import { readPaperNumber } from '../sheet/paper-number.ts'
import type { Who, Work } from '../database/transaction.ts'
import type { AskedActs } from './asked-acts.ts'
import { boxItems, channels, findWay, otherWay, type Channel, type Way } from './way.ts'

/** What was typed, as it was typed. */
export interface TypedArrival {
  readonly channel: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly clock: string
  /** The number of the receipt, where it was decided on paper. */
  readonly paper: string
  readonly edition: string
  readonly boxes: readonly string[]
  readonly acts: readonly string[]
}

/** What was read of it. */
export interface Arrival {
  readonly channel: Channel
  readonly receivedAt: Temporal.ZonedDateTime
  readonly paper: string | null
  readonly edition: string | null
  readonly boxes: readonly string[]
  readonly acts: readonly string[]
}

/** What is wrong with a field, as a key of its words with values. */
export interface ArrivalFault {
  readonly field: 'channel' | 'received' | 'clock' | 'edition' | 'paper' | 'acts'
  readonly key:
    | (
        | 'channel-missing'
        | 'day-missing'
        | 'day-wrong'
        | 'clock-missing'
        | 'time-wrong'
        | 'time-far'
        | 'time-future'
        | 'time-yesterday'
      )
    | ('time-skipped' | 'time-twice' | 'edition-wrong' | 'paper-wrong' | 'paper-taken' | 'acts-missing')
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>
}

/** Where and when it is read. */
export interface Setting {
  readonly zone: string
  readonly now: Temporal.Instant
}

/** Gives the way of a case again, by the facts that are on record. */
export function wayOfCase({ answers }: Pick<CaseRecord, 'answers'>): Way {
  const form = answers.get('request.form')?.value
  const paper = answers.get('warrant.form')?.value
  const issuer = answers.get('subpoena.issuer')?.value
  const names: Readonly<Record<string, string>> = {
    'warrant-only': String(paper),
    subpoena: issuer === 'immigration-officer' ? 'i-138' : 'court-subpoena',
    'notice-to-appear': 'i-862',
    // An officer may have a paper and not show it.
    spoken: paper === 'none' ? 'call' : 'officer',
  }
  const name = String(form)
  return findWay(names[name] ?? name) ?? otherWay
}

/** Reads what was typed. Names that no page of ours sends are left out. */
export function readArrival(
  typed: TypedArrival,
  { zone, now }: Setting,
  asked: AskedActs,
): { readonly arrival: Arrival | null; readonly faults: readonly ArrivalFault[] } {
  const channel = channels.find((one) => one === typed.channel)
  const time = readMoment(typed, { zone, now })
  const edition = readEdition(typed.edition)
  const paper = readPaperNumber(typed.paper)
  const isPaperWrong = paper === null && typed.paper.trim() !== ''
  const acts = [...asked.fitting, ...asked.others].filter((act) => typed.acts.includes(act))
  const isUnsaid = asked.mustSay && acts.length === 0
  const faults: ArrivalFault[] = [
    ...('key' in time ? [time] : []),
    ...(channel === undefined ? [{ field: 'channel', key: 'channel-missing' } as const] : []),
    ...(isUnsaid ? [{ field: 'acts', key: 'acts-missing' } as const] : []),
    ...(edition === undefined ? [{ field: 'edition', key: 'edition-wrong' } as const] : []),
    ...(isPaperWrong ? [{ field: 'paper', key: 'paper-wrong' } as const] : []),
  ]
  if (channel === undefined || 'key' in time || edition === undefined || isUnsaid || isPaperWrong)
    return { arrival: null, faults }
  const boxes = boxItems.filter((item) => typed.boxes.includes(item))
  return { arrival: { channel, receivedAt: time.at, paper, edition, boxes, acts }, faults }
}

/** Gives the other case of a desk that a paper number was entered with; null where there is none. */
export async function caseOfPaper(work: Work, found: CaseRecord, { paper }: Arrival): Promise<string | null> {
  if (paper === null) return null
  const others = work.selectFrom('requests as r').innerJoin('cases as c', 'c.id', 'r.case_id').select('c.reference')
  const row = await others
    .where('r.desk_id', '=', found.desk)
    .where('r.paper_number', '=', paper)
    .where('r.case_id', '<>', found.id)
    .executeTakeFirst()
  return row?.reference ?? null
}

/** Writes down when and how a request came, and the digest of its paper where one was made. */
export async function keepArrival(
  { work, who, stack }: { readonly work: Work; readonly who: Who; readonly stack: Stack },
  found: CaseRecord,
  arrival: Arrival,
  hash: Buffer | null,
): Promise<void> {
  await keepAnswers({ work, who, stack }, found, { 'time:receipt': writeTime(arrival.receivedAt) })
  const [form, warrant] = ['request.form', 'warrant.form'].map((fact) => found.answers.get(fact)?.value)
  const said = {
    form: typeof form === 'string' ? form : null,
    warrant: typeof warrant === 'string' ? warrant : null,
    edition: arrival.edition ?? found.request?.edition ?? null,
    channel: arrival.channel,
    paper_number: arrival.paper,
    received_at: arrival.receivedAt.toInstant(),
    box_one_items: arrival.boxes,
    acts: arrival.acts,
    ...(hash === null ? {} : { same_hash: hash }),
  }
  if (found.request === null) await keepRequest(work, who, found, said)
  else await changeRequest(work, found.id, said)
}

/** Gives what stands in the fields at first: what is on record, or today. */
export function typedAtFirst(found: CaseRecord, { zone, now }: Setting): TypedArrival {
  const way = wayOfCase(found)
  const { request } = found
  const at = (request?.received_at ?? now).toZonedDateTimeISO(zone)
  const isNow = request !== null || way.channel !== null
  return {
    channel: request?.channel ?? way.channel ?? '',
    day: String(at.day),
    month: String(at.month),
    year: String(at.year),
    clock: isNow ? clockOf(at) : '',
    paper: textOrEmpty(request?.paper_number),
    edition: textOrEmpty(request?.edition),
    boxes: request?.box_one_items ?? [],
    acts: request?.acts ?? [],
  }
}

function textOrEmpty(text: string | null | undefined): string {
  return text ?? ''
}

function clockOf(at: Temporal.ZonedDateTime): string {
  return writeTime(at.round({ smallestUnit: 'minute', roundingMode: 'floor' })).slice(11)
}

type Moment = { readonly at: Temporal.ZonedDateTime } | ArrivalFault

/** Reads the day, then the time of that day, so that what is wrong is marked where it stands. */
function readMoment({ day, month, year, clock }: TypedArrival, { zone, now }: Setting): Moment {
  if ([day, month, year].some((text) => text.trim() === '')) return { field: 'received', key: 'day-missing' }
  if (clock.trim() === '') return { field: 'clock', key: 'clock-missing' }
  const numbers = [day, month, year].map((text) => text.trim())
  if (!numbers.every((text) => /^\d{1,4}$/.test(text))) return { field: 'received', key: 'day-wrong' }
  const [written = '', inMonth = '', inYear = ''] = numbers
  const full = inYear.length <= 2 ? `20${inYear.padStart(2, '0')}` : inYear
  const date = `${full}-${inMonth.padStart(2, '0')}-${written.padStart(2, '0')}`
  const setting = { zone, today: null }
  const dayRead = readTime(date, setting)
  if (!dayRead.ok) return dayFaultOf(dayRead.problems[0])
  const read = readTime(`${date} ${clock.trim()}`, setting)
  if (!read.ok) return { field: 'clock', ...clockFaultOf(read.problems[0]) }
  if (Temporal.Instant.compare(read.value.at.toInstant(), now.add({ minutes: 5 })) <= 0) return { at: read.value.at }
  const order = Temporal.PlainDate.compare(date, now.toZonedDateTimeISO(zone).toPlainDate())
  if (order === 0 && isLastNight(read.value.at, now)) return { field: 'clock', key: 'time-yesterday' }
  return { field: order <= 0 ? 'clock' : 'received', key: 'time-future' }
}

/** Tells if a time that is still to come today was most likely meant of the evening before. */
function isLastNight(at: Temporal.ZonedDateTime, now: Temporal.Instant): boolean {
  const before = at.subtract({ days: 1 }).toInstant()
  return Temporal.Instant.compare(before, now.subtract({ hours: 12 })) > 0
}

function dayFaultOf(fault: { readonly kind: string } | undefined): ArrivalFault {
  return fault?.kind === 'too-far'
    ? { field: 'received', key: 'time-far', values: years }
    : { field: 'received', key: 'day-wrong' }
}

function clockFaultOf(
  fault: { readonly kind: string; readonly offsets?: readonly string[] } | undefined,
): Pick<ArrivalFault, 'key' | 'values'> {
  if (fault?.kind === 'skipped') return { key: 'time-skipped' }
  if (fault?.kind === 'twice') return { key: 'time-twice', values: { offsets: fault.offsets ?? [] } }
  return { key: 'time-wrong' }
}

/** Reads an edition as month and year; null where none was typed, undefined where it is none. */
function readEdition(text: string): string | null | undefined {
  if (text.trim() === '') return null
  const [, month, year] = /^(0?[1-9]|1[0-2])\/(\d{2}|(?:19|20)\d{2})$/.exec(text.trim()) ?? []
  return month === undefined || year === undefined ? undefined : `${Number(month)}/${year.slice(-2)}`
}
