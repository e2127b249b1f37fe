import { describe, expect, it } from 'vitest'
import { replayLines, saidOf } from '../../src/index.ts'
import { assumptionPhrases, exclusionPhrases } from '../../src/replay/said-phrases.ts'
import {
  dimensionPhrases,
  ownerPhrases,
  replayPhrases,
  valuePhrases,
  verdictPhrases,
} from '../../src/replay/phrases.ts'
import { sample } from './sample.ts'

const tables = {
  assumptionPhrases,
  dimensionPhrases,
  exclusionPhrases,
  ownerPhrases,
  replayPhrases,
  valuePhrases,
  verdictPhrases,
}

describe('a replay in words', () => {
  it.each(Object.entries(tables))('has the same phrases and placeholders in both languages: %s', (_, phrases) => {
    const shape = (table: Readonly<Record<string, string>>): unknown =>
      Object.fromEntries(
        Object.entries(table).map(([key, phrase]) => [
          key,
          [...phrase.matchAll(/\{[^}]+\}/g)].map(([one]) => one).sort(),
        ]),
      )
    expect(shape(phrases.es)).toEqual(shape(phrases.en))
  })

  it('says every reason to leave a request out, and everything that is taken for granted', () => {
    const kinds = (of: readonly { readonly kind: string }[]): readonly string[] => of.map(({ kind }) => kind).toSorted()
    expect(kinds(sample.printout.excluded)).toEqual(Object.keys(exclusionPhrases.en).toSorted())
    expect(kinds(sample.printout.assumptions)).toEqual(Object.keys(assumptionPhrases.en).toSorted())
    for (const lang of ['en', 'es']) {
      const { excluded, assumptions } = saidOf(sample, lang)
      for (const one of [...excluded, ...assumptions]) expect(one).not.toMatch(/[{}…]|undefined/)
    }
  })

  const sentences = [
    {
      kind: 'law-of-date',
      en: 'the law of us/ex@2026-01-01 with the working text of us/ex/act is applied to every row, whatever the date of the row',
    },
    { kind: 'agency-by-owner', en: 'the agency follows from the owner: county: jail' },
    {
      kind: 'owner-by-words',
      en: 'the owner of a facility is read from words in jail and city; where no word fits it is unknown',
    },
    { kind: 'title-rows', en: '1 row above the header of the table: passed over' },
    { kind: 'constant-owner', en: 'the owner of every facility is: county. all are' },
  ]
  it.each(sentences)('says of $kind what it means', ({ kind, en }) => {
    const at = sample.printout.assumptions.findIndex((one) => one.kind === kind)
    expect(saidOf(sample, 'en').assumptions[at]).toBe(en)
  })

  it('prints everything that must always be printed, and ends with what it is not', () => {
    for (const document of [sample, { ...sample, isPublic: true }]) {
      const lines = replayLines(document, 'en')
      const must = [
        'Data set: ',
        'Window: 2026-01 – 2026-02 (2026-01-01 – …)',
        'Rows read: 1,234',
        'Excluded:',
        'With unknown decisive facts: 20 (50 %)',
        'Assumptions:',
        'Hash of the assumptions: c',
      ]
      for (const part of must)
        expect(
          lines.some((one) => one.startsWith(part)),
          part,
        ).toBe(true)
      expect(lines.at(-1)).toBe(
        'This replays recorded requests under a rule. It does not estimate how federal behaviour would change.',
      )
    }
  })

  it('says nothing in English where it speaks Spanish, but the sentence about its limits', () => {
    const spanish = replayLines(sample, 'es')
    const [disclaimer, enDisclaimer] = [spanish.at(-1), spanish.at(-2)]
    expect([enDisclaimer, disclaimer]).toEqual([replayPhrases.en.disclaimer, replayPhrases.es.disclaimer])
    const said = spanish.slice(0, -2).join('\n')
    for (const phrase of Object.values(replayPhrases.en)) if (phrase.includes(' ')) expect(said).not.toContain(phrase)
    for (const one of [...saidOf(sample, 'en').assumptions, ...saidOf(sample, 'en').problems])
      expect(said).not.toContain(one)
  })
})
