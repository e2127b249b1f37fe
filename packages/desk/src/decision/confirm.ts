/** A second person confirms a decision, or sends it back. Whoever comes second is told. */
import { readCase, type CaseRecord, type DecisionRecord } from '../case/read-case.ts'
import { refuseClosed } from '../closing/closing.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { writeDutiesOf } from '../duty/write-duties.ts'
import { takeTurn } from '../question/save-answers.ts'
import { bookOfKind } from '../record/book.ts'
import { caseKey } from '../record/case-key.ts'
import { logEntry } from '../record/line.ts'
import { recordedNow } from '../record/log-row.ts'
import { recordOfConfirmation } from '../record/record-of.ts'
import { Refusal } from '../server/refusal.ts'
import type { Reason } from './reason.ts'

/** What was sent. */
export interface Confirming {
  readonly reference: string
  readonly decision: string
  readonly version: number
  readonly outcome: 'confirmed' | 'sent-back'
  readonly reason: Reason | null
}

/** Tells whether somebody may confirm a decision: another person than who decided, in the role that it waits for. */
export function mayConfirm(who: Who, { needs_role: needs, decided_by: by, ...row }: DecisionRecord): boolean {
  return needs === who.role && by !== who.user && row.confirmation === null && !row.isSuperseded
}

/** Records what the second person says. False where somebody else was first: then nothing was recorded. */
export async function confirmDecision(database: Database, who: Who, confirming: Confirming): Promise<boolean> {
  const { reference, decision: id, version, outcome, reason } = confirming
  return await transaction(database, who, async (work) => {
    const record = await readCase(work, reference)
    const decision = record.decisions.find((one) => one.id === id)
    if (decision === undefined) throw new Refusal('not-found')
    refuseClosed(record)
    if (isDone(decision, who, outcome)) return true
    if (decision.confirmation !== null || decision.isSuperseded) return false
    if (!mayConfirm(who, decision)) throw new Refusal('not-allowed')
    if (!(await takeTurn(work, who, record, { version, step: stepAfter(record, id, outcome) }))) {
      const now = await readCase(work, reference)
      return now.decisions.some((one) => one.id === id && isDone(one, who, outcome))
    }
    const of = { decision_id: id, agency_id: record.agency, desk_id: record.desk }
    const said = { ...of, outcome, reason_code: reason, confirmed_by: who.user, confirmed_as: who.role }
    const entry = {
      ...{ verdict: outcome, policy: decision.policy_hash, rules: [] },
      record: recordOfConfirmation({ ...said, confirmed_at: await recordedNow(work) }),
      key: await caseKey(work, { agency_id: record.agency, desk_id: record.desk, case_id: record.id }),
    }
    const place = `${record.place}/${bookOfKind.confirmation}`
    const logged = await logEntry(work, { agency: record.agency, place, timeZone: record.timeZone }, entry)
    await work
      .insertInto('decision_confirmations')
      .values({ ...said, ...logged })
      .execute()
    await writeDutiesOf(work, record)
    return true
  })
}

/** Tells whether this person said so before: a form that was sent twice. */
function isDone({ confirmation }: DecisionRecord, who: Who, outcome: Confirming['outcome']): boolean {
  return confirmation?.confirmed_by === who.user && confirmation.outcome === outcome
}

function stepAfter({ decisions }: CaseRecord, id: string, outcome: Confirming['outcome']): string {
  if (outcome === 'sent-back') return 'sent-back'
  const waits = decisions.some(
    (one) => one.id !== id && !one.isSuperseded && one.needs_role !== null && one.confirmation === null,
  )
  return waits ? 'confirmation' : 'decided'
}
