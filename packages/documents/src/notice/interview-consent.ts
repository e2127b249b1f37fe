/** To the person, before an interview: it may be declined. Declining stands first, and no answer means no. */
import { askerOf } from './request-copy.ts'
import type { Block } from './paper.ts'
import type { InterviewConsent } from './notice.ts'
import type { Voice } from './voice.ts'

/** Makes the middle of the form. */
export function interviewConsentBlocks({ agency, request, purpose }: InterviewConsent, voice: Voice): readonly Block[] {
  const { say, tell } = voice
  return [
    { kind: 'lead', words: say('consent-lead', { agency, from: askerOf(request, voice) }) },
    { kind: 'heading', words: say('consent-purpose') },
    { kind: 'paragraph', words: purpose === null ? say('consent-purpose-civil') : tell(purpose) },
    { kind: 'heading', words: say('consent-before') },
    {
      kind: 'list',
      items: [
        say('consent-voluntary'),
        say('consent-decline'),
        say('consent-attorney'),
        say('consent-used'),
        say('consent-no-harm'),
        say('consent-no-answer'),
      ],
    },
    { kind: 'heading', words: say('consent-choice') },
    {
      kind: 'choices',
      hint: say('consent-mark-one'),
      items: [say('consent-no'), say('consent-with-attorney'), say('consent-yes')],
    },
    { kind: 'paragraph', words: say('consent-mind') },
    {
      kind: 'lines',
      labels: [say('consent-signature'), say('paper-day-and-time'), say('paper-interpreter'), say('paper-staff')],
    },
    { kind: 'choices', hint: null, items: [say('consent-read'), say('consent-copied')] },
  ]
}
