/** An interview about some of the acts that a form asks for, and what is still open in it. */
import { describe, expect, it } from 'vitest'
import { readRequest } from '../../src/request/read-request.ts'
import { parseRequest } from '../../src/request/parse-request.ts'
import { journey, questionStep, refusalOf, stillOpen } from '../../src/interview/journey.ts'
import { requestOf } from '../../src/interview/request-of.ts'
import { withAnswer } from '../../src/interview/visit.ts'
import { answersTo, pathOf, stackAt } from './testland.ts'

const springfield = stackAt('us/ex/springfield')
const start = { agency: 'police', 'request.form': 'detainer' }

describe('an interview that is narrowed to some acts', () => {
  it('asks about them only, and gives a request for them with its form as a fact', () => {
    const all = journey(springfield, start)
    expect(all.acts).toEqual(['hold', 'notify-release'])
    const one = journey(springfield, start, ['notify-release'])
    expect([one.acts, one.only]).toEqual([['notify-release'], ['notify-release']])
    expect(one.next.address).not.toBe(all.next.address)
    const request = requestOf(one)
    expect(request).toMatchObject({ acts: ['notify-release'], facts: { 'request.form': 'detainer' } })
    expect(request).not.toHaveProperty('form')
    const raw = parseRequest(request)
    expect(raw.ok && readRequest(springfield.library, raw.value).ok).toBe(true)
  })

  it('is as it was where nothing narrows it', () => {
    expect(journey(springfield, start, [])).toEqual(journey(springfield, start))
  })
})

describe('what is still open', () => {
  it('has every question that follows in it, from the beginning to the end', () => {
    let answers: Readonly<Record<string, string | number | null>> = start
    let open = stillOpen(journey(springfield, answers))
    for (let turn = 0; turn < 20; turn += 1) {
      const now = journey(springfield, answers)
      const { next } = now
      if (next.kind === 'check') break
      const { facts, events } = stillOpen(now)
      const addresses = [...facts, ...events.map((event) => `time:${event}`)]
      expect(addresses).toContain(next.address)
      expect(facts.filter((fact) => !open.facts.includes(fact))).toEqual([])
      open = { facts, events }
      const given = answersTo(next)[0] ?? null
      const after = withAnswer(springfield, answers, next.address, given)
      if (after.ok) answers = after.value
    }
    const end = journey(springfield, answers)
    expect(end.next.kind).toBe('check')
    expect(stillOpen(end)).toEqual({ facts: [], events: [] })
    expect(pathOf(end).length).toBeGreaterThan(3)
  })
})

describe('a question by its address', () => {
  it('is there wherever the answers lead, and refuses what is no answer to it', () => {
    expect(questionStep(springfield, 'warrant.signer')).toMatchObject({ kind: 'fact', address: 'warrant.signer' })
    expect(questionStep(springfield, 'time:receipt')).toMatchObject({ kind: 'time' })
    expect([questionStep(springfield, 'nothing'), questionStep(springfield, 'time:nothing')]).toEqual([null, null])
    expect(refusalOf(springfield, [], 'warrant.signer', 'nonsense')).toEqual({ kind: 'unreadable' })
    expect(refusalOf(springfield, [], 'act:asked', null)).toEqual({ kind: 'needs-answer' })
  })
})
