/** The columns that generated code reads: one typed array a fact. */
import type { Fact, Vocabulary } from '@brightline/language'
import { agencyFact, type FactTest, type FactValue } from '../fact/condition.ts'

/** `never` in a column of numbers. */
export const neverCode = 0x7fff_fffe

/** A value that nobody knows. */
export const unknownCode = 0x7fff_ffff

/** A column: the code of a name, or the number itself. */
export interface ColumnType {
  readonly fact: string
  /** Names in the order of their codes; null for numbers and dates. */
  readonly names: readonly string[] | null
  /** True where a row without a value counts as no. */
  readonly isVolunteered: boolean
}

/** One value for each row. Names fit in bytes, with 255 for unknown; numbers take 32 bits. */
export type Column = Uint8Array | Int32Array

/** The unknown code of a column of names. */
export const unknownName = 255

/** Gives the coding of the column of a fact. */
export function columnType(vocabulary: Vocabulary, fact: string): ColumnType {
  if (fact === agencyFact) return { fact, names: vocabulary.agencies.map(({ name }) => name), isVolunteered: false }
  const declared = vocabulary.facts.find(({ name }) => name === fact)
  if (declared === undefined) throw new Error(`no fact ${fact}`)
  return { fact, names: namesOf(declared), isVolunteered: declared.isVolunteered }
}

/** Gives the code of a value, or null where the fact has no such value. `undefined` is unknown. */
export function encode(type: ColumnType, value: FactValue | undefined): number | null {
  if (type.names === null) {
    if (value === undefined) return unknownCode
    return value === 'never' ? neverCode : typeof value === 'number' ? value : null
  }
  if (value === undefined) return unknownName
  const code = type.names.indexOf(String(value))
  return code < 0 ? null : code
}

/** Makes an empty column of the right kind. */
export function makeColumn(type: ColumnType, rows: number): Column {
  return type.names === null ? new Int32Array(rows).fill(unknownCode) : new Uint8Array(rows).fill(unknownName)
}

/** Writes a test over the code of one fact as an expression of 0 or 1. */
export function writeColumnTest(type: ColumnType, test: FactTest, code: string): string {
  switch (test.kind) {
    case 'never':
      return `+(${code} === ${neverCode})`
    case 'range': {
      const bounds = [
        test.from === null ? null : `+(${code} >= ${test.from})`,
        `+(${code} <= ${test.to ?? neverCode - 1})`,
      ].filter((bound) => bound !== null)
      return `(${bounds.join(' & ')})`
    }
    case 'is': {
      const codes = (type.names ?? []).flatMap((name, index) => (test.values.includes(name) ? [index] : []))
      if (codes.length === 0) return '0'
      if (codes.length === type.names?.length) return '1'
      // A yes/no fact is its own answer.
      if (isYesNo(type) && codes.length === 1) return codes[0] === 1 ? code : `(${code} ^ 1)`
      if (codes.length === 1) return `+(${code} === ${codes[0]})`
      if (codes.some((index) => index > 31)) return `+(${codes.map((index) => `${code} === ${index}`).join(' || ')})`
      return `((${codes.reduce((mask, index) => mask | (1 << index), 0)} >>> ${code}) & 1)`
    }
  }
}

function isYesNo({ names }: ColumnType): boolean {
  return names?.length === 2 && names[0] === 'no' && names[1] === 'yes'
}

function namesOf(fact: Fact): readonly string[] | null {
  switch (fact.type.kind) {
    case 'yes-no':
      return ['no', 'yes']
    case 'one-of':
      return fact.type.values.map(({ name }) => name)
    case 'number':
    case 'date':
      return null
  }
}
