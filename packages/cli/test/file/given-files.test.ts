/** Files that people name: read as they are, and written whole or not at all. */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Result } from '@brightline/language'
import { beforeEach, describe, expect, it } from 'vitest'
import { runToEnd } from '../../../../scripts/child.ts'
import { readGivenFile, readGivenText } from '../../src/file/read-given.ts'
import { rewriteFile, writeGivenFile } from '../../src/file/write-given.ts'
import { temporaryFolder } from '../command.ts'

const folder = temporaryFolder()
let count = 0
let file: string

beforeEach(() => {
  count += 1
  mkdirSync(join(folder, String(count)))
  file = join(folder, String(count), 'file')
})

function codesOf(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}

/** What is in the folder of the file, with the temporary ones. */
function names(): readonly string[] {
  return readdirSync(join(file, '..')).toSorted()
}

interface Obstacle {
  readonly name: string
  readonly make: () => void
  readonly read: string
  readonly written: string
}

const obstacles: readonly Obstacle[] = [
  { name: 'a link that leads nowhere', make: () => symlinkSync('gone', file), read: 'FILE-0002', written: 'FILE-0103' },
  { name: 'a link to itself', make: () => symlinkSync('file', file), read: 'FILE-0002', written: 'FILE-0103' },
  { name: 'a folder', make: () => mkdirSync(file), read: 'FILE-0003', written: 'FILE-0103' },
  { name: 'a pipe', make: () => runToEnd('mkfifo', [file]), read: 'FILE-0004', written: 'FILE-0103' },
  { name: 'a device', make: () => symlinkSync('/dev/zero', file), read: 'FILE-0004', written: 'FILE-0103' },
]

describe('a file that is named', () => {
  for (const { name, make, read, written } of obstacles) {
    it(`is neither read nor written where it is ${name}`, async () => {
      make()
      const kind = lstatSync(file).mode
      expect(codesOf(await readGivenFile(file, 10))).toEqual([read])
      expect(codesOf(writeGivenFile(file, 'new', []))).toEqual([written])
      expect(lstatSync(file).mode).toBe(kind)
      expect(names()).toEqual(['file'])
    })
  }

  it('is not read where there is none, or it is too long, or no text', async () => {
    expect(codesOf(await readGivenFile(file, 10))).toEqual(['FILE-0001'])
    writeFileSync(file, 'x'.repeat(11))
    expect(codesOf(await readGivenFile(file, 10))).toEqual(['FILE-0006'])
    expect(codesOf(await readGivenFile(join(file, 'below'), 10))).toEqual(['FILE-0001'])
    for (const bytes of [[0xff], [0x61, 0x00], [0xed, 0xa0, 0x80]]) {
      writeFileSync(file, Buffer.from(bytes))
      expect(codesOf(await readGivenText(file, 10)), String(bytes)).toEqual(['FILE-0007'])
    }
  })

  it('is read without its byte-order mark', async () => {
    writeFileSync(file, '\uFEFFañ')
    expect(await readGivenText(file, 10)).toEqual({ ok: true, value: 'añ' })
  })

  it.skipIf(process.platform !== 'linux')('is read whole where it says that it is empty', async () => {
    // Such files hold what the system knows.
    const read = await readGivenText('/proc/self/status', 100_000)
    expect(read.ok && read.value).toContain('Name:')
  })
})

describe('a file that is written', () => {
  it('is new, or takes the place and the rights of the old one', () => {
    expect(writeGivenFile(file, 'one', [])).toEqual({ ok: true, value: null })
    chmodSync(file, 0o640)
    expect(writeGivenFile(file, 'two', [])).toEqual({ ok: true, value: null })
    expect(readFileSync(file, 'utf8')).toBe('two')
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(names()).toEqual(['file'])
  })

  it('leaves a link as it is', () => {
    writeFileSync(`${file}.real`, 'one')
    symlinkSync('file.real', file)
    expect(codesOf(writeGivenFile(file, 'two', []))).toEqual([])
    expect(lstatSync(file).isSymbolicLink()).toBe(true)
    expect(readFileSync(`${file}.real`, 'utf8')).toBe('two')
  })

  it('is never one that is read, by whatever name', () => {
    writeFileSync(file, 'data')
    symlinkSync('file', `${file}.link`)
    const other = join(folder, String(count), '..', String(count), 'file')
    for (const named of [file, other, `${file}.link`]) {
      expect(codesOf(writeGivenFile(named, 'lost', [file])), named).toEqual(['FILE-0104'])
    }
    expect(codesOf(writeGivenFile(file, 'lost', [`${file}.link`]))).toEqual(['FILE-0104'])
    expect(readFileSync(file, 'utf8')).toBe('data')
  })

  it('is not written where there is no folder, or no right', () => {
    expect(codesOf(writeGivenFile(join(file, 'a', 'b'), 'x', []))).toEqual(['FILE-0101'])
    writeFileSync(file, 'x')
    chmodSync(file, 0o444)
    chmodSync(join(file, '..'), 0o755)
    expect(asNobody(() => codesOf(writeGivenFile(file, 'y', [])))).toEqual(['FILE-0102'])
    expect(asNobody(() => codesOf(writeGivenFile(`${file}.new`, 'y', [])))).toEqual(
      process.geteuid?.() === 0 ? ['FILE-0102'] : [],
    )
    expect(readFileSync(file, 'utf8')).toBe('x')
  })
})

describe('a file that is written anew', () => {
  it('is not written where it changed since it was read', () => {
    writeFileSync(file, 'somebody else')
    expect(codesOf(rewriteFile(file, join(file, '..'), 'one', 'two'))).toEqual(['FILE-0106'])
    expect(readFileSync(file, 'utf8')).toBe('somebody else')
    expect(names()).toEqual(['file'])
  })

  it('is not written where a link leads out of the folder', () => {
    const outside = join(folder, `outside-${count}`)
    writeFileSync(outside, 'one')
    symlinkSync(outside, file)
    expect(codesOf(rewriteFile(file, join(file, '..'), 'one', 'two'))).toEqual(['FILE-0105'])
    expect(readFileSync(outside, 'utf8')).toBe('one')
  })
})

/** Runs something as a user without any rights, where this one may become another. */
function asNobody<T>(work: () => T): T {
  const user = process.geteuid?.()
  if (user !== 0) return work()
  chmodSync(folder, 0o755)
  process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    process.seteuid?.(user)
  }
}
