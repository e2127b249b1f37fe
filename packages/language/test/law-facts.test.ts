/** The facts of the shipped law: one question has one name, whichever place asks it. */
import { describe, expect, it } from 'vitest'
import { readLibrary, type Library } from '../src/index.ts'
import { filesUnder, lawFolder } from './sample.ts'

/** Says a question without the place that asks it: its letters in lower case, and no name of a place. */
function bare(question: string, { places }: Library): string {
  const names = places.map(({ title }) => title.en).toSorted((a, b) => b.length - a.length)
  const without = names.reduce((text, name) => text.replaceAll(name, ''), question)
  return without
    .toLowerCase()
    .replaceAll(/\b(?:an?|the)\b|[^a-z0-9 ]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}

describe('the facts of the law', () => {
  it('ask nothing under two names', async () => {
    const { library, problems } = await readLibrary(filesUnder(lawFolder))
    expect(problems).toEqual([])
    const { facts } = library.vocabulary
    expect(facts.length).toBeGreaterThan(300)
    const byQuestion = Map.groupBy(facts, ({ question, isVolunteered, type }) =>
      JSON.stringify([isVolunteered, bare(question.en, library), type]),
    )
    const twice = [...byQuestion.values()].filter((same) => same.length > 1).map((same) => same.map(({ name }) => name))
    expect(twice).toEqual([])
  })
})
