/** The docket of a case. */
import { markup, type Markup } from '@brightline/documents/html'
import { Type } from 'typebox'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { interviewOf } from '../question/case-interview.ts'
import { workingRoles } from '../question/open-interview.ts'
import { findGone, gapBox } from '../record/deleted-entries.ts'
import { declareRecord } from '../record/record-routes.ts'
import { sendPage } from '../server/frame.ts'
import type { App, Room } from '../server/room.ts'
import { nextThing } from './next-thing.ts'
import { docketMain } from './page.ts'
import { readCase, referencePattern, type CaseRecord } from './read-case.ts'
import { sayCase } from './words.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })

/** Says that the reference in the address is that of a copy. */
function copyNote(asked: string, { reference }: CaseRecord, lang: string): Markup | null {
  if (asked === reference) return null
  return markup`<p class="note" role="status">${sayCase(lang)('copy-of', { copy: asked, reference })}</p>`
}

/** Declares the routes. */
export function declareCase(app: App, room: Room): void {
  app.get('/cases/:reference', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const { lang } = request
    const [record, gone] = await transaction(room.database, who, async (work) => {
      const found = await readCase(work, request.params.reference)
      return [found, await findGone(work, found)] as const
    })
    const interview = await interviewOf(room.law, record)
    const next = nextThing(record, interview, who, lang)
    const docket = docketMain({
      record,
      stack: interview.stack,
      next,
      lang,
      isWorking: workingRoles.includes(who.role),
    })
    const main = markup`${gapBox(gone, lang)}${copyNote(request.params.reference, record, lang)}${docket}`
    return await sendPage(request, reply, { title: `${record.reference} · ${sayCase(lang)('docket')}`, main })
  })
  declareRecord(app, room)
}
