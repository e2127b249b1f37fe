import fc from 'fast-check'
import { agencyFact, decide, possibleVerdicts, stackOf, type FactState, type Knowledge } from '@brightline/engine'
import { compareAct } from '@brightline/engine/analysis'
import { generateAct } from '@brightline/engine/bulk'
import { asState, verdictOf } from '../../engine/src/stack/verdict.ts'
import type { Library } from '@brightline/language'
import { describe, expect, it } from 'vitest'
import {
  ownValues,
  readCases,
  replay,
  stacksOf,
  toReplayDocument,
  type ChangedCases,
  type Replay,
} from '../src/index.ts'
import { allows } from '../src/replay/tally.ts'
import { verdicts } from '../src/replay/verdict-pair.ts'
import { brief, lawOn, planOf, stateRules, tableFile, testLaw } from './law.ts'
import { times } from '../../../scripts/test-counts.ts'

/** The least and the most rows that can have a verdict. */
function boundsOf(tally: ReadonlyMap<string, number>, verdict: string): { readonly min: number; readonly max: number } {
  const counts = [...tally].filter(([key]) => allows(verdict)(key))
  const sum = (some: typeof counts): number => some.reduce((total, [, count]) => total + count, 0)
  return { min: sum(counts.filter(([key]) => key === verdict)), max: sum(counts) }
}

const library = await testLaw()
const amended = await testLaw(stateRules.replace('at most 15 years', 'at most 5 years'))
const harsher = await testLaw(stateRules.replace('when warrant.shown', 'when warrant.shown and person.crime is listed'))
const header = 'day,form,warrant,crime,years,owner'
const json = {
  date: { column: 'day' },
  owner: { columns: ['owner'], words: ['county', 'state', 'federal'].map((is) => ({ any: [is.toUpperCase()], is })) },
  agency: { byOwner: { county: 'sheriff', state: 'state-prison' } },
  facts: {
    'request.form': { column: 'form', values: { A: 'i-247a', G: 'i-247g' } },
    'warrant.shown': { column: 'warrant', yes: ['Y'], no: ['N'] },
    'person.crime': { column: 'crime', values: { petty: 'petty', listed: 'listed' } },
    'crime.years': { column: 'years', number: true, never: ['never'] },
  },
}

async function run(
  rows: readonly string[],
  libraries: readonly Library[] = [library],
  place: string = 'us/ex',
  changesByAct: ReadonlyMap<string, readonly ChangedCases[]> = new Map(),
): Promise<Replay> {
  const [first = library] = libraries
  const planned = planOf(json, first)
  const cases = await readCases(tableFile(`${header}\n${rows.join('\n')}\n`), planned.plan, { workers: 0 })
  const policies = libraries.map((one) => stacksOf(lawOn(one, place)))
  return replay({ library: first, policies, planned, cases, acts: null, changesByAct })
}

/** What a comparison of two laws finds on an act: changes of the verdict, then of duties. */
function changesOf(
  act: string,
  one: Library,
  other: Library,
  place: string,
): readonly (ChangedCases & { name: string })[] {
  const [left, right] = [one, other].map((law) => stackOf(law, place, '2026-01-01'))
  const found = left === undefined || right === undefined ? null : compareAct(left, right, act)
  if (found?.kind !== 'changed') throw new Error(`nothing changes on ${act}`)
  return [
    ...found.verdicts.map(({ from, to, reach }) => ({ name: `${from} to ${to}`, reach })),
    ...found.duties.map(({ change, reach }) => ({ name: `duty ${change}`, reach })),
  ]
}

const options = {
  form: ['A', 'G'],
  warrant: ['Y', 'N', ''],
  crime: ['petty', 'listed', ''],
  years: ['3', '10', '40', 'never', ''],
  owner: ['county', 'state', 'federal', 'mill'],
} as const
const row = fc
  .record({
    form: fc.constantFrom(...options.form),
    warrant: fc.constantFrom(...options.warrant),
    crime: fc.constantFrom(...options.crime),
    years: fc.constantFrom(...options.years),
    owner: fc.constantFrom(...options.owner),
  })
  // A listed crime has a date: the constraint of the vocabulary.
  .filter(({ crime, years }) => !(crime === 'listed' && years === 'never'))
