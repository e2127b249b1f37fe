/** The door of wording. */
export { tableLines } from './line/table.ts'
export { hangingOf, wrapped } from './line/wrap.ts'
