/** What is always due, under an answer: the duty, when, what follows if it is missed, and where it stands. */
import type { DecisionDocument } from '@brightline/engine'
import { describe, expect, it } from 'vitest'
import { answerLines, plainPainter, saidAnswer } from '../../src/index.ts'
import { decided } from './invented-law.ts'

type Standing = DecisionDocument['standing'][number]

const rule: Standing = {
  duty: 'us/ex/trust-act section 30.9(a)',
  cite: 'Ex. Code § 30.9(a)',
  isPart: false,
  mark: 'read',
  action: { en: 'have no limiting policy', es: 'no tener una política limitante' },
  recipient: null,
  ifMissed: { en: 'a civil penalty of $500 a day', es: 'una multa civil de $500 por día' },
  trigger: { kind: 'at-all-times' },
  acts: ['hold'],
  next: null,
  passed: null,
  due: null,
  certain: true,
}

async function linesOf(standing: Standing, lang: string): Promise<readonly string[]> {
  const { document, stack } = await decided({ form: 'detainer', acts: ['hold'] })
  const answer = { ...document, standing: [standing] }
  const lines = answerLines(answer, stack, { lang, width: Infinity, paint: plainPainter })
  const start = lines.findIndex((line) => /have no limiting|no tener una política/.test(line))
  expect(saidAnswer(answer, stack, lang).always[0]?.under).toEqual(
    lines.slice(start + 1, start + (standing.ifMissed === null ? 3 : 4)).map((line) => line.trim()),
  )
  return lines.slice(start, start + 4).map((line) => line.trim())
}

describe('what is always due', () => {
  it('says what follows if it is missed, in both languages', async () => {
    expect(await linesOf(rule, 'en')).toEqual([
      '- have no limiting policy',
      'at all times',
      'if missed: a civil penalty of $500 a day',
      'Ex. Code § 30.9(a)',
    ])
    expect((await linesOf(rule, 'es'))[2]).toBe('si no se cumple: una multa civil de $500 por día')
  })

  it('says nothing of it where the law names nothing', async () => {
    expect((await linesOf({ ...rule, ifMissed: null }, 'en')).slice(0, 3)).toEqual([
      '- have no limiting policy',
      'at all times',
      'Ex. Code § 30.9(a)',
    ])
  })
})
