/** What is not known: questions, doubt rules, nearest changes. */
import { describe, expect, it } from 'vitest'
import type { Condition, Doubt, Rule } from '@brightline/language'
import { decide } from '../../src/decide/decide.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { both, doubt, fact, from, instrument, is, knowing, oneOf, rule, stackUnder, words } from '../small-law.ts'

const judicial: Condition = {
  kind: 'term',
  name: 'judicial warrant',
  of: both(is('warrant', 'yes'), is('signer', 'judge')),
}
const facts = [
  fact('warrant'),
  fact('signer', oneOf('judge', 'officer')),
  fact('status', undefined, { isProtected: true }),
]

function stackWith(
  rules: readonly Rule[],
  doubts: readonly Doubt[] = [],
  impossible: readonly Condition[] = [],
): Stack {
  return stackUnder([instrument('us/xx/act', { rules, doubts })], {
    facts,
    impossible: impossible.map((condition) => ({ reason: words, fact: null, condition, cite: null })),
  })
}

const holdOnlyForJudge = [rule('(a)', 'must-not'), rule('(b)', 'must', { condition: judicial, overrides: ['(a)'] })]
const callCounsel = {
  who: { en: 'jail' },
  action: { en: 'call the city attorney', es: 'llamar al abogado municipal' },
  due: null,
}

describe('an unknown fact', () => {
  it('is asked for while it can change the verdict', () => {
    const { verdict, possible, ask } = decide(stackWith(holdOnlyForJudge), 'hold', knowing({ warrant: 'yes' }))
    expect({ verdict, possible, asks: ask?.fact }).toEqual({
      verdict: 'needs-facts',
      possible: ['required', 'prohibited'],
      asks: 'signer',
    })
  })

  it('is not asked for once it cannot', () => {
    const { verdict, ask } = decide(stackWith(holdOnlyForJudge), 'hold', knowing({ warrant: 'no' }))
    expect({ verdict, ask }).toEqual({ verdict: 'prohibited', ask: null })
  })

  it('is not asked for again when it was asked in vain', () => {
    const { verdict, ask } = decide(stackWith(holdOnlyForJudge), 'hold', knowing({ warrant: 'yes', signer: null }))
    expect({ verdict, ask }).toEqual({ verdict: 'needs-facts', ask: null })
  })

  it('that is protected is not asked for, unless a cited law forces it', () => {
    const reads = (forcedBy: string | null): Rule => rule('(a)', 'must', { condition: is('status', 'yes'), forcedBy })
    expect(decide(stackWith([reads(null)]), 'hold', new Map()).ask).toBeNull()
    expect(decide(stackWith([reads('8 USC 1')]), 'hold', new Map()).ask).toMatchObject({
      fact: 'status',
      forcedBy: '8 USC 1',
    })
  })

  it('is settled where an impossible combination leaves one verdict', () => {
    const stack = stackWith(holdOnlyForJudge, [], [both(is('warrant', 'yes'), is('signer', 'judge'))])
    expect(decide(stack, 'hold', new Map()).verdict).toBe('prohibited')
  })
})

