/** Writes the description of the desk's endpoints for programs. `--check` fails when it is not as it would be written. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { describeApi } from '../packages/desk/src/api/openapi.ts'

const file = join(import.meta.dirname, '../packages/desk/openapi.json')
const text = await format(JSON.stringify(describeApi(), null, 2), { ...(await resolveConfig(file)), filepath: file })
if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error('packages/desk/openapi.json was stale; run `npm run generate` and commit it')
  process.exit(1)
}
