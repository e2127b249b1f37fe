/** The door of the language: text to checked policy, and back. */
export * from './policy/policy.ts'
export { printDiagnostic, type Diagnostic } from './diagnostic.ts'
export { readLibrary, type Reading, type TextFile } from './parse/library.ts'
export { isWithin, addDays } from './policy/interval.ts'
export { dateExists, dayNumber } from './check/date.ts'
export { nearest } from './names/nearest.ts'
export { ranks } from './check/instrument.ts'
