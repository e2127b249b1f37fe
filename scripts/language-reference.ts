// Makes docs/language.md from the grammar, its introduction and its examples. `--check` fails when that gives a diff.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { languageReference } from '../packages/language/src/grammar/reference.ts'

const grammar = join(import.meta.dirname, '../packages/language/src/grammar')
const page = join(import.meta.dirname, '../docs/language.md')
const read = (...path: readonly string[]): string => readFileSync(join(grammar, ...path), 'utf8')

const examples = readdirSync(join(grammar, 'examples')).map(
  (file) => [file.replace(/\.policy$/, ''), read('examples', file)] as const,
)
const made = languageReference(read('introduction.md'), read('policy.langium'), new Map(examples))

if (!process.argv.includes('--check')) writeFileSync(page, made)
else if (readFileSync(page, 'utf8') !== made) {
  process.stderr.write('docs/language.md is stale: run `npm run docs` and commit what it writes\n')
  process.exitCode = 1
}
