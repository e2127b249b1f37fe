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
const who = fc.oneof(words('staff'), listOf([...agencies, 'keepers']))
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
function particularsOf(...marks: readonly [Words, ...Words[]]): fc.Arbitrary<Words> {
  return join(dates, textClause('cite'), textsClause('note'), fc.constantFrom(...marks))
}

const particulars = particularsOf(['read', 'in', 'code'], ['inferred', 'in', 'code'], ['unverified'])
const limit = fc.oneof(
  join(words('until'), span),
  words('until end-of-day of release'),
  join(words('for as long as the request asks'), optional(join(words(', at most'), span))),
)

/** A rule in outline: a stronger one overrides a weaker one. */
interface Sketch {
  readonly strength: number
  readonly said: Said
}

interface Relation {
  readonly label: string
  readonly overrides: Words
  readonly said: Said
}

/** What a rule says, with the words that may stand only behind that. */
interface Said {
  readonly words: Words
  readonly isBar: boolean
  readonly canBeDecided: boolean
  /** What it takes back and says no more; it can override nothing else. */
  readonly lifts?: string
  /** The words that say that it does not matter who asks. A prohibition must say it, or read it. */
  readonly anybody: fc.Arbitrary<Words>
}

const anybody = words('whoever asks')
const modals: readonly Said[] = [
  { words: ['must'], isBar: false, canBeDecided: false, anybody: optional(anybody) },
  { words: ['must', 'not'], isBar: false, canBeDecided: false, anybody },
  { words: ['may'], isBar: false, canBeDecided: true, anybody: optional(anybody) },
  { words: ['need', 'not'], isBar: false, canBeDecided: false, lifts: 'must', anybody: optional(anybody) },
  {
    ...{ words: ['nobody', 'may', 'forbid'], isBar: true, canBeDecided: false, lifts: 'must not' },
    anybody: optional(anybody),
  },
  {
    ...{ words: ['nothing', 'here', 'forbids'], isBar: true, canBeDecided: true, lifts: 'must not' },
    anybody: optional(anybody),
  },
]

/** Rules over `hold`, each above or below earlier ones as its strength says, so that no circle can arise. */
function ruleOf({ label, overrides, said }: Relation): fc.Arbitrary<Words> {
  const moreActs = optional(listOf(acts.slice(1)).map((list) => [',', ...list]))
  const subject = who.map((agents) =>
    said.isBar ? [...said.words, ...agents, 'to', 'hold'] : [...agents, ...said.words, 'hold'],
  )
  const decided = said.canBeDecided ? textsClause('decided by') : fc.constant([])
  return join(
    ...[fc.constant([label, ...overrides]), subject, moreActs, when, unless, decided, optional(limit)],
    ...[said.anybody, textsClause('counsel first'), optional(words('as a floor')), textClause('forced by')],
    particulars,
  )
}

function canOverride(over: Sketch, under: Sketch): boolean {
  const { lifts } = over.said
  return over.strength > under.strength && (lifts === undefined || lifts === under.said.words.join(' '))
}

const whole = ['all of this instrument']

function labelOf({ strength }: Sketch, index: number): string {
  return `(${index})${strength % 5 === 0 ? '-part' : ''}`
}

function relations(sketches: readonly Sketch[]): readonly Relation[] {
  return sketches.map((sketch, index) => {
    const earlier = sketches.slice(0, index).map((other, at) => ({ other, label: labelOf(other, at) }))
    const references = (word: string, labels: readonly string[]): Words =>
      labels.length === 0
        ? []
        : [...word.split(' '), ...labels.flatMap((label, at) => (at === 0 ? [label] : [',', label])), ',']
    const weaker = earlier.filter(({ other }) => canOverride(sketch, other)).map(({ label }) => label)
    const stronger = earlier.filter(({ other }) => canOverride(other, sketch)).map(({ label }) => label)
    const { strength, said } = sketch
    const despite = [...weaker, ...(strength % 3 === 0 ? ['all of section 1'] : strength % 3 === 1 ? whole : [])]
    return {
      label: labelOf(sketch, index),
      overrides: [...references('despite', despite), ...references('subject to', stronger)],
      said,
    }
  })
}

