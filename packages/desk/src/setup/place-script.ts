/** The script that filters the list of places while somebody types. Its name changes with what is in it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const text = readFileSync(join(import.meta.dirname, '../../static/places.js'), 'utf8')

/** Where the script is, and what is in it. */
export const placesScript: { readonly path: string; readonly text: string; readonly type: string } = {
  path: `/static/${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`,
  text,
  type: 'text/javascript',
}
