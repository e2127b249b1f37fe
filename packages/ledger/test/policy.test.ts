import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { printCheckpointText } from '../src/checkpoint/checkpoint.ts'
import { valueOf } from '../src/problem/problem.ts'
import { emptyRoot } from '../src/merkle/hash.ts'
import type { VerifierKey } from '../src/note/key.ts'
import { printVerifierKey, verifierKey } from '../src/note/key.ts'
import type { NoteSignature } from '../src/note/note.ts'
import { printNote } from '../src/note/note.ts'
import { signNote } from '../src/signature/open-note.ts'
import type { NoteSigner } from '../src/signature/signature.ts'
import { requireQuorum } from '../src/policy/check.ts'
import { parsePolicy, reachesQuorum } from '../src/policy/policy.ts'
import { present } from './present.ts'
import { logSigner, signerOf } from './sample.ts'

const kind = 'ed25519-cosignature'
const keys: VerifierKey[] = []
for (let seed = 20; seed < 26; seed++) keys.push((await signerOf(seed, `w${seed}.example`, kind)).key)
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']
const witnesses = names.map((name, at) => `witness ${name} ${keys[at] === undefined ? '' : printVerifierKey(keys[at])}`)
const log = `log ${printVerifierKey(logSigner.key)}`
const otherName = printVerifierKey(verifierKey('other.example', 'ed25519', logSigner.key.publicKey))
const groups = 'group X 2 X1 X2 X3\ngroup Y any Y1 Y2 Y3\ngroup X-and-Y all X Y\nquorum X-and-Y'

