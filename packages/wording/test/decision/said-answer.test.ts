/** An answer as a tree says what the same answer says in lines, in the same words. */
import { describe, expect, it } from 'vitest'
import { answerLines, plainPainter, saidAnswer, type Said } from '../../src/index.ts'
import { decided } from './invented-law.ts'

const receipt = { receipt: '2026-11-01T09:30' }
const requests: readonly { readonly name: string; readonly request: object }[] = [
  { name: 'a detainer at night', request: { form: 'detainer', events: receipt } },
  {
    name: 'an act that must be done',
    request: {
      form: 'detainer',
      facts: { 'warrant.present': true, 'warrant.signer': 'judge' },
      events: { ...receipt, release: '2026-11-01T12:00' },
    },
  },
  {
    name: 'an answer that rests on doubt',
    request: { form: 'detainer', acts: ['hold'], facts: { 'warrant.present': true, 'warrant.signer': null } },
  },
  {
    name: 'a contested text',
    request: { place: 'us/ex', asOf: '2025-06-01', acts: ['disclose'], facts: { 'letter.date': '2025-05-05' } },
  },
  { name: 'a silent law', request: { place: 'us/ex', asOf: '2016-01-01', acts: ['disclose'] } },
]

const textsOf = (said: readonly Said[]): readonly string[] => said.flatMap(({ text, under }) => [text, ...under])

describe('an answer as a tree', () => {
  for (const { name, request } of requests) {
    for (const lang of ['en', 'es']) {
      it(`says of ${name} in ${lang} only what stands in its lines, each sentence whole`, async () => {
        const { document, stack } = await decided(request)
        const said = saidAnswer(document, stack, lang)
        const lines = answerLines(document, stack, { lang, width: Infinity, paint: plainPainter })
        const bare = new Set(lines.map((line) => line.replace(/^ *(?:[-!] )?/, '')))
        const all = [
          said.title,
          ...said.notes,
          ...textsOf([...said.toDo, ...said.always]),
          ...said.acts.flatMap((act) => [
            act.headline,
            ...act.under,
            ...act.flags,
            ...act.readings,
            ...textsOf([...act.reasons, ...act.after]),
          ]),
          ...said.checked,
        ]
        // The clock time of a duty is left to the page.
        const isSaid = (text: string): boolean =>
          bare.has(text) || [...bare].some((line) => line.startsWith(`${text}: `))
        expect(all.filter((text) => !isSaid(text))).toEqual([])
        expect(said.acts.map(({ decision }) => decision.act)).toEqual(document.decisions.map(({ act }) => act))
        for (const { headline, capitals } of said.acts) expect(headline.startsWith(capitals)).toBe(true)
      })
    }
  }
})
