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
import { printEntry } from '../src/entry/entry.ts'
import type { DecisionEntry } from '../src/entry/entry.ts'
import type { Appended } from '../src/log/admission.ts'
import { entriesOf, entryOf, logKeys, sampleLog, sampleOptions } from './sample.ts'
import { decisionOf, nilDayOf, randomBytes } from './sample-entry.ts'

/** A place for one log; `open` opens it anew, as another process would. */
export interface Place {
  readonly open: () => Promise<Result<LogStorage>>
}

const commitments = Array.from({ length: 400 }, () => randomBytes(32))

/** The same decision for the same serial, but for its nonce. */
function entryAt(serial: number): DecisionEntry {
  return decisionOf(serial, 'us/ca/springfield', commitments[serial])
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

    it('keeps the serials of each desk without a gap, and its days in order', async () => {
      const log = await sampleLog(valueOf(await (await newPlace()).open()), { anyEntries: false })
      const other = 'us/ca/other'
      expect(valueOf(await log.append(decisionOf(1)))).toBe(0)
      expect(await log.append(decisionOf(3))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
      expect(await log.append(decisionOf(2, other))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
      expect(valueOf(await log.append(decisionOf(1, other)))).toBe(1)
      expect(valueOf(await log.append(valueOf(printEntry(nilDayOf(2)))))).toBe(2)
      expect(await log.append(decisionOf(3))).toMatchObject({ problems: [{ code: 'LOG-0713' }] })
      expect(valueOf(await log.append({ ...decisionOf(3), day: '2026-03-03' }))).toBe(3)
      // A day that has not come would close the desk until it comes.
      const early = { ...decisionOf(4), day: '2027-01-16' }
      expect(await log.append(early)).toMatchObject({ problems: [{ code: 'LOG-0719' }] })
      expect(await log.append(entryOf(0))).toMatchObject({ problems: [{ code: 'LOG-0703' }] })
      // A desk whose clock ran ahead says so, and goes on with the right days.
      expect(valueOf(await log.append({ ...decisionOf(4), verdict: 'clock-set-back', day: '2026-03-01' }))).toBe(4)
      expect(valueOf(await log.append({ ...decisionOf(5), day: '2026-03-01' }))).toBe(5)
      expect(valueOf(await log.publish()).checkpoint.size).toBe(6)
      await log.close()
    })

    it('appends all entries of a call or none, also beside other calls', async () => {
      const log = await sampleLog(valueOf(await (await newPlace()).open()), { anyEntries: false })
      const call = async (...serials: readonly number[]): Promise<unknown> => {
        const appended = await log.appendAll(serials.map((serial) => entryAt(serial)))
        return appended.ok ? appended.value.map(({ index }) => index) : appended.problems[0].code
      }
      const calls = await Promise.all([call(1, 2), call(3, 5), call(3, 4), call(), call(5), call(6, 8)])
      expect(calls).toEqual([[0, 1], 'LOG-0704', [2, 3], [], [4], 'LOG-0704'])
      expect(valueOf(await log.publish()).checkpoint.size).toBe(5)
      await log.close()
    })

    it('appends nothing at a second try, and says where the entries are', async () => {
      const place = await newPlace()
      const tries = async (count: number): Promise<readonly Appended[]> => {
        const log = await sampleLog(valueOf(await place.open()), { anyEntries: false })
        // Each try takes fresh nonces, as the command does.
        const entries = Array.from({ length: count }, (_, at) => entryAt(at + 1))
        const appended = valueOf(await log.appendAll(entries))
        valueOf(await log.publish())
        await log.close()
        return appended
      }
      const first = await tries(300)
      expect(first.every(({ isNew }, at) => isNew && first[at]?.index === at)).toBe(true)
      expect(await tries(300)).toEqual(first.map((appended) => ({ ...appended, isNew: false })))
      const more = await tries(302)
      expect(more.filter(({ isNew }) => isNew).map(({ index }) => index)).toEqual([300, 301])
      const log = await sampleLog(valueOf(await place.open()), { anyEntries: false })
      const taken = { ...entryAt(7), verdict: 'agree' }
      expect(await log.append(taken)).toMatchObject({ problems: [{ code: 'LOG-0718', values: { serial: 7 } }] })
      expect(await log.appendAll([entryAt(303), entryAt(303)])).toMatchObject({
        value: [
          { index: 302, isNew: true },
          { index: 302, isNew: false },
        ],
      })
      await log.close()
    })

    it('gives entries without a serial the next one, however many come at once', async () => {
      const place = await newPlace()
      const log = await sampleLog(valueOf(await place.open()), { anyEntries: false })
      const { serial: _, ...decision } = decisionOf(1)
      const indices = await Promise.all(Array.from({ length: 40 }, async () => valueOf(await log.append(decision))))
      expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, at) => at))
      // The same words once more are another entry, unless they are said to be tried again.
      expect(valueOf(await log.append(decision))).toBe(40)
      const again = valueOf(await log.appendAll([decision], { isRetry: true }))
      expect(again).toMatchObject([{ isNew: false, entry: { commitment: decision.commitment } }])
      const { serial: __, ...other } = decisionOf(1)
      expect(valueOf(await log.appendAll([other], { isRetry: true }))).toMatchObject([
        { isNew: true, index: 41, entry: { serial: 42 } },
      ])
      expect(valueOf(await log.publish()).checkpoint.size).toBe(42)
      await log.close()
    })

    it('learns where a desk stands from what is proved, however long ago', async () => {
      const place = await newPlace()
      const log = await sampleLog(valueOf(await place.open()), { anyEntries: false })
      valueOf(await log.append(decisionOf(1, 'us/ca/quiet')))
      for (const first of [1, 301]) {
        valueOf(await log.appendAll(Array.from({ length: 300 }, (_, at) => entryAt(first + at))))
        valueOf(await log.publish())
      }
      await log.close()
      const again = await sampleLog(valueOf(await place.open()), { anyEntries: false })
      expect(await again.append(decisionOf(1, 'us/ca/quiet'))).toMatchObject({ problems: [{ code: 'LOG-0718' }] })
      expect(await again.append(decisionOf(3, 'us/ca/quiet'))).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
      expect(valueOf(await again.append(decisionOf(2, 'us/ca/quiet')))).toBe(601)
      expect(valueOf(await again.append(decisionOf(1, 'us/ca/new')))).toBe(602)
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
