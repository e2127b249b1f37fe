/** Verifying the record of a case. */
import { Type } from 'typebox'
import { readCase, referencePattern } from '../case/read-case.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { interviewOf } from '../question/case-interview.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { readCorrections, verifyCorrections } from './clock-correction.ts'
import { findGone } from './deleted-entries.ts'
import { readOpeningKey } from './opening-key.ts'
import { isMadeBy, newsOf, recordMain } from './page.ts'
import { verifyCase } from './verify-case.ts'
import { isFault } from './verify-entry.ts'
import { declarePeriod } from './period-routes.ts'
import { sayRecord } from './words.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })

/** Declares the route. */
export function declareRecord(app: App, room: Room): void {
  declarePeriod(app, room)
  app.get('/cases/:reference/record', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const { lang } = request
    const [record, key, gone, corrections] = await transaction(room.database, who, async (work) => {
      const found = await readCase(work, request.params.reference)
      return [
        found,
        await readOpeningKey(work, found.id),
        await findGone(work, found),
        await readCorrections(work),
      ] as const
    })
    const rows = await verifyCase(room.database, record, key)
    if (rows.some(({ checked }) => checked.kind === 'waiting')) room.nudge?.()
    const touching = corrections.filter((one) => rows.some((row) => isMadeBy(one, row, record)))
    const checked = await verifyCorrections(room.database, touching)
    const isWrong = [...rows, ...checked].some((one) => isFault(one.checked))
    const found = { rows, gone, corrections: checked }
    const words = { lang, stack: (await interviewOf(room.law, record)).stack }
    const title = `${newsOf(found, lang)} ${sayRecord(lang)('title')} · ${record.reference}`
    const isError = isWrong || gone.entries.length + gone.duties.length > 0
    return await sendPage(request, reply, { title, main: recordMain(record, found, words), isError })
  })
}
