/**
 * Interpreter, diagram and generated code on a seeded million of requests over the whole encoded law.
 *
 *     node bench/differential.ts --cases 1000000 --seed 1
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { compareEvaluators, readLawFolder } from '../../packages/engine/test/whole-law.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    law: { type: 'string', default: join(import.meta.dirname, '../../law') },
  },
})
const library = await readLawFolder(values.law)
const start = performance.now()
const found = compareEvaluators(library, (laws) => Math.ceil(Number(values.cases) / laws), Number(values.seed))
const rows: readonly (readonly [string, number])[] = [
  ['cases', found.cases],
  ['with facts left out', found.partial],
  ['places', found.places],
  ['acts', found.acts],
  ['dates', found.dates],
  ['combinations', found.combinations],
  ['of them with different law', found.laws],
  ['disagreements', found.disagreements.length],
  ['seconds', Math.round((performance.now() - start) / 1000)],
]
for (const [name, value] of rows) console.log(`${name.padEnd(28)}${value.toLocaleString('en').padStart(12)}`)
for (const disagreement of found.disagreements.slice(0, 20)) console.log(disagreement)
process.exitCode = found.disagreements.length > 0 ? 1 : 0
