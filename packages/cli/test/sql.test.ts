/** What `brightline sql` prints runs on a database as it stands. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const sql = [
  'sql',
  'us/ex/springfield@2026-11-01',
  '--act',
  'notify-release',
  '--dialect',
  'duckdb',
  '--key',
  'Booking',
]

async function printed(...flags: readonly string[]): Promise<string> {
  const { code, out } = await brightline(...sql, ...flags)
  expect(code).toBe(0)
  return out
}

describe('brightline sql', () => {
  it('prints statements that decide the rows of a table', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    await connection.run(await printed('--create'))
    await connection.run(`INSERT INTO cases VALUES
      ('1', 'detainer', FALSE, 2147483646, 'police', FALSE),
      ('2', 'detainer', TRUE, 2147483646, 'police', FALSE),
      ('3', 'detainer', NULL, 2147483646, 'police', FALSE)`)
    const rowsOf = async (text: string): Promise<readonly (readonly unknown[])[]> =>
      (await connection.runAndReadAll(`SELECT * FROM (${text.replace(/;\s*$/, '')}\n) ORDER BY 1`)).getRows()
    expect(await rowsOf(await printed())).toEqual([
      ['1', 'prohibited', false],
      ['2', 'permitted', false],
      ['3', 'needs-facts', false],
    ])
    const [first] = await rowsOf(await printed('--rules'))
    expect(first).toEqual(['1', 'us/detainer-rule section 1.7(a); us/ex/trust-act section 30.2(a)'])
    connection.closeSync()
  })

  it('makes the table once where it prints both, and names a key once', async () => {
    const out = await printed('--create', '--rules', '--key', 'booking', '--key', 'agency')
    expect(out.match(/^CREATE TABLE/gm)).toHaveLength(1)
    expect(out.match(/^ {2}"/gm)).toHaveLength(6)
    expect(out.match(/^SELECT "Booking", "agency", CASE/gm)).toHaveLength(1)
  })

  it('says that an act is too large', async () => {
    const folder = temporaryFolder()
    const numbers = Array.from({ length: 301 }, (_, index) => index)
    mkdirSync(join(folder, 'vocabulary'))
    mkdirSync(join(folder, 'us/ex'), { recursive: true })
    const facts = numbers.map(
      (index) => `fact many.f${index} "Is it ${index}?" / "¿Es ${index}?"\n  yes or no\n  known by "jail" cost 1\n`,
    )
    writeFileSync(
      join(folder, 'vocabulary/many.policy'),
      `language 2 vocabulary vocabulary/many "Many"\n\n${facts.join('\n')}`,
    )
    const head = `language 2 instrument us/ex/many "Many"\n  cite "M"\n  pin "M §"\n  rank state\n  place us/ex\n  binds every agency\n  reach floor\n  source code "M" "https://example.gov/m" read 2026-11-22\n  effective 2015-01-01 "M"\n\nsection 1 "Many"\n`
    const rules = numbers.map(
      (index) => `  (${index}) staff may disclose\n      when many.f${index}\n      read in code\n`,
    )
    writeFileSync(join(folder, 'us/ex/many.policy'), [head, ...rules].join('\n'))
    const { code, out, err } = await brightline('--with', folder, 'sql', 'us/ex@2026-11-01', '--act', 'disclose')
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err:
        '`disclose` is too large to be written as SQL: it needs 302 queries in one another, and postgresql plans 300; ' +
        'with `--agency KIND` the law on one kind of agency is written, which is shorter\n',
    })
  })
})
