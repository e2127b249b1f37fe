import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dimensions,
  ownValues,
  readCases,
  replay,
  stacksOf,
  toReplayDocument,
  type ReplayDocument,
} from '../src/index.ts'
import type { ActReplay } from '../src/replay/act-replay.ts'
import { lawOn, planOf, stateRules, tableFile, testLaw } from './law.ts'
import { times } from '../../../scripts/test-counts.ts'

// A doubt rule answers where facts are missing, so that the answers say more than the bounds.
const doubt = `
  (f) term "a listed crime" means
      person.crime is listed
      read in code

  (g) in doubt whether "a listed crime", treat as no
      and the "clerk" must "ask for the record" at once
      read in code
`
const library = await testLaw(stateRules + doubt)
const amended = await testLaw(stateRules.replace('at most 15 years', 'at most 5 years') + doubt)
const json = {
  date: { column: 'day' },
  label: ['jail'],
  owner: { columns: ['jail'], words: ['county', 'state', 'federal'].map((is) => ({ any: [is.toUpperCase()], is })) },
  agency: { byOwner: { county: 'sheriff', state: 'state-prison' } },
  where: [{ column: 'day', is: ['2026-01-05', '2026-02-05', '2026-03-05'], reason: 'another day' }],
  facts: {
    'request.form': { column: 'form', values: { A: 'i-247a', G: 'i-247g' } },
    'person.crime': { column: 'crime', values: { petty: 'petty', listed: 'listed' } },
    'crime.years': { column: 'years', number: true },
  },
}

interface Replayed {
  readonly act: ActReplay
  readonly document: ReplayDocument
}

async function published(rows: readonly string[], sides: 1 | 2): Promise<Replayed | null> {
  const planned = planOf(json, library)
  const cases = await readCases(tableFile(`day,form,crime,years,jail\n${rows.join('\n')}\n`), planned.plan)
  const policies = [library, amended].slice(0, sides).map((one) => stacksOf(lawOn(one)))
  const replayed = replay({ library, policies, planned, cases, acts: ['share'] })
  const [act] = replayed.acts
  return act === undefined ? null : { act, document: toReplayDocument(replayed, true) }
}

const row = fc
  .tuple(
    fc.constantFrom('2026-01-05', '2026-02-05', '2026-03-05', '2025-01-01'),
    fc.constantFrom('A', 'A', 'G'),
    fc.constantFrom('petty', 'listed', ''),
    fc.constantFrom('3', '10', '40', ''),
    fc.constantFrom('A COUNTY', 'B COUNTY', 'C STATE', 'D FEDERAL', 'E MILL', 'F MILL'),
  )
  .map((cells) => cells.join())
/** Some kinds of rows, some of them often. */
const rows = fc
  .array(fc.tuple(row, fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 40 }))), {
    minLength: 1,
    maxLength: 14,
  })
  .map((kinds) => kinds.flatMap(([one, times]) => Array.from({ length: times }, () => one)))

/** A sum of unknown counts: by unknown, how often. */
type Sum = ReadonlyMap<string, number>

/** Everything that a reader knows: sums of which the report gives the value. And what must not come out, with its true value. */
function readerOf({ act, document }: Replayed): {
  readonly known: readonly Sum[]
  readonly secrets: readonly [Sum, number][]
} {
  const [shown] = document.acts
  const known: Sum[] = []
  const secrets: [Sum, number][] = []
  const outcomes = [...act.outcomes]
  const tables = dimensions.slice(1)
  const rowsOf = (dimension: (typeof tables)[number]): readonly string[] =>
    (shown?.sides[0]?.tables[dimension] ?? []).map(({ value }) => value)
  /** The row of the report that a row of the truth is in. */
  const shownAs = (dimension: (typeof tables)[number], name: string): string => {
    const folded = dimension === 'place' ? `${ownValues.small}${ownerOf(name)}` : ownValues.small
    return rowsOf(dimension).includes(name) ? name : folded
  }
  const truthOf = (dimension: (typeof tables)[number], value: string, key: string): number =>
    [...(act.tables.get(dimension) ?? [])].reduce(
      (sum, [name, tally]) => (shownAs(dimension, name) === value ? sum + (tally.get(key) ?? 0) : sum),
      0,
    )
  const note = (
    dimension: (typeof tables)[number],
    value: string | null,
    wanted: (outcome: (typeof outcomes)[number][1]) => boolean,
    count: number | null,
  ): void => {
    const parts = (value === null ? rowsOf(dimension) : [value]).flatMap((name) =>
      outcomes.flatMap(([key, one]) => (wanted(one) ? [[name, key] as const] : [])),
    )
    const sum = new Map(parts.map(([name, key]) => [`${dimension} ${name} ${key}`, 1]))
    const truth = parts.reduce((total, [name, key]) => total + truthOf(dimension, name, key), 0)
    if (count !== null) {
      expect(count).toBe(truth)
      known.push(sum)
    }
    secrets.push([sum, truth])
  }
  // The owner is read from the name of the place, and the report says so.
  const places = [...(act.tables.get('place')?.keys() ?? [])]
  for (const owner of ['county', 'state', 'federal', 'unknown']) {
    const own = new Set(places.filter((place) => ownerOf(place) === owner).map((place) => shownAs('place', place)))
    const row = shownAs('owner', owner)
    if (row !== owner) continue
    for (const [key] of outcomes)
      known.push(
        new Map([
          [`owner ${row} ${key}`, -1] as const,
          ...[...own].map((place) => [`place ${place} ${key}`, 1] as const),
        ]),
      )
  }
  // The requests of an outcome are the same in every table.
  for (const [key] of outcomes) {
    for (const dimension of tables.slice(1)) {
      known.push(
        new Map([
          ...rowsOf('owner').map((name) => [`owner ${name} ${key}`, 1] as const),
          ...rowsOf(dimension).map((name) => [`${dimension} ${name} ${key}`, -1] as const),
        ]),
      )
    }
  }
  for (const [index, side] of (shown?.sides ?? []).entries()) {
    for (const dimension of dimensions) {
      for (const { value, requests, classes, bounds, open } of side.tables[dimension]) {
        const table = dimension === 'total' ? 'owner' : dimension
        const at = dimension === 'total' ? null : value
        note(table, at, () => true, requests)
        note(table, at, ({ sides }) => /[~|]/.test(sides[index]?.class ?? ''), open)
        for (const [verdict, { max }] of Object.entries(bounds))
          note(table, at, ({ sides }) => sides[index]?.class.split(/[~|]/).includes(verdict) === true, max)
        for (const [key, count] of Object.entries(classes))
          note(table, at, ({ sides }) => sides[index]?.class === key, count)
      }
    }
    for (const [answer, count] of Object.entries(side.answers))
      note('owner', null, ({ sides }) => sides[index]?.answer === answer, count)
  }
  return { known, secrets }
}

