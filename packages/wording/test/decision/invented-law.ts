/** The invented law of the command's tests, read and decided by. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answer, readRequest, type DecisionDocument, type Stack } from '@brightline/engine'
import { parseRequest } from '@brightline/engine/request'
import { readLibrary } from '@brightline/language'

const folder = join(import.meta.dirname, '../../../cli/test/law')
const reading = readLibrary(
  globSync('**/*.{policy,csv}', { cwd: folder })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
)

/** An answer with the law that gave it. */
export interface Decided {
  readonly document: DecisionDocument
  readonly stack: Stack
}

/** Decides a request under the invented law. */
export async function decided(request: object): Promise<Decided> {
  const { library } = await reading
  const parsed = parseRequest({ place: 'us/ex/springfield', asOf: '2026-11-01', agency: 'jail', ...request })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const read = readRequest(library, parsed.value)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return { document: answer(read.value), stack: read.value.stack }
}
