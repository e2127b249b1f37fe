/** To the person: where the decision stands in the log, and a code that opens the proof. */
import type { ProofReceipt } from './notice.ts'
import type { Block } from './paper.ts'
import type { Voice } from './voice.ts'

/** Makes the middle of the receipt. */
export function proofReceiptBlocks({ agency, loggedAt, entry, address }: ProofReceipt, voice: Voice): readonly Block[] {
  const { say, time } = voice
  return [
    { kind: 'lead', words: say('receipt-lead', { when: time(loggedAt), agency }) },
    { kind: 'paragraph', words: say('receipt-no-name') },
    { kind: 'paragraph', words: say('receipt-scan') },
    { kind: 'code', name: say('receipt-code'), address },
    {
      kind: 'facts',
      facts: [
        { label: say('receipt-entry'), value: entry },
        { label: say('receipt-address'), value: address },
      ],
    },
    { kind: 'paragraph', words: say('receipt-keep') },
  ]
}
