/** The one script: keys for whoever wants them. It is a file of its own, because no page may hold a script. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of the script. */
export const scriptText: string = readFileSync(join(import.meta.dirname, '../../static/keys.js'), 'utf8')

/** Its path, which changes with what is in it. */
export const scriptPath: string = `/static/${createHash('sha256').update(scriptText).digest('hex').slice(0, 16)}.js`
