/** Verifying the record of a case. */
import { Type } from 'typebox'
import { readCase, referencePattern } from '../case/read-case.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { interviewOf } from '../question/case-interview.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { newsOf, recordMain, type CheckedRow } from './page.ts'
import { verifyDecision } from './verify-decision.ts'
import { declarePeriod } from './period-routes.ts'
import { sayRecord } from './words.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })

/** Declares the route. */
export function declareRecord(app: App, room: Room): void {
  declarePeriod(app, room)
  app.get('/cases/:reference/record', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const { lang } = request
    const [record, key] = await transaction(room.database, who, async (work) => {
      const found = await readCase(work, request.params.reference)
      const row = await work.selectFrom('case_keys').select('key').where('case_id', '=', found.id).executeTakeFirst()
      return [found, row?.key ?? null] as const
    })
    const rows: CheckedRow[] = []
    for (const row of record.decisions) rows.push({ row, checked: await verifyDecision(room.database, row, key) })
    if (rows.some(({ checked }) => checked.kind === 'waiting')) room.nudge?.()
    const { stack } = await interviewOf(room.law, record)
    const isError = rows.some(({ checked }) => checked.kind === 'altered' || checked.kind === 'missing')
    const title = `${newsOf(rows, lang)} ${sayRecord(lang)('title')} · ${record.reference}`
    return await sendPage(request, reply, { title, main: recordMain(record, rows, stack, lang), isError })
  })
}
