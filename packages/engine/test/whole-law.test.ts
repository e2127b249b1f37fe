import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareEvaluators, readLawFolder } from './whole-law.ts'
import { times } from '../../../scripts/test-counts.ts'

const lawFolder = join(import.meta.dirname, '../../../law')

describe('the encoded law', () => {
  it('reads the same in interpreter, diagram and generated code, at places and dates of every kind', async () => {
    const library = await readLawFolder(lawFolder)
    const { disagreements, combinations, cases } = compareEvaluators(
      library,
      () => times(20, 60),
      20_261_122,
      times(16, 1),
    )
    expect(disagreements.slice(0, 5)).toEqual([])
    expect(combinations).toBeGreaterThan(1000)
    expect(cases).toBeGreaterThan(times(400, 15_000))
  })
})