type Row = typeof row extends fc.Arbitrary<infer T> ? T : never
const written = ({ form, warrant, crime, years, owner }: Row): string =>
  ['2026-01-05', form, warrant, crime, years, owner].join()

/** Fills every gap of a row in all lawful ways. */
function completions(one: Row): readonly Row[] {
  const all = <T extends string>(given: T, values: readonly T[]): readonly T[] =>
    given === '' ? values.filter((value) => value !== '') : [given]
  return all(one.warrant, options.warrant)
    .flatMap((warrant) =>
      all(one.crime, options.crime).flatMap((crime) =>
        all(one.years, options.years).map((years) => ({ ...one, warrant, crime, years })),
      ),
    )
    .filter(({ crime, years }) => !(crime === 'listed' && years === 'never'))
}

function knowledgeOf({ form, warrant, crime, years, owner }: Row): Knowledge {
  const knowledge = new Map<string, FactState>([
    ['request.form', { kind: 'value', value: form === 'A' ? 'i-247a' : 'i-247g' }],
  ])
  if (warrant !== '') knowledge.set('warrant.shown', { kind: 'value', value: warrant === 'Y' ? 'yes' : 'no' })
  if (crime !== '') knowledge.set('person.crime', { kind: 'value', value: crime })
  if (years !== '') knowledge.set('crime.years', { kind: 'value', value: years === 'never' ? 'never' : Number(years) })
  if (owner === 'county') knowledge.set(agencyFact, { kind: 'value', value: 'sheriff' })
  if (owner === 'state') knowledge.set(agencyFact, { kind: 'value', value: 'state-prison' })
  return knowledge
}

