import { describe, expect, it } from 'vitest'
import { nodeAlgorithms } from '../src/algorithms.ts'
import type { FsckReport } from '../src/fsck/fsck.ts'
import { fsck } from '../src/fsck/fsck.ts'
import type { Result } from '../src/errors.ts'
import { valueOf } from '../src/errors.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { folderSource } from '../src/files/folder-source.ts'
import { folderTarget, mirror } from '../src/mirror/mirror.ts'
import { parseTilePath } from '../src/tiles/path.ts'
import { entriesOf, entryOf, logKeys, sampleLog, signerOf } from './sample.ts'
import { randomFrom, SimulatedDisk } from './simulated-disk.ts'

async function logOf(...sizes: readonly number[]): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk(randomFrom(1))
  const log = await sampleLog(valueOf(await openFileStorage(disk.open())))
  let size = 0
  for (const next of sizes) {
    await Promise.all(entriesOf(next - size, size).map(async (entry) => valueOf(await log.append(entry))))
    valueOf(await log.publish())
    size = next
  }
  await log.close()
  return disk
}

async function check(disk: SimulatedDisk): Promise<Result<FsckReport>> {
  return await fsck({
    ...folderSource(disk.open()),
    source: folderSource(disk.open()),
    ...logKeys,
    algorithms: nodeAlgorithms,
  })
}

describe('fsck', () => {
  it.each([[[0]], [[1]], [[256]], [[3, 300]], [[255, 256, 257, 700]]])(
    'finds nothing in a whole log (%j)',
    async (sizes) => {
      const disk = await logOf(...sizes)
      expect(valueOf(await check(disk))).toMatchObject({ size: sizes.at(-1), entries: sizes.at(-1), findings: [] })
    },
  )

  it('finds and names a flipped bit in any file', async () => {
    const disk = await logOf(5, 300, 600)
    const random = randomFrom(2)
    const paths = disk.paths().filter((path) => path === 'checkpoint' || path.startsWith('tile/'))
    expect(paths.length).toBeGreaterThan(8)
    for (const path of paths) {
      for (let round = 0; round < 12; round++) {
        const bit = Math.floor(random() * disk.length(path) * 8)
        disk.flip(path, bit)
        const report = await check(disk)
        const messages = report.ok ? report.value.findings.map(({ message }) => message) : [report.error.message]
        // oxlint-disable-next-line vitest/valid-expect -- the message names the place
        expect(messages.join('\n'), `${path} bit ${bit}`).toContain(`\`${nameOf(path)}`)
        disk.flip(path, bit)
      }
    }
    expect(valueOf(await check(disk)).findings).toEqual([])
  })

  it('names a missing file, a strange file, and a wrong key', async () => {
    const disk = await logOf(3)
    await disk.open().writeSynced('tile/0/notes.txt', new Uint8Array(3))
    expect(valueOf(await check(disk)).findings).toMatchObject([{ code: 'LOG-0402' }])
    await disk.open().remove('tile/0/notes.txt')
    await disk.open().remove('tile/entries/000.p/3')
    expect(valueOf(await check(disk)).findings).toMatchObject([
      { code: 'LOG-0403', message: '`tile/entries/000.p/3` is missing' },
    ])
    const other = await signerOf(9)
    const source = folderSource(disk.open())
    const report = await fsck({ source, origin: logKeys.origin, keys: [other.key], algorithms: nodeAlgorithms })
    expect(report).toMatchObject({ error: { code: 'LOG-0103' } })
  })
})

/** A mismatch names both sides; a full tile is named by its parent where the hash above changed. */
function nameOf(path: string): string {
  const tile = parseTilePath(path)
  return tile.ok ? path : 'checkpoint'
}

describe('a mirror', () => {
  it('follows the log, and refuses one that went back, forked, or lost a tile', async () => {
    const copy = new SimulatedDisk(randomFrom(3))
    const run = async (disk: SimulatedDisk) =>
      await mirror(folderSource(disk.open()), folderTarget(copy.open()), logKeys, nodeAlgorithms)
    expect(valueOf(await run(await logOf(300)))).toEqual({ size: 300, filesCopied: 5 })
    expect(valueOf(await run(await logOf(300, 700)))).toMatchObject({ size: 700 })
    expect(valueOf(await check(copy)).findings).toEqual([])
    expect(await run(await logOf(600))).toMatchObject({ error: { code: 'LOG-0203' } })
    const fork = new SimulatedDisk(randomFrom(1))
    const log = await sampleLog(valueOf(await openFileStorage(fork.open())))
    for (let index = 0; index < 701; index++) void log.append(entryOf(index === 3 ? 9 : index))
    valueOf(await log.publish())
    await log.append(entryOf(701))
    valueOf(await log.publish())
    expect(await run(fork)).toMatchObject({ error: { code: 'LOG-0205' } })
    const lost = await logOf(800)
    await lost.open().remove('tile/0/003.p/32')
    expect(await run(lost)).toMatchObject({ error: { code: 'LOG-0403' } })
    expect(valueOf(await check(copy))).toMatchObject({ size: 700, findings: [] })
  })
})
