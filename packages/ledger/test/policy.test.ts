import { describe, expect, it } from 'vitest'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/errors.ts'
import type { VerifierKey } from '../src/note/key.ts'
import { printVerifierKey } from '../src/note/key.ts'
import { parsePolicy, reachesQuorum } from '../src/policy/policy.ts'
import { logSigner, signerOf } from './sample.ts'

const keys: VerifierKey[] = []
for (let seed = 20; seed < 26; seed++) keys.push((await signerOf(seed, `w${seed}.example`, 'ed25519-cosignature')).key)
const names = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']
const witnesses = names.map((name, at) => `witness ${name} ${keys[at] === undefined ? '' : printVerifierKey(keys[at])}`)
const log = `log ${printVerifierKey(logSigner.key)}`
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

  it.each([
    { name: 'nothing', text: '' },
    { name: 'no quorum', text: log },
    { name: 'two quorums', text: 'quorum none\nquorum none' },
    { name: 'an undefined name', text: 'quorum X' },
    { name: 'a group before its members', text: `group X any X1\n${witnesses[0]}\nquorum X` },
    { name: 'a member in two groups', text: `${witnesses[0]}\ngroup A any X1\ngroup B any X1\nquorum A` },
    { name: 'a number too large', text: `${witnesses[0]}\ngroup A 2 X1\nquorum A` },
    { name: 'a number of zero', text: `${witnesses[0]}\ngroup A 0 X1\nquorum A` },
    { name: 'a word for a number', text: `${witnesses[0]}\ngroup A constructor X1\nquorum A` },
    { name: 'an empty group', text: 'group A any\nquorum A' },
    { name: 'a name twice', text: `${witnesses[0]}\n${witnesses[1]?.replace('X2', 'X1')}\nquorum X1` },
    { name: 'a witness named none', text: `${witnesses[0]?.replace('X1', 'none')}\nquorum none` },
    { name: 'a key twice', text: `${witnesses[0]}\n${witnesses[0]?.replace('X1', 'X2')}\nquorum X1` },
    { name: 'a log key for a witness', text: `${log.replace('log', 'witness X1')}\nquorum X1` },
    { name: 'a witness key for a log', text: `${witnesses[0]?.replace('witness X1', 'log')}\nquorum none` },
    { name: 'an unknown word', text: 'trust me\nquorum none' },
    { name: 'a control character', text: 'quorum\u000bnone' },
  ])('is refused with $name', ({ text }) => {
    expect(parsePolicy(toUtf8(`${text}\n`))).toMatchObject({ ok: false, error: { code: 'LOG-0501' } })
  })

  it('needs a newline at the end', () => {
    expect(parsePolicy(toUtf8('quorum none')).ok).toBe(false)
    expect(parsePolicy(toUtf8('\tquorum \t none \n')).ok).toBe(true)
  })
})
