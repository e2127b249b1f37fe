import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { sample, withoutPositions } from '../sample.ts'
import { times } from '../../../../scripts/test-counts.ts'

type Words = readonly string[]

const path = 'us/xx/random-act.policy'
const acts = ['hold', 'transfer', 'notify-release', 'disclose'] as const
const agencies = ['police', 'sheriff', 'jail'] as const
const texts = ['plain', 'with "quotes"', 'back\\slash', 'a -- b', 'ley y orden: ñ', 'x'.repeat(90)] as const

const quoted = fc.constantFrom(...texts).map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`)

/** A text in English, and perhaps in others. */
const translated: fc.Arbitrary<Words> = fc
  .tuple(quoted, fc.option(quoted), fc.subarray(['vi', 'zh-hant', 'to']), quoted)
  .map(([en, es, codes, other]) => [
    en,
    ...(es === null ? [] : ['/', es]),
    ...codes.flatMap((code) => ['/', code, other]),
  ])

/** `a, b or c`, or another way to write the same list. */
function listOf(names: readonly string[]): fc.Arbitrary<Words> {
  return fc.tuple(fc.subarray([...names], { minLength: 1 }), fc.boolean()).map(([items, usesOr]) =>
    items.flatMap((item, index) => {
      if (index === 0) return [item]
      return [usesOr && index === items.length - 1 ? 'or' : ',', item]
    }),
  )
}

function optional(words: fc.Arbitrary<Words>): fc.Arbitrary<Words> {
  return fc.option(words, { nil: [] })
}

function join(...parts: readonly fc.Arbitrary<Words>[]): fc.Arbitrary<Words> {
  return fc.tuple(...parts).map((words) => words.flat())
}

function words(text: string): fc.Arbitrary<Words> {
  return fc.constant(text.split(' '))
}

const values = listOf(['nobody', 'federal-judge', 'federal-magistrate'])

const test: fc.Arbitrary<Words> = fc.oneof(
  words('warrant.expired'),
  words('not warrant.names-person'),
  join(words('warrant.signer is any of'), values),
  words('warrant.court is not none'),
  words('"a warrant"'),
  words('ex.listed-felony is never'),
  fc
    .tuple(fc.constantFrom('at least', 'at most', 'over', 'under', 'exactly'), fc.nat(99))
    .map(([comparison, amount]) => `ex.listed-felony is ${comparison} ${amount} years`.split(' ')),
  words('ex.release-date is on or after 2024-02-29'),
  words('ex.release-date is not before 2020-01-01'),
)

const { condition } = fc.letrec<{ condition: Words; atom: Words }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    test,
    join(words('('), tie('condition'), words(')')),
    join(words('not ('), tie('condition'), words(')')),
  ),
  condition: fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(tie('atom'), { minLength: 1, maxLength: 4 }))
    .map(([connective, atoms]) => atoms.flatMap((atom, index) => (index === 0 ? atom : [connective, ...atom]))),
}))

const when = optional(join(words('when'), condition))
const unless = optional(join(words('unless'), condition))
const textClause = (word: string): fc.Arbitrary<Words> => optional(quoted.map((text) => [...word.split(' '), text]))
const textsClause = (word: string): fc.Arbitrary<Words> =>
  optional(translated.map((text) => [...word.split(' '), ...text]))
const who = fc.oneof(words('staff'), listOf(agencies))
const span = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.constantFrom('hours', 'days'), fc.constantFrom('of', 'after'), fc.nat(2))
  .map(([amount, unit, preposition, excluded]) => {
    const excluding = ['', ' excluding weekends', ' excluding weekends and holidays of us'][excluded] ?? ''
    return `${amount} ${unit} ${preposition} receipt${excluding}`.split(' ')
  })
const dates = fc.constantFrom<Words>(
  [],
  ['from', '2020-01-01'],
  ['through', '2022-12-31'],
  ['from', '2020-02-29', 'through', '2020-02-29'],
)
const particulars = join(
  dates,
  textClause('cite'),
  textsClause('note'),
  fc.constantFrom<Words>(['read', 'in', 'code'], ['unverified']),
)

interface Relation {
  readonly label: string
  readonly overrides: Words
}

/** Rules over `hold`, each above or below earlier ones as its strength says, so that no circle can arise. */
function ruleOf({ label, overrides }: Relation): fc.Arbitrary<Words> {
  const modal = fc.constantFrom<Words>(['must'], ['must', 'not'], ['may'])
  const moreActs = optional(listOf(acts.slice(1)).map((list) => [',', ...list]))
  const decided = textsClause('decided by')
  return fc
    .tuple(who, modal, moreActs, when, unless, decided, optional(join(words('until'), span)), particulars)
    .map(([agents, verb, more, whenWords, unlessWords, decider, limit, rest]) => [
      ...[label, ...overrides, ...agents, ...verb, 'hold', ...more, ...whenWords, ...unlessWords],
      ...(verb[0] === 'may' ? decider : []),
      ...[...limit, ...rest],
    ])
}

function relations(strengths: readonly number[]): readonly Relation[] {
  return strengths.map((strength, index) => {
    const earlier = strengths.slice(0, index).map((other, at) => ({ other, label: `(${at})` }))
    const references = (word: string, labels: readonly string[]): Words =>
      labels.length === 0
        ? []
        : [...word.split(' '), ...labels.flatMap((label, at) => (at === 0 ? [label] : [',', label])), ',']
    const weaker = earlier.filter(({ other }) => other < strength).map(({ label }) => label)
    const stronger = earlier.filter(({ other }) => other > strength).map(({ label }) => label)
    return { label: `(${index})`, overrides: [...references('despite', weaker), ...references('subject to', stronger)] }
  })
}

const due = fc.oneof(words('promptly'), words('at once'), words('before release'), join(words('within'), span))
const trigger = fc.oneof(
  join(words('on request to'), listOf(acts)),
  join(words('after'), listOf(acts)),
  words('each year by 03-01'),
  words('each quarter'),
  words('at all times'),
)
const duty = join(
  ...[words('(d) duty'), trigger, words(':'), who, translated.map((text) => ['must', ...text]), optional(due)],
  ...[optional(words('in languages en , es or zh')), when, unless, textsClause('if missed'), particulars],
)
const doubt = join(
  words('(t) in doubt whether "a warrant" , treat as no'),
  optional(join(words('and the'), translated, words('must'), translated, optional(due))),
  particulars,
)
const claim = fc.oneof(
  join(words('staff never may or must'), listOf(acts), when, unless),
  words('no verdict depends on person.birthplace'),
  join(words('always decides'), listOf(acts), when, unless),
)
const given = fc.oneof(
  words('not warrant.expired'),
  words('warrant.signer is nobody'),
  words('ex.listed-felony is 3 years'),
  words('ex.listed-felony is never'),
  words('ex.release-date is 2026-01-01'),
  words('warrant.form is not known'),
  words('convicted of "Ex. Pen. Code 11" felony on 2011-11-01 in us/xx'),
)
const example = fc
  .tuple(fc.array(given, { maxLength: 5 }), listOf(acts), fc.constantFrom('must not', 'no rule on', 'facts needed for'))
  .map(([givens, outcomes, verdict]) => [
    ...'example "case" as of 2026-11-01 , jail'.split(' '),
    ...givens.flatMap((one, index) => [index === 0 ? 'given' : 'and', ...one]),
    ...['then', ...verdict.split(' '), ...outcomes, ',', 'by', 'section 1(0)'],
  ])

const header = `instrument us/xx/random-act "Random Act" cite "R" rank state place us/xx binds every agency
  source code "R" "https://example.gov" read 2026-11-22 effective 2018-01-01 "R" contested section 1(0) 2019-01-01 "R"`.split(
  /\s+/,
)

const instrument: fc.Arbitrary<Words> = fc.uniqueArray(fc.nat(100), { minLength: 1, maxLength: 4 }).chain((strengths) =>
  join(
    ...[fc.constant(header), words('term "a warrant" means warrant.names-person'), words('section 1 "One"')],
    ...relations(strengths).map(ruleOf),
    ...[optional(duty), optional(doubt), words('section   2.1 "Two" cite "R 2"')],
    ...[
      optional(example),
      optional(
        join(
          quoted.map((text) => ['promise', text, ':']),
          claim,
        ),
      ),
    ],
  ),
)

/** Words that were torn apart inside quotes, or between a section and its label, whole again. */
function joinQuoted(torn: Words): Words {
  return torn.join(' ').match(/"(?:\\.|[^"\\])*"|section +\S+|\S+/g) ?? []
}

/** The words with random white space, and now and then a comment, between them. */
const policy = fc
  .tuple(
    instrument,
    fc.infiniteStream(fc.constantFrom(' ', ' ', ' ', ' ', '\n', '  \n\n', ' -- note\n', '\n-- whole line\n  ')),
  )
  .map(([torn, gaps]) =>
    joinQuoted(torn).reduce((text, word) => `${text}${text === '' ? '' : (gaps.next().value ?? ' ')}${word}`, ''),
  )

function format(text: string): string {
  const formatted = formatPolicy(text, path)
  if (!formatted.ok) throw new Error(JSON.stringify(formatted.problems))
  return formatted.value
}

describe('a random policy', () => {
  it('reads without a finding, and is laid out the same when it is laid out twice', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(policy, async (text) => {
        const once = format(text)
        expect(format(once)).toBe(once)
        const before = await readLibrary([...sample, { path, text }])
        const after = await readLibrary([...sample, { path, text: once }])
        expect(before.problems).toEqual([])
        expect(withoutPositions(after.library)).toEqual(withoutPositions(before.library))
        const comments = (it: string): number => it.match(/-- (?:note|whole line)$/gm)?.length ?? 0
        expect(comments(once)).toBe(comments(text))
      }),
      { numRuns: times(12, 150) },
    )
  })
})
