/** Convictions of a request: read, or refused with the part that is wrong, and never repeated. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Conviction, Result } from '@brightline/language'
import { parseRequest } from '../../src/request/parse-request.ts'
import type { RequestProblem } from '../../src/request/problem.ts'

/** Reads the convictions of a request that has nothing else. */
function read(convictions: unknown): Result<readonly Conviction[] | null, RequestProblem> {
  const raw = parseRequest({ place: 'us/xx', acts: ['hold'], convictions })
  return raw.ok ? { ok: true, value: raw.value.convictions } : raw
}

/** Says each problem as its pointer, its code and the part that it names. */
function problems(convictions: unknown): readonly string[] {
  const result = read(convictions)
  if (result.ok) return []
  return result.problems.map(({ code, where, values }) => {
    const pointer = where.kind === 'pointer' ? where.pointer : where.kind
    return `${pointer} ${code}${typeof values['part'] === 'string' ? ` ${values['part']}` : ''}`
  })
}

describe('the convictions of a request', () => {
  it('are read with and without level and place', () => {
    const input: unknown = JSON.parse(
      '[{"offence":"Ex. Pen. Code 11","level":"felony","date":"2020-02-29","place":"us/xx/county"},{"offence":"robbery","date":"1999-12-31"}]',
    )
    expect(read(input)).toEqual({
      ok: true,
      value: [
        { offence: 'Ex. Pen. Code 11', level: 'felony', date: '2020-02-29', place: 'us/xx/county' },
        { offence: 'robbery', level: null, date: '1999-12-31', place: null },
      ],
    })
  })

  const cases: readonly { name: string; input: unknown; want: readonly string[] }[] = [
    { name: 'must be a list', input: { offence: 'x' }, want: ['/convictions REQ-0012'] },
    { name: 'must be there where they are named', input: null, want: ['/convictions REQ-0012'] },
    {
      name: 'must be objects',
      input: ['burglary', null, []],
      want: ['/convictions/0 REQ-0012', '/convictions/1 REQ-0012', '/convictions/2 REQ-0012'],
    },
    {
      name: 'have an offence and a date',
      input: [{}],
      want: ['/convictions/0 REQ-0006 offence', '/convictions/0 REQ-0006 date'],
    },
    {
      name: 'have parts that can be read',
      input: [{ offence: ' ', level: 'Felony', date: '2025-02-28', place: '/us/xx' }],
      want: [
        '/convictions/0/offence REQ-0020 offence',
        '/convictions/0/level REQ-0020 level',
        '/convictions/0/place REQ-0020 place',
      ],
    },
    {
      name: 'have parts of the right type',
      input: [{ offence: 11, level: true, date: 20200101, place: ['us'] }],
      want: [
        '/convictions/0/offence REQ-0020 offence',
        '/convictions/0/level REQ-0020 level',
        '/convictions/0/date REQ-0020 date',
        '/convictions/0/place REQ-0020 place',
      ],
    },
    {
      name: 'have dates that exist, without a time',
      input: [
        { offence: 'x', date: '2025-02-29' },
        { offence: 'x', date: '2025-02-03T00:00:00Z' },
        { offence: 'x', date: '2025-2-3' },
      ],
      want: [0, 1, 2].map((index) => `/convictions/${index}/date REQ-0020 date`),
    },
    {
      name: 'have dates of our time',
      input: [
        { offence: 'x', date: '0205-02-03' },
        { offence: 'x', date: '2205-02-03' },
      ],
      want: ['/convictions/0/date REQ-0018', '/convictions/1/date REQ-0018'],
    },
    {
      name: 'have no other key, because nothing else may be stored',
      input: [{ offence: 'x', date: '2025-02-03', name: 'y' }],
      want: ['/convictions/0/name REQ-0011'],
    },
    {
      name: 'have no key that could be personal in a pointer',
      input: [{ offence: 'x', date: '2025-02-03', 'Ana Example': 'y' }],
      want: ['/convictions/0 REQ-0011'],
    },
  ]
  for (const { name, input, want } of cases) {
    it(name, () => {
      expect(problems(input)).toEqual(want)
    })
  }

  it('are read again from what was read', () => {
    const item = fc.record({
      offence: fc.constantFrom('Ex. Pen. Code 11', 'burglary'),
      level: fc.constantFrom('felony', 'misdemeanor', null),
      date: fc.constantFrom('2020-02-29', '1999-12-31'),
      place: fc.constantFrom('us/xx', null),
    })
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(read(JSON.parse(JSON.stringify(items)))).toEqual({ ok: true, value: items })
      }),
    )
  })

  it('are refused whole where one is wrong, and never repeated', () => {
    expect(read([{ offence: 'x', date: '2025-02-03' }, { offence: 'y' }]).ok).toBe(false)
    const secret = 'Ana Example'
    const refused = read([secret, { offence: 'x', level: secret, date: secret, place: secret, [secret]: secret }])
    expect(refused.ok).toBe(false)
    expect(JSON.stringify(refused)).not.toContain(secret)
  })
})
