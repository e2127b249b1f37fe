/** Writes the published JSON schemas from those in the sources. `--check` fails when one is not as it would be written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { decisionSchema, requestSchema } from '@brightline/engine/request'

const folder = join(import.meta.dirname, '../packages/engine/schema')
const schemas = { 'decision.schema.json': decisionSchema, 'request.schema.json': requestSchema }

const stale: string[] = []
for (const [name, schema] of Object.entries(schemas)) {
  const file = join(folder, name)
  const text = await format(JSON.stringify(schema, null, 2), { ...(await resolveConfig(file)), filepath: file })
  if (!process.argv.includes('--check')) writeFileSync(file, text)
  else if (readFileSync(file, 'utf8') !== text) stale.push(name)
}
if (stale.length > 0) {
  console.error(`schemas were stale: ${stale.join(', ')}; run \`npm run generate\` and commit them`)
  process.exit(1)
}
