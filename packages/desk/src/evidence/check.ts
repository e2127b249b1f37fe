/** The evidence check on record: which paper, the answers about it, and what the law reads of them. */
import { checkKnowledge, type AnswerJson, type FactState, type Stack } from '@brightline/engine'
import type { Texts } from '@brightline/language'
import { Temporal } from 'temporal-polyfill'
import { dropAnswers, keepAnswers, type NewAnswers } from '../case/keep-answers.ts'
import type { CaseRecord } from '../case/read-case.ts'
import type { Who, Work } from '../database/transaction.ts'
import { factsOfPaper } from './facts.ts'
import { questionsOf, type CheckedForm, type EvidenceAnswers } from './question.ts'

/** Who writes, where, and under which law. */
export interface Writing {
  readonly work: Work
  readonly who: Who
  readonly stack: Stack
}

/** Reads the answers about the paper of a case. */
export async function readCheck(work: Work, caseId: string, form: CheckedForm): Promise<EvidenceAnswers> {
  const rows = await work
    .selectFrom('evidence_checks')
    .select(['question', 'answer'])
    .where('case_id', '=', caseId)
    .execute()
  const answerOf = new Map(rows.map(({ question, answer }) => [question, answer]))
  return new Map(
    questionsOf(form).flatMap((question) => {
      const answer = answerOf.get(question)
      return answer === undefined ? [] : [[question, answer] as const]
    }),
  )
}

/** Chooses the paper that is with a request. What was said about another paper goes: it was about that one. */
export async function keepForm(writing: Writing, found: CaseRecord, form: AnswerJson): Promise<void> {
  const { work, stack } = writing
  if (found.answers.get('warrant.form')?.value !== form) {
    await work.deleteFrom('evidence_checks').where('case_id', '=', found.id).execute()
    await dropAnswers(work, found.id, factsOfPaper(stack.vocabulary))
  }
  await keepAnswers(writing, found, { 'warrant.form': form })
}

/** Keeps the answers about a paper, and the facts that they say. */
export async function keepCheck(
  writing: Writing,
  found: CaseRecord,
  { answers, facts }: { readonly answers: EvidenceAnswers; readonly facts: NewAnswers },
): Promise<void> {
  const { work, who } = writing
  const at = { answered_at: Temporal.Now.instant().toString(), answered_by: who.user }
  const place = { agency_id: found.agency, desk_id: found.desk, case_id: found.id }
  const rows = [...answers].map(([question, answer]) => ({ ...place, question, answer, ...at }))
  if (rows.length === 0) return
  await work
    .insertInto('evidence_checks')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'question']).doUpdateSet((set) => ({
        answer: set.ref('excluded.answer'),
        answered_at: set.ref('excluded.answered_at'),
        answered_by: set.ref('excluded.answered_by'),
      })),
    )
    .execute()
  // The signature was looked at anew, and says nothing any more; or the paper is for this person after all.
  if (answers.has('signed') && !('warrant.signer' in facts)) await dropAnswers(work, found.id, ['warrant.signer'])
  if (answers.get('signed') === 'yes' && answers.get('names-person') === 'yes')
    await dropAnswers(work, found.id, ['warrant.of-another'])
  await keepAnswers(writing, found, facts)
}

/** Says why answers cannot be true together, as the law says it; null where they can. Another paper takes its facts along. */
export function impossibleWith({ vocabulary }: Stack, { answers }: CaseRecord, facts: NewAnswers): Texts | null {
  const form = facts['warrant.form']
  const gone = form === undefined || form === answers.get('warrant.form')?.value ? [] : factsOfPaper(vocabulary)
  const known = new Map<string, FactState>()
  for (const [fact, { value }] of answers) if (isFact(fact) && !gone.includes(fact)) known.set(fact, stateOf(value))
  for (const [fact, value] of Object.entries(facts)) known.set(fact, stateOf(value))
  const [problem] = checkKnowledge(vocabulary, known, new Set()).filter(({ code }) => code === 'FACT-0004')
  return problem?.code === 'FACT-0004' ? problem.impossible.reason : null
}

function isFact(address: string): boolean {
  return !address.includes(':')
}

function stateOf(value: AnswerJson): FactState {
  return value === null ? { kind: 'cannot-say' } : { kind: 'value', value }
}
