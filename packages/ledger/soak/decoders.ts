/**
 * Every decoder, with a good sample and the one right spelling of what it read.
 *
 * `spell` writes again what was read; where it is there, a decoder that accepts anything but its own spelling is lax.
 */
import { concatBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../src/bytes/base64.ts'
import { fromUtf8, toUtf8 } from '../src/bytes/bytes.ts'
import { parseCheckpointText, printCheckpointText } from '../src/checkpoint/checkpoint.ts'
import { parseCanonical, printCanonical } from '../src/entry/canonical.ts'
import { parseEntry, printEntry } from '../src/entry/entry.ts'
import { fail, succeed, valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { parseJournal, printBatch } from '../src/files/journal.ts'
import { parseSignerKey, parseVerifierKey, printSignerKey, printVerifierKey } from '../src/note/key.ts'
import { parseNote, parseSignatures, printNote, printSignature } from '../src/note/note.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { parseProof, printProof } from '../src/proof/proof-file.ts'
import { parseReceipt, printReceipt } from '../src/receipt/receipt.ts'
import { parseTilePath, tilePath } from '../src/tiles/path.ts'
import { parseBundle, parseTile, printBundle, printTile } from '../src/tiles/tile.ts'
import { parseWitnessRequest, printWitnessRequest } from '../src/witness/request.ts'

/** Reads bytes, and answers what it read written again; `undefined` inside when there is no one spelling. */
export interface Decoder {
  readonly name: string
  readonly sample: Uint8Array
  readonly readAndSpell: (bytes: Uint8Array) => Result<Uint8Array | undefined>
}

const hash = toBase64(new Uint8Array(32).fill(171))
const checkpoint = `log.example\n5\n${hash}\n`
const line = `— log.example ${toBase64(new Uint8Array(68).fill(3))}\n`
const note = `${checkpoint}\n${line}`
const proof = `c2sp.org/tlog-proof@v1\nextra AAEC\nindex 3\n${hash}\n${hash}\n\n${note}`
const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const signer = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const entry = `{"commitment":"${hash}","day":"2026-03-02","kind":"decision","nonce":"AAAAAAAAAAAAAAAAAAAAAA==","place":"us/ca","policy":"${hash}","rules":["a.b-c","d.7"],"serial":12,"v":1,"verdict":"decline"}`
const receipt = `brightline/receipt/v1\nentry ${toBase64(toUtf8(entry))}\nsalt ${hash}\nrecord ${toBase64(toUtf8('{"a":[1,null]}'))}\n\n${proof}`
const policy = `log ${key} https://log.example/\n# none\nquorum none\n`
const bundle = valueOf(printBundle([toUtf8('one'), new Uint8Array(0), toUtf8('three')]))

/** All decoders. */
export const decoders: readonly Decoder[] = [
  {
    name: 'base64',
    sample: toUtf8(hash),
    readAndSpell: text((input) => map(orFail(fromBase64(input)), (bytes) => toUtf8(toBase64(bytes)))),
  },
  { name: 'note', sample: toUtf8(note), readAndSpell: (bytes) => map(parseNote(bytes), printNote) },
  {
    name: 'signatures',
    sample: toUtf8(line + line),
    readAndSpell: text((input) => map(parseSignatures(input), (lines) => toUtf8(lines.map(printSignature).join('')))),
  },
  {
    name: 'verifier key',
    sample: toUtf8(key),
    readAndSpell: text((input) => map(parseVerifierKey(input), (value) => toUtf8(printVerifierKey(value)))),
  },
  {
    name: 'signer key',
    sample: toUtf8(signer),
    readAndSpell: text((input) => map(parseSignerKey(input), (value) => toUtf8(printSignerKey(value)))),
  },
  {
    name: 'checkpoint',
    sample: toUtf8(checkpoint),
    readAndSpell: text((input) => map(parseCheckpointText(input), (value) => toUtf8(printCheckpointText(value)))),
  },
  {
    name: 'tile path',
    sample: toUtf8('tile/0/x001/x234/067.p/5'),
    readAndSpell: text((input) => map(parseTilePath(input), (value) => toUtf8(tilePath(value)))),
  },
  { name: 'tile', sample: new Uint8Array(96).fill(9), readAndSpell: (bytes) => map(parseTile(bytes, 3), printTile) },
  { name: 'bundle', sample: bundle, readAndSpell: (bytes) => flatten(map(parseBundle(bytes, 3), printBundle)) },
  { name: 'policy', sample: toUtf8(policy), readAndSpell: (bytes) => map(parsePolicy(bytes), () => undefined) },
  { name: 'proof', sample: toUtf8(proof), readAndSpell: (bytes) => map(parseProof(bytes), printProof) },
  {
    name: 'canonical JSON',
    sample: toUtf8('{"a":[1,null,true,"é"],"b":{"c":-7}}'),
    readAndSpell: (bytes) => flatten(map(parseCanonical(bytes), printCanonical)),
  },
  { name: 'entry', sample: toUtf8(entry), readAndSpell: (bytes) => flatten(map(parseEntry(bytes), printEntry)) },
  {
    name: 'receipt',
    sample: toUtf8(receipt),
    readAndSpell: (bytes) => flatten(map(parseReceipt(bytes), printReceipt)),
  },
  {
    name: 'witness request',
    sample: toUtf8(`old 3\n${hash}\n\n${note}`),
    readAndSpell: (bytes) => map(parseWitnessRequest(bytes), printWitnessRequest),
  },
  {
    name: 'journal',
    sample: concatBytes(printBatch(0, [toUtf8('one')]), printBatch(1, [toUtf8('two')])),
    readAndSpell: (bytes) => map(parseJournal(bytes), () => undefined),
  },
]

function text<T>(read: (input: string) => Result<T>): (bytes: Uint8Array) => Result<T> {
  return (bytes) => {
    const input = fromUtf8(bytes)
    return input === undefined ? fail('LOG-0101') : read(input)
  }
}

function map<T, U>(result: Result<T>, change: (value: T) => U): Result<U> {
  return result.ok ? succeed(change(result.value)) : result
}

function flatten<T>(result: Result<Result<T>>): Result<T> {
  return result.ok ? result.value : result
}

function orFail<T>(value: T | undefined): Result<T> {
  return value === undefined ? fail('LOG-0101') : succeed(value)
}
