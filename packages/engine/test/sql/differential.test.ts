/** The fourth evaluator: SQL on PostgreSQL and DuckDB answers as the interpreter, the diagram and the generated code do. */
import { fileURLToPath } from 'node:url'
import type { Library } from '@brightline/language'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompleteCase } from '../../src/fact/condition.ts'
import { interpret } from '../../src/interpret/interpret.ts'
import { bitsOfAnswer } from '../../src/sql/answer-bits.ts'
import { layerArithmetic } from '../../src/sql/layer-arithmetic.ts'
import { writerFor, writeValue } from '../../src/sql/predicate.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { needsPower, rulesOf, stackOf } from '../../src/stack/stack.ts'
import { compileAct } from '../../src/diagram/compile.ts'
import { compileForSql, sqlOf } from '../../src/sql/act-sql.ts'
import { quoteName, quoteText } from '../../src/sql/dialect.ts'
import { caseOf, draws, laws, runs } from '../random-law.ts'
import { randomFrom, readLawFolder } from '../whole-law.ts'
import { isLong, times } from '../../../../scripts/test-counts.ts'
import { startDuckDb, startPostgreSql, type Database } from './databases.ts'
import { expectedAnswers, randomRows, rowsOfAgency, sqlAnswers } from './evaluators.ts'

const seed = 20_261_122
let databases: readonly Database[] = []
let library: Library

beforeAll(async () => {
  library = await readLawFolder(fileURLToPath(new URL('../../../../law', import.meta.url)))
  databases = await Promise.all([startDuckDb(), startPostgreSql()])
})

afterAll(async () => {
  await Promise.all(databases.map(({ stop }) => stop()))
})

/** The bits of the answers of complete cases, by layers. */
async function byLayers(
  database: Database,
  stack: Stack,
  act: string,
  cases: readonly CompleteCase[],
): Promise<readonly number[]> {
  const writer = writerFor(database.dialect, stack.vocabulary)
  const facts = [...(cases[0]?.keys() ?? [])]
  const columns = facts.map((fact) => quoteName(database.dialect, fact))
  const rows = cases.map((one, row) => {
    const values = facts.map((fact) => writeValue(database.dialect, writer.typeOf(fact), one.get(fact)))
    return `(${[row, ...values].join(', ')})`
  })
  const from = `(VALUES ${rows.join(', ')}) AS given(id, ${columns.join(', ')})`
  const query = layerArithmetic(writer, stack, act, { columns: ['id', ...columns], from, kept: ['id'] })
  const found = new Map((await database.run(query)).map(([id, bits]) => [Number(id), Number(bits)]))
  return cases.map((_, row) => found.get(row) ?? -1)
}

