/** Makes the demonstration: its agency, and two weeks of requests, by the functions that the screens use, moved back in time. */
import type { Pool } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { keepAnswers } from '../case/keep-answers.ts'
import { keepRequest } from '../case/keep-request.ts'
import type { LawOfPlace } from '../case/law-in-use.ts'
import { openCase, type OpenedCase } from '../case/open-case.ts'
import type { Connection } from '../database/connection.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { destroyDay } from '../intake/retention.ts'
import { roles, type Role } from '../people/role.ts'
import type { Room } from '../server/room.ts'
import type { KeyService } from '../vault/key-service.ts'
import { sealIdentity } from '../vault/vault.ts'
import { withdrawCase } from './withdraw-case.ts'
import { finishCase, decideCase, minutesToDecide, wasReleased } from './decide-case.ts'
import { inThePast, type Past } from './in-the-past.ts'
import { inventedRequests, type InventedRequest } from './invented-requests.ts'
import { town } from './town.ts'
import type { DemonstrationPlace } from './year-places.ts'

/** What a demonstration is made with. */
export interface Making {
  /** The owner of the tables, who alone makes the agency and moves its rows in time. */
  readonly owner: Pool
  /** The login with which decisions are made as of a moment that has passed. */
  readonly application: Connection
  readonly room: Room
}

/** Makes the demonstration, and tells how many requests it has. */
export async function makeDemonstration(making: Making): Promise<number> {
  const law = await making.room.law.of(town.place)
  const whoByRole = await makeAgency(making.owner, town)
  const requests = inventedRequests()
  await inThePast(making, async (past) => {
    for (const request of requests) await makeRequest(making.owner, past, { law, whoByRole }, request)
  })
  return requests.length
}

/** Who works at a place of the demonstration. */
export type WhoByRole = ReadonlyMap<Role, Who>

/** Makes an agency of the demonstration. */
export async function makeAgency(owner: Pool, place: DemonstrationPlace): Promise<WhoByRole> {
  const { rows } = await owner.query<{ agency_id: string; desk_id: string; role: string; user_id: string }>(
    'select agency_id, desk_id, role, user_id from desk.make_demonstration($1)',
    [JSON.stringify(place)],
  )
  return new Map(
    roles.flatMap((role) => {
      const row = rows.find((one) => one.role === role)
      if (row === undefined) return []
      const who = { agency: row.agency_id, desk: role === 'clerk' ? row.desk_id : null, role, user: row.user_id }
      return [[role, who] as const]
    }),
  )
}

async function makeRequest(
  owner: Pool,
  past: Past,
  { law, whoByRole }: { readonly law: LawOfPlace; readonly whoByRole: WhoByRole },
  request: InventedRequest,
): Promise<void> {
  const [who, second] = [whoByRole.get('clerk'), whoByRole.get('supervisor')]
  if (who === undefined || second === undefined) throw new Error('the demonstration lacks a clerk or a supervisor')
  const { minutesAgo, progress } = request
  const opened = await past.at(
    minutesAgo,
    async ({ database, keys }) => await enterRequest({ database, who, law, keys, timeZone: town.timeZone }, request),
  )
  if (progress === 'withdrawn') {
    await setBack(owner, opened, minutesAgo)
    await withdrawCase(past, [who, second], opened, minutesAgo)
    return
  }
  if (progress !== 'begun')
    await past.at(minutesAgo - minutesToDecide, async (then) => await decideCase({ room: then, who }, opened, request))
  const later = progress === 'finished' ? Math.min(minutesToFinish, minutesAgo - 1) : 0
  await setBack(owner, opened, later)
  if (progress === 'finished')
    await past.at(minutesAgo - later, async (then) => {
      const finishing = { minutesAgo: minutesAgo - later, outcomes: wasReleased }
      await transaction(then.database, who, async (work) => await finishCase(work, who, opened, finishing))
    })
  await setBack(owner, opened, minutesAgo - later)
}

const minutesToFinish = 95

/** Moves what was entered on a case back in time. */
export async function setBack(owner: Pool, { id }: OpenedCase, minutes: number): Promise<void> {
  await owner.query('select desk.set_back_demonstration($1, make_interval(mins => $2))', [id, minutes])
}

/** What a request is entered with. */
interface Entering {
  readonly timeZone: string
  readonly database: Database
  readonly who: Who
  readonly law: LawOfPlace
  readonly keys: KeyService
}

/** Enters a request: what came, what was answered, and who it is about, sealed. */
export async function enterRequest({ database, ...entering }: Entering, request: InventedRequest): Promise<OpenedCase> {
  const { who } = entering
  return await transaction(database, who, async (work) => {
    const opened = await openCase(work, who)
    await enterOn({ ...entering, work }, opened, request)
    return opened
  })
}

async function enterOn(
  { work, who, law, keys, timeZone }: Omit<Entering, 'database'> & { readonly work: Work },
  opened: OpenedCase,
  { form, channel, acts, answers, progress, bookingNumber, language, minutesAgo, asking, boxOne }: InventedRequest,
): Promise<void> {
  const now = Temporal.Now.instant()
  const warrant = answers['warrant.form']
  const isDecided = progress !== 'begun' && progress !== 'withdrawn'
  await keepRequest(work, who, opened, {
    ...{ form, channel, acts, box_one_items: boxOne, asking_agency: asking },
    warrant: isDecided && typeof warrant === 'string' ? warrant : null,
    // Papers are stamped to the minute.
    received_at: now.subtract({ minutes: minutesAgo }).round({ smallestUnit: 'minute', roundingMode: 'floor' }),
  })
  const stack = law.stackOn(now.toZonedDateTimeISO(timeZone).toPlainDate().toString())
  const all = Object.entries({ 'request.form': form, ...answers })
  // Whoever has begun has answered what came, and not who signed it.
  const given = isDecided ? all : all.filter(([fact]) => !fact.startsWith('warrant.'))
  await keepAnswers({ work, who, stack }, opened, Object.fromEntries(given))
  const destroyOn = destroyDay(now.subtract({ minutes: minutesAgo }), timeZone).toString()
  const place = { agency: opened.agency, desk: opened.desk, caseId: opened.id }
  await sealIdentity(work, keys, place, { identity: { bookingNumber, language }, destroyOn })
  await work.updateTable('cases').set({ identity_at: now.toString() }).where('id', '=', opened.id).execute()
}
