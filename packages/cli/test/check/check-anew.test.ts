/** A check that passes over what did not change finds what a check of everything finds. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkInstruments, placesAbove } from '@brightline/engine'
import { readAllLaw } from '@brightline/law-files'
import type { Instrument, Library } from '@brightline/language'
import { checkAnew } from '../../src/check/check-anew.ts'
import { law, opened } from '../command.ts'

let cache: string

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'brightline-check-'))
})

afterEach(() => {
  rmSync(cache, { recursive: true })
})

async function lawOfTests(): Promise<Library> {
  return (await readAllLaw(opened(law))).library
}

/** Lets the examples of one instrument expect what does not come. */
function breakExamples(library: Library, broken: Instrument): Library {
  const examples = broken.examples.map((example) => ({
    ...example,
    outcomes: example.outcomes.map((outcome) => ({
      ...outcome,
      verdict: outcome.verdict === 'conflict' ? ('permitted' as const) : ('conflict' as const),
    })),
  }))
  return { ...library, instruments: library.instruments.map((one) => (one === broken ? { ...one, examples } : one)) }
}

function kept(): readonly string[] {
  return readdirSync(join(cache, 'checked'))
}

describe('checking what changed', () => {
  it('keeps one entry a place, and says the same again', async () => {
    const library = await lawOfTests()
    const first = await checkAnew(library, library.instruments, cache)
    expect(first).toEqual(checkInstruments(library, library.instruments))
    expect(kept()).toHaveLength(new Set(library.instruments.map(({ place }) => place)).size)
    expect(await checkAnew(library, library.instruments, cache)).toEqual(first)
  })

  it('finds what is broken since, each time, whichever instrument it is', async () => {
    const library = await lawOfTests()
    await checkAnew(library, library.instruments, cache)
    for (const instrument of library.instruments.filter(({ examples }) => examples.length > 0)) {
      const broken = breakExamples(library, instrument)
      const whole = checkInstruments(broken, broken.instruments)
      expect(whole.problems.length, instrument.id).toBeGreaterThan(0)
      expect(await checkAnew(broken, broken.instruments, cache), instrument.id).toEqual(whole)
      expect(await checkAnew(broken, broken.instruments, cache), `${instrument.id}, again`).toEqual(whole)
    }
  })

  it('checks a place anew where law above it changed, and no other', async () => {
    const library = await lawOfTests()
    await checkAnew(library, library.instruments, cache)
    const before = new Set(kept())
    const [changed] = library.instruments.filter(({ place }) => place.includes('/'))
    if (changed === undefined) throw new Error('no law of a state')
    const title = 'Another title'
    const edited = {
      ...library,
      instruments: library.instruments.map((one) => (one === changed ? { ...one, title } : one)),
    }
    await checkAnew(edited, edited.instruments, cache)
    const below = new Set(
      library.instruments.map(({ place }) => place).filter((place) => placesAbove(place).includes(changed.place)),
    )
    expect(kept().filter((name) => !before.has(name))).toHaveLength(below.size)
  })

  it('believes no entry that was damaged, and works without a folder', async () => {
    const library = await lawOfTests()
    const [instrument] = library.instruments.filter(({ examples }) => examples.length > 0)
    if (instrument === undefined) throw new Error('no examples')
    const broken = breakExamples(library, instrument)
    await checkAnew(library, library.instruments, cache)
    const names = kept()
    await checkAnew(broken, broken.instruments, cache)
    for (const name of names) writeFileSync(join(cache, 'checked', name), '"nothing was found"')
    const whole = checkInstruments(broken, broken.instruments)
    expect(await checkAnew(broken, broken.instruments, cache)).toEqual(whole)
    expect(await checkAnew(broken, broken.instruments, null)).toEqual(whole)
  })
})
