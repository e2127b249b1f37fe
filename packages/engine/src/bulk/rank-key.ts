/** The key of a rank in generated code: which modals are live in which of its instruments. */
import { saidBits, unionsOf } from '../stack/lookup.ts'
import type { Rows } from './rows.ts'
import type { Tables } from './tables.ts'

/** The modals of the live rules of an instrument, and what is not encoded of it, each with the code of its 0 or 1. */
export type Said = ReadonlyMap<number, string>

/** Keys of at most so many bits choose an answer at once; wider ones are put together from the instruments' answers. */
const widestKey = 9

/** The code of a key of one row, and the bits of the rank's instruments for each of its values. */
export interface Key {
  readonly bits: readonly number[]
  readonly code: (row: number) => string
}

/** Makes the key of a rank: of all its modals, or of its instruments' answers where that would be too wide. */
export function rankKey(instruments: readonly Said[], rows: Rows, tables: Tables): Key {
  const width = instruments.reduce((sum, said) => sum + said.size, 0)
  return width <= widestKey ? keyAtOnce(instruments, rows) : keyOfAnswers(instruments, rows, tables)
}

/** Makes the key of a rank from the bits of its instruments' answers. */
function keyOfAnswers(instruments: readonly Said[], rows: Rows, tables: Tables): Key {
  const answers = instruments.map((said) => ({ said, byKey: unionsOf([...said.keys()]).map(saidBits) }))
  const used = bitsIn(answers.flatMap(({ byKey }) => byKey))
  const codes = answers.map(({ said, byKey }) => {
    const values = byKey.map((bits) => used.reduce((key, bit, at) => (bits & bit ? key | (1 << at) : key), 0))
    const { code } = keyAtOnce([said], rows)
    return (row: number): string => `${tables.nameOf(values)}[${code(row)}]`
  })
  return { bits: unionsOf(used), code: (row) => codes.map((code) => code(row)).join(' | ') }
}

/** Makes a key of every modal of every instrument of a rank. */
function keyAtOnce(instruments: readonly Said[], rows: Rows): Key {
  const code = rows.writeBits(instruments.flatMap((said) => [...said.values()]))
  const bits = instruments.reduce<readonly number[]>(
    (sofar, said) => unionsOf([...said.keys()]).flatMap((live) => sofar.map((rank) => rank | saidBits(live))),
    [0],
  )
  return { bits, code }
}

/** Lists the bits that some sets have. */
function bitsIn(sets: readonly number[]): readonly number[] {
  const all = sets.reduce((a, b) => a | b, 0)
  return Array.from({ length: 32 - Math.clz32(all) }, (_, index) => 1 << index).filter((bit) => all & bit)
}
