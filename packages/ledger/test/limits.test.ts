/** What is too long is refused before anything is made of it, and bytes are compared whole. */
import { describe, expect, it } from 'vitest'
import { toBase64 } from '../src/bytes/base64.ts'
import { fromDecimal, fromUint64, sameBytes, toUint64, toUtf8 } from '../src/bytes/bytes.ts'
import { parseNote, parseSignatures } from '../src/note/note.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { parseProof } from '../src/proof/proof-file.ts'
import { parseReceipt } from '../src/receipt/receipt.ts'
import { parseWitnessRequest } from '../src/witness/request.ts'
import { printVerifierKey } from '../src/note/key.ts'
import { signerOf } from './sample.ts'

const hash = toBase64(new Uint8Array(32))
const line = '— log.example AAAAAAA=\n'
const note = (text: number): string => `${'x'.repeat(text)}\n\n${line}`
const proof = (hashes: number, text = 1): string =>
  `c2sp.org/tlog-proof@v1\nindex 0\n${`${hash}\n`.repeat(hashes)}\n${note(text)}`
const request = (hashes: number, text = 1): string => `old 0\n${`${hash}\n`.repeat(hashes)}\n${note(text)}`
const receipt = (text: number): string =>
  `brightline/receipt/v1\nentry AAAA\nsalt ${hash}\nrecord ${toBase64(toUtf8(JSON.stringify('x'.repeat(text))))}\n\n${proof(0)}`
const cosigner = await signerOf(3, 'library.example', 'ed25519-cosignature')
/** A witness, and groups that each hold the one before. */
const policy = (names: number, comment = 1): string => {
  const groups = Array.from({ length: names - 1 }, (_, at) => `group g${at} any ${at === 0 ? 'w' : `g${at - 1}`}\n`)
  return `#${'x'.repeat(comment)}\nwitness w ${printVerifierKey(cosigner.key)}\n${groups.join('')}quorum none\n`
}

describe('too long or too many', () => {
  it.each([
    { name: 'a note', fits: parseNote(toUtf8(note(900_000))), over: parseNote(toUtf8(note(1_000_000))) },
    { name: 'signatures', fits: parseSignatures(line.repeat(100)), over: parseSignatures(line.repeat(101)) },
    { name: 'a proof', fits: parseProof(toUtf8(proof(63, 900_000))), over: parseProof(toUtf8(proof(0, 2_000_000))) },
    { name: 'the hashes of a proof', fits: parseProof(toUtf8(proof(63))), over: parseProof(toUtf8(proof(64))) },
    {
      name: 'a receipt',
      fits: parseReceipt(toUtf8(receipt(2_000_000))),
      over: parseReceipt(toUtf8(receipt(3_000_000))),
    },
    {
      name: 'a request',
      fits: parseWitnessRequest(toUtf8(request(0, 900_000))),
      over: parseWitnessRequest(toUtf8(request(0, 1_000_000))),
    },
    {
      name: 'the hashes of a request',
      fits: parseWitnessRequest(toUtf8(request(63))),
      over: parseWitnessRequest(toUtf8(request(64))),
    },
    {
      name: 'a policy',
      fits: parsePolicy(toUtf8(policy(1, 900_000))),
      over: parsePolicy(toUtf8(policy(1, 1_000_000))),
    },
    { name: 'the names of a policy', fits: parsePolicy(toUtf8(policy(255))), over: parsePolicy(toUtf8(policy(257))) },
  ])('is refused: $name', ({ fits, over }) => {
    expect([fits.ok, over.ok]).toEqual([true, false])
  })
})

describe('bytes', () => {
  it('are the same only as a whole', () => {
    const [short, long] = [Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3)]
    expect([sameBytes(short, long), sameBytes(long, short), sameBytes(short, short.slice())]).toEqual([
      false,
      false,
      true,
    ])
  })

  it('are numbers up to 2^53 - 1', () => {
    expect(fromUint64(toUint64(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER)
    expect(fromUint64(Uint8Array.of(0, 0x20, 0, 0, 0, 0, 0, 0))).toBeUndefined()
    expect(fromUint64(new Uint8Array(7))).toBeUndefined()
  })

  it.each(['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '1\n', '9007199254740992', '٣'])('are not %j', (text) => {
    expect(fromDecimal(text)).toBeUndefined()
  })
})
