/** The sections that decide, and where: a region of one verdict split by the section that its verdict rests on. */
import type { Rule, Verdict } from '@brightline/language'
import { compileLive, type CompiledAct } from '../diagram/compile.ts'
import { leaf, type Diagram } from '../diagram/store.ts'
import { rulesFor, subsets } from '../interpret/interpret.ts'
import { agrees, type Said } from '../stack/agrees.ts'
import { contestedOn } from '../stack/stack.ts'
import type { Stack } from '../stack/layer.ts'

/** A section of an instrument. */
export interface SectionName {
  readonly instrument: string
  readonly title: string
  readonly section: string
  readonly cite: string
}

/** A part of a region, and the section that decides there; null where none does. */
export interface DecidedPart {
  readonly section: SectionName | null
  readonly part: Diagram
}

/** The cases in which each rule of an act is live, in the order of the stack. */
export type LiveRules = readonly { readonly rule: Rule; readonly section: SectionName; readonly live: Diagram }[]

/** Finds where the rules of an act are live, whichever contested provisions count. */
export function liveRulesOf(compiled: CompiledAct, within: Diagram = leaf(1)): LiveRules {
  const { stack, act, store } = compiled
  const readings = subsets(contestedOn(stack, act).map(({ instrument }) => instrument.id))
  return stack.layers.flatMap(({ instruments }) =>
    instruments.flatMap((standing) => {
      const lives = readings.map((without) => compileLive(compiled, rulesFor(standing, act, without), within))
      return rulesFor(standing, act, []).map((rule) => ({
        rule,
        section: sectionOf(stack, rule),
        live: store.orAll(lives.flatMap((live) => live.get(rule.id) ?? [])),
      }))
    }),
  )
}

/**
 * Splits a region by the first section whose live rules say what the verdict says: from the top of the stack for
 * what is required or prohibited, from the bottom for what is left to the agency.
 */
export function splitBySection(
  { store, needsPower }: CompiledAct,
  lives: LiveRules,
  verdict: Verdict,
  region: Diagram,
): readonly DecidedPart[] {
  const parts: DecidedPart[] = []
  let left = region
  for (const { section, live } of sectionsOf(lives, { verdict, needsPower })) {
    if (left === leaf(0)) break
    const where = store.orAll(live)
    const part = store.and(left, where)
    if (part === leaf(0)) continue
    parts.push({ section, part })
    left = store.and(left, store.not(where))
  }
  return left === leaf(0) ? parts : [...parts, { section: null, part: left }]
}

function sectionsOf(
  lives: LiveRules,
  said: Said,
): readonly { readonly section: SectionName; readonly live: readonly Diagram[] }[] {
  const found = new Map<string, { readonly section: SectionName; readonly live: Diagram[] }>()
  for (const { rule, section, live } of said.verdict === 'permitted' ? lives.toReversed() : lives) {
    if (!agrees(rule, said) || live === leaf(0)) continue
    const key = `${section.instrument} ${section.section}`
    const known = found.get(key)
    if (known === undefined) found.set(key, { section, live: [live] })
    else known.live.push(live)
  }
  return [...found.values()]
}

function sectionOf(stack: Stack, rule: Rule): SectionName {
  const instrument = stack.layers
    .flatMap(({ instruments }) => instruments)
    .find((standing) => standing.instrument.id === rule.instrument)?.instrument
  const cite = instrument?.sections.find(({ number }) => number === rule.section)?.cite ?? rule.cite
  return { instrument: rule.instrument, title: instrument?.title ?? rule.instrument, section: rule.section, cite }
}
