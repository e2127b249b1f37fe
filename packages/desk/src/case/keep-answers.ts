/**
 * The one way in which answers are stored.
 *
 * INVARIANT: what is stored is a fact of the vocabulary that is not protected, an act, or the time of an event, with a
 * value that the vocabulary knows. Everything else is refused, whoever sends it.
 */
import { agencyFact, readFact, readTime, subjectAt, zoneOf, type AnswerJson, type Stack } from '@brightline/engine'
import { Temporal } from 'temporal-polyfill'
import type { Who, Work } from '../database/transaction.ts'
import { Refusal } from '../server/refusal.ts'
import type { OpenedCase } from './open-case.ts'

/** Answers by their addresses, such as `warrant.signer`, `act:asked` or `time:release`. */
export type NewAnswers = Readonly<Record<string, AnswerJson>>

/**
 * Stores answers on a case under a law. An answer that is there already is replaced.
 *
 * @example
 * await keepAnswers({ work, who, stack }, opened, { 'warrant.form': 'i-200', 'warrant.signer': 'immigration-officer' })
 */
export async function keepAnswers(
  { work, who, stack }: { readonly work: Work; readonly who: Who; readonly stack: Stack },
  { id, agency, desk }: OpenedCase,
  answers: NewAnswers,
): Promise<void> {
  const entries = Object.entries(answers)
  if (!entries.every(([address, value]) => isStorable(stack, address, value))) throw new Refusal('not-understood')
  if (entries.length === 0) return
  const now = Temporal.Now.instant().toString()
  const rows = entries.map(([fact, value]) => ({
    ...{ case_id: id, agency_id: agency, desk_id: desk, fact, value: JSON.stringify(value) },
    ...{ answered_at: now, answered_by: who.user },
  }))
  await work
    .insertInto('answers')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['case_id', 'fact']).doUpdateSet((set) => ({
        value: set.ref('excluded.value'),
        answered_at: set.ref('excluded.answered_at'),
        answered_by: set.ref('excluded.answered_by'),
      })),
    )
    .execute()
}

/** Drops answers of a case that stand for nothing any more: they are asked again where they matter. */
export async function dropAnswers(work: Work, caseId: string, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return
  await work.deleteFrom('answers').where('case_id', '=', caseId).where('fact', 'in', addresses).execute()
}

/** Tells whether the vocabulary has a place for an answer, and it is not protected. */
export function isStorable(stack: Stack, address: string, value: AnswerJson): boolean {
  const { vocabulary, library, place } = stack
  const subject = subjectAt(address)
  const isNamed = (names: readonly { readonly name: string }[], name: AnswerJson): boolean =>
    names.some((one) => one.name === name)
  switch (subject.kind) {
    case 'act':
      return isNamed(vocabulary.acts, value)
    case 'time': {
      const setting = { zone: zoneOf(library, place), today: null }
      const isTime = value === null || (typeof value === 'string' && readTime(value, setting).ok)
      return isTime && isNamed(vocabulary.events, subject.event)
    }
    case 'fact': {
      if (subject.fact === agencyFact) return isNamed(vocabulary.agencies, value)
      const fact = vocabulary.facts.find(({ name }) => name === subject.fact)
      if (fact === undefined || fact.isProtected) return false
      return value === null || readFact(fact, value).ok
    }
  }
}
