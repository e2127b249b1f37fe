/** The style sheet: one file, with a name that changes with what is in it, so that browsers may keep it for ever. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What it is made of, in order: the frame first, then the pages that build on it. */
const files = ['desk.css', 'case.css', 'intake.css'] as const

/** The text of the style sheet. */
export const styleText: string = files
  .map((file) => readFileSync(join(import.meta.dirname, '../../static', file), 'utf8'))
  .join('\n')

/** Its path. */
export const stylePath: string = `/static/${createHash('sha256').update(styleText).digest('hex').slice(0, 16)}.css`
