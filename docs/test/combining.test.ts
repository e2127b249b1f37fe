/** The tables of docs/combining.md are what the code says, and tables. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { combiningTables, withTables } from '../../scripts/combining-tables.ts'

const page = readFileSync(fileURLToPath(new URL('../combining.md', import.meta.url)), 'utf8')

it('has the tables of the code', () => {
  expect(withTables(page)).toBe(page)
  for (const table of Object.values(combiningTables())) expect(page).toContain(table)
})