describe('an act as SQL', () => {
  it('answers random law as the interpreter, the diagram and the generated code do', async () => {
    await fc.assert(
      fc.asyncProperty(laws, fc.nat(), async (law, from) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const compiled = compileAct(stack, law.act)
        const rows = randomRows(compiled, 60, randomFrom(from))
        const expected = expectedAnswers(stack, law.act, rows)
        for (const database of databases) expect(await sqlAnswers(database, compiled, rows)).toEqual(expected)
      }),
      runs(40),
    )
  })

  it('answers the law on one kind of agency as the law on all does for it', async () => {
    await fc.assert(
      fc.asyncProperty(laws, fc.nat(), async (law, from) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const { agencies } = stack.vocabulary
        const agency = agencies[from % agencies.length]?.name ?? ''
        const compiled = compileForSql(stack, law.act, agency)
        const rows = randomRows(compiled, 60, randomFrom(from))
        const asked = rowsOfAgency(compiled, { stack, act: law.act }, rows, agency)
        const expected = expectedAnswers(stack, law.act, asked)
        for (const database of databases) expect(await sqlAnswers(database, compiled, rows)).toEqual(expected)
      }),
      runs(40),
    )
  })

  it.each(['us/ny/new-york-city', 'us/ca', 'us/wa/king-county'].slice(0, times(1, 3)))(
    'writes what %s says of information, which is too long for all kinds of agency, for the police',
    async (place) => {
      const stack = stackOf(library, place, '2026-11-01')
      const compiled = compileForSql(stack, 'disclose', 'police')
      const rows = randomRows(compiled, 60, randomFrom(seed))
      const asked = rowsOfAgency(compiled, { stack, act: 'disclose' }, rows, 'police')
      const expected = expectedAnswers(stack, 'disclose', asked)
      for (const database of databases) expect(await sqlAnswers(database, compiled, rows)).toEqual(expected)
    },
  )

  it('answers complete rows of random law by the arithmetic of layers too, which acts with large diagrams take', async () => {
    await fc.assert(
      fc.asyncProperty(laws, fc.array(draws, { minLength: 1, maxLength: 40 }), async (law, drawn) => {
        const stack = stackOf(law.library, law.place, law.asOf)
        const cases = drawn.map((draw) => caseOf(law.library, draw))
        const power = needsPower(stack, law.act)
        const wanted = cases.map((facts) => bitsOfAnswer(interpret(stack, law.act, facts).state, power))
        for (const database of databases) expect(await byLayers(database, stack, law.act, cases)).toEqual(wanted)
      }),
      runs(40),
    )
  })

  // Every act of every place: `bench/engines/differential-sql.ts`.
  it.each([
    { place: 'us/tx/houston', acts: isLong ? null : ['hold', 'notify-release', 'transfer', 'allow-interview'] },
    { place: 'us/ca/san-francisco', acts: ['hold', 'notify-release', 'transfer', 'allow-interview'] },
  ])('answers the encoded law of $place the same', async ({ place, acts }) => {
    const stack = stackOf(library, place, '2026-11-01')
    const random = randomFrom(seed)
    for (const act of acts ?? new Set(rulesOf(stack).flatMap((rule) => rule.acts))) {
      const compiled = compileAct(stack, act)
      const rows = randomRows(compiled, 60, random)
      const expected = expectedAnswers(stack, act, rows)
      for (const database of databases) {
        expect({ act, answers: await sqlAnswers(database, compiled, rows) }).toEqual({ act, answers: expected })
      }
    }
  })

  it('refuses values that a fact does not have in its own tables, and calls them impossible in others', async () => {
    const stack = stackOf(library, 'us/ca', '2026-11-01')
    for (const database of databases) {
      const sql = sqlOf(compileAct(stack, 'restrict-custody-program'), database.dialect)
      const names = sql.columns.map(({ fact }) => fact)
      expect(names).toEqual(['agency'])
      await database.run(sql.createTable(['own']))
      await expect(database.run("INSERT INTO own VALUES ('Sheriff')")).rejects.toThrow(/check/i)
      await database.run('CREATE TABLE other (agency TEXT)')
      await database.run("INSERT INTO other VALUES ('Sheriff'), ('sheriff')")
      const verdicts = new Map(
        (await database.run(sql.verdictQuery(['other'], ['agency']))).map(([agency, verdict]) => [agency, verdict]),
      )
      expect(verdicts.get('Sheriff')).toBe('impossible')
      expect(['no-rule', 'prohibited']).toContain(verdicts.get('sheriff'))
      const live = await database.run(sql.ruleQuery(['other'], ['agency']))
      expect(live.filter(([, rules]) => rules === null)).toEqual([['Sheriff', null]])
    }
  })

  it('keeps names and values from outside inside their quotes', async () => {
    for (const database of databases) {
      const { dialect } = database
      const odd = `a"b'c\\d; DROP TABLE x --`
      expect(await database.run(`SELECT ${quoteText(dialect, odd)} AS ${quoteName(dialect, odd)}`)).toEqual([[odd]])
    }
    expect(() => quoteName('duckdb', 'a\nb')).toThrow('control character')
    expect(quoteText('spark', `it's \\`)).toBe(`'it\\'s \\\\'`)
    expect(quoteName('spark', 'a`b')).toBe('`a``b`')
  })
})
