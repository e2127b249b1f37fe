/** Reasons in words. */
import { codeWords } from '../screen/code-words.ts'
import { reasons } from './reason.ts'
import { sayDecision } from './words.ts'

/** Says a reason by its code; none is nothing. */
export function reasonWords(code: string | null, lang: string): string {
  return code === null ? '' : codeWords(reasons, code, sayDecision(lang), lang)
}
