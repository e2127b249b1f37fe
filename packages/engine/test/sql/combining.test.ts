/** The written tables of how answers combine, on databases: complete rows the short way, whatever the diagram. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileAct } from '../../src/diagram/compile.ts'
import { layerArithmetic } from '../../src/sql/layer-arithmetic.ts'
import { bitsOfAnswer } from '../../src/sql/answer-bits.ts'
import { quoteName } from '../../src/sql/dialect.ts'
import { writerFor } from '../../src/sql/predicate.ts'
import { asState } from '../../src/stack/verdict.ts'
import { rankNames } from '../stack/combining-table.ts'
import { writtenLaws } from '../stack/combining-law.ts'
import { startDuckDb, startPostgreSql, type Database } from './databases.ts'
import { sqlAnswers } from './evaluators.ts'

let databases: readonly Database[] = []

beforeAll(async () => {
  databases = await Promise.all([startDuckDb(), startPostgreSql()])
})

afterAll(async () => {
  await Promise.all(databases.map(({ stop }) => stop()))
})

describe.each(writtenLaws)('the written table of $name', ({ stack, act, cases }) => {
  const compiled = compileAct(stack, act)
  const bitsOf = (says: string): number => bitsOfAnswer(asState(rankNames.indexOf(says)), compiled.needsPower)

  it('is what the query of an act says', async () => {
    const { needsPower } = compiled
    const wanted = cases.map(
      ({ why, says }) => `${why} => ${bitsOfAnswer(asState(rankNames.indexOf(says)), needsPower)}`,
    )
    for (const database of databases) {
      const answers = await sqlAnswers(
        database,
        compiled,
        cases.map(({ facts }) => facts),
      )
      const verdicts = ['required', 'prohibited', 'permitted', 'no-rule', 'conflict']
      const found = answers.map(({ verdict, notEncoded }, row) => {
        return `${cases[row]?.why} => ${(1 << verdicts.indexOf(verdict)) | (notEncoded ? 1 << verdicts.length : 0)}`
      })
      expect(found).toEqual(wanted)
    }
  })

  it('is what the arithmetic of layers says, which acts with large diagrams take', async () => {
    const facts = [...(cases[0]?.facts.keys() ?? [])]
    for (const database of databases) {
      const { dialect } = database
      const writer = writerFor(dialect, stack.vocabulary)
      const columns = facts.map((name) => quoteName(dialect, name))
      const rows = cases.map((one, row) => `(${row}, ${facts.map((name) => `'${one.facts.get(name)}'`).join(', ')})`)
      const from = `(VALUES ${rows.join(', ')}) AS given(id, ${columns.join(', ')})`
      const query = layerArithmetic(writer, stack, act, { columns: ['id', ...columns], from, kept: ['id'] })
      const found = new Map(
        await database.run(query).then((all) => all.map(([id, bits]) => [Number(id), Number(bits)])),
      )
      expect(cases.map(({ why }, row) => `${why} => ${found.get(row)}`)).toEqual(
        cases.map(({ why, says }) => `${why} => ${bitsOf(says)}`),
      )
    }
  })
})
