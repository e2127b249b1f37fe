/** What would settle an answer that needs facts: the questions that nobody could answer, each with the way to it. */
import { markup, type Markup } from '@brightline/documents/html'
import { questionStep } from '@brightline/engine'
import { titleOf, type SaidAnswer } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import { settlingFacts, type CaseInterview } from '../question/case-interview.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import { sayAnswer } from './words.ts'

interface Settling {
  readonly record: CaseRecord
  readonly interview: CaseInterview
  readonly lang: string
  /** Tells if the reader answers questions. */
  readonly isWorking: boolean
}

/** Makes the note; null where nothing that could be found out would settle an act. */
export function settleNote({ interview, record, lang, isWorking }: Settling, { acts }: SaidAnswer): Markup | null {
  const { stack, next } = interview.now
  const open = acts.filter(({ decision }) => decision.verdict === 'needs-facts').map(({ decision }) => decision.act)
  if (next.kind !== 'check') return null
  const items = settlingFacts(interview, open).flatMap((fact) => {
    const step = questionStep(stack, fact)
    if (step === null) return []
    const words = titleOf({ stack }, step, lang)
    const path = casePath(record.reference, 'questions', fact)
    return [markup`<li>${isWorking ? markup`<a href="${href(path)}">${words}</a>` : words}</li>`]
  })
  if (items.length === 0) return null
  return markup`<div class="note">${icon('alert')}<div><p>${sayAnswer(lang)('settle')}</p><ul>${items}</ul></div></div>`
}
