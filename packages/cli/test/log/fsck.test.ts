/** Faults in logs are found and named. */
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
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
    { name: 'the secret key', file: '.state/keys/log.secret', byte: 60, says: 'log.secret`: the key is malformed' },
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
