import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { valueOf } from '../src/problem/problem.ts'
import { folderSource } from '../src/files/folder-source.ts'
import { parseTilePath } from '../src/tiles/path.ts'
import { check, diskOf } from './disk-log.ts'
import { sentenceOf } from '../src/wording/sentence.ts'
import { logKeys, signerOf } from './sample.ts'
import { randomFrom } from './simulated-disk.ts'
import { isLong, times } from '../../../scripts/test-counts.ts'

describe('fsck', () => {
  it.each([[[0]], [[1]], [[256]], [[3, 300]], [[255, 256, 257, 700]]])(
    'finds nothing in a whole log (%j)',
    async (sizes) => {
      const disk = await diskOf(...sizes)
      expect(valueOf(await check(disk))).toMatchObject({ size: sizes.at(-1), entries: sizes.at(-1), findings: [] })
    },
  )

  it('finds and names a flipped bit in any file', async () => {
    const disk = await diskOf(5, 300, 600)
    const random = randomFrom(2)
    const paths = disk.paths().filter((path) => path === 'checkpoint' || path.startsWith('tile/'))
    expect(paths.length).toBeGreaterThan(8)
    for (const path of paths) {
      for (let round = 0; round < times(6, 50); round++) {
        const bit = Math.floor(random() * disk.length(path) * 8)
        disk.flip(path, bit)
        const report = await check(disk)
        const messages = report.ok
          ? report.value.findings.map((found) => sentenceOf(found).says)
          : report.problems.map((found) => sentenceOf(found).says)
        // oxlint-disable-next-line vitest/valid-expect -- the message names the place
        expect(messages.join('\n'), `${path} bit ${bit}`).toContain(`\`${nameOf(path)}`)
        disk.flip(path, bit)
      }
    }
    expect(valueOf(await check(disk)).findings).toEqual([])
  })

  it(`finds and names ${isLong ? 'every single' : 'every fifth'} flipped bit of every file of a small log`, async () => {
    const disk = await diskOf(2, 3)
    const paths = disk.paths()
    expect(paths).toEqual([
      '.state/checkpoints/0000000001',
      '.state/checkpoints/0000000002',
      '.state/journals/0000000001',
      '.state/writers/0000000001',
      'checkpoint',
      'tile/0/000.p/2',
      'tile/0/000.p/3',
      'tile/entries/000.p/2',
      'tile/entries/000.p/3',
    ])
    for (const path of paths) {
      for (let bit = 0; bit < disk.length(path) * 8; bit += times(5, 1)) {
        disk.flip(path, bit)
        const report = await check(disk)
        const messages = report.ok
          ? report.value.findings.map((found) => sentenceOf(found).says)
          : report.problems.map((found) => sentenceOf(found).says)
        if (!messages.join('\n').includes(`\`${path}\``)) throw new Error(`${path} bit ${bit}: ${messages.join('\n')}`)
        disk.flip(path, bit)
      }
    }
    expect(valueOf(await check(disk)).findings).toEqual([])
  })

  it('names a missing file, a strange file, and a wrong key', async () => {
    const disk = await diskOf(3)
    await disk.open().writeSynced('tile/0/notes.txt', new Uint8Array(3))
    expect(valueOf(await check(disk)).findings).toMatchObject([{ code: 'LOG-0402' }])
    await disk.open().remove('tile/0/notes.txt')
    await disk.open().remove('tile/entries/000.p/3')
    expect(valueOf(await check(disk)).findings).toMatchObject([
      { code: 'LOG-0403', where: { file: 'tile/entries/000.p/3' } },
    ])
    const other = await signerOf(9)
    const source = folderSource(disk.open())
    const report = await fsck({ source, origin: logKeys.origin, keys: [other.key], algorithms: standardAlgorithms })
    expect(report).toMatchObject({ problems: [{ code: 'LOG-0103' }] })
  })
})

/** A mismatch names both sides; a full tile is named by its parent where the hash above changed. */
function nameOf(path: string): string {
  const tile = parseTilePath(path)
  return tile.ok ? path : 'checkpoint'
}
