/** How compiling an act and comparing two versions of it grow with the number of rules, from rules that nothing has compiled. */
import type { Condition, Fact, Instrument, Library, Rule } from '@brightline/language'
import { stackOf } from '@brightline/engine'
import { compareAct, type ActComparison } from '@brightline/engine/analysis'
import { compileAct } from '../../packages/engine/src/diagram/compile.ts'
import { median, time } from '../measure.ts'

/** One size of law. */
export interface Size {
  readonly rules: number
  readonly facts: number
  readonly nodes: number
  /** One version, every case. */
  readonly compileMs: number
  /** One exception removed. */
  readonly oneMs: number
  /** Every look-back a year longer: a change in every section. */
  readonly allMs: number
}

/** Law that no diagram holds, and what becomes of it. */
export interface Tangled {
  readonly rules: number
  readonly budget: number
  readonly ms: number
  readonly outcome: string
}

const repeats = 15

/** Law shaped like real law, in sections of six rules, up to 300 rules on one act. */
export function sizes(): readonly Size[] {
  return [6, 30, 60, 120, 180, 240, 300].map((rules): Size => {
    const compiled = compileAct(stack(sectionLaw(rules)), 'hold')
    const timed = (left: () => Library, right: () => Library): number => timeCold(() => impact(left(), right()))
    return {
      rules,
      facts: compiled.space.variables.length,
      nodes: compiled.store.size,
      compileMs: timeCold(() => compileAct(stack(sectionLaw(rules)), 'hold')),
      oneMs: timed(
        () => sectionLaw(rules),
        () => sectionLaw(rules, { without: 1 }),
      ),
      allMs: timed(
        () => sectionLaw(rules),
        () => sectionLaw(rules, { longer: 1 }),
      ),
    }
  })
}

/** Law in which any rule may read any of forty facts and override any other: the shape that diagrams cannot hold. */
export function tangles(): readonly Tangled[] {
  const made = [
    [20, 200_000],
    [40, 200_000],
    [300, 20_000],
    [300, 200_000],
  ] as const
  return made.map(([rules, budget]) => {
    const once = (): ActComparison => impact(tangledLaw(rules), tangledLaw(rules, 7), budget)
    const found = once()
    const outcome =
      found.kind === 'not-analysed'
        ? `${JSON.stringify(found.reason)}; of ${found.sampled.tried} random cases ${found.sampled.changed} change`
        : found.kind === 'changed'
          ? `exact: ${found.verdicts.length} ways of changing`
          : 'exact: no change'
    return { rules, budget, ms: timeCold(once), outcome }
  })
}

function timeCold(run: () => unknown): number {
  const times: number[] = []
  const once = time(() => void run())
  for (let turn = 0; turn < (once > 200 ? 3 : repeats); turn++) times.push(time(() => void run()))
  return median(times)
}

function stack(library: Library): ReturnType<typeof stackOf> {
  return stackOf(library, 'us', '2026-01-01')
}

function impact(left: Library, right: Library, budget: number = 200_000): ActComparison {
  return compareAct(stack(left), stack(right), 'hold', { budget })
}

const words = { en: 'x', es: 'x' }
const position = { file: 'bench.policy', line: 1, column: 1 }

/** Law shaped like real law: sections of six rules, each on a form, with facts of its own and three that all share. */
function sectionLaw(
  rules: number,
  { without = -1, longer = 0 }: { readonly without?: number; readonly longer?: number } = {},
): Library {
  const sections = Math.ceil(rules / 6)
  const own = Array.from({ length: sections }, (_, section) => [
    yesNo(`s${section}.a`),
    yesNo(`s${section}.b`),
    fact(`s${section}.years`, { kind: 'number', min: 0, max: 99, unit: 'years', canBeNever: true }),
  ]).flat()
  const shared = [oneOf('form', 8), oneOf('signer', 5), yesNo('order')]
  const made = Array.from({ length: sections }, (_, section) => sectionRules(section, longer)).flat()
  return libraryOf(
    [...shared, ...own],
    made.slice(0, rules).filter((_, index) => index !== without),
  )
}

function sectionRules(section: number, longer: number): readonly Rule[] {
  const own = (name: string): Condition => is(`s${section}.${name}`, ['yes'])
  const onForm = is('form', [`v${section % 8}`])
  const recent: Condition = { kind: 'range', fact: `s${section}.years`, from: null, to: 5 + (section % 3) * 5 + longer }
  const base = idOf(section, 0)
  return [
    rule({ section, index: 0 }, 'must-not', onForm, []),
    rule({ section, index: 1 }, 'may', all([onForm, own('a')]), [base]),
    rule({ section, index: 2 }, 'may', all([onForm, recent]), [base]),
    rule({ section, index: 3 }, 'must-not', all([onForm, own('b'), is('signer', ['v0', 'v1'])]), [
      idOf(section, 1),
      idOf(section, 2),
    ]),
    rule({ section, index: 4 }, 'may', all([onForm, is('signer', ['v4']), own('a')]), [base, idOf(section, 3)]),
    rule(
      { section, index: 5 },
      'must',
      all([onForm, is('order', ['yes'])]),
      [0, 1, 2, 3, 4].map((index) => idOf(section, index)),
    ),
  ]
}

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
    return rule({ section: 0, index }, modals[index % 2] ?? 'may', all(tests), over)
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
    bindsNamed: null,
    reach: 'floor',
    sources: [],
    events: [],
    terms: [],
    groups: [],
    sections: [],
    rules,
    duties: [],
    doubts: [],
    notEncoded: [],
    examples: [],
    promises: [],
    file: 'bench.policy',
  }
  const vocabulary = {
    agencies: [],
    acts: [{ name: 'hold', phrase: words, topic: 'custody', lasts: true, power: null }],
    facts,
    events: [],
    impossible: [],
  }
  return { vocabulary, places: [], instruments: [instrument], authorities: [], offences: {}, holidays: {} }
}

function rule(
  { section, index }: { readonly section: number; readonly index: number },
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
    challenged: [],
    isPart: false,
    position,
    named: null,
    agencies: null,
    modal,
    acts: ['hold'],
    condition,
    own: condition,
    overrides,
    overridesAllOf: [],
    decider: null,
    limit: null,
    isForAnybody: false,
    counsel: null,
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
  return {
    ...{ name, question: words, type, knownBy: null, cost: 1, derivation: null, statement: null, denial: null },
    ...{ isProtected: false, isVolunteered: false, judgedBy: null, sense: null },
  }
}

function yesNo(name: string): Fact {
  return fact(name, { kind: 'yes-no' })
}

function oneOf(name: string, count: number): Fact {
  const values = Array.from({ length: count }, (_, index) => ({
    name: `v${index}`,
    label: words,
    phrase: null,
    asks: [],
    spans: [],
  }))
  return fact(name, { kind: 'one-of', values })
}
