/** Copies over loopback HTTP: checked as they come, resumed, and refused when the log was rewritten. */
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/main.ts'
import { append } from '../../src/log/append.ts'
import { refusing } from '../../src/log/run-in.ts'
import { tail } from '../../src/log/tail.ts'
import { capture, temporaryFolder } from '../command.ts'
import { appendTo, entryLine, entryLines, log, newLog, serveFolder, still } from './sample.ts'

describe('a mirror over http', () => {
  it('copies, checks, and goes on where it ended', async () => {
    const folder = await newLog(600)
    const asked: string[] = []
    const url = await serveFolder(() => folder, asked)
    const copy = join(temporaryFolder(), 'copy')
    const first = await log('mirror', url, copy, '--keys', join(folder, 'log.policy'))
    expect(first).toMatchObject({ code: 0, out: '', err: expect.stringContaining('at size 600, checked') })
    expect(existsSync(join(copy, '.state'))).toBe(false)
    expect((await log('fsck', copy, '--keys', join(folder, 'log.policy'))).code).toBe(0)
    // As if the first run had been cut off: no checkpoint, and some full bundles.
    rmSync(join(copy, 'checkpoint'))
    rmSync(join(copy, 'tile/entries/001'))
    asked.length = 0
    expect((await log('mirror', url, copy)).code).toBe(0)
    expect(asked).toContain('tile/entries/001')
    expect(asked).not.toContain('tile/entries/000')
    expect((await log('fsck', copy)).code).toBe(0)
    await appendTo(folder, entryLine(601))
    expect(await log('mirror', url, copy)).toMatchObject({ code: 0, err: expect.stringContaining('at size 601') })
  })

  it('fetches anew what it finds damaged in an unfinished copy', async () => {
    const folder = await newLog(300)
    const copy = join(temporaryFolder(), 'copy')
    await log('mirror', folder, copy)
    rmSync(join(copy, 'checkpoint'))
    const bundle = join(copy, 'tile/entries/000')
    writeFileSync(bundle, readFileSync(bundle).fill(0, 50, 60))
    expect((await log('mirror', folder, copy)).code).toBe(0)
    expect((await log('fsck', copy)).code).toBe(0)
  })

  it('refuses a log that went back, forked, or is signed by another key, and keeps the copy', async () => {
    const [folder, shorter, forked, stranger] = [await newLog(3), await newLog(2), await newLog(), await newLog(4, 2)]
    await appendTo(forked, entryLines(2) + entryLine(3, { verdict: 'agree' }))
    await appendTo(forked, entryLine(4))
    let shown = folder
    const url = await serveFolder(() => shown)
    const copy = join(temporaryFolder(), 'copy')
    const keys = ['--keys', join(folder, 'log.policy')]
    expect((await log('mirror', url, copy, ...keys)).code).toBe(0)
    const before = readFileSync(join(copy, 'checkpoint'), 'utf8')
    const reasons: string[] = []
    for (shown of [shorter, forked, stranger]) {
      const { code, out, err } = await log('mirror', url, copy, ...keys)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      reasons.push(/LOG-\d{4}/.exec(err)?.[0] ?? err)
    }
    expect(reasons).toEqual(['LOG-0203', 'LOG-0205', 'LOG-0103'])
    expect(readFileSync(join(copy, 'checkpoint'), 'utf8')).toBe(before)
  })
})

describe('tail', () => {
  it('follows a log as it grows, and stops at a fork', async () => {
    const folder = await newLog(2)
    const forked = await newLog()
    await appendTo(forked, entryLine(1, { verdict: 'agree' }) + '\n' + entryLines(3, 2))
    let shown = folder
    const url = await serveFolder(() => shown)
    const input = (async function* () {
      yield entryLine(3)
    })()
    // Between two looks the log first grows and then forks; waiting takes no time here.
    const events = [
      async () => undefined,
      async () => await append(folder, { timeout: '5', lang: 'en' }, { ...still, input }),
      async () => void (shown = forked),
    ]
    const next = async (): Promise<boolean> => {
      await events.shift()?.()
      return true
    }
    const flags = { from: '1', follow: true, interval: '1', keys: join(folder, 'log.policy'), lang: 'en' }
    const { code, out, err } = await capture(async () => await refusing('en', async () => await tail(url, flags, next)))
    expect(code).toBe(1)
    expect(out.match(/"index":\d+,"entry"/g)).toEqual(['"index":1,"entry"', '"index":2,"entry"'])
    expect(err).toContain('size 3')
    expect(err).toContain('LOG-0205')
  })

  it('refuses entries that do not hash to the root', async () => {
    const folder = await newLog(3)
    const bundle = join(folder, 'tile/entries/000.p/3')
    const bytes = readFileSync(bundle)
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1
    writeFileSync(bundle, bytes)
    expect(await log('tail', folder)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('LOG-0411') })
  })
})

