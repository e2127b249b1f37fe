/** Two versions of random law, and every case that they can tell apart. */
import * as fc from 'fast-check'
import type { Duty, Instrument, Library, Limit, Texts, Verdict } from '@brightline/language'
import { answerOf } from '../../src/analysis/case.ts'
import { join, ordersTheSame } from '../../src/analysis/joint.ts'
import type { CompleteCase } from '../../src/fact/condition.ts'
import { cellIndex, type Space } from '../../src/fact/space.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { answeredKey, answeredOf } from '../../src/stack/answered.ts'
import { needsPower, stackOf } from '../../src/stack/stack.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { testsOf } from '../../src/fact/condition.ts'
import { meets } from '../brute-force.ts'
import { askedOn, factValues, laws, limitsOf, type Law } from '../random-law.ts'

/** A law and a changed one, on one act. */
export interface Versions {
  readonly law: Law
  readonly left: Stack
  readonly right: Stack
  readonly act: string
  readonly [fc.toStringMethod]: () => string
}

/** What one version says of a case, by the interpreter. */
export interface Said {
  readonly verdict: Verdict
  /** The verdict with why no rule decides, in one text. */
  readonly answer: string
  readonly duties: readonly Duty[]
  /** In one text each. */
  readonly decider: string
  readonly limits: string
  readonly counsel: string
}

/** One lawful case of the joint space, decided on both sides. */
export interface Seen {
  readonly facts: CompleteCase
  readonly from: Said
  readonly to: Said
}

type Change = (library: Library, index: number) => Library

const changes: readonly Change[] = [
  (library) => library,
  (library, index) =>
    withInstrument(library, index, (one) => ({ ...one, rules: one.rules.filter((_, at) => at !== index % 3) })),
  (library, index) => withInstrument(library, index, (one) => ({ ...one, duties: one.duties.slice(1) })),
  (library, index) =>
    withInstrument(library, index, (one) => ({
      ...one,
      duties: one.duties.map((duty) => ({ ...duty, action: { en: 'say so' } })),
    })),
  (library, index) =>
    withInstrument(library, index, (one) => ({ ...one, rules: one.rules.map((rule) => ({ ...rule, overrides: [] })) })),
  (library, index) =>
    withInstrument(library, index, (one) => ({
      ...one,
      rules: one.rules.map((rule) => ({ ...rule, decider: { en: 'the mayor' }, limit: null })),
    })),
  (library) => ({
    ...library,
    instruments: library.instruments.map((one) => ({
      ...one,
      rules: one.rules.map((rule) => ({ ...rule, decider: null, limit: { kind: 'asked', atMost: null } as const })),
    })),
  }),
  (library, index) => ({
    ...library,
    instruments: library.instruments.filter((_, at) => at !== index % library.instruments.length),
  }),
  (library) => structuredClone(library),
  (library, index) => withInstrument(library, index, (one) => ({ ...one, notEncoded: [] })),
  (library, index) =>
    withInstrument(library, index, (one) => ({
      ...one,
      rules: one.rules.map((rule) => ({ ...rule, counsel: rule.counsel === null ? { en: 'new law' } : null })),
    })),
  (library, index) =>
    withInstrument(library, index, (one) => ({
      ...one,
      rules: one.rules.map((rule) => (rule.modal === 'may' ? { ...rule, modal: 'not-forbidden' } : rule)),
    })),
  (library) => ({
    ...library,
    vocabulary: {
      ...library.vocabulary,
      acts: library.vocabulary.acts.map((act) => ({ ...act, power: act.power === null ? 'Ex. Const. 5' : null })),
    },
  }),
]

function withInstrument(library: Library, index: number, change: (instrument: Instrument) => Instrument): Library {
  const chosen = index % Math.max(library.instruments.length, 1)
  return { ...library, instruments: library.instruments.map((one, at) => (at === chosen ? change(one) : one)) }
}

