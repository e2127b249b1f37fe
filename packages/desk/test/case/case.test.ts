/** Cases: references under several clerks at once, what is read of them, and what no answer may hold. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepAnswers } from '../../src/case/keep-answers.ts'
import { openCase } from '../../src/case/open-case.ts'
import { readCase } from '../../src/case/read-case.ts'
import { transaction, type Who } from '../../src/database/transaction.ts'
import { roles } from '../../src/people/role.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { testLaw } from '../test-law.ts'

let test: TestDatabase
let ours: SampleAgency
let theirs: SampleAgency
beforeAll(async () => {
  test = await startTestDatabase()
  ours = await makeSample(test.superuser)
  theirs = await makeSample(test.superuser)
})
afterAll(async () => await test?.stop())

const open = async (who: Who, desk?: string): Promise<string> =>
  await transaction(test.database, who, async (work) => (await openCase(work, who, desk)).reference)

describe('a case', () => {
  it('gets the next reference of its desk, under many clerks at once, without a gap', async () => {
    const references = await Promise.all(Array.from({ length: 24 }, async () => await open(ours.who.clerk)))
    const numbers = references.map((reference) => Number(reference.split('-')[2])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, at) => at + 2))
    expect(references.every((reference) => /^SJ-\d\d-\d{4}$/.test(reference))).toBe(true)
  })

  it('that is rolled back leaves no gap', async () => {
    const before = await open(ours.who.clerk)
    const failed = transaction(test.database, ours.who.clerk, async (work) => {
      await openCase(work, ours.who.clerk)
      throw new Error('on purpose')
    })
    await expect(failed).rejects.toThrow('on purpose')
    const after = await open(ours.who.clerk)
    expect(Number(after.split('-')[2])).toBe(Number(before.split('-')[2]) + 1)
  })

  it('counts by itself at each desk and each agency', async () => {
    expect(await open(ours.who.supervisor, ours.otherDesk)).toMatch(/^SB-\d\d-0001$/)
    expect(await open(theirs.who.clerk)).toMatch(/^SJ-\d\d-0002$/)
  })

  it('is opened at no desk of another agency, and by nobody who does not work on cases', async () => {
    await expect(open(ours.who.supervisor, theirs.desk)).rejects.toThrow('not-allowed')
    for (const role of ['records-officer', 'auditor', 'administrator'] as const)
      await expect(open(ours.who[role], ours.desk), role).rejects.toThrow(/row-level security/)
  })

  it('is read within reach only: to all others it is not there', async () => {
    const reference = await open(ours.who.supervisor, ours.otherDesk)
    const read = async (who: Who): Promise<string> =>
      await transaction(test.database, who, async (work) => await readCase(work, reference)).then(
        ({ deskName }) => deskName,
        (error: unknown) => (error instanceof Error ? error.message : ''),
      )
    expect(await Promise.all(roles.map(async (role) => [role, await read(ours.who[role])]))).toEqual([
      ['clerk', 'not-found'],
      ['supervisor', 'Booking'],
      ['counsel', 'Booking'],
      ['records-officer', 'Booking'],
      ['auditor', 'Booking'],
      ['administrator', 'not-found'],
    ])
    expect(await read(theirs.who.supervisor)).toBe('not-found')
  })

  it('is read whole: request, answers, draft, decisions, duties, notices, outcomes and kinds of papers', async () => {
    const record = await transaction(test.database, ours.who.clerk, async (work) => await readCase(work, 'SJ-26-0001'))
    const { request, answers, draft, decisions, duties, notices, outcomes, papers } = record
    expect([request?.channel, [...answers.keys()], draft?.version]).toEqual(['fax', ['request.form'], 1])
    expect(decisions.map(({ act, confirmation }) => [act, confirmation?.outcome])).toEqual([['hold', 'confirmed']])
    expect([duties, notices, outcomes].map(({ length }) => length)).toEqual([1, 1, 1])
    expect(papers.map((paper) => Object.keys(paper).toSorted())).toEqual([['id', 'kind', 'received_at']])
  })
})

describe('an answer', () => {
  it('has a place in the vocabulary, and is about nothing protected, or is refused', async () => {
    const { stackOn } = await testLaw.of('us/ex/springfield')
    const stack = stackOn('2026-11-29')
    const names = [
      ...stack.vocabulary.facts.map(({ name }) => name),
      'person.name',
      'toString',
      '__proto__',
      'act:asked',
    ]
    const protectedNames = new Set(stack.vocabulary.facts.flatMap(({ name, isProtected }) => (isProtected ? name : [])))
    expect(protectedNames.size).toBeGreaterThan(3)
    const { rows } = await test.superuser.query(`select id, agency_id, desk_id from desk.cases where agency_id = $1`, [
      ours.agency,
    ])
    const of = { id: String(rows[0].id), reference: '', agency: ours.agency, desk: String(rows[0].desk_id) }
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(fc.constant(null), fc.string({ maxLength: 30 }), fc.integer(), fc.constant('yes')),
        async (name, value) => {
          const kept = await transaction(test.database, ours.who.supervisor, async (work) => {
            await keepAnswers({ work, who: ours.who.supervisor, stack }, of, Object.fromEntries([[name, value]]))
          }).then(
            () => true,
            (error: unknown) => {
              expect(String(error)).toMatch(/not-understood/)
              return false
            },
          )
          if (kept) expect(protectedNames.has(name)).toBe(false)
        },
      ),
      { numRuns: 150 },
    )
    const stored = await test.superuser.query('select fact from desk.answers')
    expect(stored.rows.filter(({ fact }) => protectedNames.has(String(fact)))).toEqual([])
  })
})