describe('a policy', () => {
  it.each([
    { seen: 'X1 X2 Y3', enough: true },
    { seen: 'X1 X2 X3', enough: false },
    { seen: 'X1 Y1 Y2 Y3', enough: false },
    { seen: '', enough: false },
    { seen: 'X1 X2 X3 Y1 Y2 Y3', enough: true },
  ])('with two levels of groups: $seen', ({ seen, enough }) => {
    const { quorum } = valueOf(parsePolicy(toUtf8(`# two levels\n${log}\n\n${witnesses.join('\n')}\n${groups}\n`)))
    const seenKeys = keys.filter((_, at) => seen.split(' ').includes(names[at] ?? ''))
    expect(reachesQuorum(quorum, seenKeys)).toBe(enough)
  })

  it('asks for keys, not for names', async () => {
    const { quorum } = valueOf(parsePolicy(toUtf8(`${witnesses[0]}\nquorum X1\n`)))
    const namesake = (await signerOf(99, present(keys[0]).name, kind)).key
    expect([reachesQuorum(quorum, [namesake]), reachesQuorum(quorum, [present(keys[0])])]).toEqual([false, true])
  })

  it.each([
    { name: 'nothing', text: '', code: 'LOG-0505' },
    { name: 'no quorum', text: log, code: 'LOG-0505' },
    { name: 'two quorums', text: 'quorum none\nquorum none', code: 'LOG-0515' },
    { name: 'an undefined name', text: 'quorum X', code: 'LOG-0513' },
    { name: 'a group before its members', text: `group X any X1\n${witnesses[0]}\nquorum X`, code: 'LOG-0513' },
    {
      name: 'a member in two groups',
      text: `${witnesses[0]}\ngroup A any X1\ngroup B any X1\nquorum A`,
      code: 'LOG-0514',
    },
    { name: 'a number too large', text: `${witnesses[0]}\ngroup A 2 X1\nquorum A`, code: 'LOG-0512' },
    { name: 'a number of zero', text: `${witnesses[0]}\ngroup A 0 X1\nquorum A`, code: 'LOG-0512' },
    { name: 'a word for a number', text: `${witnesses[0]}\ngroup A constructor X1\nquorum A`, code: 'LOG-0512' },
    { name: 'an empty group', text: 'group A any\nquorum A', code: 'LOG-0509' },
    {
      name: 'a name twice',
      text: `${witnesses[0]}\n${witnesses[1]?.replace('X2', 'X1')}\nquorum X1`,
      code: 'LOG-0511',
    },
    {
      name: 'a group that has the name of a witness',
      text: `${witnesses[0]}\ngroup X1 any X1\nquorum X1`,
      code: 'LOG-0511',
    },
    {
      name: 'a group twice',
      text: `${witnesses.slice(0, 2).join('\n')}\ngroup A any X1\ngroup A any X2\nquorum A`,
      code: 'LOG-0511',
    },
    { name: 'a group named none', text: `${witnesses[0]}\ngroup none any X1\nquorum none`, code: 'LOG-0511' },
    { name: 'none as a member', text: 'group A any none\nquorum A', code: 'LOG-0513' },
    { name: 'a witness named none', text: `${witnesses[0]?.replace('X1', 'none')}\nquorum none`, code: 'LOG-0511' },
    { name: 'a key twice', text: `${witnesses[0]}\n${witnesses[0]?.replace('X1', 'X2')}\nquorum X1`, code: 'LOG-0510' },
    { name: 'a log twice', text: `${log}\n${log}\nquorum none`, code: 'LOG-0510' },
    { name: 'a log twice under two names', text: `${log}\nlog ${otherName}\nquorum none`, code: 'LOG-0510' },
    { name: 'a log key for a witness', text: `${log.replace('log', 'witness X1')}\nquorum X1`, code: 'LOG-0508' },
    {
      name: 'a witness key for a log',
      text: `${witnesses[0]?.replace('witness X1', 'log')}\nquorum none`,
      code: 'LOG-0507',
    },
    { name: 'an unknown word', text: 'trust me\nquorum none', code: 'LOG-0506' },
    { name: 'a control character', text: 'quorum\u000bnone', code: 'LOG-0503' },
  ])('is refused with $name', ({ text, code }) => {
    expect(parsePolicy(toUtf8(`${text}\n`))).toMatchObject({ ok: false, problems: [{ code }] })
  })

  it('refuses a checkpoint with a wrong line by a key that it names, and passes over all others', async () => {
    const cosigners = await Promise.all([20, 21].map(async (seed) => await signerOf(seed, `w${seed}.example`, kind)))
    const policy = valueOf(
      parsePolicy(toUtf8(`${log}\n${witnesses.slice(0, 2).join('\n')}\ngroup any-of-us any X1 X2\nquorum any-of-us\n`)),
    )
    const text = printCheckpointText({ origin: logSigner.key.name, size: 0, root: emptyRoot(), extensions: [] })
    const note = valueOf(await signNote(text, [logSigner, ...cosigners], 1_800_000_000))
    const check = async (change: (line: NoteSignature) => NoteSignature): Promise<string> => {
      const [first, second, third] = note.signatures.map((line, at) => (at === 2 ? change(line) : line))
      const signatures = [first, second, third].map(present)
      const checked = await requireQuorum(printNote({ text, signatures }), policy, standardAlgorithms)
      return checked.ok ? checked.value.cosignatures.map(({ key }) => key.name).join(' ') : checked.problems[0].code
    }
    expect(await check((line) => line)).toBe('w20.example w21.example')
    expect(await check((line) => ({ ...line, signature: line.signature.with(9, 0) }))).toBe('LOG-0104')
    expect(await check((line) => ({ ...line, signature: line.signature.slice(1) }))).toBe('LOG-0104')
    // A name or an id that nobody has is a stranger's line.
    expect(await check((line) => ({ ...line, name: 'w22.example' }))).toBe('w20.example')
    expect(await check((line) => ({ ...line, keyId: new Uint8Array(4) }))).toBe('w20.example')
  })

  it('takes a checkpoint of a log from the key of that log alone', async () => {
    const other = await signerOf(30, 'other.example')
    const policy = valueOf(parsePolicy(toUtf8(`${log}\nlog ${printVerifierKey(other.key)}\nquorum none\n`)))
    const text = printCheckpointText({ origin: logSigner.key.name, size: 0, root: emptyRoot(), extensions: [] })
    const codeFor = async (signers: readonly NoteSigner[]): Promise<string> => {
      const note = valueOf(await signNote(text, signers, 1_800_000_000))
      const checked = await requireQuorum(printNote(note), policy, standardAlgorithms)
      return checked.ok ? 'taken' : checked.problems[0].code
    }
    expect(await codeFor([logSigner])).toBe('taken')
    expect(await codeFor([other])).toBe('LOG-0103')
  })

  it('needs a newline at the end', () => {
    expect(parsePolicy(toUtf8('quorum none'))).toMatchObject({ problems: [{ code: 'LOG-0504' }] })
    expect(parsePolicy(toUtf8('\tquorum \t none \n')).ok).toBe(true)
  })
})
