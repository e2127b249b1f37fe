/** Examples: each way in which one can fail, in words. */
import { describe, expect, it } from 'vitest'
import type { Example, Outcome } from '@brightline/language'
import { sentence } from '@brightline/wording'
import { checkInstruments } from '../../src/check/check.ts'
import { both, example, from, instrument, is, library, promise, rule } from '../small-law.ts'

const warrant = is('warrant', 'yes')
const act = instrument('us/xx/act', {
  rules: [rule('(a)', 'must-not'), rule('(b)', 'may', { condition: warrant, overrides: ['(a)'], reach: 'ceiling' })],
})
const code = instrument('us/xx/town/code', {
  rank: 'city',
  rules: [rule('(1)', 'must-not', { inForce: from('2020-01-01') })],
})

function outcome(verdict: Outcome['verdict'], more: Partial<Outcome> = {}): Outcome {
  return { act: 'hold', verdict, silence: null, afterCounsel: false, by: [], displacing: [], ...more }
}

function failures(of: Partial<Example>): readonly string[] {
  const tested = { ...code, examples: [example('an example', of)] }
  const impossible = [
    {
      reason: { en: 'no warrant for form c', es: 'x' },
      fact: null,
      condition: both(warrant, is('form', 'c')),
      cite: null,
    },
  ]
  return checkInstruments(library([act, tested], { impossible }), [tested]).problems.map((problem) => {
    const { message, help } = sentence(problem, 'en')
    return `${message.replace('the example `an example` fails: ', '')}${help === null ? '' : `; ${help}`}`
  })
}

const warrantIs = (value: string): Partial<Example> => ({ givens: [{ kind: 'value', fact: 'warrant', value }] })

const cases: readonly { readonly name: string; readonly of: Partial<Example>; readonly failures: readonly string[] }[] =
  [
    {
      name: 'holds where the verdict is the expected one',
      of: { ...warrantIs('yes'), outcomes: [outcome('permitted')] },
      failures: [],
    },
    {
      name: 'holds where the named rules decide and are displaced',
      of: {
        ...warrantIs('yes'),
        outcomes: [outcome('permitted', { by: ['us/xx/act (b)'], displacing: ['us/xx/town/code (1)'] })],
      },
      failures: [],
    },
    {
      name: 'fails on another verdict, and says what decides',
      of: { ...warrantIs('no'), outcomes: [outcome('permitted')] },
      failures: [
        '`hold` comes out as prohibited, the example expects permitted; it is decided by `us/xx/act (a)` and `us/xx/town/code (1)`',
      ],
    },
    {
      name: 'fails where facts are missing, and says which verdicts are left and what it would ask',
      of: { outcomes: [outcome('prohibited')] },
      failures: [
        expect.stringMatching(
          /^`hold` comes out as needs-facts \(prohibited or permitted still possible\), the example expects prohibited; .*it would ask `warrant`$/,
        ),
      ],
    },
    { name: 'holds where needs-facts is expected', of: { outcomes: [outcome('needs-facts')] }, failures: [] },
    {
      name: 'fails where another rule decides',
      of: { ...warrantIs('no'), outcomes: [outcome('prohibited', { by: ['us/xx/act (b)'] })] },
      failures: [
        '`hold` is not decided by `us/xx/act (b)`; it is decided by `us/xx/act (a)` and `us/xx/town/code (1)`',
      ],
    },
    {
      name: 'fails where a rule is not displaced',
      of: { ...warrantIs('no'), outcomes: [outcome('prohibited', { displacing: ['us/xx/town/code (1)'] })] },
      failures: [
        '`hold` does not displace `us/xx/town/code (1)`; it is decided by `us/xx/act (a)` and `us/xx/town/code (1)`',
      ],
    },
    {
      name: 'is decided by the law of its own date',
      of: {
        ...warrantIs('yes'),
        asOf: '2019-12-31',
        outcomes: [outcome('permitted', { displacing: ['us/xx/town/code (1)'] })],
      },
      failures: ['`hold` does not displace `us/xx/town/code (1)`; it is decided by `us/xx/act (b)`'],
    },
    {
      name: 'fails where no rule decides',
      of: { ...warrantIs('yes'), asOf: '1999-12-31', outcomes: [outcome('permitted')] },
      failures: ['`hold` comes out as not in force, the example expects permitted; no rule decides'],
    },
    {
      name: 'fails on a protected fact that no law forces',
      of: { givens: [{ kind: 'value', fact: 'status', value: 'yes' }], outcomes: [outcome('prohibited')] },
      failures: [expect.stringMatching(/^`status` is protected and no law here forces it; /)],
    },
    {
      name: 'fails on facts that cannot be true together',
      of: {
        givens: [
          { kind: 'value', fact: 'warrant', value: 'yes' },
          { kind: 'value', fact: 'form', value: 'c' },
        ],
        outcomes: [outcome('permitted')],
      },
      failures: ['these facts cannot be true together: no warrant for form c'],
    },
    {
      name: 'fails once for each outcome that is wrong',
      of: {
        ...warrantIs('no'),
        outcomes: [outcome('required'), outcome('no-rule', { act: 'tell' }), outcome('permitted')],
      },
      failures: [expect.stringContaining('expects required'), expect.stringContaining('expects permitted')],
    },
  ]

describe('an example', () => {
  for (const { name, of, failures: expected } of cases) {
    it(name, () => {
      expect(failures(of)).toEqual(expected)
    })
  }
})

describe('checkInstruments', () => {
  it('counts what it checked', () => {
    const tested = {
      ...act,
      examples: [example('one', {})],
      promises: [promise('two', { kind: 'blind', acts: null, facts: ['status'] })],
    }
    const { counts, problems } = checkInstruments(library([tested, code]), [tested, code])
    expect(counts).toEqual({ instruments: 2, rules: 3, duties: 0, examples: 1, promises: 1 })
    expect(problems).toEqual([])
  })
})
