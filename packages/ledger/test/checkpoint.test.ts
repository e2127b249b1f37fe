import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import type { Checkpoint } from '../src/checkpoint/checkpoint.ts'
import { parseCheckpointText, printCheckpointText } from '../src/checkpoint/checkpoint.ts'
import { openCheckpoint } from '../src/signature/open-checkpoint.ts'
import { compareCheckpoints } from '../src/checkpoint/compare.ts'
import { cosignaturesOf } from '../src/signature/cosignature.ts'
import { valueOf } from '../src/problem/problem.ts'
import { emptyRoot } from '../src/merkle/hash.ts'
import { printNote } from '../src/note/note.ts'
import { signNote } from '../src/signature/open-note.ts'
import { logKeys, logSigner, signerOf } from './sample.ts'

const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
const checkpoint: Checkpoint = { origin: logKeys.origin, size: 5, root: emptyRoot(), extensions: [] }

describe('a checkpoint', () => {
  it.each([
    { name: 'without more lines', text: `log.example\n0\n${root}\n` },
    { name: 'with more lines', text: `log.example\n9007199254740991\n${root}\nmore\neven more\n` },
    { name: 'with an origin that is no address', text: `two words + more\n7\n${root}\n` },
  ])('$name comes back', ({ text }) => {
    expect(printCheckpointText(valueOf(parseCheckpointText(text)))).toBe(text)
  })

  it.each([
    { name: 'nothing', text: '' },
    { name: 'an empty origin', text: `\n7\n${root}\n` },
    { name: 'an empty line', text: `log.example\n7\n${root}\n\nmore\n` },
    { name: 'no newline at the end', text: `log.example\n7\n${root}` },
    { name: 'two lines', text: 'log.example\n7\n' },
    { name: 'a leading zero', text: `log.example\n07\n${root}\n` },
    { name: 'a sign', text: `log.example\n+7\n${root}\n` },
    { name: 'a space after the size', text: `log.example\n7 \n${root}\n` },
    { name: 'a size past 2^53', text: `log.example\n9007199254740992\n${root}\n` },
    { name: 'a root of 31 bytes', text: `log.example\n7\n${root.slice(0, 40)}==\n` },
    { name: 'a root of 33 bytes', text: `log.example\n7\n${root.slice(0, -1)}A\n` },
  ])('is refused with $name', ({ text }) => {
    expect(parseCheckpointText(text)).toMatchObject({ ok: false, problems: [{ code: 'LOG-0201' }] })
  })

  it('of another log under the same key is refused', async () => {
    const text = printCheckpointText({ ...checkpoint, origin: 'other.example' })
    const note = printNote(valueOf(await signNote(text, [logSigner], 0)))
    expect(await openCheckpoint(note, logKeys, standardAlgorithms)).toMatchObject({ problems: [{ code: 'LOG-0202' }] })
  })

  const otherRoot = new Uint8Array(32)
  it.each([
    { name: 'the same', next: checkpoint, want: 'same' },
    { name: 'a larger one', next: { ...checkpoint, size: 6, root: otherRoot }, want: 'newer' },
    { name: 'a smaller one', next: { ...checkpoint, size: 4 }, want: 'LOG-0203' },
    { name: 'another root of the same size', next: { ...checkpoint, root: otherRoot }, want: 'LOG-0205' },
    { name: 'another log', next: { ...checkpoint, origin: 'other.example' }, want: 'LOG-0202' },
  ])('is compared with $name', ({ next, want }) => {
    const compared = compareCheckpoints(checkpoint, next)
    expect(compared.ok ? compared.value : compared.problems[0].code).toBe(want)
  })
})

describe('a cosignature', () => {
  it('counts once for each key, and only of keys that say a time', async () => {
    const library = await signerOf(3, 'library.example', 'ed25519-cosignature')
    const note = valueOf(await signNote(printCheckpointText(checkpoint), [logSigner, library], 1_800_000_000))
    const doubled = { ...note, signatures: [...note.signatures, ...note.signatures] }
    // Whatever the mathematics says: a plain signature has no time in it.
    const yes = { ed25519: { ...standardAlgorithms.ed25519, verify: async () => true } }
    const zeroes = doubled.signatures.map((line) => ({ ...line, signature: new Uint8Array(line.signature.length) }))
    const keys = [logSigner.key, library.key]
    const found = await cosignaturesOf(doubled, keys, standardAlgorithms)
    expect(found.map(({ key, time }) => [key.name, time])).toEqual([['library.example', 1_800_000_000]])
    expect((await cosignaturesOf({ ...note, signatures: zeroes }, keys, yes)).length).toBe(1)
    expect(await cosignaturesOf({ ...note, signatures: zeroes }, keys, standardAlgorithms)).toEqual([])
  })

  it.each(['ed25519-cosignature', 'ml-dsa-44'] as const)('is of checkpoints only (%s)', async (kind) => {
    const signer = await signerOf(3, 'library.example', kind)
    expect(await signNote('not a checkpoint\n', [signer], 0)).toMatchObject({ problems: [{ code: 'LOG-0206' }] })
  })
})
