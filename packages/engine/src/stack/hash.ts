/** The hash that names the law a decision used. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Vocabulary } from '@brightline/language'
import type { Layer } from './layer.ts'

/** Parts that say where a provision stands, or say again what stands in its other parts. */
const beside = new Set(['position', 'own', 'overridesAllOf'])

/** Hashes, by SHA-256 in hexadecimal, the meaning of the layers: not of comments, examples or places in files. */
export function hashOf(layers: readonly Layer[], vocabulary: Vocabulary): string {
  const meaning = layers.map(({ rank, instruments }) => ({
    rank,
    instruments: instruments.map(({ instrument, rules, duties, doubts, notEncoded, contested }) => ({
      id: instrument.id,
      rules,
      duties,
      doubts,
      notEncoded,
      contested: [...contested].sort(),
    })),
  }))
  const text = JSON.stringify({ meaning, vocabulary }, (key, value: unknown) => (beside.has(key) ? undefined : value))
  return bytesToHex(sha256(utf8ToBytes(text)))
}
