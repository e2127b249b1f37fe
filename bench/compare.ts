/**
 * How long an amendment's impact takes from cold rules, and how it grows with the number of rules.
 *
 * Run it with `node bench/compare.ts`. Nothing here is a timed test.
 */
import type { Condition, Fact, Instrument, Library, Rule } from '@brightline/language'
import { compareAct, stackOf, type ActComparison, type CompareOptions } from '@brightline/engine'
import { readLawFor, shippedLaw } from '../packages/cli/src/law-files.ts'

const repeats = 15
const words = { en: 'x', es: 'x' }
const position = { file: 'bench.policy', line: 1, column: 1 }

/** Milliseconds of the best and of the median run; every run gets rules that nothing has compiled. */
function timed(work: () => unknown, times: number = repeats): readonly [best: number, median: number] {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return [taken[0] ?? 0, taken[times >> 1] ?? 0]
}

/** Law shaped like real law: sections of six rules, each on a form, with facts of its own and three that all share. */
function sectionLaw(rules: number, withoutRule: number = -1): Library {
  const sections = Math.ceil(rules / 6)
  const own = Array.from({ length: sections }, (_, section) => [
    yesNo(`s${section}.a`),
    yesNo(`s${section}.b`),
    fact(`s${section}.years`, { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }),
  ]).flat()
  const shared = [oneOf('form', 8), oneOf('signer', 5), yesNo('order')]
  const made = Array.from({ length: sections }, (_, section) => sectionRules(section)).flat()
  return libraryOf(
    [...shared, ...own],
    made.slice(0, rules).filter((_, index) => index !== withoutRule),
  )
}

function sectionRules(section: number): readonly Rule[] {
  const own = (name: string): Condition => is(`s${section}.${name}`, ['yes'])
  const onForm = is('form', [`v${section % 8}`])
  const recent: Condition = { kind: 'range', fact: `s${section}.years`, from: null, to: 5 + (section % 3) * 5 }
  const base = idOf(section, 0)
  return [
    rule(section, 0, 'must-not', onForm, []),
    rule(section, 1, 'may', all([onForm, own('a')]), [base]),
    rule(section, 2, 'may', all([onForm, recent]), [base]),
    rule(section, 3, 'must-not', all([onForm, own('b'), is('signer', ['v0', 'v1'])]), [
      idOf(section, 1),
      idOf(section, 2),
    ]),
    rule(section, 4, 'may', all([onForm, is('signer', ['v4']), own('a')]), [base, idOf(section, 3)]),
    rule(
      section,
      5,
      'must',
      all([onForm, is('order', ['yes'])]),
      [0, 1, 2, 3, 4].map((index) => idOf(section, index)),
    ),
  ]
}

/** Rules that read any of forty facts, overriding any others: the shape that diagrams cannot hold. */
function tangledLaw(rules: number, withoutRule: number = -1): Library {
  const facts = Array.from({ length: 40 }, (_, index) => oneOf(`f${index}`, 3))
  let seed = 20_261_122
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 8) % below
  }
  const modals = ['must-not', 'may'] as const
  const made = Array.from({ length: rules }, (_, index) => {
    const tests = Array.from({ length: 3 }, () => is(`f${next(40)}`, [`v${next(3)}`]))
    const over = index === 0 ? [] : [idOf(0, next(index)), idOf(0, next(index))]
    return rule(0, index, modals[index % 2] ?? 'may', all(tests), over)
  })
  return libraryOf(
    facts,
    made.filter((_, index) => index !== withoutRule),
  )
}

function libraryOf(facts: readonly Fact[], rules: readonly Rule[]): Library {
  const instrument: Instrument = {
    id: 'us/law',
    title: 'Bench',
    cite: 'x',
    rank: 'state',
    place: 'us',
    binds: null,
    reach: 'floor',
    sources: [],
    events: [],
    terms: [],
    sections: [],
    rules,
    duties: [],
    doubts: [],
    examples: [],
    promises: [],
    file: 'bench.policy',
  }
  const vocabulary = {
    agencies: [],
    acts: [{ name: 'hold', phrase: words, topic: 'custody' }],
    facts,
    events: [],
    impossible: [],
  }
  return { vocabulary, places: [], instruments: [instrument], offences: {}, holidays: {} }
}

function rule(
  section: number,
  index: number,
  modal: Rule['modal'],
  condition: Condition,
  overrides: readonly string[],
): Rule {
  return {
    kind: 'rule',
    id: idOf(section, index),
    instrument: 'us/law',
    section: `${section}`,
    label: `(${index})`,
    cite: `${section}(${index})`,
    mark: { kind: 'read', source: null },
    note: null,
    inForce: [{ from: null, through: null }],
    contested: [],
    position,
    agencies: null,
    modal,
    acts: ['hold'],
    condition,
    overrides,
    decider: null,
    limit: null,
    reach: 'floor',
    forcedBy: null,
  }
}

