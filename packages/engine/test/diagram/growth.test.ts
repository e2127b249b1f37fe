/** How diagrams grow with law that is written in sections, each on a form, with facts of its own and one that all read. */
import { describe, expect, it } from 'vitest'
import { compileAct } from '../../src/diagram/compile.ts'
import { both, fact, instrument, is, oneOf, rule, stackUnder } from '../small-law.ts'

const forms = ['a', 'b', 'c', 'd'] as const

/** Counts the nodes of the diagram of some sections, each a prohibition, an exception and an exception to that. */
function nodesOf(sections: number): number {
  const numbers = Array.from({ length: sections }, (_, section) => section)
  const rules = numbers.flatMap((section) => {
    const onForm = is('form', forms[section % forms.length] ?? 'a')
    const [base, exception, strict] = ['base', 'exception', 'strict'].map((kind) => `${section}(${kind})`)
    if (base === undefined || exception === undefined || strict === undefined) throw new Error('three labels')
    return [
      rule(base, 'must-not', { condition: onForm }),
      rule(exception, 'may', { condition: both(onForm, is(`own.${section}.a`, 'yes')), overrides: [base] }),
      rule(strict, 'must-not', {
        condition: both(onForm, is(`own.${section}.a`, 'yes'), is(`own.${section}.b`, 'yes'), is('signed', 'no')),
        overrides: [exception],
      }),
    ]
  })
  const facts = [
    fact('form', oneOf(...forms)),
    fact('signed'),
    ...numbers.flatMap((section) => [fact(`own.${section}.a`), fact(`own.${section}.b`)]),
  ]
  return compileAct(stackUnder([instrument('us/xx/law', { rules })], { facts }), 'hold').store.size
}

describe('a diagram', () => {
  it('grows as the law does, however many sections are on one form', () => {
    expect(nodesOf(64) / nodesOf(16)).toBeLessThan(6)
  })
})
