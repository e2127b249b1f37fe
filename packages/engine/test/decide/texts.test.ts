/** A text of the law reaches the answer in every language in which the law has it. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalLanguage, readLibrary, type Library, type Texts } from '@brightline/language'
import { decide } from '../../src/decide/decide.ts'
import { impossibleAmong, type FactState } from '../../src/fact/knowledge.ts'
import { toQuestion } from '../../src/question/next.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { times } from '../../../../scripts/test-counts.ts'

const codes = ['vi', 'zh-hant', 'to', 'ht', 'ar'] as const
const words = fc.array(fc.constantFrom('a', 'ñ', '聽', 'متن', '"', '\\', '--', '/'), { minLength: 1, maxLength: 6 })
const text = words.map((parts) => parts.join(' '))

/** A text as the law writes it, and as the answer must give it. */
const written = fc.tuple(text, fc.option(text), fc.subarray([...codes]), text).map(([en, es, others, other]) => {
  const quoted = (one: string): string => `"${one.replace(/["\\]/g, '\\$&')}"`
  const parts = [
    quoted(en),
    ...(es === null ? [] : [quoted(es)]),
    ...others.map((code) => `${code} ${quoted(`${code} ${other}`)}`),
  ]
  const translated = others.map((code) => [canonicalLanguage(code) ?? code, `${code} ${other}`] as const)
  const texts: Texts = { ...(es === null ? {} : { es }), ...Object.fromEntries(translated), en }
  return { policy: parts.join(' / '), texts }
})

const place =
  'language 2 place us "United States" division "ocd-division/country:us" geoid "0" time-zone "America/New_York"'

async function lawWith([
  decider,
  note,
  action,
  missed,
  office,
  call,
  question,
  label,
  known,
  reason,
]: readonly string[]): Promise<Library> {
  const vocabulary = `language 2 vocabulary vocabulary/words "Words"
    agency jail "jail" act hold "hold" about custody
    fact paper.kind ${question} one of - warrant ${label} - none "None" known by ${known}
    fact paper.signed "Signed?" yes or no
    impossible ${reason}: paper.kind is none and paper.signed`
  const law = `language 2 instrument us/act "Act" cite "1 EX" rank federal place us binds every agency
    source code "1 EX" "https://example.gov" read 2026-11-01 effective 2020-01-01 "1 EX"
    term "a signed paper" means paper.signed
    section 1 "One"
    (a) staff may hold when paper.kind is warrant decided by ${decider} note ${note} read in code
    (b) staff must not hold when paper.kind is none whoever asks read in code
    (c) duty on request to hold: staff must ${action} promptly if missed ${missed} read in code
    section 2 "Two" (a) despite section 1(a), staff must not hold when paper.kind is warrant and not "a signed paper" whoever asks read in code
    (b) in doubt whether "a signed paper", treat as no and the ${office} must ${call} at once read in code`
  const { library, problems } = await readLibrary([
    { path: 'vocabulary/words.policy', text: vocabulary },
    { path: 'us/place.policy', text: place },
    { path: 'us/act.policy', text: law },
  ])
  expect(problems).toEqual([])
  return library
}

function knowing(facts: Readonly<Record<string, string>>): ReadonlyMap<string, FactState> {
  return new Map(Object.entries(facts).map(([fact, value]) => [fact, { kind: 'value', value }]))
}

describe('a text of the law', () => {
  it('reaches the answer in every language that it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 10, maxLength: 10 }), async (all) => {
        const library = await lawWith(all.map(({ policy }) => policy))
        const stack = stackOf(library, 'us', '2026-11-01')
        const [decider, note, action, missed, office, call, question, label, known, reason] = all.map(
          ({ texts }) => texts,
        )
        const signed = decide(stack, 'hold', knowing({ 'paper.kind': 'warrant', 'paper.signed': 'yes' }))
        expect(signed).toMatchObject({ verdict: 'permitted', deciders: [decider] })
        expect(signed.reasons[0]?.note).toEqual(note)
        expect(signed.duties).toMatchObject([{ action, ifMissed: missed, office: null }])
        const unsure = decide(stack, 'hold', knowing({ 'paper.kind': 'warrant' }))
        expect(unsure.verdict).toBe('prohibited')
        expect(unsure.duties).toMatchObject([{ action }, { action: call, office, who: null }])
        const asked = toQuestion(stack, 'paper.kind')
        expect(asked).toMatchObject({ question, knownBy: known })
        expect(asked?.answers[0]).toEqual({ value: 'warrant', label })
        const impossible = knowing({ 'paper.kind': 'none', 'paper.signed': 'yes' })
        expect(impossibleAmong(library.vocabulary, impossible)[0]?.reason).toEqual(reason)
      }),
      { numRuns: times(10, 75) },
    )
  })
})
