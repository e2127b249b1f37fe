import type { LangiumParser, Lexer } from 'langium'
import type { Diagnostic } from '../diagnostic.ts'
export interface Reader { readonly parser: LangiumParser; readonly lexer: Lexer }
export function syntaxErrors(file: string, text: string, { parser }: Reader): readonly Diagnostic[] {
  return parser.parse(text).parserErrors.map(e=>({code:'POL-0101',severity:'error',file,line:e.token.startLine??1,column:1,message:e.message,help:null}))
}
