/** To the person, the attorney or a designee: the same notice that immigration authorities got. */
import { askerOf } from './request-copy.ts'
import type { Block } from './paper.ts'
import type { SameNotice } from './notice.ts'
import type { Voice } from './voice.ts'

/** Makes the middle of the letter. */
export function sameNoticeBlocks(
  { agency, recipient, request, toldAt, releaseAt }: SameNotice,
  voice: Voice,
): readonly Block[] {
  const { say, time } = voice
  const values = { told: time(toldAt), agency, from: askerOf(request, voice), release: time(releaseAt) }
  const [lead, why] = leads[recipient]
  return [
    { kind: 'lead', words: say(lead, values) },
    ...(why === null ? [] : [{ kind: 'paragraph', words: say(why) } as const]),
    { kind: 'list', items: [say('same-lawyer'), say('same-new')] },
  ]
}

const leads = {
  person: ['same-lead-person', null],
  attorney: ['same-lead', 'same-to-attorney'],
  designee: ['same-lead', 'same-to-designee'],
} as const
