import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalLanguage, readLibrary, type Texts } from '../../src/index.ts'
import { isShown } from '../../src/hidden-character.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { sample } from '../sample.ts'
import { times } from '../../../../scripts/test-counts.ts'

const path = 'us/xx/random.policy'
const codes = [
  'vi',
  'zh-hant',
  'zh-hans',
  'to',
  'or',
  'no',
  'is',
  'as',
  'one',
  'pt-br',
  'mam',
  'quc',
  'ar',
  'es-mx',
] as const

const text = fc.oneof(
  fc.constantFrom('with "quotes"', 'back\\slash', 'a -- b / c', 'ley: ñ', 'متن', '聽證會', 'x'.repeat(90)),
  fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((it) => it.replace(/\s/g, ' '))
    // Texts that say nothing, or not what they show, are refused.
    .filter((it) => it.trim() !== '' && isShown(`-${it}`)),
)

interface Written {
  readonly en: string
  readonly es: string | null
  readonly others: readonly (readonly [code: string, text: string])[]
}

const written: fc.Arbitrary<Written> = fc.record({
  en: text,
  es: fc.option(text),
  others: fc.uniqueArray(fc.tuple(fc.constantFrom(...codes), text), { maxLength: 4, selector: ([code]) => code }),
})

function quoted(it: string): string {
  return `"${it.replace(/["\\]/g, '\\$&')}"`
}

function print({ en, es, others }: Written): string {
  const parts = [
    quoted(en),
    ...(es === null ? [] : [quoted(es)]),
    ...others.map(([code, it]) => `${code} ${quoted(it)}`),
  ]
  return parts.join(' / ')
}

function meaning({ en, es, others }: Written): Texts {
  const translated = others.map(([code, it]) => [canonicalLanguage(code) ?? code, it] as const)
  return { ...(es === null ? {} : { es }), ...Object.fromEntries(translated), en }
}

describe('a text in any languages', () => {
  it('means what was written, in every place of a vocabulary, and the same in its canonical layout', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 6, maxLength: 6 }), async (texts) => {
        const [agency = '', act = '', event = '', question = '', value = '', reason = ''] = texts.map(print)
        const source = `language 2 vocabulary us/xx/random "Random" agency depot ${agency} act whistle ${act} about noise event start ${event}
          fact e.f ${question} one of - g ${value} asks whistle - h "h" impossible ${reason}: e.f is g`
        const formatted = formatPolicy(source, path)
        if (!formatted.ok) throw new Error(JSON.stringify(formatted.problems))
        expect(formatPolicy(formatted.value, path)).toEqual(formatted)
        for (const file of [source, formatted.value]) {
          const { library, problems } = await readLibrary([...sample, { path, text: file }])
          expect(problems).toEqual([])
          const { agencies, acts, events, facts, impossible } = library.vocabulary
          const { question: asked, type } = facts.find(({ name }) => name === 'e.f') ?? {}
          expect([
            agencies.find(({ name }) => name === 'depot')?.label,
            acts.find(({ name }) => name === 'whistle')?.phrase,
            events.find(({ name }) => name === 'start')?.label,
            asked,
            type?.kind === 'one-of' ? type.values[0]?.label : undefined,
            impossible.find(({ place }) => place === 'us/xx')?.reason,
          ]).toEqual(texts.map(meaning))
        }
      }),
      { numRuns: times(12, 150) },
    )
  })
})