describe('replay', () => {
  it('holds every completion of the missing facts within its bounds, and reaches both ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        row.filter(({ owner }) => owner === 'county' || owner === 'state'),
        async (one) => {
          const open = await run([written(one)])
          const full = await run(completions(one).map(written))
          for (const act of open.acts) {
            const ends =
              full.acts
                .find((other) => other.act === act.act)
                ?.sides[0]?.tables.get('total')
                ?.get(ownValues.all) ?? new Map()
            const tally = act.sides[0]?.tables.get('total')?.get(ownValues.all) ?? new Map()
            for (const verdict of verdicts) {
              const { min, max } = boundsOf(tally, verdict)
              const reached = boundsOf(ends, verdict)
              expect(max).toBe(reached.min > 0 ? 1 : 0)
              expect(min).toBe(reached.min === completions(one).length ? 1 : 0)
            }
          }
        },
      ),
      { numRuns: times(15, 120) },
    )
  })

  it('counts in bulk what deciding row by row counts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), async (rows) => {
        const { acts } = await run(rows.map(written))
        const stack = stackOf(library, 'us/ex', '2026-01-01')
        for (const { act, sides } of acts) {
          const asking = rows.filter(({ form, owner }) => (act === 'share' || form === 'A') && owner !== 'federal')
          const answers = asking.map((one) => decide(stack, act, knowledgeOf(one)).verdict)
          for (const [verdict, count] of sides[0]?.answers ?? [])
            expect(count).toBe(answers.filter((answer) => answer === verdict).length)
          for (const verdict of verdicts) {
            const possible = asking.map((one) => possibleVerdicts(stack, act, knowledgeOf(one)))
            const { max } = boundsOf(sides[0]?.tables.get('total')?.get(ownValues.all) ?? new Map(), verdict)
            expect(max).toBe(possible.filter((found) => found.includes(verdict)).length)
          }
        }
      }),
      { numRuns: times(15, 120) },
    )
  })

  it('decides complete rows as generated code does, which was written from the rules and not from the diagrams', async () => {
    const stack = stackOf(library, 'us/ex', '2026-01-01')
    const isComplete = ({ warrant, crime, years, owner }: Row): boolean =>
      ![warrant, crime, years].includes('') && ['county', 'state'].includes(owner)
    await fc.assert(
      fc.asyncProperty(row.filter(isComplete), async (one) => {
        const facts = Object.fromEntries(
          [...knowledgeOf(one)].map(([name, state]) => [name, state.kind === 'value' ? state.value : undefined]),
        )
        for (const { act, sides } of (await run([written(one)])).acts) {
          const state = generateAct(stack, act).decideRecord(facts)
          expect(Object.fromEntries(sides[0]?.tables.get('total')?.get(ownValues.all) ?? [])).toEqual({
            [verdictOf(asState(state), stack.vocabulary.acts.find(({ name }) => name === act)?.power !== null)]: 1,
          })
        }
      }),
      { numRuns: times(15, 120) },
    )
  })

  it('shows no change for a policy against itself, whatever is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const { acts } = await run(rows.map(written), [library, await testLaw()])
        for (const { change } of acts) expect(change).toMatchObject({ differs: 0, mayDiffer: 0, transitions: [] })
      }),
      { numRuns: times(10, 75) },
    )
  })

  it('tells certain changes from possible ones', async () => {
    const rows = [
      '2026-01-05,G,,listed,10,county',
      '2026-01-05,G,,listed,,county',
      '2026-01-05,G,,listed,3,county',
      '2026-01-05,G,,petty,10,county',
      '2026-01-05,G,,listed,10,mill',
    ]
    const { acts } = await run(rows, [library, amended])
    expect(acts[0]?.change).toEqual({
      same: 2,
      differs: 1,
      mayDiffer: 2,
      transitions: [{ before: 'permitted', after: 'no-rule', min: 1, max: 3 }],
    })
  })

  it('counts the requests among the cases that a comparison finds to change, with bounds that are reached', async () => {
    const changes = changesOf('hold', library, harsher, 'us/ex')
    expect(changes.map(({ name }) => name)).toEqual(['required to prohibited'])
    const byAct = new Map([['hold', changes]])
    const reached = { certain: 0, possible: 0, none: 0 }
    await fc.assert(
      fc.asyncProperty(
        row.filter(({ owner, form }) => (owner === 'county' || owner === 'state') && form === 'A'),
        async (one) => {
          const [open, full] = [[one], completions(one)].map(async (rows) => {
            const { acts } = await run(rows.map(written), [library, harsher], 'us/ex', byAct)
            return acts.find(({ act }) => act === 'hold')
          })
          const [bounds] = (await open)?.affected?.changes ?? []
          const [ends] = (await full)?.affected?.changes ?? []
          expect(ends?.min).toBe(ends?.max)
          const among = ends?.min ?? 0
          const isCertain = among === completions(one).length
          reached[isCertain ? 'certain' : among > 0 ? 'possible' : 'none'] += 1
          expect(bounds).toEqual({ min: isCertain ? 1 : 0, max: among > 0 ? 1 : 0 })
        },
      ),
      {
        numRuns: times(20, 180),
        // One of each kind for certain.
        examples: [
          [{ form: 'A', warrant: 'Y', crime: 'petty', years: 'never', owner: 'county' }],
          [{ form: 'A', warrant: '', crime: 'petty', years: '10', owner: 'state' }],
          [{ form: 'A', warrant: 'N', crime: 'petty', years: '10', owner: 'state' }],
        ],
      },
    )
    expect(Math.min(...Object.values(reached))).toBeGreaterThan(0)
  })

  it('counts a change of county law for nobody whom the state alone binds, and certainly for no unknown owner', async () => {
    const permissive = await testLaw(stateRules, '\n  (a) staff may hold\n      read in code\n')
    const changes = changesOf('share', library, permissive, 'us/ex/sample')
    const rows = ['county', 'state', 'federal', 'mill'].map((owner) => `2026-01-05,G,N,listed,3,${owner}`)
    const { acts } = await run(rows, [library, permissive], 'us/ex/sample', new Map([['share', changes]]))
    expect(changes.map(({ name }) => name)).toEqual(['prohibited to no-rule', 'prohibited to permitted'])
    expect(acts[0]?.affected).toEqual({
      changes: [
        { min: 0, max: 0 },
        { min: 1, max: 2 },
      ],
      byStateAlone: 1,
    })
  })

  it('does not bind a state prison by a county policy, and puts an unknown owner on a row of its own', async () => {
    const rows = ['county', 'state', 'federal', 'mill'].map((owner) => `2026-01-05,G,N,listed,3,${owner}`)
    const { acts } = await run(rows, [library], 'us/ex/sample')
    const table = acts[0]?.sides[0]?.tables.get('owner')
    expect(Object.fromEntries([...(table ?? [])].map(([owner, tally]) => [owner, Object.fromEntries(tally)]))).toEqual({
      county: { prohibited: 1 },
      state: { permitted: 1 },
      federal: { 'not-bound': 1 },
      unknown: { '~prohibited': 1 },
    })
    expect(boundsOf(acts[0]?.sides[0]?.tables.get('total')?.get(ownValues.all) ?? new Map(), 'prohibited')).toEqual({
      min: 1,
      max: 2,
    })
  })

  it('excludes rows whose facts cannot be true together, and says so', async () => {
    const { printout, problems } = await run(['2026-01-05,G,N,listed,3,county', '2026-01-05,G,N,listed,never,county'])
    expect(printout.excluded).toEqual([{ kind: 'impossible', requests: 1 }])
    expect(problems.map(brief)).toEqual([['DATA-0012', 2, null, 1, null]])
  })

  it('counts for no act a row that is impossible for one', async () => {
    // The constraint is about facts that only the rules on sharing read; form A asks for both.
    const { acts, printout } = await run(['2026-01-05,A,N,listed,never,county'])
    expect([acts.length, printout.requestsUsed]).toEqual([0, 0])
  })

  it('counts the work of a month, and a duty that two acts lay down once', async () => {
    const rows = [
      // Form A asks to hold and to share; either request gives the duty to hand over a copy.
      '2026-01-05,A,N,petty,10,county',
      '2026-01-06,A,,petty,10,county',
      '2026-02-05,G,,petty,10,county',
      '2026-02-05,G,,petty,10,mill',
      '2026-02-05,G,,petty,10,federal',
    ]
    expect(Object.fromEntries((await run(rows)).workload)).toEqual({
      '2026-01': { requests: 2, sides: [{ toClarify: 1, duties: { min: 2, max: 2 } }] },
      '2026-02': { requests: 3, sides: [{ toClarify: 1, duties: { min: 1, max: 2 } }] },
    })
  })

  it('names a place by what there is of its name', async () => {
    const planned = planOf({ ...json, label: ['owner', 'day'] }, library)
    const file = tableFile(`${header}\n2026-01-05,G,,petty,10,county\n2026-01-05,G,,petty,10,\n`)
    const named = planOf({ ...json, date: null, label: ['owner', 'more'] }, library)
    const text = `${header},more\n,G,,petty,10,county,\n,G,,petty,10,county,x\n,G,,petty,10,,\n`
    const placesOf = async (plan: typeof planned, path: string): Promise<readonly string[]> => {
      const cases = await readCases(path, plan.plan)
      const policies = [stacksOf(lawOn(library))]
      const { acts } = replay({ library, policies, planned: plan, cases, acts: null })
      return [...(acts[0]?.tables.get('place')?.keys() ?? [])].sort()
    }
    expect(await placesOf(planned, file)).toEqual(['2026-01-05', 'county / 2026-01-05'])
    expect(await placesOf(named, tableFile(text))).toEqual(['county', 'county / x', ownValues.notNamed])
  })

  it('says which columns the mapping does not name, and which of its facts are unknown', async () => {
    const planned = planOf({ ...json, ignored: { sex: 'not needed' }, notes: ['\u001B[2Jnote'] }, library)
    const text = `${header},sex,constructor\n2026-01-05,G,,petty,10,county,F,\n2026-01-05,G,N,,,county,M,x\n`
    const cases = await readCases(tableFile(text), planned.plan)
    const replayed = replay({ library, policies: [stacksOf(lawOn(library))], planned, cases, acts: null })
    const { printout } = replayed
    expect([printout.unmappedColumns, printout.ignoredColumns]).toEqual([['constructor'], ['sex']])
    expect(Object.fromEntries(printout.unknownFacts)).toEqual({
      'warrant.shown': 1,
      'person.crime': 1,
      'crime.years': 1,
    })
    expect(toReplayDocument(replayed, false).printout.unknownFacts).toEqual(Object.fromEntries(printout.unknownFacts))
  })

  it('names the same assumptions by the same hash, and others by another', async () => {
    const [one, same] = [await run(['2026-01-05,A,,listed,3,county']), await run(['2026-01-05,A,,listed,3,county'])]
    const other = await run(['2026-01-05,A,,listed,3,county'], [amended])
    expect(one.printout.assumptionsHash).toBe(same.printout.assumptionsHash)
    expect(other.printout.assumptionsHash).not.toBe(one.printout.assumptionsHash)
  })
})
