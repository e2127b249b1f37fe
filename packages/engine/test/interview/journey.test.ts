/** The interview without a terminal: what it asks, in which order, when it ends, and what a change does. */
import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forcedFacts } from '../../src/question/next.ts'
import { addressOf, subjectAt, type AnswerJson, type Answers } from '../../src/interview/answers.ts'
import { checkAddress, journey, type Journey } from '../../src/interview/journey.ts'
import { requestOf } from '../../src/interview/request-of.ts'
import { canVisit, previous, stepFor, withAnswer } from '../../src/interview/visit.ts'
import { answer } from '../../src/request/answer.ts'
import { parseRequest } from '../../src/request/parse-request.ts'
import { readRequest } from '../../src/request/read-request.ts'
import type { DecisionDocument } from '../../src/request/answer.ts'
import { decide } from '../../src/decide/decide.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { readLawFolder } from '../whole-law.ts'
import { after, answered, answersTo, pathOf, stackAt } from './testland.ts'
import { times } from '../../../../scripts/test-counts.ts'

const springfield = stackAt('us/ex/springfield')
const state = stackAt('us/ex')
const full = ['police', 'detainer', 'nobody', 'yes', null, null]

describe('what the interview asks', () => {
  const cases: readonly {
    readonly name: string
    readonly place?: 'state'
    readonly given: readonly AnswerJson[]
    readonly next: string
  }[] = [
    { name: 'begins with the agency', given: [], next: 'agency' },
    { name: 'then asks what was received', given: ['jail'], next: 'request.form' },
    { name: 'asks for the act where the form cannot be said', given: ['jail', null], next: 'act:asked' },
    { name: 'asks for the act where the form asks for none', given: ['jail', 'call'], next: 'act:asked' },
    { name: 'does not ask for the act where the form says it', given: ['jail', 'letter'], next: 'letter.date' },
    { name: 'asks what decides the first act of the form', given: ['jail', 'detainer'], next: 'warrant.signer' },
    {
      name: 'goes on to the next act when the first is settled',
      given: ['police', 'detainer', 'nobody'],
      next: 'release.public',
    },
    { name: 'leaves out what no longer matters', given: full.slice(0, 4), next: 'time:receipt' },
    {
      name: 'asks for the time of release where a limit counts from it',
      given: [...full.slice(0, 4), '2026-11-01T10:00'],
      next: 'time:release',
    },
    {
      name: 'asks no time that nothing counts from',
      place: 'state',
      given: ['jail', 'letter', '2024-10-04'],
      next: checkAddress,
    },
    { name: 'then shows the answers', given: full, next: checkAddress },
    {
      name: 'takes a derived fact as an answer',
      given: ['police', 'detainer', 'nobody', 'no', 'never'],
      next: 'time:receipt',
    },
    { name: 'asks no second time what nobody can say', given: ['jail', 'letter', null], next: checkAddress },
    { name: 'takes no "cannot say" for the agency', given: [null], next: 'agency' },
    { name: 'takes no answer that is none', given: ['jial'], next: 'agency' },
  ]
  for (const { name, place, given, next } of cases) {
    it(name, () => {
      expect(after(place === 'state' ? state : springfield, given).next.address, `next(${given.join(' ')})`).toBe(next)
    })
  }

  it('asks for another fact that tells about one that nobody can say', () => {
    const unsigned = answered(state, ['police', 'detainer', null, 3])
    expect(journey(state, unsigned).next.address).toBe('warrant.present')
    const [hold] = documentOf(journey(state, answered(state, ['no'], unsigned))).decisions
    expect(hold?.verdict).toBe('prohibited')
    expect(hold?.flags, 'known, so no doubt is left').toEqual([])
  })

  it('begins with what the caller said', () => {
    expect(journey(springfield, { agency: 'jail', 'request.form': 'letter' }).next.address).toBe('letter.date')
  })
})