function idOf(section: number, index: number): string {
  return `us/law section ${section}(${index})`
}

function is(name: string, values: readonly string[]): Condition {
  return { kind: 'is', fact: name, values }
}

function all(of: readonly Condition[]): Condition {
  return { kind: 'all', of }
}

function fact(name: string, type: Fact['type']): Fact {
  return { name, question: words, type, isProtected: false, knownBy: null, cost: 1, derivation: null }
}

function yesNo(name: string): Fact {
  return fact(name, { kind: 'yes-no' })
}

function oneOf(name: string, count: number): Fact {
  const values = Array.from({ length: count }, (_, index) => ({ name: `v${index}`, label: words, asks: [] }))
  return fact(name, { kind: 'one-of', values })
}

function impact(left: Library, right: Library, options: CompareOptions = {}): ActComparison {
  return compareAct(stackOf(left, 'us', '2026-01-01'), stackOf(right, 'us', '2026-01-01'), 'hold', options)
}

/** What came of it, in a few words. */
function outcome(found: ActComparison): string {
  if (found.kind === 'changed') return `${found.verdicts.length} ways of changing`
  return found.kind === 'same' ? 'no change' : `not analysed: ${found.reason}`
}

function line(...cells: readonly (string | number)[]): void {
  console.log(
    cells.map((cell) => (typeof cell === 'number' ? cell.toFixed(2).padStart(9) : cell.padEnd(26))).join('  '),
  )
}

async function realLaw(): Promise<void> {
  console.log('\nThe Values Act without its wobbler look-back, one act at a time, from rules that nothing has compiled')
  const { library } = await readLawFor(shippedLaw, 'us/ca')
  const amended: Library = {
    ...library,
    instruments: library.instruments.map((one) =>
      one.id === 'us/ca/values-act' ? { ...one, rules: one.rules.map(withoutLookBack) } : one,
    ),
  }
  line('act', 'best', 'median', 'with words', 'outcome')
  for (const act of ['notify-release', 'transfer', 'share-custody-information', 'disclose', 'hold']) {
    const once = (): ActComparison =>
      compareAct(stackOf(library, 'us/ca', '2026-01-01'), stackOf(amended, 'us/ca', '2026-01-01'), act)
    line(act, ...timed(once), timed(() => wordsOf(once()))[0], outcome(once()))
  }
  line('the first in a new process', firstRun)
}

/** The look-back as a test that is never met. */
function withoutLookBack(one: Rule): Rule {
  return { ...one, condition: cut(one.condition) }
}

function cut(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map(cut) }
    case 'not':
    case 'term':
      return { ...condition, of: cut(condition.of) }
    case 'range':
      return condition.fact === 'ca.listed-wobbler-years' ? { kind: 'any', of: [] } : condition
    case 'always':
    case 'is':
    case 'never':
      return condition
  }
}

/** Reads every description, so that it is made. */
function wordsOf(found: ActComparison): number {
  return found.kind === 'changed'
    ? [...found.verdicts, ...found.duties].reduce((sum, { region }) => sum + region.boxes.length, 0)
    : 0
}

function curve(): void {
  console.log('\nOne exception removed from law in sections of six rules')
  line('rules', 'best', 'median', 'best a rule', 'outcome')
  for (const rules of [6, 30, 60, 120, 180, 240, 300]) {
    const once = (): ActComparison => impact(sectionLaw(rules), sectionLaw(rules, 1))
    once()
    const [best, median] = timed(once)
    line(`${rules}`, best, median, best / rules, outcome(once()))
  }
}

function budgets(): void {
  console.log('\nOne rule removed from tangled law: any rule may read any of forty facts and override any other')
  line('rules, budget in nodes', 'best', 'median', 'outcome')
  for (const [rules, budget] of [
    [20, 200_000],
    [40, 200_000],
    [300, 20_000],
    [300, 200_000],
  ] as const) {
    const [left, right] = [tangledLaw(rules), tangledLaw(rules, 7)]
    const once = (): ActComparison => impact(left, right, { budget })
    line(`${rules}, ${budget}`, ...timed(once, 3), outcome(once()))
  }
}

const start = performance.now()
impact(sectionLaw(12), sectionLaw(12, 1))
const firstRun = performance.now() - start
await realLaw()
curve()
budgets()
