/** A request as JSON in, its decisions or its problems out. */
import { describe, expect, it } from 'vitest'
import { DiagramTooLarge } from '../../src/diagram/store.ts'
import { answer, tryAnswer } from '../../src/request/answer.ts'
import { answersUnder } from '../../src/request/answers-under.ts'
import { readRequest, type Request } from '../../src/request/read-request.ts'
import { parseRequest } from '../../src/request/parse-request.ts'
import { from, instrument, is, library, rule } from '../small-law.ts'

const place = {
  id: 'us/xx',
  title: { en: 'Example' },
  division: '',
  geoid: '',
  timeZone: 'Pacific/Kiritimati',
  covers: [],
  checked: null,
  file: '',
}
const law = library(
  [
    instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must-not', { inForce: from('2026-01-01'), condition: is('warrant', 'no') }),
        rule('(b)', 'must', { acts: ['tell'] }),
      ],
    }),
  ],
  {},
  { places: [place] },
)
const answerTo = answersUnder(law)
const request = { place: 'us/xx', asOf: '2026-11-01', acts: ['hold', 'tell'], facts: { warrant: 'no' } }

function readOf(given: unknown): Request {
  const raw = parseRequest(given)
  const read = raw.ok ? readRequest(law, raw.value) : raw
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

describe('an answer', () => {
  it('has a decision on each act, in the order in which they were asked', () => {
    expect(answerTo(request)).toMatchObject({
      ok: true,
      value: {
        place: 'us/xx',
        agency: null,
        asOf: '2026-11-01',
        events: [],
        decisions: [
          { act: 'hold', verdict: 'prohibited' },
          { act: 'tell', verdict: 'required' },
        ],
      },
    })
  })

  it('says the times of events with their offset and zone', () => {
    const events = { receipt: '2026-11-01T10:00' }
    const known = {
      ...law,
      vocabulary: {
        ...law.vocabulary,
        events: [{ name: 'receipt', label: { en: 'receipt' }, isKnownAtCounter: true }],
      },
    }
    expect(answersUnder(known)({ ...request, events })).toMatchObject({
      value: { events: [{ event: 'receipt', at: '2026-11-01T10:00:00+14:00[Pacific/Kiritimati]' }] },
    })
  })

  it('is as of today at the place where no date is named', () => {
    const { asOf: _, ...undated } = request
    expect(answerTo(undated, '2026-10-31T12:00:00Z')).toMatchObject({ value: { asOf: '2026-11-01' } })
  })

  it('is a problem where the request cannot be read, or not under this law', () => {
    expect(answerTo({ ...request, asOf: 20_261_101 })).toMatchObject({ problems: [{ code: 'REQ-0012' }] })
    expect(answerTo({ ...request, acts: ['dance'] })).toMatchObject({ problems: [{ code: 'REQ-0003' }] })
  })

  it('is the same with decisions that are kept', () => {
    expect(answerTo(request)).toEqual({ ok: true, value: answer(readOf(request)) })
    expect(answerTo(request)).toEqual(answerTo(request))
  })

  it('is a problem that names the acts where their law is too large, and any other failure stays one', () => {
    const failing = (error: Error) => () => {
      throw error
    }
    const tooLarge = new DiagramTooLarge({ kind: 'nodes', nodes: 200_000 })
    expect(tryAnswer(readOf(request), failing(tooLarge))).toMatchObject({
      problems: [{ code: 'REQ-0019', values: { acts: ['hold', 'tell'], nodes: 200_000 } }],
    })
    expect(() => tryAnswer(readOf(request), failing(new Error('a fault of ours')))).toThrow('a fault of ours')
    expect(() => answer(readOf(request), failing(tooLarge))).toThrow(DiagramTooLarge)
  })
})
