/** The interview without a terminal: what it asks, in which order, and when it ends. */
import {
  actsOf,
  begin,
  decisionsOf,
  forcedFacts,
  formFact,
  interview,
  nextStep,
  stackOf,
  type FactValue,
  type Input,
  type Interview,
  type Step,
} from '@brightline/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAllLaw, shippedLaw } from '@brightline/law-files'
import { opened } from '../command.ts'
import { after, asks, next, stackAt } from './testland.ts'
import { times } from '../../../../scripts/test-counts.ts'

const springfield = stackAt('us/ex/springfield')
const state = stackAt('us/ex')
const nothing = { agency: null, form: null }

describe('what the interview asks', () => {
  const cases: readonly {
    readonly name: string
    readonly place?: 'state'
    readonly inputs: readonly FactValue[]
    readonly next: string
  }[] = [
    { name: 'begins with the agency', inputs: [], next: 'agency' },
    { name: 'then asks what was received', inputs: ['jail'], next: 'request.form' },
    { name: 'asks for the act where the form cannot be said', inputs: ['jail', '?'], next: 'act' },
    { name: 'asks for the act where the form asks for none', inputs: ['jail', 'call'], next: 'act' },
    { name: 'does not ask for the act where the form says it', inputs: ['jail', 'letter'], next: 'letter.date' },
    { name: 'asks what decides the first act of the form', inputs: ['jail', 'detainer'], next: 'warrant.signer' },
    {
      name: 'goes on to the next act when the first is settled',
      inputs: ['police', 'detainer', 'nobody'],
      next: 'release.public',
    },
    {
      name: 'leaves out what no longer matters',
      inputs: ['police', 'detainer', 'nobody', 'yes'],
      next: 'time of receipt',
    },
    {
      name: 'asks for the time of release where a limit counts from it',
      inputs: ['police', 'detainer', 'nobody', 'yes', '2026-11-01T10:00'],
      next: 'time of release',
    },
    { name: 'asks no time that nothing counts from', place: 'state', inputs: ['jail', 'letter', 20000], next: 'check' },
    { name: 'then shows the answers', inputs: ['police', 'detainer', 'nobody', 'yes', '?', '?'], next: 'check' },
    {
      name: 'ends with the decision',
      inputs: ['police', 'detainer', 'nobody', 'yes', '?', '?', '!'],
      next: 'decision',
    },
    {
      name: 'takes a derived fact as an answer',
      inputs: ['police', 'detainer', 'nobody', 'no', 'never'],
      next: 'time of receipt',
    },
    { name: 'asks no second time what nobody can say', inputs: ['jail', 'letter', '?'], next: 'check' },
    { name: 'takes no "cannot say" for the agency', inputs: ['?'], next: 'agency' },
    { name: 'goes back', inputs: ['jail', 'detainer', '<'], next: 'request.form' },
    { name: 'goes back from the decision to the answers', inputs: ['jail', 'letter', 20000, '!', '<'], next: 'check' },
    { name: 'confirms nothing while something is open', inputs: ['jail', '!'], next: 'request.form' },
    {
      name: 'asks again for an answer that is changed',
      inputs: ['police', 'detainer', 'nobody', 'yes', '?', '?', '#2'],
      next: 'warrant.signer',
    },
    {
      name: 'keeps the later answers after a change',
      inputs: ['police', 'detainer', 'nobody', 'yes', '?', '?', '#2', 'officer'],
      next: 'check',
    },
    {
      name: 'asks again what is impossible after a change',
      inputs: ['police', 'detainer', 'nobody', 'no', 'never', '?', '#2', 'judge'],
      next: 'ex.listed-felony',
    },
    {
      name: 'and keeps the rest',
      inputs: ['police', 'detainer', 'nobody', 'no', 'never', '?', '#2', 'judge', 3],
      next: 'time of release',
    },
  ]
  for (const { name, place, inputs, next: wanted } of cases) {
    it(name, () => {
      expect(
        next(after(begin(place === 'state' ? state : springfield, nothing), inputs)),
        `next(${inputs.join(' ')})`,
      ).toBe(wanted)
    })
  }

  it('asks for another fact that tells about one that nobody can say', () => {
    const unsigned = after(begin(state, { agency: 'police', form: 'detainer' }), ['?', 3])
    expect(next(unsigned)).toBe('warrant.present')
    const [hold] = decisionsOf(after(unsigned, ['no']))
    expect(hold?.verdict).toBe('prohibited')
    expect(hold?.flags, 'known, so no doubt is left').toEqual([])
  })

  it('begins with what the caller said', () => {
    expect(next(begin(springfield, { agency: 'jail', form: 'letter' }))).toBe('letter.date')
  })

  it('refuses an answer that cannot be together with an earlier one, with the reason, and asks again', () => {
    const before = after(begin(springfield, nothing), ['police', 'detainer', 'judge', 'no'])
    expect(next(before)).toBe('ex.listed-felony')
    const refused = interview(before, { kind: 'answer', value: 'never' })
    expect(refused.refusal).toMatchObject({
      kind: 'impossible',
      reason: { en: expect.stringContaining('only after a conviction') },
    })
    expect(refused.answered).toEqual(before.answered)
    expect(next(refused)).toBe('ex.listed-felony')
    expect(interview(refused, { kind: 'answer', value: 3 }).refusal).toBeNull()
  })

  it('says that there is nothing before the first question', () => {
    expect(after(begin(springfield, nothing), ['<']).refusal).toEqual({ kind: 'nothing-before' })
  })
})

