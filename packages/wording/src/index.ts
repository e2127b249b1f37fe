/** The door of wording. */
export { tableLines } from './line/table.ts'
export { hangingOf, wrapped } from './line/wrap.ts'
export { inLanguage, type ByLanguage } from './phrase/by-language.ts'
export { fill, type PhraseValue, type PhraseValues, type Words } from './phrase/fill.ts'
export { joined } from './phrase/list.ts'
export { printProblem } from './problem/print-problem.ts'
export { sentence, type Sentence } from './problem/sentence.ts'
