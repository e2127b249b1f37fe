/** Acts of odd shapes and sizes as SQL on real databases: names and values that need quotes, bounds, length, width. */
import type { Condition, Fact, FactType, Rule } from '@brightline/language'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileAct } from '../../src/diagram/compile.ts'
import { sqlOf } from '../../src/sql/act-sql.ts'
import { columnProblem, SqlTooLarge } from '../../src/sql/dialect.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { both, fact, instrument, is, oneOf, range, rule, stackUnder } from '../small-law.ts'
import { randomFrom } from '../whole-law.ts'
import { isLong } from '../../../../scripts/test-counts.ts'
import { startDuckDb, startPostgreSql, type Database } from './databases.ts'
import { expectedAnswers, randomRows, sqlAnswers } from './evaluators.ts'

let databases: readonly Database[] = []
beforeAll(async () => {
  databases = await Promise.all([startDuckDb(), startPostgreSql()])
})
afterAll(async () => {
  await Promise.all(databases.map(({ stop }) => stop()))
})

const modals = ['may', 'must-not', 'must'] as const
const never: Condition = { kind: 'never', fact: 'n.n' }
const number = (min: number, max: number): FactType => ({ kind: 'number', min, max, unit: null, canBeNever: true })

function law(facts: readonly Fact[], rules: readonly Rule[]): Stack {
  return stackUnder([instrument('us/xx/act', { rules })], { facts })
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

/** A rule for each condition, with modals in turn. */
function rules(conditions: readonly Condition[], overrides: (index: number) => readonly number[] = () => []): Rule[] {
  return conditions.map((condition, index) =>
    rule(`${index}`, modals[index % 3] ?? 'may', { condition, overrides: overrides(index).map(String) }),
  )
}

const yesNo = (count: number, subject = 'f'): readonly Fact[] => many(count, (index) => fact(`${subject}.a${index}`))
const odd = ['null', 'NULL', "o'x", 'p"q', 'r;s --', '\\', 'é', '%_', ' x', 'x ', '']

interface Shape {
  readonly name: string
  readonly stack: () => Stack
  /** Whether it takes the databases so long that only the long run has it. */
  readonly isSlow?: boolean
}

const shapes: readonly Shape[] = [
  { name: 'no rule', stack: () => law([], []) },
  { name: 'one verdict and no fact', stack: () => law([], [rule('0', 'may')]) },
  {
    name: 'one verdict over a fact',
    stack: () => law([fact('f.a')], [rule('0', 'may', { condition: is('f.a', 'yes', 'no') })]),
  },
  {
    name: 'names that are words of SQL',
    stack: () =>
      law(
        ['select', 'table', 'order', 'null', 'user', 'end', 'verdict', 'cases', 'all'].map((name) => fact(name)),
        rules(
          ['select', 'table', 'order', 'null', 'user', 'end', 'verdict', 'cases', 'all'].map((name) => is(name, 'yes')),
        ),
      ),
  },
  {
    name: 'names and values that need quotes',
    stack: () =>
      law(
        [fact('a"b`c\'d', oneOf(...odd)), fact('日本')],
        rules([...odd.map((value) => is('a"b`c\'d', value)), is('日本', 'yes')]),
      ),
  },
  {
    name: 'numbers at their bounds, below zero, and never',
    stack: () =>
      law(
        [fact('n.n', number(-2_147_483_648, 2_147_483_645)), fact('n.m', number(-5, 5))],
        rules([range('n.n', null, -2_147_483_648), range('n.n', 2_147_483_645, null), never, range('n.m', -3, -1)]),
      ),
  },
  {
    name: 'dates before 1970, and the first and last day',
    stack: () =>
      law(
        [fact('d.d', { kind: 'date' })],
        rules([range('d.d', null, -719_162), range('d.d', -200_000, -1), range('d.d', 2_932_896, null)]),
      ),
  },
  {
    name: '300 rules over 12 facts',
    stack: () =>
      law(
        yesNo(12),
        rules(
          many(300, (index) => both(is(`f.a${index % 12}`, 'yes'), is(`f.a${(index * 7 + 1) % 12}`, 'no'))),
          (index) => (index % 4 === 3 ? [index - 1] : []),
        ),
      ),
  },
  {
    name: '100 rules, each over the one before it',
    stack: () =>
      law(
        yesNo(10),
        rules(
          many(100, (index) => is(`f.a${index % 10}`, 'yes')),
          (index) => (index > 0 ? [index - 1] : []),
        ),
      ),
  },
  {
    name: '100 facts, a rule each',
    stack: () => law(yesNo(100), rules(many(100, (index) => is(`f.a${index}`, 'yes')))),
  },
  {
    name: 'more nodes on a level than a query has columns',
    isSlow: true,
    stack: () =>
      law(
        [...yesNo(11, 'a'), ...yesNo(11, 'b')],
        rules(
          many(11, (index) => both(is(`a.a${index}`, 'yes'), is(`b.a${index}`, 'yes'))),
          (index) => (index > 0 ? [index - 1] : []),
        ),
      ),
  },
]

describe('SQL of odd shapes', () => {
  it.each(shapes.filter(({ isSlow }) => isLong || isSlow !== true))(
    'answers as the other evaluators do: $name',
    async ({ stack }) => {
      const compiled = compileAct(stack(), 'hold')
      const rows = [...randomRows(compiled, 40, randomFrom(5)), new Map()]
      const expected = expectedAnswers(compiled.stack, 'hold', rows)
      for (const database of databases) expect(await sqlAnswers(database, compiled, rows)).toEqual(expected)
    },
  )

  it('gives no row for an empty table, and each row of two with one key', async () => {
    const compiled = compileAct(law([fact('f.a')], rules([is('f.a', 'yes')])), 'hold')
    for (const database of databases) {
      const sql = sqlOf(compiled, database.dialect)
      await database.run(sql.createTable(['twice'], ['id', 'f.a', 'id']))
      expect(await database.run(sql.verdictQuery(['twice'], ['id', 'id']))).toEqual([])
      await database.run(`INSERT INTO twice VALUES ('1', TRUE), ('1', FALSE), (NULL, NULL)`)
      const answers = await database.run(sql.verdictQuery(['twice'], ['id', 'f.a']))
      expect([...answers].sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
        [null, null, 'needs-facts', 'false'],
        ['1', 'false', 'no-rule', 'false'],
        ['1', 'true', 'permitted', 'false'],
      ])
    }
  })

  it.each([
    { name: 'more facts than queries nest', dialect: 'duckdb', facts: 301, rules: 301, says: 'it needs 301 queries' },
    { name: 'more facts than Spark nests', dialect: 'spark', facts: 81, rules: 81, says: 'spark plans 80' },
    {
      name: 'more rules than columns',
      dialect: 'duckdb',
      facts: 9,
      rules: 800,
      says: 'it needs a query of 1609 columns',
    },
  ] as const)('refuses $name', ({ dialect, facts, rules: count, says }) => {
    const stack = law(yesNo(facts), rules(many(count, (index) => is(`f.a${index % facts}`, 'yes'))))
    const write = (): string => sqlOf(compileAct(stack, 'hold'), dialect).ruleQuery(['t'])
    expect(write).toThrow(SqlTooLarge)
    expect(write).toThrow(says)
  })

  it('refuses a chain of overrides that Spark would give up on', () => {
    const chain = rules(
      many(90, (index) => is(`f.a${index % 9}`, 'yes')),
      (index) => (index > 0 ? [index - 1] : []),
    )
    expect(() => sqlOf(compileAct(law(yesNo(9), chain), 'hold'), 'spark').ruleQuery(['t'])).toThrow(
      'it needs 90 queries',
    )
  })

  it('lets nobody keep a column with the name of one that the queries make', () => {
    expect(['verdict', 'RULES', 'bl_possible', '', 'a\tb'].map((name) => columnProblem(name) === null)).not.toContain(
      true,
    )
    expect(['id', 'agency', 'order', 'row id'].map((name) => columnProblem(name))).toEqual([null, null, null, null])
  })
})
