/** Works out the value of a field once for each distinct text, or combination of texts, of its columns. */
import type { Dictionary } from '../table/csv/dictionary.ts'

/** The value of one field for a row. */
export type FieldReader = (codes: Int32Array) => number

/** Works out one value: its text, its slot and number for the notes. */
export type ValueReader = (text: string, slot: number, code: number) => number

const unread = -0x8000_0000

/** More combinations than this are forgotten, and worked out again. */
const mostCombinations = 200_000

/** Reads a field of one column. */
export function single(slot: number, dictionaries: readonly Dictionary[], read: ValueReader): FieldReader {
  const dictionary = dictionaries[slot]
  // INVARIANT: a plan reads only slots that it has.
  if (dictionary === undefined) throw new Error(`no column in slot ${slot}`)
  let known = new Int32Array(256).fill(unread)
  let { generation } = dictionary
  return (codes) => {
    const code = codes[slot] ?? 0
    if (generation !== dictionary.generation) {
      known.fill(unread)
      generation = dictionary.generation
    }
    if (code >= known.length) known = widened(known, code)
    const found = known[code] ?? unread
    if (found !== unread) return found
    const value = read(dictionary.valueOf(code).trim(), slot, code)
    known[code] = value
    return value
  }
}

/** Reads a field of several columns, joined with ` / `. */
export function joined(slots: readonly number[], dictionaries: readonly Dictionary[], read: ValueReader): FieldReader {
  const own = slots.flatMap((slot) => dictionaries[slot] ?? [])
  const [first = 0] = slots
  if (slots.length === 1) return single(first, dictionaries, read)
  const known = new Map<number, number>()
  let generation = 0
  return (codes) => {
    const now = own.reduce((sum, dictionary) => sum + dictionary.generation, 0)
    if (now !== generation || known.size > mostCombinations) {
      known.clear()
      generation = now
    }
    let key = 0
    for (const slot of slots) key = key * 65_536 + (codes[slot] ?? 0)
    const found = known.get(key)
    if (found !== undefined) return found
    const texts = slots.map((slot) => dictionaries[slot]?.valueOf(codes[slot] ?? 0).trim() ?? '')
    const value = read(texts.some((text) => text !== '') ? texts.join(' / ') : '', first, codes[first] ?? 0)
    known.set(key, value)
    return value
  }
}

function widened(known: Int32Array<ArrayBuffer>, code: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(Math.max(known.length * 2, code + 1)).fill(unread)
  made.set(known)
  return made
}
