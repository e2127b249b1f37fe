/** To the person: there is a request, and this is what the agency will do. */
import type { Block } from './paper.ts'
import { intentOf, citesOf, type AnsweredAct, type NoticeRequest, type RequestCopy } from './notice.ts'
import { ruleWords } from './rule.ts'
import type { Voice } from './voice.ts'
import { isNoticeKey } from './words/translation.ts'
import type { Texts } from '@brightline/language'

/** Makes the middle of the paper. */
export function requestCopyBlocks({ agency, request, answers }: RequestCopy, voice: Voice): readonly Block[] {
  const { say, time } = voice
  const lead = say('copy-lead', { when: time(request.receivedAt), agency, from: askerOf(request, voice) })
  const isDetainer = request.form?.startsWith('I-247') === true
  return [
    { kind: 'lead', words: lead },
    ...(isDetainer ? [{ kind: 'paragraph', words: say('copy-is-request') } as const] : []),
    { kind: 'heading', words: say('copy-answer') },
    ...answers.flatMap((answer) => answerBlocks(answer, voice)),
    { kind: 'heading', words: say('copy-next') },
    { kind: 'list', items: [say('copy-lawyer'), say('copy-language'), say('copy-new')] },
  ]
}

/** Names who asks. */
export function askerOf({ from }: NoticeRequest, { texts }: Voice): string | Texts {
  return from ?? texts('paper-immigration')
}

function answerBlocks(answer: AnsweredAct, voice: Voice): readonly Block[] {
  const key = `copy-${intentOf(answer)}-${answer.decision.act}`
  // The law on this paper speaks of holds, notices and transfers; of another act the reply to the agency speaks.
  if (!isNoticeKey(key)) return []
  const rule = ruleWords(citesOf(answer), voice)
  return [
    { kind: 'answer', words: voice.say(key) },
    ...(rule === null ? [] : [{ kind: 'small', words: rule } as const]),
  ]
}
