/**
 * The side door `@brightline/engine/bulk`: the law on an act as generated code over records and typed columns.
 *
 * Complete facts only, and `new Function`: no decision of the product goes through it.
 */
export { encode, makeColumn, type Column, type ColumnType } from './bulk/columns.ts'
export { unknownVerdict } from './bulk/fours.ts'
export { generateAct, type GeneratedAct } from './bulk/generate.ts'
