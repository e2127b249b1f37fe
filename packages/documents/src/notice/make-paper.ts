/** A notice to a paper: its head, what it says, and its foot. */
import { textIn } from '@brightline/language'
import { agencyReplyBlocks } from './agency-reply.ts'
import { interviewConsentBlocks } from './interview-consent.ts'
import type { Notice, PrintedIdentity } from './notice.ts'
import type { Block, Fact, Paper } from './paper.ts'
import { proofReceiptBlocks } from './proof-receipt.ts'
import { requestCopyBlocks } from './request-copy.ts'
import { sameNoticeBlocks } from './same-notice.ts'
import { voiceOf, type Voice } from './voice.ts'
import type { NoticeKey } from './words/en.ts'
import type { Translation } from './words/translation.ts'

/**
 * Makes a paper of a notice in the language of a translation. A draft is printed with the English under each line, and
 * says so on its face.
 */
export function makePaper(notice: Notice, translation: Translation, identity: PrintedIdentity = {}): Paper {
  const voice = voiceOf(translation)
  const { say, day } = voice
  const { demandedBy } = notice
  const blocks: readonly Block[] = [
    ...(voice.isDraft ? [{ kind: 'note', words: say('paper-draft') } as const] : []),
    { kind: 'facts', facts: factsOf(notice, identity, voice) },
    ...middleOf(notice, voice),
    ...(notice.kind === 'request-copy' ? givenBlocks(voice) : []),
    ...contactBlocks(notice, voice),
    ...(demandedBy.length === 0
      ? []
      : [{ kind: 'small', words: say('paper-demanded', { cites: demandedBy.join('; ') }) } as const]),
    ...(notice.kind === 'agency-reply' ? [] : [{ kind: 'small', words: say('paper-not-advice') } as const]),
  ]
  return {
    lang: translation.lang,
    title: say(titles[notice.kind]),
    agency: notice.agency,
    place: textIn(notice.place, translation.lang),
    blocks,
    foot: say('paper-page', { page: '{page}', pages: '{pages}' }).text,
    reference: notice.reference,
    madeOn: textIn(day(notice.madeOn), translation.lang),
  }
}

const titles: Readonly<Record<Notice['kind'], NoticeKey>> = {
  'request-copy': 'copy-title',
  'interview-consent': 'consent-title',
  'same-notice': 'same-title',
  'agency-reply': 'reply-title',
  receipt: 'receipt-title',
}

function middleOf(notice: Notice, voice: Voice): readonly Block[] {
  switch (notice.kind) {
    case 'request-copy':
      return requestCopyBlocks(notice, voice)
    case 'interview-consent':
      return interviewConsentBlocks(notice, voice)
    case 'same-notice':
      return sameNoticeBlocks(notice, voice)
    case 'agency-reply':
      return agencyReplyBlocks(notice, voice)
    case 'receipt':
      return proofReceiptBlocks(notice, voice)
  }
}

/** A line without a value is left to be written on; a line about the person stands only where it is given or needed. */
function factsOf(notice: Notice, identity: PrintedIdentity, { say, day, lang }: Voice): readonly Fact[] {
  const { name, bookingNumber, addressee } = identity
  const isToPerson = addressee === undefined && notice.kind !== 'agency-reply'
  return [
    ...(addressee === undefined ? [] : [{ label: say('paper-to'), value: addressee }]),
    ...(name === undefined && !isToPerson ? [] : [{ label: say('paper-name'), value: name ?? '' }]),
    ...(bookingNumber === undefined ? [] : [{ label: say('paper-booking'), value: bookingNumber }]),
    { label: say('paper-reference'), value: notice.reference },
    { label: say('paper-date'), value: textIn(day(notice.madeOn), lang) },
  ]
}

function givenBlocks({ say }: Voice): readonly Block[] {
  return [
    { kind: 'heading', words: say('paper-given') },
    {
      kind: 'lines',
      labels: [say('paper-day-and-time'), say('paper-staff'), say('paper-interpreter'), say('paper-signature')],
    },
    { kind: 'small', words: say('paper-need-not-sign') },
  ]
}

function contactBlocks({ contact }: Notice, { say }: Voice): readonly Block[] {
  if (contact === null) return [{ kind: 'lines', labels: [say('paper-contact')] }]
  return [{ kind: 'facts', facts: [{ label: say('paper-contact'), value: contact }] }]
}
