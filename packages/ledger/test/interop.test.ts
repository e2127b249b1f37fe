import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasGo, runInterop } from '../interop/run.ts'
import { checkVectors } from '../interop/vectors.ts'
import { isLong } from '../../../scripts/test-counts.ts'

describe('what Go writes', () => {
  it('is verified: notes, cosignatures of both kinds, roots, proofs and a proof file', async () => {
    const vectors = readFileSync(new URL('vectors/go.json', import.meta.url), 'utf8')
    expect(await checkVectors(vectors)).toBe(
      'note with 3 signatures, 301 roots, 43 inclusion and 24 consistency proofs, a proof file',
    )
    const other = vectors.replace('"origin": "go.example/log"', '"origin": "go.example/log2"')
    await expect(checkVectors(other)).rejects.toThrow('LOG-0202')
  })

  // Building needs the module proxy the first time: it is for the long run, or INTEROP=1 vitest run packages/ledger
  const isAsked = (isLong || process.env['INTEROP'] !== undefined) && hasGo()
  it.skipIf(!isAsked)(
    'and what we write is verified by Go (needs Go; in the long run, or with INTEROP=1)',
    async () => {
      expect((await runInterop()).lines).toHaveLength(6)
    },
  )
})