describe('wrong use', () => {
  const folder = temporaryFolder()
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('empty.txt'), '')
  writeFileSync(at('garbage.policy'), 'quorum everybody\n')
  writeFileSync(at('secret.txt'), 'PRIVATE+KEY+log.example+00000000+AAAA\n')
  const cases: readonly { readonly name: string; readonly args: readonly string[]; readonly says: string }[] = [
    { name: 'a missing folder', args: ['fsck', at('nowhere')], says: 'there is no such folder' },
    { name: 'a folder that is no log', args: ['fsck', folder], says: 'there is no log in this folder' },
    { name: 'a file for a folder', args: ['tail', at('empty.txt')], says: 'this is no folder' },
    { name: 'a missing receipt', args: ['verify', at('nowhere'), '--key', 'x'], says: 'there is no such file' },
    { name: 'no trusted key', args: ['verify', at('empty.txt')], says: 'no trusted key is named' },
    { name: 'a key that is none', args: ['verify', at('empty.txt'), '--key', 'x'], says: 'no public key' },
    {
      name: 'a policy that is none',
      args: ['verify', at('empty.txt'), '--policy', at('garbage.policy')],
      says: 'line 1: the name is not defined above',
    },
    {
      name: 'a secret key for a public one',
      args: ['verify', at('empty.txt'), '--policy', at('secret.txt')],
      says: 'this is a secret key',
    },
    {
      name: 'two trusts',
      args: ['verify', at('empty.txt'), '--policy', 'a', '--key', 'b'],
      says: 'exclude each other',
    },
    { name: 'no index', args: ['prove', folder, 'first'], says: 'is not the index of an entry' },
    { name: 'a malformed address', args: ['fsck', 'http://user:pass@log.example/'], says: 'has no user' },
    { name: 'a schema of a folder', args: ['fsck', folder, '--schema', 'x'], says: 'only for databases' },
    { name: 'a kind of key', args: ['keygen', '--name', 'x', '--out', at('k'), '--kind', 'rsa'], says: 'unknown kind' },
    { name: 'a name of two words', args: ['init', at('new'), '--origin', 'two words'], says: 'one word' },
    { name: 'a log without keys', args: ['append', folder], says: 'there is no log in this folder' },
  ]
  it.each(cases)('$name is told with exit 2', async ({ args, says }) => {
    const { code, out, err } = await log(...args)
    expect({ code, out }, err).toEqual({ code: 2, out: '' })
    expect(err).toContain(says)
    expect(err).not.toContain('AAAA')
    expect(err).not.toContain('pass@')
  })

  it('a database that does not answer is told without its address', async () => {
    const policy = join(await newLog(), 'log.policy')
    const told = await log('fsck', 'postgres://someone:hunter2@127.0.0.1:1/x', '--keys', policy)
    expect(told).toMatchObject({ code: 1, out: expect.stringContaining('LOG-0801: `checkpoint`: the storage failed') })
    expect(`${told.out}${told.err}`).not.toContain('hunter2')
  })

  it('a secret key that others can read is refused, and is never printed', async () => {
    if (process.platform === 'win32') return
    const made = await newLog(1)
    const file = join(made, '.state/keys/log.secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(join(made, '.state/keys')).mode & 0o777).toBe(0o700)
    const { chmodSync } = await import('node:fs')
    chmodSync(file, 0o644)
    const { code, err } = await capture(async () => await run(['log', 'append', made]))
    expect(code).toBe(2)
    expect(err).toContain('others can read the secret key')
    expect(err).not.toContain('PRIVATE')
  })
})
