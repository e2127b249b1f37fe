/**
 * The door of the language: text to checked policy. The way back, `formatPolicy`, is the door `@brightline/language/format`,
 * and tables of cases are read by `@brightline/language/cases`: they bring a parser with them, and whoever decides by a
 * cached law does without.
 */
export * from './policy/policy.ts'
export type { FilePlace, FileProblem, Problem, ProblemValue, Result, Where } from './problem.ts'
export { protectedThing, type ProtectedThing } from './policy/protected-thing.ts'
export { textIn, translationIn, type Texts } from './policy/texts.ts'
export { canonicalLanguage } from './policy/language-code.ts'
export { languagesOf } from './policy/languages.ts'
export { replaceHidden } from './hidden-character.ts'
export { fileProblem, type PolicyProblem } from './file-problem.ts'
export { policyProblems, type PolicyCode } from './errors.ts'
export { languageVersion } from './language-version.ts'
export { readLibrary } from './read-library.ts'
export type { Reading, TextFile } from './text-file.ts'
export { isWithin } from './policy/interval.ts'
export { byCharacters } from './by-characters.ts'
export { addDays, dateExists, dateOf, dayNumber } from './calendar-date.ts'
export { nearest } from './names/nearest.ts'
export { labelIsUnder } from './names/label.ts'
export { ranks } from './policy/rank.ts'
export type { CaseAnswerWord, ExpectedCase } from './tables/cases.ts'
export { parseHolidayRule, type HolidayRule } from './tables/holiday-rule.ts'
