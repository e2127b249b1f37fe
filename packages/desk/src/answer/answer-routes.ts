/** The answer of a case. */
import { Type } from 'typebox'
import { readCase, referencePattern } from '../case/read-case.ts'
import { transaction } from '../database/transaction.ts'
import { requireSignedIn } from '../people/require.ts'
import { interviewOf } from '../question/case-interview.ts'
import { casePath, workingRoles } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import type { App, Room } from '../server/room.ts'
import { sendAnswer } from './send-answer.ts'

const Params = Type.Object({ reference: Type.String({ pattern: referencePattern, maxLength: 20 }) })

/** Declares the route. */
export function declareAnswer(app: App, room: Room): void {
  app.get('/cases/:reference/answer', { schema: { params: Params } }, async (request, reply) => {
    const { who } = requireSignedIn(request)
    const record = await transaction(room.database, who, async (work) => await readCase(work, request.params.reference))
    const interview = await interviewOf(room.law, record)
    const isWorking = workingRoles.includes(who.role)
    // Without an act that is asked for there is nothing to answer.
    if (interview.now.acts.length === 0)
      return await reply.redirect(href(casePath(record.reference, ...(isWorking ? ['questions'] : []))), 303)
    return await sendAnswer(room, request, reply, { opened: { record, interview } })
  })
}
