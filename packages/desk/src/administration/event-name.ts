/** Events and openings of the vault in words. */
import { codeWords } from '../screen/code-words.ts'
import { openingReasons } from '../vault/opening-reason.ts'
import { eventKinds } from './event-kind.ts'
import { sayAdministration } from './words.ts'

/** What the audit shows. */
export type AuditSide = 'events' | 'openings'

/** Says what happened, or why the vault was opened. */
export function eventName(kind: string, side: AuditSide, lang: string): string {
  const say = sayAdministration(lang)
  return side === 'events'
    ? codeWords(eventKinds, kind, (known) => say(`kind-${known}`), lang)
    : codeWords(openingReasons, kind, (known) => say(`reason-${known}`), lang)
}
