/** Citations on paper. */
import type { Words } from './paper.ts'
import type { Voice } from './voice.ts'

/** Names rules by their citations; null where there are none. */
export function ruleWords(cites: readonly string[], { say }: Voice): Words | null {
  if (cites.length === 0) return null
  return say(cites.length === 1 ? 'paper-rule' : 'paper-rules', { cites: cites.join('; ') })
}
