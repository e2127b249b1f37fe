/** The sheet for paper holds what the engine decides: whoever follows it with all facts ends at the same verdict. */
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/decide/decide.ts'
import { agencyFact } from '../../src/fact/condition.ts'
import type { FactState, Knowledge } from '../../src/fact/knowledge.ts'
import { questionSheet, type QuestionSheet, type SheetEnd } from '../../src/interview/question-sheet.ts'
import type { NearestChange } from '../../src/question/nearest-change.ts'
import { possibleVerdicts } from '../../src/decide/possible.ts'
import { stackAt } from './testland.ts'

const stack = stackAt('us/ex/springfield')

interface Path {
  readonly knowledge: Knowledge
  readonly end: SheetEnd
}

/** Gives a state that stands for a value of the sheet; a date by its days since 1970. */
function stateOf(value: NearestChange['to']): FactState {
  if (typeof value === 'string') return { kind: 'value', value }
  if (typeof value.from === 'number') return { kind: 'value', value: value.from }
  return { kind: 'value', value: Date.parse(value.to.toString()) / 86_400_000 }
}

/** Follows every way through a sheet, with each value of each answer. */
function* pathsOf(sheet: QuestionSheet, end: SheetEnd, knowledge: Knowledge): Generator<Path> {
  const step = end.kind === 'step' ? sheet.steps[end.number - 1] : undefined
  if (step === undefined) {
    yield { knowledge, end }
    return
  }
  for (const { values, leadsTo } of step.answers) {
    if (leadsTo.kind === 'step') expect(leadsTo.number).toBeGreaterThan(step.number)
    for (const value of values) yield* pathsOf(sheet, leadsTo, new Map([...knowledge, [step.fact, stateOf(value)]]))
  }
}

describe('a question sheet', () => {
  const acts = stack.vocabulary.acts.map(({ name }) => name)
  it.each(acts.flatMap((act) => ['police', 'jail'].map((agency) => ({ act, agency }))))(
    'of $act for $agency ends as the engine decides',
    ({ act, agency }) => {
      const sheet = questionSheet(stack, act, agency)
      const start: Knowledge = new Map([[agencyFact, { kind: 'value', value: agency }]])
      let count = 0
      for (const { knowledge, end } of pathsOf(sheet, sheet.first, start)) {
        count += 1
        if (end.kind === 'step') throw new Error('a step that is not there')
        const possible = possibleVerdicts(stack, act, knowledge)
        // What cannot be is no way of anybody.
        if (possible.length > 0) expect(end.verdicts, JSON.stringify([...knowledge])).toEqual(possible)
      }
      expect(count).toBeGreaterThan(0)
    },
  )

  it('cites what says the verdict', () => {
    const sheet = questionSheet(stack, 'hold', 'police')
    const { verdict, reasons } = decide(stack, 'hold', new Map([[agencyFact, { kind: 'value', value: 'police' }]]))
    expect(sheet.steps.length > 0 || verdict !== 'needs-facts').toBe(true)
    const known = new Set(sheet.verdicts.flatMap(({ cites }) => cites))
    expect(known.size).toBeGreaterThan(0)
    expect(reasons.filter(({ effect }) => effect === 'decides').every(({ cite }) => known.has(cite))).toBe(true)
  })
})
