/** Commitments: made under a fresh key, opened by it, and nothing written where something is wrong. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit } from '@brightline/ledger'
import { commitTo } from '../../src/log/commit.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, fixedRandom, log, newLog } from './sample.ts'

const folder = temporaryFolder()
const record = join(folder, 'record.json')
writeFileSync(record, '{"received":"2026-03-02T10:15","request":"detainer"}\n')

describe('log commit', () => {
  it('prints the commitment under the key that it wrote for its owner alone', async () => {
    const file = join(folder, 'fixed.key')
    const { code, out } = await capture(
      async () => await commitTo(record, { caseKey: file, lang: 'en' }, fixedRandom(6)),
    )
    const key = new Uint8Array(Buffer.from(readFileSync(file, 'utf8'), 'base64'))
    const expected = commit(key, { received: '2026-03-02T10:15', request: 'detainer' })
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: expected.ok ? Buffer.from(expected.value).toString('base64') : '',
    })
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('takes another key each time, and each opens its own entry', async () => {
    const made = await newLog()
    const keys = [join(folder, 'one.key'), join(folder, 'other.key')]
    const commitments: string[] = []
    for (const key of keys) commitments.push((await log('commit', record, '--case-key', key)).out.trim())
    expect(commitments[0]).not.toBe(commitments[1])
    await appendTo(made, commitments.map((commitment, at) => entryLine(at + 1, { commitment })).join('\n'))
    for (const [entry, key] of keys.entries()) {
      for (const index of [0, 1]) {
        const out = join(folder, `receipt-${entry}-${index}.txt`)
        const opening = ['--record', record, '--case-key', key, '--out', out]
        const { code, err } = await log('prove', made, `${index}`, ...opening)
        expect(code).toBe(index === entry ? 0 : 1)
        if (index !== entry) expect(err).toContain('LOG-0706')
      }
    }
  })

  const wrong: readonly { readonly name: string; readonly text: string | Uint8Array; readonly says: string }[] = [
    { name: 'with spaces', text: '{"request": "detainer"}', says: 'LOG-0709' },
    { name: 'with a fraction', text: '{"days":1.5}', says: 'LOG-0710' },
    { name: 'with a key twice', text: '{"a":1,"a":1}', says: 'LOG-0709' },
    {
      name: 'that is not UTF-8',
      text: Uint8Array.from([0x22, 0xe9, 0x22]),
      says: 'LOG-0703: this is not JSON in UTF-8',
    },
    { name: 'that is empty', text: '\n', says: 'LOG-0703' },
  ]
  for (const { name, text, says } of wrong) {
    it(`refuses a record ${name}, and writes no key`, async () => {
      const [file, key] = [join(folder, 'wrong.json'), join(folder, 'wrong.key')]
      writeFileSync(file, text)
      const { code, out, err } = await log('commit', file, '--case-key', key)
      expect({ code, out, written: existsSync(key) }).toEqual({ code: 1, out: '', written: false })
      expect(err).toContain(says)
    })
  }

  it('never writes over a key that is there', async () => {
    const key = join(folder, 'kept.key')
    writeFileSync(key, 'kept')
    const { code, out, err } = await log('commit', record, '--case-key', key)
    expect({ code, out, text: readFileSync(key, 'utf8') }).toEqual({ code: 2, out: '', text: 'kept' })
    expect(err).toContain('LOG-1005')
  })
})

describe('log keygen', () => {
  for (const [name, character] of [
    ['a line separator', '\u0085'],
    ['a character without a picture', '\u200B'],
    ['a bell', '\u0007'],
  ] as const) {
    it(`refuses ${name} in a name, which could not be read back`, async () => {
      const out = join(folder, 'name.secret')
      const told = await log('keygen', '--name', `log${character}example`, '--out', out)
      expect({ code: told.code, written: existsSync(out) }).toEqual({ code: 2, written: false })
    })
  }
})
