/** Reasons in words. */
import { choiceReasons, overrideReasons, reasonIn, sendBackReasons } from './reason.ts'
import { sayDecision } from './words.ts'

/** Says a reason by its code; a code of another release stays as it is. */
export function reasonWords(code: string | null, lang: string): string {
  const reason = reasonIn([...choiceReasons, ...overrideReasons, ...sendBackReasons], code ?? undefined)
  return reason === null ? (code ?? '') : sayDecision(lang)(reason)
}