describe('an answer', () => {
  it('that cannot be together with an earlier one is refused, with the reason', () => {
    const before = answered(springfield, ['police', 'detainer', 'judge', 'no'])
    const at = journey(springfield, before).next.address
    expect(at).toBe('ex.listed-felony')
    const refused = withAnswer(springfield, before, at, 'never')
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ kind: 'impossible', reason: { en: expect.stringContaining('only after a conviction') } }],
    })
    expect(withAnswer(springfield, before, at, 3).ok).toBe(true)
  })

  it('is refused where it is none, or where one is needed', () => {
    const kindOf = (address: string, given: AnswerJson): string | undefined => {
      const after = withAnswer(springfield, {}, address, given)
      return after.ok ? undefined : after.problems[0]?.kind
    }
    expect(kindOf('agency', 'jial')).toBe('unreadable')
    expect(kindOf('agency', null)).toBe('needs-answer')
  })

  it('at an earlier step keeps the others', () => {
    const answers = answered(springfield, full)
    const changed = withAnswer(springfield, answers, 'warrant.signer', 'officer')
    expect(changed.ok && journey(springfield, changed.value)).toMatchObject({ next: { kind: 'check' }, aside: [] })
  })

  it('that makes another impossible sets it aside, asks again, and brings it back', () => {
    const answers = answered(springfield, ['police', 'detainer', 'nobody', 'no', 'never', null])
    const changed = withAnswer(springfield, answers, 'warrant.signer', 'judge')
    const now = changed.ok ? journey(springfield, changed.value) : null
    expect(now?.next.address).toBe('ex.listed-felony')
    expect(now?.aside).toMatchObject([
      { address: 'release.public', answer: 'no', why: 'waiting' },
      { address: 'ex.listed-felony', answer: 'never', why: { kind: 'impossible' } },
      { address: 'time:receipt', answer: null, why: 'waiting' },
    ])
    const back = changed.ok ? withAnswer(springfield, changed.value, 'warrant.signer', 'nobody') : changed
    expect(back.ok && journey(springfield, back.value)).toEqual(journey(springfield, answers))
  })

  it('whose question no longer comes is moot, and comes back with its question', () => {
    const answers = answered(springfield, full)
    const changed = withAnswer(springfield, answers, 'request.form', 'letter')
    const asked = changed.ok ? answered(springfield, ['2026-05-05', null, null], changed.value) : {}
    const now = journey(springfield, asked)
    expect(now.next.kind).toBe('check')
    expect(now.aside).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ address: 'warrant.signer', answer: 'nobody', why: 'moot' }),
        expect.objectContaining({ address: 'release.public', answer: 'yes', why: 'moot' }),
      ]),
    )
    const back = withAnswer(springfield, asked, 'request.form', 'detainer')
    expect(back.ok && pathOf(journey(springfield, back.value))).toEqual(pathOf(journey(springfield, answers)))
  })
})

describe('a step', () => {
  it('has an address that leads back to its subject', () => {
    for (const subject of [
      { kind: 'fact', fact: 'warrant.form' },
      { kind: 'act' },
      { kind: 'time', event: 'receipt' },
    ] as const)
      expect(subjectAt(addressOf(subject))).toEqual(subject)
  })

  it('can be visited where it was answered or is next, and nowhere else', () => {
    const answers = answered(springfield, ['police', 'detainer'])
    const can = ['agency', 'request.form', 'warrant.signer', 'release.public', checkAddress, 'nothing'].map((address) =>
      canVisit(springfield, answers, address),
    )
    expect(can).toEqual([true, true, true, false, false, false])
    expect(stepFor(springfield, answers, 'request.form')).toMatchObject({ kind: 'fact' })
    expect(stepFor(springfield, answers, 'nothing')).toBeNull()
  })

  it('knows the one before', () => {
    const answers = answered(springfield, full)
    expect(previous(springfield, answers, 'agency')).toBeNull()
    expect(previous(springfield, answers, 'request.form')).toBe('agency')
    expect(previous(springfield, answers, checkAddress)).toBe('time:release')
    expect(previous(springfield, answers, 'nothing')).toBeNull()
  })
})

