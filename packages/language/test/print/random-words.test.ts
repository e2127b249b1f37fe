import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { sample, withoutPositions } from '../sample.ts'
import { times } from '../../../../scripts/test-counts.ts'

type Words = readonly string[]

const texts = ['plain', 'with "quotes"', 'back\\slash', 'a -- b', 'ley y orden: ñ', 'x'.repeat(90)] as const
const quoted = fc.constantFrom(...texts).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
const translated = fc
  .tuple(quoted, fc.option(quoted), fc.option(quoted))
  .map(([en, es, vi]) => [en, ...(es === null ? [] : ['/', es]), ...(vi === null ? [] : ['/', 'vi', vi])])

function words(text: string): fc.Arbitrary<Words> {
  return fc.constant(text.split(' '))
}

function join(...parts: readonly fc.Arbitrary<Words>[]): fc.Arbitrary<Words> {
  return fc.tuple(...parts).map((all) => all.flat())
}

function optional(part: fc.Arbitrary<Words>): fc.Arbitrary<Words> {
  return fc.option(part, { nil: [] })
}

const clause = (word: string): fc.Arbitrary<Words> => optional(join(words(word), translated))
const acts = fc.constantFrom<Words>(['hold'], ['hold', 'or', 'transfer'], ['hold', ',', 'transfer', 'or', 'disclose'])
const span = fc.constantFrom(
  ...['for 48 hours after release', 'for 1 day of receipt excluding weekends'],
  'for 2 days after release excluding weekends and holidays of us',
)
const asked = (days: string): fc.Arbitrary<Words> =>
  join(span.chain(words), words(days), optional(quoted.map((text) => ['cite', text])))
/** The editions of a form, one after the other. */
const editions = fc.constantFrom(
  ...[[], ['from 2017-04-02'], ['through 2016-12-31', 'from 2017-01-01 through 2026-12-31']],
)
const value = (name: string): fc.Arbitrary<Words> =>
  join(
    ...[words(`- ${name}`), translated, join(words('said'), translated)],
    optional(editions.chain((days) => join(words('asks'), acts, ...days.map(asked)))),
  )
const condition = fc.constantFrom('request.form is subpoena', 'not warrant.expired and request.form is not spoken')
const sense = optional(condition.chain((text) => words(`makes sense when ${text}`)))
/** What is said of a fact: with the answer, where there are several. */
const saying = (hasAnswers: boolean): fc.Arbitrary<Words> => {
  const text = hasAnswers ? fc.constantFrom<Words>(['"it is {value}"', '/', '"es {value}"']) : translated
  return optional(join(words('said'), text, clause('denied')))
}
const typed = fc.oneof(
  join(words('yes or no'), saying(false)),
  join(words('one of'), value('none'), value('all'), value('request'), saying(true)),
  join(words('number 0 to 99 years or never'), saying(true)),
)
const price = optional(fc.nat(9).map((cost) => ['cost', String(cost)]))
const fact = (name: string): fc.Arbitrary<Words> =>
  fc.oneof(
    join(words(`fact r.${name}`), translated, typed, clause('known by'), price, sense),
    join(words(`protected fact r.${name}`), translated, typed, price),
    join(words(`judged fact r.${name}`), translated, typed, words('judged by'), translated, price, sense),
    join(words(`volunteered fact r.${name}`), translated, words('yes or no'), saying(false)),
  )
const act = (name: string): fc.Arbitrary<Words> =>
  join(
    ...[words(`act ${name}`), translated, words('about custody'), optional(words('that lasts'))],
    optional(quoted.map((text) => ['needs', 'power', 'cite', text])),
  )
const vocabulary = join(
  ...[words('language 2 vocabulary us/xx/random "Random"'), words('agency depot'), translated],
  ...[optional(words('private')), act('whistle'), act('board'), words('event start'), translated],
  ...[optional(words('known at the counter')), fact('one'), fact('two'), fact('three'), words('impossible')],
  ...[translated, words(': warrant.expired and request.form is spoken'), optional(quoted.map((it) => ['cite', it]))],
)
const place = join(
  ...[words('language 2 place us/xx'), translated, words('division "ocd-division/country:us/state:xx" geoid "99"')],
  ...[words('time-zone "America/Chicago"'), optional(join(words('checked through 2026-11-20'), translated))],
)

const citation = (name: string): fc.Arbitrary<Words> =>
  join(
    ...[words(`authority ${name}`), quoted.map((text) => [text]), words('cite "1 Ex. 1" by'), translated],
    ...[words('decided 2014-03-04'), optional(fc.constantFrom<Words>(['binding', 'in', 'us/xx', 'and', 'us/xx/town']))],
    ...[words('on'), acts, optional(words('limited 2020-01-01 "Roe v. Town"'))],
    ...[optional(words('overruled 2021-02-03 "Poe v. Town"')), words('holding'), translated],
    fc.constantFrom<Words>(['read', 'in', 'opinion'], ['reported', 'in', 'opinion'], ['unverified']),
  )
const authorities = join(
  ...[words('language 2 authorities us/xx source opinion "Slip opinion" "https://example.gov" read 2026-11-22')],
  ...[citation('first-case'), citation('second-case')],
)

/** The words with random white space, and now and then a comment, between them. */
function spaced(all: fc.Arbitrary<Words>): fc.Arbitrary<string> {
  const gaps = fc.infiniteStream(fc.constantFrom(' ', ' ', ' ', '\n', '  \n\n', ' -- note\n', '\n-- whole line\n  '))
  return fc.tuple(all, gaps).map(([torn, gap]) => {
    const whole = torn.join(' ').match(/"(?:\\.|[^"\\])*"|\S+/g) ?? []
    return whole.reduce((text, word) => `${text}${text === '' ? '' : (gap.next().value ?? ' ')}${word}`, '')
  })
}

const cases = [
  { name: 'a random vocabulary', path: 'us/xx/random.policy', text: spaced(vocabulary) },
  { name: 'random authorities', path: 'us/xx/authorities.policy', text: spaced(authorities) },
  { name: 'a random place', path: 'us/xx/place.policy', text: spaced(place) },
] as const

describe.each(cases)('$name', ({ path, text: written }) => {
  it('reads without a finding, and means the same in its one layout', { timeout: times(60_000, 600_000) }, async () => {
    const others = sample.filter((file) => file.path !== path)
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const once = formatPolicy(text, path)
        if (!once.ok) throw new Error(JSON.stringify(once.problems))
        expect(formatPolicy(once.value, path)).toEqual(once)
        const [before, after] = await Promise.all(
          [text, once.value].map((it) => readLibrary([...others, { path, text: it }])),
        )
        expect(before?.problems).toEqual([])
        expect(withoutPositions(after?.library)).toEqual(withoutPositions(before?.library))
        const comments = (it: string): number => it.match(/-- (?:note|whole line)$/gm)?.length ?? 0
        expect(comments(once.value)).toBe(comments(text))
      }),
      { numRuns: times(12, 150) },
    )
  })
})
