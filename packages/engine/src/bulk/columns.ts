/** The columns that generated code reads: one typed array a fact. */
import type { Fact, Vocabulary } from '@brightline/language'
import { inEach, intoBytes } from './rows.ts'
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
      return `+(${codes.map((index) => `${code} === ${index}`).join(' || ')})`
    }
  }
}

/** The code of a column over four rows: the numbers of the rows, and for names the four in the bytes of one number. */
export interface RowCodes {
  readonly bytes: string
  readonly each: readonly string[]
}

/** True where the codes of a column leave a bit of their byte free, so that four are tested at once. */
export function fitsInBytes({ names }: ColumnType): boolean {
  return names !== null && names.length < 128
}

/** Writes a test over the codes of one fact in four rows as an expression of 0 or 1 in the byte of each. */
export function writeRowsTest(type: ColumnType, test: FactTest, { bytes, each }: RowCodes): string {
  const ones = inEach(1)
  if (test.kind !== 'is' || !fitsInBytes(type)) {
    const codes = each.map((code) => writeColumnTest(type, test, code))
    if (codes.every((code) => code === '0')) return '0'
    return codes.every((code) => code === '1') ? `${ones}` : intoBytes(codes)
  }
  const has = (type.names ?? []).map((name) => test.values.includes(name))
  if (has.every(Boolean)) return `${ones}`
  const [first = -1, ...more] = has.flatMap((isOne, code) => (isOne ? [code] : []))
  if (first < 0) return '0'
  // A yes/no fact is its own answer.
  if (isYesNo(type)) return `(${first === 1 ? bytes : `(${bytes} ^ ${ones})`} & ${ones})`
  if (more.length === 0) return writeEqual(bytes, first)
  // The high bit says whether a code is at least so large; it changes wherever a run of codes begins or ends.
  const changes = has.flatMap((isOne, code) => (isOne === (has[code - 1] ?? false) ? [] : [code]))
  const high = changes.map((code) => (code === 0 ? `${highBits}` : `(${bytes} + ${inEach(128 - code)})`))
  return `((${high.join(' ^ ')}) >>> 7 & ${ones})`
}

/** Writes that bytes without their high bit are one code. */
export function writeEqual(bytes: string, code: number): string {
  // The high bit stays where there is no difference.
  return `(${highBits} - (${bytes} ^ ${inEach(code)}) >>> 7 & ${inEach(1)})`
}

const highBits = inEach(128)

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