describe('protected facts', () => {
  it('are asked where a law forces it, with the citation', () => {
    const { next } = after(springfield, ['jail', 'detainer', 'nobody'])
    expect(next.address).toBe('person.proof-of-status')
    expect(next.kind === 'fact' ? next.question.forcedBy : null).toBe('Ex. Gov. Code § 31')
  })

  it('are not asked of an agency that the forcing law does not bind', () => {
    const now = play(springfield, { agency: 'police', 'request.form': 'detainer' }, () => 0)
    expect(pathOf(now)).not.toContain('person.proof-of-status')
  })

  it('are not asked above the place of the forcing law', () => {
    expect(forcedFacts(state).size).toBe(0)
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (picks) => {
        const asked = pathOf(play(state, {}, () => Number(picks.next().value)))
        expect(asked.filter((address) => address.startsWith('person.'))).toEqual([])
      }),
    )
  })
})

/** Draws that differ from one question to the next. */
const picks = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 })

function drawer(numbers: readonly number[]): (turn: number) => number {
  return (turn) => (numbers[turn % numbers.length] ?? 0) + turn
}

describe('any interview', () => {
  it('settles every verdict where every question has an answer', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const end = play(springfield, {}, drawer(numbers), 'known')
        for (const { act, verdict, possible } of documentOf(end).decisions)
          expect(verdict, `${act}: ${possible.join()}`).not.toBe('needs-facts')
      }),
    )
  })

  it('ends also when nobody can say anything', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        expect(play(springfield, {}, drawer(numbers), 'unknown').next.kind).toBe('check')
      }),
    )
  })

  it('asks nothing twice', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const asked = pathOf(play(springfield, {}, drawer(numbers)))
        expect(new Set(asked).size).toBe(asked.length)
      }),
    )
  })

  it('is the same after its answers went through JSON, in whatever order they stand', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const end = play(springfield, {}, drawer(numbers))
        const answers = answersOf(end)
        const stored: Answers = JSON.parse(JSON.stringify(answers))
        const mixed = Object.fromEntries(Object.entries(stored).toReversed())
        expect(journey(springfield, mixed)).toEqual(end)
      }),
    )
  })

  it('decides as the answers do that came in any other way', () => {
    fc.assert(
      fc.property(picks, (numbers) => {
        const end = play(springfield, {}, drawer(numbers))
        const { decisions } = documentOf(end)
        const direct = end.acts.map((act) => decide(springfield, act, end.knowledge, end.events))
        expect(decisions).toEqual(direct)
      }),
    )
  })

  it('leads back to each earlier step, and each can be answered anew without losing the others', () => {
    fc.assert(
      fc.property(picks, fc.nat(), fc.nat(), (numbers, at, other) => {
        const end = play(springfield, {}, drawer(numbers))
        const answers = answersOf(end)
        const walked: string[] = []
        for (
          let step = previous(springfield, answers, checkAddress);
          step !== null;
          step = previous(springfield, answers, step)
        )
          walked.unshift(step)
        expect(walked).toEqual(pathOf(end))
        const visited = end.path[at % end.path.length]
        if (visited === undefined) throw new Error('nothing was asked')
        const choices = answersTo(visited.step)
        const changed = withAnswer(springfield, answers, visited.step.address, choices[other % choices.length] ?? null)
        if (!changed.ok) return
        expect(Object.keys(changed.value).toSorted()).toEqual(Object.keys(answers).toSorted())
        const now = journey(springfield, changed.value)
        const known = [...pathOf(now), ...now.aside.map(({ address }) => address)]
        expect(known.toSorted()).toEqual(Object.keys(answers).toSorted())
        const back = withAnswer(springfield, changed.value, visited.step.address, visited.answer)
        expect(back.ok && journey(springfield, back.value)).toEqual(end)
      }),
    )
  })

  it('never throws, whatever answers a session holds', () => {
    const address = fc.constantFrom(
      'agency',
      'request.form',
      'warrant.signer',
      'act:asked',
      'time:receipt',
      'time:x',
      'x',
      '__proto__',
    )
    const given = fc.oneof(
      fc.constantFrom('jail', 'detainer', 'hold', 'yes', '2026-11-01T10:00'),
      fc.string(),
      fc.integer(),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.dictionary(address, given), (answers) => {
        const now = journey(springfield, answers)
        expect(now.path.length + now.aside.length).toBe(Object.keys(answers).length)
      }),
    )
  })
})

