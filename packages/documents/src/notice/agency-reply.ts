/** To the agency that asked: each act, the answer, and the rule. */
import { citesOf, intentOf, type AgencyReply } from './notice.ts'
import type { Block } from './paper.ts'
import { plain, type Voice } from './voice.ts'

/** Makes the middle of the letter. */
export function agencyReplyBlocks({ request, answers, changes }: AgencyReply, voice: Voice): readonly Block[] {
  const { say, tell, time } = voice
  const rows = answers.map((answer) => [
    tell(answer.name),
    say(`reply-${intentOf(answer)}`),
    plain(citesOf(answer).join('; ')),
  ])
  return [
    { kind: 'lead', words: say('reply-lead', { form: request.form ?? '–', when: time(request.receivedAt) }) },
    { kind: 'table', columns: [say('reply-asked'), say('reply-answer'), say('reply-rule')], rows },
    ...(changes.length === 0
      ? []
      : [
          { kind: 'heading', words: say('reply-change') } as const,
          { kind: 'list', items: changes.map((change) => tell(change)) } as const,
        ]),
    { kind: 'paragraph', words: say('reply-no-more') },
  ]
}
