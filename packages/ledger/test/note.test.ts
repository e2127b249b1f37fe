import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { fromBase64, toBase64 } from '../src/bytes/base64.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import {
  parseSignerKey,
  parseVerifierKey,
  printSignerKey,
  printVerifierKey,
  signatureKinds,
  verifierKey,
} from '../src/note/key.ts'
import type { SignatureKind } from '../src/note/key.ts'
import { parseNote, printNote } from '../src/note/note.ts'
import { openNote, signNote } from '../src/signature/open-note.ts'
import { newSigner, noteSigner } from '../src/signature/signature.ts'
import { present } from './present.ts'

const vector: Record<'secret' | 'key' | 'text' | 'note', string> & { badKeys: string[] } = JSON.parse(
  readFileSync(new URL('vectors/note.json', import.meta.url), 'utf8'),
)
const checkpoint = 'log.example/one\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n'

describe('a signed note', () => {
  it('signs as Go does', async () => {
    const signer = await noteSigner(valueOf(parseSignerKey(vector.secret)), standardAlgorithms)
    expect(signer && printVerifierKey(signer.key)).toBe(vector.key)
    const note = valueOf(await signNote(vector.text, signer ? [signer] : [], 0))
    expect(new TextDecoder().decode(printNote(note))).toBe(vector.note)
    const opened = await openNote(toUtf8(vector.note), [valueOf(parseVerifierKey(vector.key))], standardAlgorithms)
    expect(opened.ok && opened.value.signedBy[0]?.name).toBe('PeterNeumann')
  })

  it.each(Object.keys(signatureKinds).map((kind) => ({ kind })))(
    'is signed and opened with $kind',
    async ({ kind }) => {
      const made = await newSigner('w.example', kind as SignatureKind, new Uint8Array(32).fill(7), standardAlgorithms)
      if (made === undefined) throw new Error('no signer')
      expect(parseSignerKey(printSignerKey(made.secret))).toEqual({ ok: true, value: made.secret })
      expect(parseVerifierKey(printVerifierKey(made.signer.key))).toEqual({ ok: true, value: made.signer.key })
      const note = valueOf(await signNote(checkpoint, [made.signer], 1_800_000_000))
      expect((await openNote(printNote(note), [made.signer.key], standardAlgorithms)).ok).toBe(true)
      const other = printNote({ ...note, text: checkpoint.replace('one', 'two') })
      expect(await openNote(other, [made.signer.key], standardAlgorithms)).toMatchObject({
        problems: [{ code: 'LOG-0104' }],
      })
      const shifted = note.signatures.map((line) => ({
        ...line,
        signature: line.signature.with(7, present(line.signature[7]) ^ 1),
      }))
      const late = printNote({ ...note, signatures: shifted })
      expect(await openNote(late, [made.signer.key], standardAlgorithms)).toMatchObject({
        problems: [{ code: 'LOG-0104' }],
      })
    },
  )

  it('is signed only where it can be read again', async () => {
    const made = await newSigner('w.example', 'ed25519', new Uint8Array(32).fill(7), standardAlgorithms)
    for (const text of ['no newline', 'a\u0000b\n', 'a\r\n', 'half \ud800\n']) {
      expect(await signNote(text, made ? [made.signer] : [], 0)).toMatchObject({ problems: [{ code: 'LOG-0108' }] })
    }
  })

  it('is passed over when a known key shares its name or its id, but not both', async () => {
    const made = await newSigner('w.example', 'ed25519', new Uint8Array(32).fill(7), standardAlgorithms)
    if (made === undefined) throw new Error('no signer')
    const note = valueOf(await signNote('x\n', [made.signer], 0))
    for (const change of [{ name: 'v.example' }, { keyId: new Uint8Array(4) }]) {
      const other = printNote({ ...note, signatures: note.signatures.map((line) => ({ ...line, ...change })) })
      expect(await openNote(other, [made.signer.key], standardAlgorithms)).toMatchObject({
        problems: [{ code: 'LOG-0103' }],
      })
    }
  })

  it('is not signed by a secret key under another name', async () => {
    const made = await newSigner('w.example', 'ed25519', new Uint8Array(32).fill(7), standardAlgorithms)
    const renamed = printSignerKey(present(made).secret).replace('w.example', 'v.example')
    expect(await noteSigner(valueOf(parseSignerKey(renamed)), standardAlgorithms)).toBeUndefined()
  })

  it.each([31, 33])('is opened by no key of %i bytes', (length) => {
    const key = verifierKey('w.example', 'ed25519', new Uint8Array(length))
    expect(parseVerifierKey(printVerifierKey(key))).toMatchObject({ problems: [{ code: 'LOG-0102' }] })
  })

  it('passes over unknown keys and refuses a note without known ones', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map((seed) => newSigner('w.example', 'ed25519', new Uint8Array(32).fill(seed), standardAlgorithms)),
    )
    if (one === undefined || two === undefined) throw new Error('no signer')
    const note = printNote(valueOf(await signNote('x\n', [one.signer, two.signer], 0)))
    expect(await openNote(note, [two.signer.key], standardAlgorithms)).toMatchObject({
      value: { signedBy: [two.signer.key], unknown: [{ name: 'w.example' }] },
    })
    expect(await openNote(note, [], standardAlgorithms)).toMatchObject({ problems: [{ code: 'LOG-0103' }] })
  })

  const bad = [
    { name: 'nothing', note: '' },
    { name: 'no text', note: '\n— a AAAAAAA=\n' },
    { name: 'no signature', note: 'text\n\n' },
    { name: 'no empty line', note: 'text\n— a AAAAAAA=\n' },
    { name: 'no final newline', note: 'text\n\n— a AAAAAAA=' },
    { name: 'a hyphen for the dash', note: 'text\n\n- a AAAAAAA=\n' },
    { name: 'a control character', note: 'te\u0000xt\n\n— a AAAAAAA=\n' },
    { name: 'a carriage return', note: 'text\r\n\n— a AAAAAAA=\n' },
    { name: 'a plus in the name', note: 'text\n\n— a+b AAAAAAA=\n' },
    { name: 'an odd space in the name', note: 'text\n\n— a\u00a0b AAAAAAA=\n' },
    { name: 'unused bits in the base64', note: 'text\n\n— a AAAAAAB=\n' },
    { name: 'no padding', note: 'text\n\n— a AAAAAAA\n' },
    { name: 'a signature without bytes', note: 'text\n\n— a AAAAAA==\n' },
    { name: 'two spaces', note: 'text\n\n— a  AAAAAAA=\n' },
    { name: 'a trailing space', note: 'text\n\n— a AAAAAAA= \n' },
  ]
  it.each(bad)('is refused with $name', ({ note }) => {
    expect(parseNote(toUtf8(note))).toMatchObject({ ok: false, problems: [{ code: 'LOG-0101' }] })
  })

  it('knows the spaces of Unicode, and no others, as Go does', () => {
    const isRead = (name: string): boolean => parseNote(toUtf8(`text\n\n— ${name} AAAAAAA=\n`)).ok
    expect(['\u0085', '\u1680', '\u2003', '\u2028', '\u202f', '\u3000'].filter(isRead)).toEqual([])
    expect(['\u007f', '\u0081', '\u180e', '\u200b', '\ufeff'].filter((letter) => !isRead(`a${letter}b`))).toEqual([])
    expect(parseVerifierKey('a\u0000b+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').ok).toBe(false)
  })

  it('is refused when it is not UTF-8', () => {
    expect(parseNote(Uint8Array.of(0xff, 10, 10)).ok).toBe(false)
  })

  it.each(vector.badKeys)('refuses the key %s', (key) => {
    expect(parseVerifierKey(key)).toMatchObject({ ok: false, problems: [{ code: 'LOG-0102' }] })
  })

  it('comes back byte for byte', () => {
    const line = fc.record({
      name: fc.constantFrom('a', 'log.example', 'é'),
      bytes: fc.uint8Array({ minLength: 5, maxLength: 90 }),
    })
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z\n—é ]*$/u), fc.array(line, { minLength: 1 }), (text, lines) => {
        const signatures = lines.map(({ name, bytes }) => ({
          name,
          keyId: bytes.slice(0, 4),
          signature: bytes.slice(4),
        }))
        const note = { text: `${text}\n`, signatures }
        expect(parseNote(printNote(note))).toEqual({ ok: true, value: note })
      }),
    )
  })
})

describe('base64', () => {
  it('has one spelling for one value', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
    )
    fc.assert(
      fc.property(fc.base64String(), fc.nat(), (text, at) => {
        const other = text.slice(0, at % (text.length + 1)) + '!' + text.slice(at % (text.length + 1))
        expect(fromBase64(other)).toBeUndefined()
      }),
    )
  })
})
