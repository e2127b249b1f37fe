// Makes docs/law-coverage.md, docs/law-cases.md and docs/law-table.md from the law. `--check` fails when that gives a diff.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lawPages } from './law-pages/pages.ts'

const root = join(import.meta.dirname, '..')

const isCheck = process.argv.includes('--check')
for (const [path, text] of await lawPages(root)) {
  const file = join(root, path)
  if (!isCheck) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${path} is stale: run \`npm run docs\` and commit what it writes\n`)
    process.exitCode = 1
  }
}
