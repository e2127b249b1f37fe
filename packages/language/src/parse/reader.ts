/** Reads a single text, without the names of other files. */
import type { LangiumParser, Lexer } from 'langium'
import { createPolicyServices } from '../services.ts'

/** The parser and its lexer. */
export interface Reader {
  readonly parser: LangiumParser
  readonly lexer: Lexer
}

// Building a parser takes longer than most texts take to read, and it keeps nothing between two texts.
let made: Reader | undefined

/** Gives the reader of policy texts. */
export function policyReader(): Reader {
  if (made === undefined) {
    const { LangiumParser, Lexer } = createPolicyServices().policy.parser
    made = { parser: LangiumParser, lexer: Lexer }
  }
  return made
}
