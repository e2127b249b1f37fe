/**
 * Gives every decoder changed samples: it must answer with a value or a typed error, soon, and accept one spelling only.
 *
 *     node packages/ledger/soak/fuzz.ts [CASES] [SEED]     a million without a number
 */
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { sameBytes, toUtf8 } from '../src/bytes/bytes.ts'
import { codes } from '../src/problem/codes.ts'
import type { Decoder } from './decoders.ts'
import { decoders } from './decoders.ts'

/** The outcome of a run. */
export interface FuzzSummary {
  readonly cases: number
  readonly accepted: number
  readonly refused: number
  readonly slowestMilliseconds: number
}

/** Runs the cases; throws at the first decoder that misbehaves, with the bytes that made it. */
export function fuzzDecoders(cases: number, seed: number): FuzzSummary {
  const random = randomFrom(seed)
  const counts = { accepted: 0, refused: 0, slowestMilliseconds: 0 }
  for (let number = 0; number < cases; number++) {
    const decoder = decoders[number % decoders.length]
    if (decoder === undefined) break
    const bytes = changed(decoder.sample, random)
    const begun = performance.now()
    if (tryDecoder(decoder, bytes)) counts.accepted += 1
    else counts.refused += 1
    counts.slowestMilliseconds = Math.max(counts.slowestMilliseconds, performance.now() - begun)
  }
  return { cases, ...counts }
}

/** Tells whether the decoder accepts the bytes. */
export function tryDecoder(decoder: Decoder, bytes: Uint8Array): boolean {
  try {
    const result = decoder.readAndSpell(bytes)
    if (!result.ok) {
      if (codes[result.problems[0].code] === undefined) throw new Error('an unknown code')
      return false
    }
    if (result.value !== undefined && !sameBytes(result.value, bytes)) throw new Error('a second spelling')
    return true
  } catch (cause) {
    throw new Error(`${decoder.name} misbehaves on ${bytesToHex(bytes)}`, { cause })
  }
}

/** Words that mean something to JavaScript, JSON, or the formats themselves, in places where they must not. */
const oddWords = [
  'constructor',
  '__proto__',
  'toString',
  'none',
  '-0',
  '1e400',
  '00',
  '\\ud800',
  'e\u0301',
  '=',
  '',
].map(toUtf8)

/** The sample after one to four changes: bits, bytes, cuts, repeats, pieces of it elsewhere, and other words. */
function changed(sample: Uint8Array, random: () => number): Uint8Array {
  let bytes = sample
  const below = (end: number): number => Math.floor(random() * end)
  for (let change = 1 + below(4); change > 0; change--) {
    const [from, to] = [below(bytes.length + 1), below(bytes.length + 1)].sort((a, b) => a - b)
    if (from === undefined || to === undefined) break
    const piece = bytes.subarray(from, Math.min(to, from + 40))
    const at = below(Math.max(1, bytes.length))
    switch (below(7)) {
      case 0:
        if (bytes.length > 0) bytes = bytes.with(at, (bytes[at] ?? 0) ^ (1 << below(8)))
        break
      case 1:
        if (bytes.length > 0) bytes = bytes.with(at, below(256))
        break
      case 2:
        bytes = bytes.slice(0, to)
        break
      case 3:
        bytes = Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(to)])
        break
      case 4:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)])
        break
      case 5:
        bytes = withOtherWord(bytes, at, oddWords[below(oddWords.length)] ?? piece)
        break
      default:
        bytes = Uint8Array.from([...bytes.subarray(0, at), below(2) === 0 ? 10 : 32 + below(95), ...bytes.subarray(at)])
    }
  }
  return bytes
}

/** Puts the other word in the place of the one that stands there. */
function withOtherWord(bytes: Uint8Array, at: number, other: Uint8Array): Uint8Array {
  const isLetter = (index: number): boolean => /[A-Za-z0-9-]/.test(String.fromCharCode(bytes[index] ?? 0))
  let [start, end] = [at, at]
  while (isLetter(start - 1)) start -= 1
  while (isLetter(end)) end += 1
  return concatBytes(bytes.subarray(0, start), other, bytes.subarray(end))
}

function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

if (import.meta.main) {
  const cases = Number(process.argv[2] ?? 1_000_000)
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
  const { accepted, refused, slowestMilliseconds } = fuzzDecoders(cases, seed)
  console.log(
    `${cases} cases over ${decoders.length} decoders, seed ${seed}: ${refused} refused, ${accepted} accepted in their one spelling`,
  )
  console.log(`no crash, no second spelling; the slowest took ${slowestMilliseconds.toFixed(1)} ms`)
}
