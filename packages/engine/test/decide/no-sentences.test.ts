/** An answer over the whole encoded law holds names, citations and texts of the law, and no sentence of ours. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { compiledFor, decide } from '../../src/decide/decide.ts'
import type { FactState } from '../../src/fact/knowledge.ts'
import { everyLaw, randomCase, randomFrom, readLawFolder } from '../whole-law.ts'
import { times } from '../../../../scripts/test-counts.ts'

/** What the law says or is cited by, and ids: `us/ca/values-act section 7284.6(a)`. */
const ofTheLaw: ReadonlySet<string> = new Set([
  ...['cite', 'title', 'url', 'rule', 'duty', 'provision', 'by', 'without', 'forcedBy', 'power', 'challenged'],
])

const name = /^(?:[a-z0-9]+(?:[-./][a-z0-9]+)*|\d{4}-\d{2}-\d{2}T[^ ]+\]|[0-9a-f]{64})$/

function sentencesIn(value: unknown, key: string = ''): readonly string[] {
  if (typeof value === 'string') return ofTheLaw.has(key) || name.test(value) ? [] : [`${key}: ${value}`]
  if (typeof value !== 'object' || value === null || 'en' in value) return []
  if (Array.isArray(value)) return value.flatMap((one) => sentencesIn(one, key))
  return Object.entries(value).flatMap(([inner, one]) => sentencesIn(one, inner))
}

it('holds no sentence that is not a text of the law', async () => {
  const library = await readLawFolder(fileURLToPath(new URL('../../../../law', import.meta.url)))
  const random = randomFrom(7)
  let seen = 0
  for (const { stack, act } of everyLaw(library).laws.filter((_, index) => index % times(40, 1) === 0)) {
    const facts = [...randomCase(compiledFor(stack, act), random)].filter(() => random() < 0.6)
    const knowledge = new Map(facts.map(([fact, value]): [string, FactState] => [fact, { kind: 'value', value }]))
    const decision = decide(stack, act, knowledge)
    expect(sentencesIn({ ...decision })).toEqual([])
    seen += decision.reasons.length + decision.duties.length
  }
  expect(seen).toBeGreaterThan(times(40, 500))
})
