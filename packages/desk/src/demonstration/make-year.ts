/** Makes the year of the demonstration: requests at the places whose reports are ready, decided, confirmed and finished. */
import { Temporal } from 'temporal-polyfill'
import { transaction, type Who } from '../database/transaction.ts'
import type { Role } from '../people/role.ts'
import { draftReport, keepInputs, readReport } from '../report/report.ts'
import { giveCopy } from './give-copy.ts'
import { finishCase, decideCase, minutesToDecide } from './decide-case.ts'
import { inThePast, type Past } from './in-the-past.ts'
import { inventedYear, type YearRequest } from './invented-year.ts'
import { enterRequest, makeAgency, setBack, type Making, type WhoByRole } from './make-demonstration.ts'
import { yearPeriods, yearPlaces, type YearPlace } from './year-places.ts'

/** Makes it, the places side by side, and tells how many requests it has. */
export async function makeYear(making: Making): Promise<number> {
  const counts = await Promise.all(yearPlaces.map(async (place) => await makePlace(making, place)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function makePlace(making: Making, place: YearPlace): Promise<number> {
  const now = Temporal.Now.instant()
  const whoByRole = await makeAgency(making.owner, place)
  const requests = inventedYear(place, now)
  await inThePast(making, async (past) => {
    for (const request of requests) await makeRequest(making, past, { place, whoByRole }, request)
  })
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate().toString()
  await draftAll(making, place, someone(whoByRole, 'records-officer'), today)
  return requests.length
}

async function makeRequest(
  { owner, room }: Making,
  past: Past,
  { place, whoByRole }: { readonly place: YearPlace; readonly whoByRole: WhoByRole },
  request: YearRequest,
): Promise<void> {
  const who = someone(whoByRole, 'clerk')
  const law = await room.law.of(place.place)
  const { minutesAgo, minutesToFinish, outcomes, language } = request
  const opened = await past.at(
    minutesAgo,
    async ({ database, keys }) => await enterRequest({ database, who, law, keys, timeZone: place.timeZone }, request),
  )
  await setBack(owner, opened, minutesToDecide)
  await past.at(minutesAgo - minutesToDecide, async (then) => {
    const confirmers = [someone(whoByRole, 'supervisor'), someone(whoByRole, 'counsel')]
    await decideCase({ room: then, who, confirmers }, opened, request)
    if (request.boxOne.length === 0) return
    const giver = { who, agencyName: place.name, language, minutesAgo: minutesAgo - minutesToDecide }
    await giveCopy(then, giver, opened)
  })
  await setBack(owner, opened, minutesToFinish - minutesToDecide)
  await past.at(minutesAgo - minutesToFinish, async (then) => {
    const finishing = { minutesAgo: minutesAgo - minutesToFinish, outcomes }
    await transaction(then.database, who, async (work) => await finishCase(work, who, opened, finishing))
  })
  await setBack(owner, opened, minutesAgo - minutesToFinish)
}

/** Drafts the reports of the periods that are over, with what is typed into them; signing them is left to the visitor. */
async function draftAll({ room }: Making, place: YearPlace, who: Who, today: string): Promise<void> {
  for (const period of yearPeriods(place, today)) {
    const id = await draftReport(room, who, { form: place.report, ...period })
    const { body } = await readReport(room, who, id)
    const bookings =
      place.bookingsOff === null ? {} : { bookings: String(new Set(body.received).size + place.bookingsOff) }
    await keepInputs(room, who, id, { ...place.inputs(period.startsOn.slice(0, 4)), ...bookings })
  }
}

function someone(whoByRole: WhoByRole, role: Role): Who {
  const who = whoByRole.get(role)
  if (who === undefined) throw new Error(`the demonstration has no ${role}`)
  return who
}