function ownerOf(place: string): string {
  return ['county', 'state', 'federal'].find((owner) => place.endsWith(owner.toUpperCase())) ?? 'unknown'
}

const prime = 1_000_003

/** Whether a sum follows from others, by elimination. */
function deriver(known: readonly Sum[]): (wanted: Sum) => boolean {
  const basis: { readonly at: string; readonly sum: Map<string, number> }[] = []
  const settle = (sum: Sum): Map<string, number> => {
    const left = new Map(sum)
    for (const { at, sum: by } of basis) {
      const factor = left.get(at) ?? 0
      if (factor === 0) continue
      for (const [id, value] of by) left.set(id, ((left.get(id) ?? 0) + (prime - (factor % prime)) * value) % prime)
    }
    return left
  }
  for (const one of known) {
    const left = settle(new Map([...one].map(([id, value]) => [id, (value + prime) % prime])))
    const found = [...left].find(([, value]) => value !== 0)
    if (found === undefined) continue
    const inverse = power(found[1], prime - 2)
    basis.push({ at: found[0], sum: new Map([...left].map(([id, value]) => [id, (value * inverse) % prime])) })
  }
  return (wanted) => [...settle(wanted).values()].every((value) => value === 0)
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1
  const half = power((base * base) % prime, Math.floor(exponent / 2))
  return exponent % 2 === 1 ? (half * base) % prime : half
}

describe('a public report', () => {
  it('gives no count from 1 to 9, and none that adding and subtracting brings back', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(1 as const, 2 as const), async (given, sides) => {
        const made = await published(given, sides)
        if (made === null) return
        const { known, secrets } = readerOf(made)
        const isDerived = deriver(known)
        for (const [sum, truth] of secrets)
          if (truth > 0 && truth < 10) expect([truth, isDerived(sum)]).toEqual([truth, false])
      }),
      { numRuns: times(25, 300) },
    )
  })

  it('rounds outward what belongs to no table', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const made = await published(given, 2)
        for (const { duties, missing } of made?.document.acts[0]?.sides ?? []) {
          for (const { min, max } of duties) {
            expect((min ?? 0) % 10).toBe(0)
            expect((max ?? 0) % 10 === 0 || max === made?.act.rows).toBe(true)
          }
          for (const { requests } of missing)
            expect((requests ?? 0) % 10 === 0 || requests === made?.act.rows).toBe(true)
        }
      }),
      { numRuns: times(8, 60) },
    )
  })

  const printouts = [
    { name: 'few requests were used', used: 5, left: 90, hides: ['rowsRead', 'requests', 'requestsUsed'] },
    { name: 'few rows were left out', used: 90, left: 5, hides: ['rowsRead', 'requests', 'excluded'] },
    { name: 'neither is few', used: 50, left: 50, hides: [] },
  ]
  it.each(printouts)('hides the sums of the printout where $name', async ({ used, left, hides }) => {
    const given = [
      ...Array.from({ length: used }, () => '2026-01-05,G,petty,3,A COUNTY'),
      ...Array.from({ length: left }, () => '2025-01-01,G,petty,3,A COUNTY'),
    ]
    const printout = (await published(given, 1))?.document.printout
    const { rowsRead, requests, requestsUsed, excluded } = printout ?? {}
    const said = { rowsRead, requests, requestsUsed, excluded: excluded?.[0]?.requests }
    expect(Object.entries(said).flatMap(([key, count]) => (count === null ? [key] : []))).toEqual(hides)
  })

  it('repeats no value of a cell among problems', async () => {
    const made = await published(['2026-01-05,G,petty,3,A COUNTY', '2026-01-05,G,odd,3,A COUNTY'], 1)
    expect(made?.document.problems).toEqual([])
  })
})
