/** That a paper was given: put on record once, and what it proves for the duties that demanded it. */
import type { Temporal } from 'temporal-polyfill'
import { readCase, type CaseRecord } from '../case/read-case.ts'
import type { Json } from '../database/tables.ts'
import { transaction, type Database, type Who, type Work } from '../database/transaction.ts'
import { dischargeDuties } from '../duty/discharge-duties.ts'
import type { LanguageReason } from '../duty/languages.ts'
import { logRow } from '../record/log-row.ts'
import { keptMoment } from '../record/record-of.ts'
import { Refusal } from '../server/refusal.ts'
import { demandsOf, missingOf, waitingFor } from './demand.ts'
import { isPaperKind, type PaperKind } from './paper-kind.ts'

/** The ways in which a paper reaches somebody. */
export const channels = ['in-hand', 'read-aloud', 'post', 'e-mail', 'fax'] as const

/** What the person did with the pen. */
export const signatures = ['signed', 'refused', 'not-asked'] as const

/** What the person chose on a form; no answer means no. */
export const formChoices = ['no', 'with-attorney', 'yes', 'none'] as const

/** What can be said of the language that was offered where it is none of the papers. */
export const offersBeside = ['other', 'none'] as const

/** What is put on record. */
export interface Giving {
  readonly givenAt: Temporal.Instant
  readonly channel: (typeof channels)[number]
  readonly signature: (typeof signatures)[number]
  readonly hadInterpreter: boolean
  readonly choice: (typeof formChoices)[number] | null
  /** The language in which the paper was offered; null for papers that do not go to the person. */
  readonly offered: string | null
  /** Why this is enough though the law wants another language too; null where that is still to be given. */
  readonly why: LanguageReason | null
}

/** Puts on record that a notice was given. Gives false where it was on record already, and nothing is changed then. */
export async function recordGiven(
  database: Database,
  who: Who,
  { reference, notice }: { readonly reference: string; readonly notice: string },
  giving: Giving,
): Promise<boolean> {
  return await transaction(database, who, async (work) => {
    const found = (await readCase(work, reference)).notices.find(({ id }) => id === notice)
    if (found === undefined) throw new Refusal('not-found')
    // Whoever puts the same on record waits here, and then finds it given.
    const row = await work
      .selectFrom('notices')
      .selectAll()
      .where('id', '=', notice)
      .where('given_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return false
    const { channel, signature, choice, offered, hadInterpreter: had_interpreter } = giving
    const given_at = keptMoment(giving.givenAt)
    const said = { given_by: who.user, channel, signature, had_interpreter, choice, offered }
    const logged = await logRow(work, 'paper', { ...row, ...said, given_at })
    await work
      .updateTable('notices')
      .set({ ...said, given_at: given_at.toString(), ...logged })
      .where('id', '=', notice)
      .execute()
    if (isPaperKind(row.kind))
      await discharge(work, who, await readCase(work, reference), { kind: row.kind, why: giving.why })
    return true
  })
}

interface Met {
  readonly kind: PaperKind
  readonly why: LanguageReason | null
}

/**
 * Discharges the duties that a kind of paper meets, once everybody has it who must, in each language that the law wants, or
 * for a reason that was said. The papers are the proof.
 */
async function discharge(work: Work, who: Who, record: CaseRecord, { kind, why }: Met): Promise<void> {
  if (waitingFor(kind, record.notices).length > 0) return
  const demand = demandsOf(record).find((one) => one.kind === kind)
  const given = record.notices.filter((one) => one.kind === kind && one.given_at !== null)
  const open = (demand?.duties ?? []).flatMap((duty) =>
    duty.state === 'open' ? [{ id: duty.id, missing: missingOf(duty, record.notices) }] : [],
  )
  const isMet = ({ missing }: (typeof open)[number]): boolean => missing.length === 0 || why !== null
  for (const [missing, alike] of Map.groupBy(open.filter(isMet), (one) => one.missing.join(' '))) {
    const languages = missing === '' || why === null ? {} : { languages: { missing: missing.split(' '), why } }
    const proof = { ...proofOf(given), ...languages }
    await dischargeDuties(work, who, { ids: alike.map(({ id }) => id), proof, policyHash: null })
  }
}

/** Says how a duty was done, by the notice that was given last; the others stand beside it. */
function proofOf(given: CaseRecord['notices']): { readonly [key: string]: Json } {
  const [last] = given.toSorted((one, other) => timeOf(other) - timeOf(one))
  const how = wayByChannel[channels.find((one) => one === last?.channel) ?? 'in-hand']
  const notices = given.map(({ id, recipient, channel, language }) => ({ notice: id, recipient, channel, language }))
  return { how, notice: last?.id ?? null, doneAt: last?.given_at?.toString() ?? null, notices }
}

/** The words in which a duty is said to be done. */
const wayByChannel = {
  'in-hand': 'given-in-person',
  'read-aloud': 'given-in-person',
  post: 'sent-by-mail',
  'e-mail': 'sent-electronically',
  fax: 'sent-electronically',
} as const

function timeOf({ given_at: at }: CaseRecord['notices'][number]): number {
  return at?.epochMilliseconds ?? 0
}
