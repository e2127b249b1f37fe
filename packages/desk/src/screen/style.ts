/** The style sheet: one file, with a name that changes with what is in it, so that browsers may keep it for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of the style sheet. */
export const styleText: string = readFileSync(join(import.meta.dirname, '../../static/desk.css'), 'utf8')

/** Its path. */
export const stylePath: string = `/static/${createHash('sha256').update(styleText).digest('hex').slice(0, 16)}.css`