const due = fc.oneof(words('promptly'), words('at once'), words('before release'), join(words('within'), span))
const triggerOfRequest = fc.oneof(join(words('on request to'), listOf(acts)), join(words('after'), listOf(acts)))
const standingTrigger = join(
  fc.constantFrom<Words>(
    ...[
      ['each', 'year'],
      ['each', 'year', 'by', '03-01'],
      ['each', 'quarter'],
      ['each', 'month'],
    ],
    ...[
      ['by', '2026-12-01'],
      ['at', 'all', 'times'],
    ],
  ),
  optional(join(words('about'), listOf(acts))),
)
const duty = join(
  ...[words('duty'), fc.oneof(triggerOfRequest, standingTrigger), words(':'), who],
  ...[translated.map((text) => ['must', ...text]), textsClause('to'), optional(due)],
  optional(fc.constantFrom('in languages en , es or zh', 'in languages en and es', 'in languages es').chain(words)),
  ...[when, unless, textsClause('if missed'), particularsOf(['read', 'in', 'code'])],
)
const doubt = join(
  words('in doubt whether "a warrant" , treat as no'),
  optional(join(words('and the'), translated, words('must'), translated, optional(due))),
  particularsOf(['read', 'in', 'code'], ['reported', 'in', 'code']),
)
const group = join(
  ...[words('group keepers'), translated, words('means'), listOf(['jail', 'sheriff'])],
  optional(words('read in code')),
)
const notEncoded = join(
  ...[words('not encoded'), translated, words('on'), fc.oneof(words('no act'), listOf(acts))],
  ...[optional(join(words('for'), listOf([...agencies, 'keepers']))), when, unless, dates],
  ...[textClause('cite'), textsClause('because')],
)
/** A duty of every agency that `need not` can lift. */
const lifted = words('(m) staff must hold , notify-release , transfer or disclose read in code')
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
  .tuple(
    fc.array(given, { maxLength: 5 }),
    listOf(acts),
    fc.constantFrom(
      ...['must', 'must not', 'may', 'need not', 'no rule on', 'no power to', 'not encoded:', 'conflict on'],
      'facts needed for',
    ),
    optional(words(', after counsel')),
  )
  .map(([givens, outcomes, verdict, counsel]) => [
    ...'example "case" as of 2026-11-01 , jail'.split(' '),
    ...givens.flatMap((one, index) => [index === 0 ? 'given' : 'and', ...one]),
    ...['then', ...verdict.split(' '), ...outcomes, ...counsel, ',', 'by', 'section 1(m)'],
  ])

const header = join(
  words('language 2 instrument us/xx/random-act "Random Act" cite "R" rank state place us/xx binds'),
  fc.constantFrom('every agency', 'keepers , police , sheriff or jail', 'police , sheriff , jail').chain(words),
  words('source code "R" "https://example.gov" read 2026-11-22 effective 2018-01-01 "R"'),
  words('contested section 1(m) 2019-01-01 "R" challenged section 1(m) 2020-01-01 through 2020-02-01 "R"'),
)

/** The items of the first section. */
interface Items {
  readonly labels: readonly string[]
  readonly items: readonly Words[]
}

/** Puts labels before items, some of them left out; what stands without is not of the outline. */
const furnished: fc.Arbitrary<Items> = fc
  .record({ d: optional(duty), e: optional(duty), t: optional(doubt), g: group, n: optional(notEncoded) })
  .chain((byLetter) => {
    const there = Object.entries(byLetter).filter(([, item]) => item.length > 0)
    return fc.record({
      labels: fc.constant(there.map(([letter]) => `(${letter})`)),
      items: fc.constant(there.map(([letter, item]) => [`(${letter})`, ...item])),
    })
  })

/** A section with its furniture: the subdivisions of its rules and items, and what leads into them. */
function sectionOf(rules: readonly Relation[]): fc.Arbitrary<Words> {
  const ofRules = rules.map(({ label }) => label.replace(/-.*/, ''))
  return furnished.chain(({ labels, items }) => {
    const all = [...ofRules, '(m)', ...labels]
    const outline = all.flatMap((label, index) => (index === 0 ? ['outline', label] : [',', label]))
    const leadIn = join(
      ...[words('throughout'), optional(fc.constantFrom(...ofRules).map((label) => [label]))],
      fc.oneof(join(words('when'), condition, unless), join(words('unless'), condition)),
    )
    return join(
      ...[words('section 1 "One"'), fc.constantFrom<Words>([], outline), optional(leadIn), optional(leadIn)],
      ...[...rules.map(ruleOf), lifted, fc.constant(items.flat())],
    )
  })
}

const sketches: fc.Arbitrary<readonly Sketch[]> = fc.uniqueArray(
  fc.record({ strength: fc.nat(100), said: fc.constantFrom(...modals) }),
  { minLength: 1, maxLength: 4, selector: ({ strength }) => strength },
)

const instrument: fc.Arbitrary<Words> = sketches.chain((all) =>
  join(
    ...[header, words('term "a warrant" means warrant.names-person'), sectionOf(relations(all))],
    ...[words('section   2.1 "Two" cite "R 2"'), optional(notEncoded)],
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
  it(
    'reads without a finding, and is laid out the same when it is laid out twice',
    { timeout: times(60_000, 600_000) },
    async () => {
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
    },
  )
})
