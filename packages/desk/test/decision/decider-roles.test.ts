/** Whom the law lets decide at a kind of agency. */
import { stackOf } from '@brightline/engine'
import { describe, expect, it } from 'vitest'
import { decidersNamed } from '../../src/decision/decider-roles.ts'
import { testLaw } from '../test-law.ts'

async function decidersAt(agency: string): Promise<readonly string[]> {
  const { library } = await testLaw.of('us/ex/springfield')
  return decidersNamed(stackOf(library, 'us/ex/springfield', '2026-11-01'), agency).map(({ en }) => en)
}

describe('those whom the law lets decide', () => {
  it('are named at a private hospital by the rules that bind it', async () => {
    expect(await decidersAt('private-hospital')).toContain('the provider')
  })

  it('are not those of rules that bind every public agency alone', async () => {
    const open = 'the agency, where state and local law leave it open'
    expect(await decidersAt('jail')).toContain(open)
    expect(await decidersAt('private-hospital')).not.toContain(open)
  })
})
