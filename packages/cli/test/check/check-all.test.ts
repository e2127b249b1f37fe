/** A check that is shared out among workers finds what one thread finds, in the same order. */
import { describe, expect, it } from 'vitest'
import { checkInstruments } from '@brightline/engine'
import { readAllLaw } from '@brightline/law-files'
import type { Library, Outcome } from '@brightline/language'
import { checkAll } from '../../src/check/check-all.ts'
import { law, opened } from '../command.ts'

/** The law of the tests, with an outcome in every example that does not come. */
async function brokenLaw(): Promise<Library> {
  const { library } = await readAllLaw(opened(law))
  const broken = (outcome: Outcome): Outcome => ({
    ...outcome,
    verdict: outcome.verdict === 'conflict' ? 'permitted' : 'conflict',
  })
  return {
    ...library,
    instruments: library.instruments.map((instrument) => ({
      ...instrument,
      examples: instrument.examples.map((example) => ({ ...example, outcomes: example.outcomes.map(broken) })),
    })),
  }
}

describe('checking in parts', () => {
  it.each([1, 2, 3])('finds the same on %i cores', async (cores) => {
    const library = await brokenLaw()
    const whole = checkInstruments(library, library.instruments)
    expect(whole.problems.length).toBeGreaterThan(1)
    expect(await checkAll(library, library.instruments, cores)).toEqual(whole)
  })

  it('says nothing of nothing', async () => {
    const { library } = await readAllLaw(opened(law))
    expect(await checkAll(library, [])).toEqual(checkInstruments(library, []))
  })
})
