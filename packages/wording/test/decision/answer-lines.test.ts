/**
 * What a counter reads, on narrow and wide screens, in English and Spanish.
 *
 * `UPDATE=1` writes the goldens anew; read the diff before you commit it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerLines, plainPainter, widthOf } from '../../src/index.ts'
import { decided } from './invented-law.ts'

const golden = join(import.meta.dirname, 'golden')
const receipt = { receipt: '2026-11-01T09:30' }

const requests: Readonly<Record<string, object>> = {
  'night-shift': { form: 'detainer', events: receipt },
  required: {
    form: 'detainer',
    facts: { 'warrant.present': true, 'warrant.signer': 'judge' },
    events: { ...receipt, release: '2026-11-01T12:00' },
  },
  permitted: {
    form: 'detainer',
    facts: { 'warrant.present': false, 'person.proof-of-status': false, 'release.public': true },
  },
  'one-act': { form: 'detainer', acts: ['hold'], facts: { 'warrant.present': true, 'warrant.signer': null } },
  contested: { place: 'us/ex', asOf: '2025-06-01', acts: ['disclose'], facts: { 'letter.date': '2025-05-05' } },
  'asks-a-date': { place: 'us/ex', acts: ['disclose'] },
  'no-rule': { place: 'us/ex', asOf: '2016-01-01', acts: ['disclose'] },
}

describe('an answer', () => {
  for (const [name, request] of Object.entries(requests)) {
    for (const lang of ['en', 'es']) {
      for (const width of name === 'night-shift' ? [24, 80, 100] : [80]) {
        it(`to ${name} reads well in ${lang} at ${width} columns`, async () => {
          const { document, stack } = await decided(request)
          const lines = answerLines(document, stack, { lang, width, paint: plainPainter })
          const file = join(golden, `${name}-${lang}-${width}.txt`)
          const got = `${lines.join('\n')}\n`
          if (process.env['UPDATE'] === '1') writeFileSync(file, got)
          else expect(got).toBe(readFileSync(file, 'utf8'))
        })
      }
    }
  }

  it.each([24, 40, 80, 100])('has no line wider than %i columns, but for a word that is', async (width) => {
    for (const request of Object.values(requests)) {
      const { document, stack } = await decided(request)
      for (const lang of ['en', 'es']) {
        for (const line of answerLines(document, stack, { lang, width, paint: plainPainter })) {
          if (widthOf(line) > width) expect(line.trim()).not.toContain(' ')
        }
      }
    }
  })

  it.each([
    ['en', 'who decides, each under a provision of its own: the chief; the sheriff'],
    ['es', 'quién decide, cada cual según su propia disposición: el jefe; el alguacil'],
  ])('names all deciders in %s', async (lang, expected) => {
    const { document, stack } = await decided({ form: 'detainer', acts: ['hold'] })
    const deciders = [
      { en: 'the chief', es: 'el jefe' },
      { en: 'the sheriff', es: 'el alguacil' },
    ]
    const decisions = document.decisions.map((decision) => ({ ...decision, deciders }))
    const lines = answerLines({ ...document, decisions }, stack, { lang, width: 100, paint: plainPainter })
    expect(lines).toContain(`  ${expected}`)
  })

  it('says every act in its first line, before anything else', async () => {
    const { document, stack } = await decided({ form: 'detainer' })
    const lines = answerLines(document, stack, { lang: 'en', width: 100, paint: plainPainter })
    expect(lines.slice(0, 3)).toEqual([
      'Springfield, jail, as of 2026-11-01',
      '',
      'MUST NOT hold · NEEDS FACTS notify-release',
    ])
  })

  it('paints the verdicts, the titles and the times, and nothing that the law says', async () => {
    const { document, stack } = await decided({ form: 'detainer', events: receipt })
    const painted: string[] = []
    answerLines(document, stack, {
      lang: 'en',
      width: 100,
      paint: (style, text) => {
        if (style === 'bold') painted.push(text.replaceAll('\u00A0', ' '))
        return text
      },
    })
    expect(painted).toEqual([
      'Springfield',
      'MUST NOT',
      'NEEDS FACTS',
      '2026-11-01 10:30 America/Chicago',
      '2026-11-02 09:30 America/Chicago',
      'What to do now',
      'Ask next',
      'MUST NOT',
      'NEEDS FACTS',
      'What courts and attorneys general said',
    ])
  })
})
