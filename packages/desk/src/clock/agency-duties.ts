/** What an agency owes without a request: reports, notices, days of the law. They stand in the same list as the duties of cases. */
import { standingDuties, type StandingDuty } from '@brightline/engine'
import { addDays, type Library } from '@brightline/language'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../database/transaction.ts'
import type { StoredDuty } from '../duty/stored-duty.ts'
import { Refusal } from '../server/refusal.ts'
import type { Log } from '../server/log.ts'

/** Where the law of a place comes from. */
export interface LawOfPlaces {
  readonly of: (place: string) => Promise<{ readonly library: Library }>
}

/** A day on which an agency owes something, as the database takes it. */
interface OwedDay {
  readonly rule: string
  readonly day: string
  readonly due_at: string
  readonly document: StoredDuty
  readonly time_zone: string
}

/** The place, kind and zone of an agency, and the day that it is there. */
interface Owing {
  readonly place: string
  readonly kind: string
  readonly timeZone: string
  readonly today: string
}

/** How far ahead days are kept. */
const daysAhead = 400

/** Lists the days on which an agency owes something, from today on. Each ends with its last second, by the clock of the agency. */
function owedDays(library: Library, { place, kind, timeZone, today }: Owing): readonly OwedDay[] {
  const scope = { place, agency: kind, asOf: today, until: addDays(today, daysAhead) }
  return standingDuties(library, scope).flatMap(({ duty, days }) =>
    days.map((day) => ({
      rule: duty.id,
      day,
      due_at: endOfDay(day, timeZone).toString(),
      document: storedOf(duty),
      time_zone: timeZone,
    })),
  )
}

/** Finds the last second of a day in a zone. */
function endOfDay(day: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).toInstant().subtract({ seconds: 1 })
}

function storedOf({ cite, mark, action, recipient, languages, ifMissed }: StandingDuty['duty']): StoredDuty {
  return { cite, mark: mark.kind, action, recipient, languages, ifMissed, due: null, certain: true }
}

/**
 * Makes what keeps the days of every agency. It does its work once a day, and again where the law was read anew; an agency
 * whose law cannot be read now keeps the days that it has.
 */
export function agencyDutyKeeper(database: Database, law: LawOfPlaces, log: Log): () => Promise<void> {
  const done = new Map<string, { readonly today: string; readonly library: Library }>()
  return async () => {
    const { rows } = await sql<{ agency_id: string; place: string; kind: string; time_zone: string }>`
      select agency_id, place, kind, time_zone from desk.list_places()`.execute(database)
    for (const { agency_id: agency, place, kind, time_zone: timeZone } of rows) {
      const library = await libraryOf(law, place)
      if (library === null) {
        log('law-away')
        continue
      }
      const today = Temporal.Now.zonedDateTimeISO(timeZone).toPlainDate().toString()
      const last = done.get(agency)
      if (last?.today === today && last.library === library) continue
      const days = owedDays(library, { place, kind, timeZone, today })
      await sql`select desk.keep_agency_duties(${agency}, ${JSON.stringify(days)}::jsonb)`.execute(database)
      done.set(agency, { today, library })
    }
  }
}

async function libraryOf(law: LawOfPlaces, place: string): Promise<Library | null> {
  try {
    return (await law.of(place)).library
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
