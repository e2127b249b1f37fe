// Makes the tables of docs/combining.md from the code that combines answers. `--check` fails when that gives a diff.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withTables } from './combining-tables.ts'

const page = join(import.meta.dirname, '../docs/combining.md')
const text = readFileSync(page, 'utf8')
const made = withTables(text)

if (!process.argv.includes('--check')) writeFileSync(page, made)
else if (text !== made) {
  process.stderr.write('docs/combining.md is stale: run `npm run docs` and commit what it writes\n')
  process.exitCode = 1
}
