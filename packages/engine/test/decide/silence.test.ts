import { describe, expect, it } from 'vitest'
import { answersUnder } from '../../src/request/answers-under.ts'
import type { Decision } from '../../src/decide/decision.ts'
import { caseAnswer } from '../../src/cases/run-cases.ts'
import { lawOf } from '../text-law.ts'

/** Decides one act under an instrument of this text. */
async function decided(
  body: string,
  act: string,
  facts: Record<string, string> = {},
  more: { readonly asOf?: string; readonly agency?: string; readonly events?: string } = {},
): Promise<Decision> {
  const { asOf = '2026-11-28', agency = 'jail', events = '' } = more
  const answered = answersUnder(await lawOf(body, events))({ place: 'us/ex', asOf, agency, acts: [act], facts })
  if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
  const [decision] = answered.value.decisions
  if (decision === undefined) throw new Error('nothing was decided')
  return decision
}

const section = (items: string): string => `\nsection 1 "One"\n\n${items}`

describe('what is said where no rule decides', () => {
  const other = '  (a) staff may answer\n      read in code\n'

  it.each([
    [
      'the law is silent',
      'answer',
      section('  (a) staff must not hold\n      whoever asks\n      read in code\n'),
      ['law-silent'],
    ],
    ['an act that needs power finds none', 'hold', section(other), ['no-power']],
    [
      'a duty that is lifted gives no power',
      'hold',
      section(
        '  (a) staff must hold\n      for as long as the request asks\n      read in code\n  (b) despite (a), staff need not hold\n      when person.citizenship-shown\n      read in code\n',
      ),
      ['no-power', 'duty-lifted'],
    ],
    [
      'something is not encoded',
      'answer',
      section('  (a) not encoded "calls" / "llamadas" on answer\n      because "not read" / "no leído"\n'),
      ['not-encoded'],
    ],
    [
      'law of other days only',
      'answer',
      section('  (a) staff may answer\n      through 2021-12-31\n      read in code\n'),
      ['not-in-force'],
    ],
  ] as const)('%s', async (_name, act, body, silence) => {
    const facts = { 'person.citizenship-shown': 'yes', 'request.form': 'detainer' }
    const decision = await decided(body, act, facts)
    expect([decision.verdict, decision.silence]).toEqual(['no-rule', silence])
    expect(decision.power).toBe(act === 'hold' ? 'Ex. Const. art. 1' : null)
  })

  it('is no lifted duty where it is not known whether one was lifted', async () => {
    const body = section(
      '  (a) staff must answer\n      when request.form is detainer\n      read in code\n  (b) despite (a), staff need not answer\n      when person.citizenship-shown\n      read in code\n  (c) staff need not answer\n      when request.from is family\n      read in code\n',
    )
    const open = await decided(body, 'answer', { 'request.form': 'spoken' })
    expect([open.verdict, open.silence]).toEqual(['no-rule', ['law-silent']])
    const lifted = await decided(body, 'answer', { 'request.form': 'spoken', 'request.from': 'family' })
    expect([lifted.verdict, lifted.silence]).toEqual(['no-rule', ['duty-lifted']])
  })

  it('is that nobody may forbid it, which permits what needs no power', async () => {
    const body = section('  (a) nobody may forbid staff to answer or hold\n      read in code\n')
    expect((await decided(body, 'answer')).verdict).toBe('permitted')
    expect(caseAnswer(await decided(body, 'hold'))).toBe('no-power')
  })

  it('is that something not encoded could change a permission', async () => {
    const body = section(
      '  (a) staff may answer\n      read in code\n  (b) not encoded "calls" / "llamadas" on answer\n      when request.form is spoken\n      because "not read" / "no leído"\n',
    )
    const spoken = await decided(body, 'answer', { 'request.form': 'spoken' })
    expect([spoken.verdict, spoken.silence, caseAnswer(spoken)]).toEqual(['permitted', ['not-encoded'], 'not-encoded'])
    expect(spoken.missing.map(({ provision, certain }) => [provision, certain])).toEqual([
      ['us/ex/act section 1(b)', true],
    ])
    const paper = await decided(body, 'answer', { 'request.form': 'detainer' })
    expect([paper.verdict, paper.silence, paper.missing]).toEqual(['permitted', [], []])
  })

  it('is that counsel is asked first', async () => {
    const body = section(
      '  (a) staff may answer\n      counsel first "it is unclear" / "no está claro"\n      read in code\n',
    )
    const decision = await decided(body, 'answer')
    expect([decision.verdict, decision.counsel, caseAnswer(decision)]).toEqual([
      'permitted',
      [{ en: 'it is unclear', es: 'no está claro' }],
      'counsel-first',
    ])
  })

  it('is that counsel is asked first also where the rule that says so only perhaps decides', async () => {
    const body = section(
      '  (a) staff may answer\n      read in code\n  (b) staff may answer\n      when request.from is family\n      counsel first "it is unclear" / "no está claro"\n      read in code\n',
    )
    const texts = [{ en: 'it is unclear', es: 'no está claro' }]
    const open = await decided(body, 'answer')
    expect([open.verdict, open.counsel]).toEqual(['permitted', texts])
    expect((await decided(body, 'answer', { 'request.from': 'family' })).counsel).toEqual(texts)
    expect((await decided(body, 'answer', { 'request.from': 'immigration' })).counsel).toEqual([])
  })
})

describe('what is volunteered', () => {
  const body = section(
    '  (a) staff must hold\n      for as long as the request asks\n      read in code\n  (b) despite (a), staff must not hold\n      when person.citizenship-shown\n      whoever asks\n      read in code\n',
  )

  it('is never asked, and counts as no where it is not offered', async () => {
    const decision = await decided(body, 'hold', { 'request.form': 'detainer' })
    expect([decision.verdict, decision.ask]).toEqual(['required', null])
  })

  it('counts where it is offered', async () => {
    expect((await decided(body, 'hold', { 'person.citizenship-shown': 'yes' })).verdict).toBe('prohibited')
  })
})

describe('kinds of agency', () => {
  it('are public where the law binds every agency', async () => {
    const body = section('  (a) staff may answer\n      read in code\n')
    expect((await decided(body, 'answer')).verdict).toBe('permitted')
    expect(caseAnswer(await decided(body, 'answer', {}, { agency: 'clinic' }))).toBe('no-rule')
  })
})

describe('a suit that is pending', () => {
  it('is shown, and changes nothing', async () => {
    const body = section('  (a) staff may answer\n      read in code\n')
    const decision = await decided(body, 'answer', {}, { events: '  challenged 2025-01-01 "Doe v. State"\n' })
    expect([decision.verdict, decision.flags]).toEqual(['permitted', ['challenged']])
    expect(decision.reasons.map(({ challenged }) => challenged)).toEqual([['Doe v. State']])
  })
})

describe('the time of a rule on several acts', () => {
  const body = section('  (a) staff must hold or answer\n      for as long as the request asks\n      read in code\n')

  it.each([
    ['hold', { limits: [{ kind: 'asked', atMost: null }] }],
    ['answer', null],
  ] as const)('%s', async (act, limit) => {
    const decision = await decided(body, act, { 'request.form': 'detainer' })
    expect(decision.verdict).toBe('required')
    if (limit === null) expect(decision.limit).toBeNull()
    else expect(decision.limit).toMatchObject(limit)
  })
})
