/** Faults in logs are found and named. */
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runToEnd } from '../../../../scripts/child.ts'
import { temporaryFolder } from '../command.ts'
import { appendTo, entryLine, entryLines, log, makeLog, newLog, serveFolder } from './sample.ts'

/** Flips one bit of a file. */
function flip(file: string, byte: number): void {
  const bytes = readFileSync(file)
  bytes[byte] = (bytes[byte] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('fsck', () => {
  const cases = [
    { name: 'an entry', file: 'tile/entries/001.p/44', byte: 60, says: '`tile/entries/001.p/44`: entry 256' },
    { name: 'a hash', file: 'tile/0/000', byte: 40, says: 'hash 1 of `tile/0/000`' },
    { name: 'a hash above', file: 'tile/1/000.p/1', byte: 3, says: 'hash 0 of `tile/1/000.p/1`' },
    {
      name: 'the journal',
      file: '.state/journals/0000000002',
      byte: 70,
      says: '`.state/journals/0000000002`: the journal is damaged',
    },
    {
      name: 'a checkpoint that is kept',
      file: '.state/checkpoints/0000000001',
      byte: 30,
      says: '`.state/checkpoints/0000000001`',
    },
    {
      name: 'the secret key',
      file: '.state/keys/log.secret',
      byte: 60,
      says: 'log.secret`: the file holds no secret key',
    },
    { name: 'the checkpoint', file: 'checkpoint', byte: 30, says: '`checkpoint`' },
    { name: 'the lines of the checkpoint', file: 'checkpoint', byte: 23, says: '`checkpoint`' },
  ] as const
  it.each(cases)('finds and names a flipped bit in $name', async ({ file, byte, says }) => {
    const folder = await newLog(300)
    expect((await log('fsck', folder)).code).toBe(0)
    flip(join(folder, file), byte)
    const { code, out } = await log('fsck', folder)
    expect({ code, isNamed: out.includes(says) }, out).toEqual({ code: 1, isNamed: true })
    const { faults } = JSON.parse((await log('fsck', folder, '--json')).out)
    expect(faults.map(({ message }: { message: string }) => message).join('\n')).toContain(says)
  })

  it('names a wrong key, a missing tile and a strange file', async () => {
    const folder = await newLog(2)
    const other = await newLog(0, 2)
    const wrong = await log('fsck', folder, '--keys', join(other, 'log.policy'))
    expect(wrong).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^LOG-0103: `checkpoint`: no trusted key signed the note;/),
    })
    rmSync(join(folder, 'tile/0/000.p/2'))
    expect(await log('fsck', folder)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^LOG-0403: `tile\/0\/000.p\/2`: the file is missing;/),
    })
    writeFileSync(join(folder, 'tile/notes.txt'), 'x')
    expect((await log('fsck', folder)).out).toContain(
      'LOG-0402: `tile/notes.txt`: this is not the name of a file of a log',
    )
  })

  it('names a log that was rolled back, and one that was forked', async () => {
    const folder = await newLog(3)
    const seen = join(temporaryFolder(), 'checkpoint')
    copyFileSync(join(folder, 'checkpoint'), seen)
    const shorter = await newLog(2)
    expect(await log('fsck', shorter, '--seen', seen)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^LOG-0204/),
    })
    const forked = await newLog()
    await appendTo(forked, entryLines(2) + entryLine(3, { verdict: 'agree' }))
    expect((await log('fsck', forked, '--seen', seen)).out).toContain('does not hold the tree of size 3')
    await appendTo(forked, entryLine(4))
    expect((await log('fsck', forked, '--seen', seen)).out).toContain('LOG-0205: the log was forked')
    await appendTo(folder, entryLine(4))
    expect((await log('fsck', folder, '--seen', seen)).code).toBe(0)
  })

  it('counts the faults that it does not name', async () => {
    const folder = await newLog(300)
    const bundle = join(folder, 'tile/entries/000')
    const bytes = readFileSync(bundle)
    for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at)) bytes[at + 5] = (bytes[at + 5] ?? 0) ^ 1
    writeFileSync(bundle, bytes)
    const { code, out, err } = await log('fsck', folder)
    expect(code).toBe(1)
    const more = /^and (\d+) more faults, which are not named here$/m.exec(out)?.[1]
    expect(Number(more)).toBeGreaterThan(100)
    expect(err).toContain(`: ${100 + Number(more)} faults`)
    const { faults, omitted } = JSON.parse((await log('fsck', folder, '--json')).out)
    expect([faults.length, omitted]).toEqual([100, Number(more)])
  })

  it('does not pass over a newer checkpoint in the state of the log', async () => {
    const folder = await newLog(2)
    const older = readFileSync(join(folder, 'checkpoint'))
    await appendTo(folder, entryLine(3))
    // Stopped before it was shown: the tiles hold the newer tree.
    writeFileSync(join(folder, 'checkpoint'), older)
    const stopped = await log('fsck', folder)
    expect(stopped).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^LOG-0208: `.state\/checkpoints\/0000000003`/),
    })
    // Rolled back: they do not.
    rmSync(join(folder, 'tile/0/000.p/3'))
    expect((await log('fsck', folder)).out).toContain(
      'LOG-0204: `.state/checkpoints/0000000003`: the log was rolled back',
    )
  })

  it('names what is no plain file, and waits for nothing', async () => {
    if (process.platform === 'win32') return
    const tile = 'tile/0/000.p/2'
    const kinds: readonly (readonly [name: string, make: (path: string) => unknown, says: string])[] = [
      ['a pipe', (path) => runToEnd('mkfifo', [path]), 'not a file'],
      ['a folder', (path) => mkdirSync(path), 'not a file'],
      ['a broken link', (path) => symlinkSync('nowhere', path), 'broken link'],
    ]
    for (const [name, make, says] of kinds) {
      for (const file of [tile, 'checkpoint', '.state/checkpoints/0000000002']) {
        const folder = await newLog(2)
        rmSync(join(folder, file))
        make(join(folder, file))
        const { code, out } = await log('fsck', folder)
        expect({ code, out }, `${name} for ${file}`).toMatchObject({ code: 1, out: expect.stringContaining(says) })
        expect(out, `${name} for ${file}`).toContain('LOG-0801')
      }
    }
    const folder = await newLog()
    rmSync(join(folder, 'log.policy'))
    runToEnd('mkfifo', [join(folder, 'log.policy')])
    for (const args of [
      ['fsck', folder],
      ['append', folder],
      ['verify', join(folder, 'log.policy'), '--key', 'x'],
    ]) {
      expect(await log(...args)).toMatchObject({ code: 2, err: expect.stringContaining('LOG-1002') })
    }
  })

  it('shows no character of a name that steers a terminal', async () => {
    const folder = await newLog(1)
    const file = join(folder, 'checkpoint')
    const line = '\u2014 evil\u009b31m\u202egnp AAAAAAAA\n'
    writeFileSync(file, readFileSync(file, 'utf8') + line)
    writeFileSync(join(folder, 'tile/0/\u001b[2J\u0007'), 'x')
    for (const flags of [[], ['--json']]) {
      const { code, out, err } = await log('fsck', folder, ...flags)
      expect(code).toBe(1)
      expect(out).toContain('LOG-0109')
      expect(out).toContain('LOG-0402')
      expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
  })

  it('checks a log over http', async () => {
    const folder = await newLog(3)
    const url = await serveFolder(() => folder)
    expect(await log('fsck', url, '--keys', join(folder, 'log.policy'))).toMatchObject({ code: 0, out: '' })
    const { code, err } = await log('fsck', url)
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('no trusted key is named') })
  })
})

describe('append', () => {
  it('writes all lines at once, so that a crash leaves all or none', async () => {
    const folder = await newLog(5_000)
    const journals = readdirSync(join(folder, '.state/journals'))
    const journal = readFileSync(join(folder, '.state/journals', journals[0] ?? ''), 'latin1')
    // One batch says where the journal begins, the other is the lines.
    expect(journal.split('BLJ1')).toHaveLength(3)
  })

  it('refuses a log that went back behind a checkpoint kept elsewhere', async () => {
    const folder = join(temporaryFolder(), 'log')
    await makeLog(folder, 2)
    const old = join(temporaryFolder(), 'old')
    cpSync(folder, old, { recursive: true })
    await appendTo(folder, entryLine(3))
    const seen = join(folder, 'checkpoint')
    expect(await appendTo(old, entryLine(3), { seen })).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('LOG-0204'),
    })
    expect(await appendTo(folder, entryLine(4), { seen })).toMatchObject({ code: 0 })
  })
})
