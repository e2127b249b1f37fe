import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { folderSource } from '../src/files/folder-source.ts'
import type { Mirrored } from '../src/mirror/mirror.ts'
import { folderTarget, mirror } from '../src/mirror/mirror.ts'
import type { TileSource } from '../src/tiles/reader.ts'
import { check, diskOf } from './disk-log.ts'
import { entryOf, logKeys, sampleLog } from './sample.ts'
import { randomFrom, SimulatedDisk } from './simulated-disk.ts'

async function copy(source: TileSource, to: SimulatedDisk): Promise<Result<Mirrored>> {
  return await mirror(source, folderTarget(to.open()), logKeys, standardAlgorithms)
}

describe('a mirror', () => {
  it('follows the log, and refuses one that went back, forked, or lost a tile', async () => {
    const to = new SimulatedDisk(randomFrom(3))
    const run = async (disk: SimulatedDisk) => await copy(folderSource(disk.open()), to)
    expect(valueOf(await run(await diskOf(300)))).toEqual({ size: 300, filesCopied: 5 })
    expect(valueOf(await run(await diskOf(300, 700)))).toMatchObject({ size: 700 })
    expect(valueOf(await check(to)).findings).toEqual([])
    expect(await run(await diskOf(600))).toMatchObject({ problems: [{ code: 'LOG-0203' }] })
    const fork = new SimulatedDisk(randomFrom(1))
    const log = await sampleLog(valueOf(await openFileStorage(fork.open())))
    for (let index = 0; index < 701; index++) void log.append(entryOf(index === 3 ? 9 : index))
    valueOf(await log.publish())
    await log.append(entryOf(701))
    valueOf(await log.publish())
    expect(await run(fork)).toMatchObject({ problems: [{ code: 'LOG-0205' }] })
    const lost = await diskOf(800)
    await lost.open().remove('tile/0/003.p/32')
    expect(await run(lost)).toMatchObject({ problems: [{ code: 'LOG-0403' }] })
    expect(valueOf(await check(to))).toMatchObject({ size: 700, findings: [] })
  })

  it('copies a log that grows meanwhile and keeps no narrow tiles', async () => {
    const [before, after] = [await diskOf(300), await diskOf(300, 600)]
    const source: TileSource = {
      read: async (path) => await (path === 'checkpoint' ? before : after).open().read(path),
    }
    for (const path of ['tile/entries/001.p/44', 'tile/0/001.p/44']) await after.open().remove(path)
    const to = new SimulatedDisk(randomFrom(3))
    expect(valueOf(await copy(source, to))).toMatchObject({ size: 300 })
    expect(valueOf(await check(to))).toMatchObject({ size: 300, findings: [] })
  })

  it('keeps its copy whole through a crash at any step, and leaves nothing unfinished', async () => {
    const source = folderSource((await diskOf(300, 9_000)).open())
    for (let seed = 0; seed < 12; seed++) {
      const random = randomFrom(seed)
      const to = new SimulatedDisk(random)
      expect((await copy(folderSource((await diskOf(300)).open()), to)).ok).toBe(true)
      to.crash()
      expect(valueOf(await check(to))).toMatchObject({ size: 300, findings: [] })
      to.failIn(1 + Math.floor(random() * 120), 'crash')
      expect(await copy(source, to)).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
      to.crash()
      expect(valueOf(await check(to))).toMatchObject({ size: 300, findings: [] })
    }
    const to = new SimulatedDisk(randomFrom(99))
    to.failIn(100, 'ENOSPC')
    expect(await copy(source, to)).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
    to.kill()
    expect(valueOf(await copy(source, to))).toMatchObject({ size: 9_000 })
    expect(to.paths().filter((path) => path.includes('unfinished'))).toEqual([])
    to.crash()
    expect(valueOf(await check(to))).toMatchObject({ size: 9_000, findings: [] })
  })

  const lies = [
    {
      name: 'other bytes the second time',
      lie: (bytes: Uint8Array, read: number) => (read === 1 ? bytes : flipped(bytes)),
    },
    {
      name: 'other bytes the first time',
      lie: (bytes: Uint8Array, read: number) => (read === 1 ? flipped(bytes) : bytes),
    },
    { name: 'zeroes', lie: (bytes: Uint8Array) => new Uint8Array(bytes.length) },
    { name: 'half of the bytes', lie: (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2) },
    { name: 'nothing', lie: () => new Uint8Array(0) },
    { name: 'far too much', lie: () => new Uint8Array(20_000_000) },
  ]
  const victims = ['tile/0/002.p/188', 'tile/0/001', 'tile/1/000.p/2', 'tile/entries/001', 'tile/entries/002.p/188']
  it.each(lies)('of a source that gives $name is whole, old or new', async ({ lie }) => {
    const [short, long] = [await diskOf(300), folderSource((await diskOf(300, 700)).open())]
    for (const victim of victims) {
      const to = new SimulatedDisk(randomFrom(3))
      valueOf(await copy(folderSource(short.open()), to))
      let reads = 0
      const read: TileSource['read'] = async (path) => {
        const bytes = await long.read(path)
        return path === victim && bytes !== undefined ? lie(bytes, (reads += 1)) : bytes
      }
      const copied = await copy({ read }, to)
      const lied = reads > 1 || lie(Uint8Array.of(1, 1, 1, 1, 1, 1), 1)[5] !== 1
      expect(copied.ok ? 'copied' : copied.problems[0].code, victim).toMatch(
        lied ? /^LOG-(0401|0405|0406|0408|0804|0810|0811|0205)$/ : /^copied$/,
      )
      expect(valueOf(await check(to)), victim).toMatchObject({ size: copied.ok ? 700 : 300, findings: [] })
    }
  })
})

function flipped(bytes: Uint8Array): Uint8Array {
  return bytes.with(5, (bytes[5] ?? 0) ^ 1)
}
