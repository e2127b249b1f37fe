/** How papers fare, against deciding every case of each. */
import { describe, expect, it } from 'vitest'
import type { Condition, Fact, Library, Rule, Value } from '@brightline/language'
import { compareAct, type ChangedAct } from '../../src/analysis/compare.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { verdictOf } from '../../src/stack/verdict.ts'
import { both, fact, instrument, is, library, rule } from '../small-law.ts'

function paper(name: string, asks: readonly string[]): Value {
  return { name, label: { en: name }, phrase: null, asks, spans: [] }
}

const papers: readonly Value[] = [
  paper('detainer', ['hold', 'tell']),
  paper('notice', ['tell']),
  paper('call', ['hold']),
  paper('none', ['hold']),
]
const facts: readonly Fact[] = [
  fact('request.form', { kind: 'one-of', values: papers }),
  fact('warrant.form', { kind: 'one-of', values: ['none', 'i-200', 'ao-442'].map((name) => paper(name, [])) }),
  fact('platform', { kind: 'one-of', values: [paper('a', []), paper('b', [])] }),
  fact('charged'),
]
/** Nobody brings a warrant by telephone. */
const impossible = [
  {
    reason: { en: 'x' },
    fact: null,
    condition: both(is('request.form', 'call'), is('warrant.form', 'i-200', 'ao-442')),
    cite: null,
  },
]

function lawWith(...rules: readonly Rule[]): Library {
  return library([instrument('us/ex/act', { rules })], { facts, impossible })
}

function changed(before: Library, after: Library, act = 'hold'): ChangedAct {
  const compared = compareAct(stackOf(before, 'us/ex', '2026-01-01'), stackOf(after, 'us/ex', '2026-01-01'), act)
  if (compared.kind !== 'changed') throw new Error('nothing changes')
  return compared
}

const onDetainer: Condition = is('request.form', 'detainer')
const before = lawWith(
  rule('(a)', 'may', { condition: onDetainer }),
  rule('(b)', 'may', { condition: is('warrant.form', 'ao-442') }),
)
const after = lawWith(
  rule('(a)', 'may', { condition: both(onDetainer, is('charged', 'yes')) }),
  rule('(b)', 'must', { condition: is('warrant.form', 'ao-442'), overrides: ['(a)'] }),
  rule('(c)', 'must-not', { condition: both(onDetainer, is('charged', 'no'), is('warrant.form', 'none')) }),
)

describe('the papers of an act', () => {
  it('are the forms that ask for it, and every paper of a form that says nothing of what it asks', () => {
    const { papers: found } = changed(before, after)
    expect(found.map((one) => `${one.fact} ${one.paper}`)).toEqual([
      'request.form detainer',
      'request.form call',
      'warrant.form i-200',
      'warrant.form ao-442',
    ])
  })

  it('fare as the interpreter decides their cases', () => {
    const [left, right] = [before, after].map((law) => stackOf(law, 'us/ex', '2026-01-01'))
    if (left === undefined || right === undefined) throw new Error('two laws make two stacks')
    for (const fare of changed(before, after).papers) {
      const ways = new Map<string, number>()
      let cases = 0
      for (const form of papers) {
        for (const warrant of ['none', 'i-200', 'ao-442']) {
          for (const charged of ['no', 'yes']) {
            const facts = new Map([
              ['request.form', form.name],
              ['warrant.form', warrant],
              ['charged', charged],
            ])
            if (facts.get(fare.fact) !== fare.paper || (form.name === 'call' && warrant !== 'none')) continue
            cases += 1
            const [from, to] = [left, right].map((stack) => verdictOf(interpret(stack, 'hold', facts).state, false))
            if (from !== to) ways.set(`${from} ${to}`, (ways.get(`${from} ${to}`) ?? 0) + 1)
          }
        }
      }
      expect(fare.cases).toBe(BigInt(cases))
      expect(new Map(fare.ways.map(({ from, to, count }) => [`${from} ${to}`, Number(count)]))).toEqual(ways)
      expect(fare.otherwise).toBe(0n)
    }
  })

  it('tell the most cases first', () => {
    for (const { ways } of changed(before, after).papers) {
      const counts = ways.map(({ count }) => count)
      expect(counts).toEqual(counts.toSorted((a, b) => Number(b - a)))
    }
  })

  it('count the cases in which only who decides is another', () => {
    const other = lawWith(
      rule('(a)', 'may', { condition: onDetainer, decider: { en: 'the chief' } }),
      rule('(b)', 'may', { condition: is('warrant.form', 'ao-442') }),
    )
    const { papers: found, onlyTermsChanged } = changed(before, other)
    // A detainer with no warrant and with each of two.
    expect(onlyTermsChanged).toBe(3n)
    expect(found.map(({ paper: name, cases, ways, otherwise }) => [name, cases, ways.length, otherwise])).toEqual([
      ['detainer', 3n, 0, 3n],
      ['call', 1n, 0, 0n],
      ['i-200', 3n, 0, 1n],
      ['ao-442', 3n, 0, 1n],
    ])
  })

  it('are none where the law on the act reads no form', () => {
    const [one, other] = [lawWith(rule('(a)', 'may', { condition: is('charged', 'yes') })), lawWith(rule('(a)', 'may'))]
    expect(changed(one, other).papers).toEqual([])
  })
})
