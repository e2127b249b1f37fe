import type { Diagnostic } from '../diagnostic.ts'
import type { Reader } from './reader.ts'
export function syntaxErrors(file: string, text: string, { parser }: Reader): readonly Diagnostic[] {
  return parser.parse(text).parserErrors.map(e=>({code:'POL-0101',severity:'error',file,line:e.token.startLine??1,column:1,message:e.message,help:null}))
}