describe('the real law', () => {
  it('asks no question that leans on the one before: that one may have been skipped', async () => {
    const { vocabulary } = await readLawFolder(join(import.meta.dirname, '../../../../law'))
    const leaning = /^(?:Does|Is|Was|Were|Has|Did|Do) (?:it|its|they|their)\b|\bWho \w+ (?:it|them)\b|\bwith it\b/
    expect(vocabulary.facts.map(({ question }) => question.en).filter((text) => leaning.test(text))).toEqual([])
  })

  it('is asked in few questions that settle every verdict, and can be changed at every step, at every place', async () => {
    const library = await readLawFolder(join(import.meta.dirname, '../../../../law'))
    const forms = library.vocabulary.facts.find(({ name }) => name === 'request.form')?.type
    const names = forms?.kind === 'one-of' ? forms.values.map(({ name }) => name) : []
    const agencies = library.vocabulary.agencies.map(({ name }) => name)
    for (const [number, { id }] of library.places.entries()) {
      const stack = stackOf(library, id, '2026-11-01')
      for (const [index, form] of names.entries()) {
        // Of every place some forms each day, every form somewhere.
        if ((number + index) % times(4, 1) > 0) continue
        const agency = agencies[index % agencies.length] ?? 'police'
        const end = play(stack, { agency, 'request.form': form }, (turn) => (index + 1) * (turn + 3), 'known')
        const open = documentOf(end).decisions.filter(({ verdict }) => verdict === 'needs-facts')
        expect(open, `${id} ${agency} ${form}`).toEqual([])
        const answers = answersOf(end)
        const visited = end.path[(number + index) % end.path.length]
        const [other = null] =
          visited === undefined ? [] : answersTo(visited.step).filter((one) => one !== visited.answer)
        const changed = visited === undefined ? null : withAnswer(stack, answers, visited.step.address, other)
        if (changed?.ok !== true || visited === undefined) continue
        const back = withAnswer(stack, changed.value, visited.step.address, visited.answer)
        expect(back.ok && journey(stack, back.value), `${id} ${form} ${visited.step.address}`).toEqual(end)
      }
    }
  })
})

/** Answers until the answers are shown; a refused answer is followed by the next possible one. */
function play(
  stack: Stack,
  start: Answers,
  draw: (turn: number) => number,
  kind: 'known' | 'unknown' | 'any' = 'any',
): Journey {
  let answers = start
  for (let turn = 0; turn < 100; turn += 1) {
    const now = journey(stack, answers)
    const { next } = now
    if (next.kind === 'check') return now
    const all = answersTo(next)
    const choices = kind === 'any' ? all : all.filter((one) => (one === null) === (kind === 'unknown'))
    const possible = choices.length > 0 ? choices : all
    const given = withAnswer(stack, answers, next.address, possible[draw(turn) % possible.length] ?? null)
    if (given.ok) answers = given.value
  }
  throw new Error('the interview does not end')
}

/** The answers of an interview that has set nothing aside. */
function answersOf({ path, aside }: Journey): Answers {
  expect(aside).toEqual([])
  return Object.fromEntries(path.map(({ step, answer: given }) => [step.address, given]))
}

function documentOf(now: Journey): DecisionDocument {
  const raw = parseRequest(requestOf(now))
  const request = raw.ok ? readRequest(now.stack.library, raw.value) : raw
  if (!request.ok) throw new Error(request.problems.map(({ code }) => code).join(' '))
  return answer(request.value)
}
