/** What courts said, under an answer: few, short, with their standing, and never what the reasons said already. */
import type { CitedAuthority } from '@brightline/engine'
import { describe, expect, it } from 'vitest'
import { answerLines, plainPainter, saidAnswer } from '../../src/index.ts'
import { decided, type Decided } from './invented-law.ts'

const doe: CitedAuthority = {
  authority: 'doe',
  name: 'Doe v. Sheriff',
  cite: '12 Ex. 345 (2019)',
  by: { en: 'the Supreme Court of Exampleland', es: 'la Corte Suprema de Exampleland' },
  decided: '2019-05-06',
  holding: { en: 'Whoever holds pays.', es: 'Quien retiene paga.' },
  isBinding: true,
  treatment: null,
  acts: ['hold'],
  rules: [],
  encodedIn: null,
  mark: 'read',
  source: null,
}

const poe = { date: '2026-03-01', cite: 'Poe v. Sheriff, 19 Ex. 8 (2026)' }

/** Asks about a hold, and puts other authorities beside the answer. */
async function withAuthorities(authorities: readonly CitedAuthority[]): Promise<Decided> {
  const { document, stack } = await decided({ form: 'detainer', acts: ['hold'] })
  return { document: { ...document, authorities }, stack }
}

async function linesOf(authorities: readonly CitedAuthority[], lang = 'en'): Promise<readonly string[]> {
  const { document, stack } = await withAuthorities(authorities)
  const lines = answerLines(document, stack, { lang, width: Infinity, paint: plainPainter })
  const start = lines.findIndex((line) => /courts and attorneys general|tribunales y fiscales/.test(line))
  return start < 0 ? [] : lines.slice(start + 1, start + 14).map((line) => line.trim())
}

describe('authorities in the text of an answer', () => {
  it('take a heading, a citation, a holding and a standing, in both languages', async () => {
    expect((await linesOf([doe])).slice(0, 3)).toEqual([
      '- Doe v. Sheriff, 12 Ex. 345 (2019)',
      'Whoever holds pays.',
      'binds here',
    ])
    expect((await linesOf([doe], 'es')).slice(1, 3)).toEqual(['Quien retiene paga.', 'obliga aquí'])
    expect(await linesOf([])).toEqual([])
  })

  const standings: readonly (readonly [string, Partial<CitedAuthority>, RegExp])[] = [
    ['that persuades', { isBinding: false }, /^persuades, and does not bind here$/],
    ['of which the text was not read', { mark: 'reported' }, /^binds here \[reported, text not read\]$/],
    ['that was limited', { treatment: { kind: 'limited', ...poe } }, /^binds here; limited .*2026-03-01.*Poe/i],
    ['that was overruled', { isBinding: false, treatment: { kind: 'overruled', ...poe } }, /^overruled .*Poe/i],
  ]
  for (const [which, change, words] of standings) {
    it(`say how one stands ${which}`, async () => {
      expect((await linesOf([{ ...doe, ...change }]))[2]).toMatch(words)
    })
  }

  it('are three at most, and the data has the others', async () => {
    const five = [1, 2, 3, 4, 5].map((number) => ({ ...doe, authority: `doe-${number}`, name: `Doe ${number}` }))
    const lines = await linesOf(five)
    expect(lines.filter((line) => line.startsWith('- Doe'))).toHaveLength(3)
    expect(lines).toContain('and 2 more, in the data of this answer')
    const { document, stack } = await withAuthorities(five)
    expect(saidAnswer(document, stack, 'en').authorities.map(({ authority }) => authority)).toEqual(five)
  })

  it('leave out one that the reasons state as a rule', async () => {
    const { document } = await withAuthorities([])
    const rule = document.decisions[0]?.reasons[0]?.rule ?? ''
    expect(rule).not.toBe('')
    expect(await linesOf([{ ...doe, encodedIn: rule.slice(0, rule.indexOf(' ')) }])).toEqual([])
  })
})