describe('a doubt rule', () => {
  const inDoubtNotJudicial = doubt('(c)', judicial, false, { duty: callCounsel })

  it('settles an open term to a prohibition, says so, and adds its duty', () => {
    const decision = decide(stackWith(holdOnlyForJudge, [inDoubtNotJudicial]), 'hold', knowing({ warrant: 'yes' }))
    expect(decision.verdict).toBe('prohibited')
    expect(decision.possible).toEqual(['prohibited'])
    expect(decision.flags).toEqual(['settled-by-doubt'])
    expect(decision.duties.map(({ duty, trigger, who, office }) => ({ duty, trigger, who, office }))).toEqual([
      { duty: 'us/xx/act (c)', trigger: 'doubt', who: null, office: { en: 'jail' } },
    ])
  })

  it('still asks the question that would remove the doubt', () => {
    const { ask } = decide(stackWith(holdOnlyForJudge, [inDoubtNotJudicial]), 'hold', knowing({ warrant: 'yes' }))
    expect(ask?.fact).toBe('signer')
  })

  it('does nothing once the term is known', () => {
    const decision = decide(
      stackWith(holdOnlyForJudge, [inDoubtNotJudicial]),
      'hold',
      knowing({ warrant: 'yes', signer: 'judge' }),
    )
    expect({ verdict: decision.verdict, flags: decision.flags, duties: decision.duties }).toEqual({
      verdict: 'required',
      flags: [],
      duties: [],
    })
  })

  it('never settles to a duty', () => {
    const decision = decide(
      stackWith(holdOnlyForJudge, [doubt('(c)', judicial, true)]),
      'hold',
      knowing({ warrant: 'yes' }),
    )
    expect({ verdict: decision.verdict, flags: decision.flags }).toEqual({ verdict: 'needs-facts', flags: [] })
  })

  it('never settles to a permission', () => {
    const rules = [rule('(a)', 'may'), rule('(b)', 'must-not', { condition: judicial, overrides: ['(a)'] })]
    const decision = decide(stackWith(rules, [inDoubtNotJudicial]), 'hold', knowing({ warrant: 'yes' }))
    expect(decision.verdict).toBe('needs-facts')
  })

  it('leaves alone a term that always or never holds, however it is written', () => {
    const never: Condition = both(is('warrant', 'yes'), is('warrant', 'no'))
    const silly = doubt('(d)', never, true, { duty: callCounsel })
    const decision = decide(stackWith(holdOnlyForJudge, [inDoubtNotJudicial, silly]), 'hold', knowing({}))
    expect(decision.verdict).toBe('prohibited')
    expect(decision.duties.map(({ duty }) => duty)).toEqual(['us/xx/act (c)'])
  })

  it('holds in both readings of contested law', () => {
    const rules = [
      ...holdOnlyForJudge,
      rule('(e)', 'must', {
        condition: both(is('signer', 'officer'), is('warrant', 'no')),
        contested: from('2020-01-01'),
      }),
    ]
    const notOfficer = doubt('(f)', both(is('signer', 'officer'), is('warrant', 'no')), false)
    const decision = decide(stackWith(rules, [inDoubtNotJudicial, notOfficer]), 'hold', new Map())
    expect({ verdict: decision.verdict, readings: decision.readings }).toEqual({ verdict: 'prohibited', readings: [] })
  })

  it('settles only what hangs on its term', () => {
    const rules = [
      rule('(a)', 'must-not'),
      rule('(b)', 'must', { condition: judicial, overrides: ['(a)'] }),
      rule('(d)', 'must', { condition: is('status', 'yes'), overrides: ['(a)'] }),
    ]
    expect(decide(stackWith(rules, [inDoubtNotJudicial]), 'hold', knowing({ warrant: 'yes' })).verdict).toBe(
      'needs-facts',
    )
  })
})

describe('a nearest change', () => {
  it('is another answer to one known fact that would change the verdict', () => {
    const { nearest } = decide(stackWith(holdOnlyForJudge), 'hold', knowing({ warrant: 'yes', signer: 'judge' }))
    expect(nearest).toEqual([
      { fact: 'warrant', to: 'no', verdict: 'prohibited' },
      { fact: 'signer', to: 'officer', verdict: 'prohibited' },
    ])
  })

  it('is none where the other answer leaves open what the given one excludes', () => {
    const rules = [
      rule('(a)', 'must', { condition: is('warrant', 'no') }),
      rule('(b)', 'must-not', { condition: is('signer', 'judge') }),
    ]
    const stack = stackWith(rules, [], [both(is('warrant', 'yes'), is('signer', 'judge'))])
    const decision = decide(stack, 'hold', knowing({ warrant: 'yes' }))
    expect({ verdict: decision.verdict, nearest: decision.nearest }).toEqual({ verdict: 'no-rule', nearest: [] })
  })

  it('is listed with at most seven others, in the order of the vocabulary', () => {
    const facts = Array.from({ length: 10 }, (_, index) => `f${index}`)
    for (const asked of [7, 8, 9, 10]) {
      const named = facts.slice(0, asked)
      const text = instrument('us/xx/act', {
        rules: [
          rule('(a)', 'must-not'),
          rule('(b)', 'may', { overrides: ['(a)'], condition: both(...named.map((name) => is(name, 'yes'))) }),
        ],
      })
      const known = knowing(Object.fromEntries(named.map((name) => [name, 'yes'])))
      const { verdict, nearest } = decide(stackUnder([text], { facts: facts.map((name) => fact(name)) }), 'hold', known)
      expect(verdict).toBe('permitted')
      expect(nearest).toEqual(named.slice(0, 8).map((name) => ({ fact: name, to: 'no', verdict: 'prohibited' })))
    }
  })

  it('is never another answer to a protected fact, though a law forces it to be read', () => {
    const text = instrument('us/xx/act', {
      rules: [
        rule('(a)', 'must-not'),
        rule('(b)', 'may', { overrides: ['(a)'], condition: is('status', 'yes'), forcedBy: 'Ex. Code 9' }),
      ],
    })
    const stack = stackUnder([text], { facts: [fact('status', { kind: 'yes-no' }, { isProtected: true })] })
    const { verdict, nearest } = decide(stack, 'hold', knowing({ status: 'yes' }))
    expect({ verdict, nearest }).toEqual({ verdict: 'permitted', nearest: [] })
  })

  it('is none where only two changes together would', () => {
    expect(decide(stackWith(holdOnlyForJudge), 'hold', knowing({ warrant: 'no', signer: 'officer' })).nearest).toEqual(
      [],
    )
  })
})
