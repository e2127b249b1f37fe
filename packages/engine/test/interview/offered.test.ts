/** What the interview never asks: what is told unasked, what makes no sense, and private bodies that no text names. */
import { describe, expect, it } from 'vitest'
import { possibleVerdicts } from '../../src/decide/possible.ts'
import { decide } from '../../src/decide/decide.ts'
import { bearsOn, journey } from '../../src/interview/journey.ts'
import type { Answers } from '../../src/interview/answers.ts'
import { requestOf } from '../../src/interview/request-of.ts'
import { stepFor, withAnswer } from '../../src/interview/visit.ts'
import { openQuestions, toQuestion } from '../../src/question/next.ts'
import { compiledFor } from '../../src/decide/decide.ts'
import { gapsOf } from '../../src/analysis/gaps.ts'
import { refute } from '../../src/analysis/prove.ts'
import type { Rule } from '@brightline/language'
import { both, fact, instrument, is, knowing, oneOf, rule, stackUnder, words } from '../small-law.ts'
import { pathOf } from './testland.ts'

const kinds = ['police', 'jail', 'clinic', 'shelter'].map((name) => {
  return { name, label: words, isPrivate: name === 'clinic' || name === 'shelter' }
})
const facts = [
  fact('paper', oneOf('none', 'subpoena')),
  fact('issuer', oneOf('nobody', 'court', 'agency'), { sense: is('paper', 'subpoena') }),
  fact('proof', undefined, { isVolunteered: true }),
]
/** Nobody issued what is not there. */
const impossible = [
  { reason: null, fact: 'issuer', condition: both(is('paper', 'none'), is('issuer', 'court', 'agency')), cite: null },
]
const law = instrument('us/xx/act', {
  rules: [
    rule('(a)', 'must', { condition: is('issuer', 'court') }),
    rule('(b)', 'must-not', { overrides: ['(a)'], condition: is('proof', 'yes') }),
    rule('(c)', 'may', { agencies: ['clinic'], condition: is('issuer', 'agency') }),
  ],
})
const stack = stackUnder([law], { agencies: kinds, facts, impossible })
const start: Answers = { agency: 'jail', 'act:asked': 'hold' }

describe('a volunteered fact', () => {
  it('is no while nobody offered it: the answer does not wait for it', () => {
    const decision = decide(stack, 'hold', knowing({ agency: 'jail', paper: 'subpoena', issuer: 'court' }))
    expect(decision.verdict).toBe('required')
    expect(possibleVerdicts(stack, 'hold', knowing({ paper: 'subpoena', issuer: 'court', proof: null }))).toEqual([
      'required',
    ])
  })

  it('is never asked, whatever else is known or not', () => {
    const compiled = compiledFor(stack, 'hold')
    for (const known of [{}, { agency: 'jail' }, { issuer: 'court' }, { issuer: null, paper: null }])
      for (const about of ['verdict', 'whole-answer'] as const)
        expect(openQuestions(compiled, knowing(known), about)).not.toContain('proof')
    const asked = journey(stack, { ...start, paper: null, issuer: null })
    expect(asked.next.address).toBe('check:answers')
    expect(bearsOn(asked, 'proof')).toEqual([])
  })

  it('always counts when it is offered, at any time and without its question', () => {
    const answers = { ...start, paper: 'subpoena', issuer: 'court' }
    const offered = withAnswer(stack, answers, 'proof', 'yes')
    if (!offered.ok) throw new Error('it was refused')
    const found = journey(stack, offered.value)
    expect(found.offered.map(({ step, answer }) => [step.address, answer])).toEqual([['proof', 'yes']])
    expect(pathOf(found)).not.toContain('proof')
    // Who issued the paper no longer matters.
    expect(found.aside.map(({ address, why }) => [address, why])).toEqual([
      ['paper', 'moot'],
      ['issuer', 'moot'],
    ])
    expect(requestOf(found).facts).toMatchObject({ proof: 'yes' })
    expect(decide(stack, 'hold', found.knowledge).verdict).toBe('prohibited')
    expect(stepFor(stack, offered.value, 'proof')?.address).toBe('proof')
    expect(journey(stack, { proof: 'yes' }).knowledge.get('proof')).toEqual({ kind: 'value', value: 'yes' })
  })

  it('is shown among what would change the answer, while nobody has told it', () => {
    const known = { agency: 'jail', paper: 'subpoena', issuer: 'court' }
    const told = { fact: 'proof', to: 'yes', verdict: 'prohibited' }
    expect(decide(stack, 'hold', knowing(known)).nearest).toContainEqual(told)
    expect(decide(stack, 'hold', knowing({ ...known, proof: 'yes' })).nearest).not.toContainEqual(told)
  })

  it('is refused where it is no answer', () => {
    expect(withAnswer(stack, start, 'proof', 'perhaps').ok).toBe(false)
    expect(journey(stack, { ...start, proof: 'perhaps' }).offered).toEqual([])
  })

  it('is free to exact statements: a claim that it cannot matter is refuted', () => {
    expect(refute(stack, { kind: 'blind', acts: ['hold'], facts: ['proof'] })?.shows).toEqual({
      kind: 'depends',
      fact: 'proof',
    })
    const always = { kind: 'all', of: [] } as const
    expect(refute(stack, { kind: 'never', verdicts: ['prohibited'], acts: ['hold'], condition: always })).not.toBeNull()
  })
})

