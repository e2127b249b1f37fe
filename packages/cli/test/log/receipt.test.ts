/** Receipts: verified, and refused once anything in them is altered. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit } from '@brightline/ledger'
import { init } from '../../src/log/init.ts'
import { keygen } from '../../src/log/keygen.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, fixedRandom, log, makeLog, newLog, now } from './sample.ts'

const folder = temporaryFolder()
const caseKey = new Uint8Array(32).fill(5)
const record = { received: '2026-03-02T10:15', request: 'detainer' }

async function makeReceipt(): Promise<{ readonly text: string; readonly policy: string; readonly file: string }> {
  const committed = commit(caseKey, record)
  const commitment = committed.ok ? Buffer.from(committed.value).toString('base64') : ''
  const made = await newLog()
  await appendTo(made, [entryLine(1), entryLine(2, { commitment }), entryLine(3)].join('\n'))
  writeFileSync(join(folder, 'record.json'), `${JSON.stringify(record)}\n`)
  writeFileSync(join(folder, 'case.key'), `${Buffer.from(caseKey).toString('base64')}\n`)
  const file = join(folder, 'receipt.txt')
  const opening = ['--record', join(folder, 'record.json'), '--case-key', join(folder, 'case.key')]
  const { code, out } = await log('prove', made, '1', ...opening, '--out', file)
  expect({ code, out }).toEqual({ code: 0, out: '' })
  return { text: readFileSync(file, 'utf8'), policy: join(made, 'log.policy'), file }
}

const { text, policy, file } = await makeReceipt()

async function verify(altered: string): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const name = join(folder, 'altered.txt')
  writeFileSync(name, altered)
  return await log('verify', name, '--policy', policy)
}

/** Puts another letter of base64 where one stands. */
function alter(line: RegExp): string {
  return text.replace(line, (match) => `${match.slice(0, -1)}${match.endsWith('A') ? 'B' : 'A'}`)
}

describe('a receipt', () => {
  it('with its record is verified, by policy or by key', async () => {
    expect(await log('verify', file, '--policy', policy)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('record: the record in the receipt is the one that the entry commits to'),
    })
    const key = readFileSync(policy, 'utf8').split(/\s/)[1] ?? ''
    expect((await log('verify', file, '--key', key)).code).toBe(0)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is made with its own record only, and never on the screen', async () => {
    const made = dirname(policy)
    writeFileSync(join(folder, 'other.json'), '{"request":"transfer"}')
    const flags = ['--case-key', join(folder, 'case.key'), '--record']
    const out = join(folder, 'other.txt')
    const other = await log('prove', made, '1', ...flags, join(folder, 'other.json'), '--out', out)
    expect(other).toMatchObject({ code: 1, out: '', err: expect.stringContaining('LOG-0706') })
    expect(existsSync(out)).toBe(false)
    expect(await log('prove', made, '1', ...flags, join(folder, 'record.json'))).toMatchObject({ code: 2, out: '' })
    expect(await log('prove', made, '1', '--record', join(folder, 'record.json'))).toMatchObject({ code: 2, out: '' })
  })

  it('is refused under keys of another log, and under another key of this log, each with its reason', async () => {
    const [otherKey, otherLog] = [await makeLog(join(folder, 'other-key'), 0, 2), join(folder, 'other-log')]
    await capture(async () => await init(otherLog, { origin: 'log.other.example', lang: 'en' }, fixedRandom(3), now))
    for (const [made, code] of [[otherKey, 'LOG-0103'] as const, [otherLog, 'LOG-0207'] as const]) {
      const told = await log('verify', file, '--policy', join(made, 'log.policy'))
      expect(told).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`refused: ${code}`) })
    }
  })

  it('is never written over a file that is there', async () => {
    const out = join(folder, 'mine.txt')
    writeFileSync(out, 'mine')
    expect(await log('prove', dirname(policy), '1', '--receipt', '--out', out)).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(out, 'utf8')).toBe('mine')
  })

  it('is not verified by the key of a witness', async () => {
    const flags = { name: 'log.springfield.example', kind: 'witness', out: join(folder, 'witness.secret'), lang: 'en' }
    const key = (await capture(async () => await keygen(flags, fixedRandom(4)))).out.trim()
    expect(await log('verify', file, '--key', key)).toMatchObject({
      code: 2,
      err: expect.stringContaining('LOG-0115'),
    })
  })

  it('is not verified under a policy that names no log', async () => {
    writeFileSync(join(folder, 'nobody.policy'), 'quorum none\n')
    expect(await log('verify', file, '--policy', join(folder, 'nobody.policy'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no log is named'),
    })
  })

  const alterations = [
    { name: 'the entry', altered: alter(/^entry .{40}/m), code: 'LOG-07' },
    { name: 'the salt', altered: alter(/^salt .{8}/m), code: 'LOG-0706' },
    {
      name: 'the record',
      altered: text.replace(/^record .*$/m, `record ${btoa('{"request":"transfer"}')}`),
      code: 'LOG-0706',
    },
    { name: 'the index', altered: text.replace('index 1', 'index 0'), code: 'LOG-0301' },
    { name: 'the index, outside the tree', altered: text.replace('index 1', 'index 9'), code: 'LOG-0303' },
    { name: 'a hash of the path', altered: alter(/(?<=index 1\n).{9}/), code: 'LOG-0301' },
    { name: 'the origin', altered: text.replace('\nlog.spring', '\nlog.winter'), code: 'LOG-0207' },
    { name: 'the size', altered: text.replace('example\n3\n', 'example\n4\n'), code: 'LOG-0104' },
    { name: 'the root', altered: alter(/(?<=example\n3\n).{9}/), code: 'LOG-0104' },
    { name: 'the signature', altered: alter(/^— \S+ .{20}/m), code: 'LOG-0104' },
    { name: 'the first line', altered: text.replace('receipt/v1', 'receipt/v2'), code: 'LOG-0705' },
    { name: 'the end', altered: text.slice(0, 80), code: 'LOG-0705' },
    { name: 'everything', altered: '', code: 'LOG-0705' },
  ]
  it.each(alterations)('is refused when $name is altered', async ({ altered, code }) => {
    expect(altered).not.toBe(text)
    const told = await verify(altered)
    expect(told).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`refused: ${code}`) })
  })

  it('is refused whichever byte of it is altered, and nothing secret is told', async () => {
    const secret = Buffer.from(caseKey).toString('base64').slice(0, 20)
    for (let at = 0; at < text.length; at += 7) {
      const letter = text[at] === 'Q' ? 'R' : 'Q'
      const told = await verify(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`)
      expect({ code: told.code, out: told.out }, `byte ${at}`).toEqual({ code: 1, out: '' })
      expect(told.err).not.toContain(secret)
      expect(told.err).not.toContain('detainer')
    }
  })

  it('is a proof with an entry: a proof file is verified beside its entry', async () => {
    const entry = Buffer.from(/^entry (.*)$/m.exec(text)?.[1] ?? '', 'base64')
    writeFileSync(join(folder, 'entry.json'), entry)
    const proof = join(folder, 'proof.txt')
    writeFileSync(proof, text.slice(text.indexOf('\n\n') + 2))
    const flags = ['--policy', policy, '--entry', join(folder, 'entry.json')]
    expect(await log('verify', proof, ...flags)).toMatchObject({ code: 0 })
    expect(await log('verify', proof, '--policy', policy)).toMatchObject({ code: 2 })
    writeFileSync(join(folder, 'entry.json'), `${entry.toString()} `)
    expect(await log('verify', proof, ...flags)).toMatchObject({ code: 1, out: '' })
  })
})
