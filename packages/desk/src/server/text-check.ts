/** Refuses text that no page sends and no column takes: a zero, half of a character, or a name that changes objects. */
import { Refusal } from './refusal.ts'
import type { App } from './room.ts'

/** Values lie no deeper in anything that a page or a program sends. */
const deepest = 40

/** Looks at every address and every body, before its schema does. */
export function declareTextCheck(app: App): void {
  app.addHook('preValidation', async ({ body, query, params }) => {
    if (![body, query, params].every((value) => isSound(value, 0))) throw new Refusal('not-understood')
  })
}

function isSound(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isSoundText(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === deepest) return false
  return Object.entries(value).every(([name, one]) => isSoundText(name) && isSound(one, depth + 1))
}

/** Tells if a text can be written into a column and read back the same. */
function isSoundText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000')
}