describe('a question that makes no sense', () => {
  it('is not asked where that is known, and is asked where it is not', () => {
    const compiled = compiledFor(stack, 'hold')
    expect(openQuestions(compiled, knowing({ agency: 'jail', paper: 'none' }))).toEqual([])
    expect(openQuestions(compiled, knowing({ agency: 'jail' }))).toContain('issuer')
    expect(possibleVerdicts(stack, 'hold', knowing({ agency: 'jail', paper: 'none' }))).toEqual(['no-rule'])
  })
})

describe('a private body', () => {
  it('is reached only by what names it', () => {
    const says = (agency: string | null): readonly string[] => {
      return possibleVerdicts(
        stack,
        'hold',
        knowing({ ...(agency === null ? {} : { agency }), issuer: 'court', paper: 'subpoena' }),
      )
    }
    expect([says('jail'), says('clinic'), says('shelter')]).toEqual([['required'], ['no-rule'], ['no-rule']])
    // Whoever does not say what it is, is taken for a public body.
    expect(says(null)).toEqual(['required'])
    expect(possibleVerdicts(stack, 'hold', knowing({ agency: 'clinic', paper: 'subpoena', issuer: 'agency' }))).toEqual(
      ['permitted'],
    )
  })

  it('is offered as an answer only where a text names it', () => {
    expect(toQuestion(stack, 'agency')?.answers.map(({ value }) => value)).toEqual(['police', 'jail', 'clinic'])
  })

  it('makes the agency no question where all public bodies have one answer', () => {
    expect(openQuestions(compiledFor(stack, 'hold'), knowing({ paper: 'subpoena', issuer: 'court' }))).toEqual([])
  })

  it('is not what a claim about every agency is about', () => {
    const form = fact('form', {
      kind: 'one-of',
      values: [{ name: 'letter', label: words, phrase: null, asks: ['hold'], spans: [] }],
    })
    const silent = (agencies: readonly string[] | null, more: readonly Rule[] = []): readonly string[] => {
      const rules = [rule('(a)', 'must', { agencies }), ...more]
      const found = gapsOf(stackUnder([instrument('us/xx/act', { rules })], { agencies: kinds, facts: [form] }))
      return found.flatMap((gap) => (gap.kind === 'no-rule' ? [`${gap.example.get('agency')}`] : []))
    }
    expect(silent(null)).toEqual([])
    expect(silent(['jail'])).toEqual(['police'])
    // A body that a text names is one that it could decide about.
    expect(silent(null, [rule('(b)', 'may', { agencies: ['clinic'], condition: is('form', 'other') })])).toEqual([
      'clinic',
    ])
  })
})