/** Random law beside the same law on another day, or with something taken out or reworded. */
export const versions: fc.Arbitrary<Versions> = fc
  .record({ law: laws, change: fc.nat(changes.length - 1), index: fc.nat(5), later: fc.constantFrom(...askedOn) })
  .map(({ law, change, index, later }) => {
    const changed = changes[change]?.(law.library, index) ?? law.library
    const left = stackOf(law.library, law.place, law.asOf)
    const right = stackOf(changed, law.place, change === 0 ? later : law.asOf)
    return {
      law,
      left,
      right,
      act: law.act,
      [fc.toStringMethod]: () => `change ${change}/${index}, then as of ${right.asOf}\n${fc.stringify(law)}`,
    }
  })

/** Each lawful case that the joint space can tell apart, once. */
export function everyCase({ law, left, right, act }: Versions): readonly Seen[] {
  const { space } = join(left, right, act).left
  const seen = new Map<string, Seen>()
  for (const facts of allCases(law.library)) {
    const key = cellsOf(space, facts)
    if (seen.has(key) || !isLawful(law.library, space, facts)) continue
    seen.set(key, { facts, from: said(left, act, facts), to: said(right, act, facts) })
  }
  return [...seen.values()]
}

/** Whether the answers of two versions differ. */
export function differ(seen: Seen): boolean {
  const { from, to } = seen
  return from.answer !== to.answer || dutyChanges(from, to).length > 0 || termsChanges(seen).length > 0
}

/** Who decides, how long, or why counsel is asked, before and after, where the answer stays. */
export function termsChanges({ from, to }: Seen): readonly string[] {
  if (from.answer !== to.answer) return []
  return [
    ...(from.decider === to.decider ? [] : [`decider ${from.decider} -> ${to.decider}`]),
    ...(from.limits === to.limits ? [] : [`limit ${from.limits} -> ${to.limits}`]),
    ...(from.counsel === to.counsel ? [] : [`counsel ${from.counsel} -> ${to.counsel}`]),
  ]
}

/** The ids of the duties that begin, end or change, with how. */
export function dutyChanges(from: Said, to: Said): readonly string[] {
  const changed = [...new Set([...from.duties, ...to.duties].map(({ id }) => id))].flatMap((id) => {
    const before = from.duties.find((duty) => duty.id === id)
    const after = to.duties.find((duty) => duty.id === id)
    if (before === undefined) return [`begins ${id}`]
    if (after === undefined) return [`ends ${id}`]
    return ordersTheSame(before, after) ? [] : [`changes ${id}`]
  })
  return changed.sort()
}

/** What a version says of a case. */
export function said(stack: Stack, act: string, facts: CompleteCase): Said {
  const { state, duties } = interpret(stack, act, facts)
  const { deciders, limits, counsel } = answerOf(stack, act, facts).terms
  const answered = answeredOf(state, needsPower(stack, act))
  return {
    verdict: answered.verdict,
    answer: answeredKey(answered),
    duties,
    decider: decidersText(deciders),
    limits: limitsText(limits),
    counsel: counselText(counsel),
  }
}

/** Deciders in one text; another translation is the same decider. */
export function decidersText(deciders: readonly Texts[]): string {
  return deciders.map(({ en }) => en).join('; ')
}

/** Reasons for counsel in one text, whatever their order. */
export function counselText(counsel: readonly Texts[]): string {
  return counsel
    .map(({ en }) => en)
    .sort()
    .join()
}

/** Limits in one text, whatever their order. */
export function limitsText(limits: readonly Limit[]): string {
  return limits
    .map((limit) => JSON.stringify(limit))
    .sort()
    .join()
}

function cellsOf(space: Space, facts: CompleteCase): string {
  return space.variables.map((variable) => cellIndex(variable, facts.get(variable.name) ?? '')).join()
}

/** Only the combinations that bear on the facts of the space make a case impossible. */
function isLawful(library: Library, space: Space, facts: CompleteCase): boolean {
  return !limitsOf(library).some(({ condition }) => {
    const read = testsOf(condition).map(({ fact }) => fact)
    return read.length > 0 && read.every((fact) => space.levelOf.has(fact)) && meets(condition, facts)
  })
}

function allCases(library: Library): readonly CompleteCase[] {
  return factValues(library).reduce<readonly CompleteCase[]>(
    (cases, [name, values]) => cases.flatMap((facts) => values.map((value) => new Map([...facts, [name, value]]))),
    [new Map()],
  )
}
