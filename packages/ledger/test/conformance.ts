/** What every back end must do. Call it with a way to open the same fresh log again and again. */
import { afterAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Result } from '../src/problem/problem.ts'
import { openCheckpoint } from '../src/signature/open-checkpoint.ts'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { leafHash } from '../src/merkle/hash.ts'
import { proveInclusion, verifyInclusion } from '../src/merkle/proof.ts'
import { openLog } from '../src/log/log.ts'
import type { LogState, LogStorage } from '../src/log/storage.ts'
import { tilePath, tilesOf } from '../src/tiles/path.ts'
import { readEntry, subtreeReader } from '../src/tiles/reader.ts'
import { entriesOf, entryOf, logKeys, sampleLog, sampleOptions } from './sample.ts'

/** A place for one log; `open` opens it anew, as another process would. */
export interface Place {
  readonly open: () => Promise<Result<LogStorage>>
}

export function conforms(
  name: string,
  newPlace: () => Promise<Place>,
  end: () => Promise<void> = async () => undefined,
): void {
  afterAll(end)
  describe(`${name} as a back end`, () => {
    it('gives contiguous indices and reads them back after opening again', async () => {
      const place = await newPlace()
      const storage = valueOf(await place.open())
      expect(valueOf(await storage.sequence(entriesOf(3)))).toBe(0)
      expect(valueOf(await storage.sequence([]))).toBe(3)
      expect(valueOf(await storage.sequence([new Uint8Array(0)]))).toBe(3)
      await storage.close()
      const again = valueOf(await place.open())
      expect(valueOf(await again.sequencedSize())).toBe(4)
      expect(valueOf(await again.readSequenced(1, 9))).toEqual([entryOf(1), entryOf(2), new Uint8Array(0)])
      expect(valueOf(await again.readSequenced(4, 9))).toEqual([])
      await again.close()
    })

    it('swaps a checkpoint once for a last one', async () => {
      const storage = valueOf(await (await newPlace()).open())
      const none = valueOf(await storage.latest())
      expect(none.checkpoint).toBeUndefined()
      const one = valueOf(await storage.swap(none, toUtf8('one')))
      expect(await storage.swap(none, toUtf8('other'))).toMatchObject({ problems: [{ code: 'LOG-0803' }] })
      expect(valueOf(await storage.latest())).toEqual(one)
      const rest = await Promise.all(['a', 'b', 'c'].map((text) => storage.swap(one, toUtf8(text))))
      expect(rest.filter(({ ok }) => ok)).toHaveLength(1)
      await storage.close()
    })

    it('lets one of two writers publish and fences the other', async () => {
      const place = await newPlace()
      const older = await sampleLog(valueOf(await place.open()))
      valueOf(await older.append(entryOf(0)))
      const newer = await sampleLog(valueOf(await place.open()))
      const results = await Promise.all([older.append(entryOf(1)), newer.append(entryOf(2))])
      expect(results[1].ok).toBe(true)
      const published = await Promise.all([newer.publish(), older.publish()])
      const roots = published.flatMap((result) => (result.ok ? [result.value.checkpoint] : []))
      expect(new Set(roots.map(({ size }) => size)).size).toBe(roots.length)
      await older.close()
      await newer.close()
      const last = await sampleLog(valueOf(await place.open()))
      expect((await last.publish()).ok).toBe(true)
      await last.close()
    })

    const moments = ['before it looks', 'while it looks'] as const
    it.each(moments)('tells a writer that was taken over %s where the log stands', async (moment) => {
      const place = await newPlace()
      const storage = valueOf(await place.open())
      const takeOver = async (): Promise<void> => {
        const newer = await sampleLog(valueOf(await place.open()))
        valueOf(await newer.append(entryOf(0)))
        valueOf(await newer.publish())
        await newer.close()
      }
      const latest = async (): Promise<Result<LogState>> => {
        const state = await storage.latest()
        if (moment === 'while it looks') await takeOver()
        return state
      }
      if (moment === 'before it looks') await takeOver()
      const opened = await openLog(sampleOptions({ ...storage, latest, list: () => storage.list() }))
      expect(opened.ok ? await opened.value.append(entryOf(1)) : opened).toMatchObject({
        problems: [{ code: 'LOG-0802' }],
      })
      await storage.close()
    })

    it.each([0, 1, 255, 256, 257, 600])('publishes %i entries that can all be proved', async (count) => {
      const storage = valueOf(await (await newPlace()).open())
      const log = await sampleLog(storage)
      const half = Math.floor(count / 2)
      await Promise.all(entriesOf(half).map(async (entry) => valueOf(await log.append(entry))))
      valueOf(await log.publish())
      const rest = await Promise.all(
        entriesOf(count - half, half).map(async (entry) => valueOf(await log.append(entry))),
      )
      expect(rest).toEqual(entriesOf(count - half).map((_, at) => half + at))
      const { checkpoint, note } = valueOf(await log.publish())
      expect(checkpoint.size).toBe(count)
      expect((await openCheckpoint(note, logKeys, standardAlgorithms)).ok).toBe(true)
      const listed = new Set<string>()
      for await (const path of storage.list()) listed.add(path)
      expect([...tilesOf(count)].filter((tile) => !listed.has(tilePath(tile)))).toEqual([])
      for (const index of [0, half, count - 1].filter((index) => index >= 0 && index < count)) {
        const leaf = leafHash(valueOf(await readEntry(storage, count, index)))
        expect(leaf).toEqual(leafHash(entryOf(index)))
        const path = valueOf(await proveInclusion(index, count, subtreeReader(storage, count)))
        expect(verifyInclusion({ index, size: count, leaf, root: checkpoint.root }, path).ok).toBe(true)
      }
      await log.close()
    })

    it('refuses a log that was rolled back or forked', async () => {
      const place = await newPlace()
      const log = await sampleLog(valueOf(await place.open()))
      valueOf(await log.append(entryOf(0)))
      const { checkpoint: seen } = valueOf(await log.publish())
      await log.close()
      const storage = valueOf(await place.open())
      const ahead = { ...seen, size: 2 }
      expect(await openLog(sampleOptions(storage, { seen: ahead }))).toMatchObject({ problems: [{ code: 'LOG-0204' }] })
      const other = { ...seen, root: new Uint8Array(32) }
      expect(await openLog(sampleOptions(storage, { seen: other }))).toMatchObject({ problems: [{ code: 'LOG-0205' }] })
      const grown = await sampleLog(storage, { seen })
      valueOf(await grown.append(entryOf(1)))
      valueOf(await grown.publish())
      await grown.close()
      const again = valueOf(await place.open())
      expect(await openLog(sampleOptions(again, { seen: other }))).toMatchObject({ problems: [{ code: 'LOG-0205' }] })
      expect((await openLog(sampleOptions(again, { seen }))).ok).toBe(true)
      await again.close()
    })

    it('refuses what is written after closing', async () => {
      const storage = valueOf(await (await newPlace()).open())
      const log = await sampleLog(storage)
      await log.close()
      expect(await log.append(entryOf(0))).toMatchObject({ problems: [{ code: 'LOG-0805' }] })
      expect(await log.publish()).toMatchObject({ problems: [{ code: 'LOG-0805' }] })
    })
  })
}