describe('protected facts', () => {
  it('are asked where a law forces it, with the citation', () => {
    const step = nextStep(after(begin(springfield, nothing), ['jail', 'detainer', 'nobody']))
    expect(asks(step)).toBe('person.proof-of-status')
    expect(step.kind === 'fact' ? step.question.forcedBy : null).toBe('Ex. Gov. Code § 31')
  })

  it('are not asked of an agency that the forcing law does not bind', () => {
    const asked = questionsOf(begin(springfield, { agency: 'police', form: 'detainer' }), () => 0)
    expect(asked).not.toContain('person.proof-of-status')
  })

  it('are not asked above the place of the forcing law', () => {
    expect(forcedFacts(state).size).toBe(0)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (picks) => {
        const asked = questionsOf(begin(state, nothing), () => Number(picks.next().value))
        expect(asked.filter((name) => name.startsWith('person.'))).toEqual([])
      }),
    )
  })
})

describe('any interview', () => {
  const picks = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })

  it('settles every verdict when every question gets an answer', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const end = play(begin(springfield, nothing), numbers, false)
        expect(next(end)).toBe('check')
        for (const { act, verdict, possible } of decisionsOf(end)) {
          expect(verdict, `${act}: ${possible.join()}`).not.toBe('needs-facts')
        }
      }),
    )
  })

  it('ends also when nobody can say anything', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        expect(next(play(begin(springfield, nothing), numbers, true))).toBe('check')
      }),
    )
  })

  it('asks nothing twice and nothing that cannot change an answer', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const end = play(begin(springfield, nothing), numbers, false)
        const names = end.answered.map(({ subject }) => `${subject.kind} ${subject.name}`)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('comes back to each earlier state by going back', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const states: Interview[] = [begin(springfield, nothing)]
        for (const number of numbers) {
          const now = states.at(-1)
          if (now === undefined || nextStep(now).kind === 'check') break
          const later = interview(now, inputFor(nextStep(now), number, true))
          if (later.refusal === null) states.push(later)
        }
        let now = states.at(-1)
        for (const wanted of states.slice(0, -1).reverse()) {
          now = now === undefined ? now : interview(now, { kind: 'back' })
          expect(now).toEqual(wanted)
        }
      }),
    )
  })

  it('decides as the answers alone do, whatever was changed on the way', () => {
    fc.assert(
      fc.property(picks, fc.nat(3), (numbers, index) => {
        const end = play(begin(springfield, nothing), numbers, false)
        const changed = interview(end, { kind: 'change', index: index % end.answered.length })
        const again = play(changed, numbers.toReversed(), false)
        expect(actsOf(again).length).toBeGreaterThan(0)
        expect(next(again)).toBe('check')
      }),
    )
  })
})

describe('the real law', () => {
  it('is asked in few questions that settle every verdict, at every place', async () => {
    const { library } = await readAllLaw(opened(shippedLaw()))
    const forms = library.vocabulary.facts.find(({ name }) => name === formFact)?.type
    const names = forms?.kind === 'one-of' ? forms.values.map(({ name }) => name) : []
    const agencies = library.vocabulary.agencies.map(({ name }) => name)
    for (const [place, { id }] of library.places.entries()) {
      const stack = stackOf(library, id, '2026-11-01')
      for (const [index, form] of names.entries()) {
        // Every place is asked about some forms each day, and about all of them in the long run.
        if ((place + index) % times(4, 1) !== 0) continue
        const agency = agencies[index % agencies.length] ?? 'police'
        const numbers = Array.from({ length: 40 }, (_, turn) => (index + 1) * (turn + 3))
        const end = play(begin(stack, { agency, form }), numbers, false)
        const open = decisionsOf(end).filter(({ verdict }) => verdict === 'needs-facts')
        expect(open, `${id} ${agency} ${form}`).toEqual([])
      }
    }
  })
})

/** Answers until the answers are shown; a refused answer is followed by the next possible one. */
function play(start: Interview, numbers: readonly number[], mayBeUnknown: boolean): Interview {
  let now = start
  for (let turn = 0; nextStep(now).kind !== 'check'; turn += 1) {
    expect(turn, 'the interview ends').toBeLessThan(100)
    now = interview(now, inputFor(nextStep(now), (numbers[turn % numbers.length] ?? 0) + turn, mayBeUnknown))
  }
  return now
}

function questionsOf(start: Interview, pick: () => number): readonly string[] {
  const asked: string[] = []
  let now = start
  for (let turn = 0; turn < 100 && nextStep(now).kind !== 'check'; turn += 1) {
    asked.push(next(now))
    now = interview(now, inputFor(nextStep(now), pick() + turn, true))
  }
  return asked
}

function inputFor(step: Step, number: number, mayBeUnknown: boolean): Input {
  if (mayBeUnknown && number % 4 === 3) {
    const isChoice = step.kind === 'act' || (step.kind === 'fact' && step.question.fact === 'agency')
    if (!isChoice) return { kind: 'cannot-say' }
  }
  const values = valuesOf(step)
  const value = values[number % values.length]
  if (value === undefined) throw new Error(`nothing to answer at ${asks(step)}`)
  return { kind: 'answer', value }
}

function valuesOf(step: Step): readonly FactValue[] {
  if (step.kind === 'act') return step.acts.map(({ name }) => name)
  if (step.kind === 'time') return ['2026-11-01T10:00']
  if (step.kind !== 'fact') return []
  const type = step.fact?.type
  if (type?.kind === 'number') return [0, 15, 16, 99, 'never']
  if (type?.kind === 'date') return [19000, 20453, 20454, 21000]
  return step.question.answers.map(({ value }) => value)
}
