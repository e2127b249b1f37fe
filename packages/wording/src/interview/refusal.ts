/** Why an answer is not taken, in words. */
import type { Journey, QuestionStep, Refusal, TimeFault } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { sayIn } from '../phrase/phrases.ts'
import { answerWords } from './answer-words.ts'
import { interviewPhrases } from './phrases.ts'

/** Says why an answer to a step is refused. */
export function refusalWords(step: QuestionStep, refusal: Refusal, lang: string): string {
  const say = sayIn(interviewPhrases, lang)
  switch (refusal.kind) {
    case 'needs-answer':
      return say('refused-needs-answer')
    case 'impossible':
      return refusal.reason === null
        ? say('refused-together')
        : say('refused-impossible', { reason: textIn(refusal.reason, lang) })
    case 'unreadable':
      return unreadableWords(step, lang)
  }
}

/** Says why a time is not taken. */
export function timeFaultWords(fault: TimeFault, lang: string): string {
  const say = sayIn(interviewPhrases, lang)
  switch (fault.kind) {
    case 'skipped':
      return say('time-skipped')
    case 'twice':
      return say('time-twice', { earlier: fault.offsets[0], later: fault.offsets[1] })
    case 'no-time':
    case 'too-far':
    case 'offset-disagrees':
      return say('refused-time')
  }
}

/** Says that an earlier answer to this step no longer counts; null where there is none. */
export function asideWords({ aside, stack }: Journey, step: QuestionStep, lang: string): string | null {
  const kept = aside.find(({ address }) => address === step.address)
  if (kept === undefined || typeof kept.why === 'string') return null
  const answer = answerWords(stack, step, kept.answer, lang)
  return sayIn(interviewPhrases, lang)('earlier-answer', { answer, why: refusalWords(step, kept.why, lang) })
}

function unreadableWords(step: QuestionStep, lang: string): string {
  const say = sayIn(interviewPhrases, lang)
  if (step.kind === 'time') return say('refused-time')
  const type = step.kind === 'fact' ? step.fact?.type : undefined
  if (type?.kind === 'date') return say('refused-date')
  if (type?.kind !== 'number') return say('refused-choice')
  const { min, max, canBeNever } = type
  return say(canBeNever ? 'refused-number-or-never' : 'refused-number', { min, max })
}
