/** Appending to a log in a folder, under other writers and after writers that stopped in the middle. */
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { DecisionEntry } from '../src/entry/entry.ts'
import { realDisk } from '../src/files/disk.ts'
import { folderSource } from '../src/files/folder-source.ts'
import { keptFiles } from '../src/files/kept-files.ts'
import type { AppendOptions } from '../src/folder/append-to-folder.ts'
import { appendToFolder } from '../src/folder/append-to-folder.ts'
import type { LogFolder } from '../src/folder/log-folder.ts'
import { createLogFolder } from '../src/folder/create-log-folder.ts'
import { openLogFolder } from '../src/folder/log-folder.ts'
import { fsck } from '../src/fsck/fsck.ts'
import { readEntries } from '../src/log/read-entries.ts'
import { readTrustFile } from '../src/files/trust-file.ts'
import { readShownCheckpoint } from '../src/policy/shown-checkpoint.ts'
import { keysOfLog } from '../src/policy/trust.ts'
import { valueOf } from '../src/problem/problem.ts'
import { decisionOf, randomBytes } from './sample-entry.ts'
import { temporaryFolder } from './sample.ts'

const now = (): number => 1_800_000_000
const commitments = Array.from({ length: 100 }, () => randomBytes(32))
const letters = 'abcdefghij'

/** The same decision for the same serial, but for its nonce. */
function entryAt(serial: number, place = 'us/ca/springfield'): DecisionEntry {
  return decisionOf(serial, place, commitments[serial])
}

async function newLog(): Promise<string> {
  const folder = join(temporaryFolder(), 'log')
  valueOf(await createLogFolder(folder, { origin: 'log.springfield.example', now }))
  return folder
}

/** A writer that takes no turns, as a server is, or one that was killed. */
async function newWriter(folder: string): Promise<LogFolder> {
  const opened = valueOf(await openLogFolder(folder, { now }))
  writers.push(opened)
  return opened
}

const writers: LogFolder[] = []
afterAll(async () => {
  for (const { log } of writers) await log.close()
})

/** Lets whoever else works go on, and takes no time. */
const still: AppendOptions = { now, wait: async () => await new Promise((resolve) => setImmediate(resolve)) }

/** The serials that the log shows, by desk; everything is proved on the way, and fsck finds nothing. */
async function shownSerials(folder: string): Promise<Readonly<Record<string, readonly number[]>>> {
  const source = folderSource(realDisk(folder))
  const policy = valueOf(await readTrustFile(join(folder, 'log.policy')))
  const { checkpoint, bytes } = valueOf(await readShownCheckpoint(source, policy))
  const keys = valueOf(keysOfLog(policy, bytes))
  const report = await fsck({ source, list: source.list, kept: () => keptFiles(realDisk(folder)), ...keys })
  expect(valueOf(report).findings).toEqual([])
  const serials: Record<string, number[]> = {}
  for await (const read of readEntries(source, checkpoint, 0)) {
    const { entry } = valueOf(read)
    if (entry !== undefined) (serials[entry.place] ??= []).push(entry.serial)
  }
  return serials
}

describe('append to a folder', () => {
  it('appends and publishes, and a second try appends nothing', async () => {
    const folder = await newLog()
    const entries = [entryAt(1), entryAt(2)]
    const first = valueOf(await appendToFolder(folder, entries, still))
    expect(first).toMatchObject({
      size: 2,
      appended: [
        { index: 0, isNew: true },
        { index: 1, isNew: true },
      ],
    })
    const second = valueOf(await appendToFolder(folder, [entryAt(1), entryAt(2)], still))
    expect(second).toMatchObject({
      size: 2,
      appended: [
        { index: 0, isNew: false },
        { index: 1, isNew: false },
      ],
    })
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1, 2] })
  })

  it('publishes what a writer that was killed had acknowledged, and appends it once', async () => {
    const folder = await newLog()
    // Sequenced, and killed before it published: nothing is closed.
    const { log } = await newWriter(folder)
    valueOf(await log.appendAll([entryAt(1), entryAt(2)]))
    expect(await shownSerials(folder)).toEqual({})
    const retried = valueOf(await appendToFolder(folder, [entryAt(1), entryAt(2)], still))
    expect(retried).toMatchObject({ size: 2, appended: [{ isNew: false }, { isNew: false }] })
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1, 2] })
  })

  it('publishes what was left also where its own entries are refused', async () => {
    const folder = await newLog()
    const { log } = await newWriter(folder)
    valueOf(await log.appendAll([entryAt(1)]))
    expect(await appendToFolder(folder, [entryAt(3)], still)).toMatchObject({ problems: [{ code: 'LOG-0704' }] })
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1] })
  })

  it('is content when a writer that took over publishes its entries', async () => {
    const folder = await newLog()
    const takeOver = async (): Promise<void> => {
      // Of two that publish at once one is told so; it opens the log again.
      for (let isPublished = false; !isPublished;) {
        const { log } = await newWriter(folder)
        valueOf(await log.append(entryAt(1, 'us/ca/other')))
        isPublished = (await log.publish()).ok
      }
    }
    let taking: Promise<void> | undefined
    const outcome = await appendToFolder(folder, [entryAt(1)], {
      now,
      // The other writer opens the log as soon as the entries of this one are safe.
      onAppended: () => {
        taking = takeOver()
      },
      wait: async () => await taking,
    })
    const { size, appended } = valueOf(outcome)
    expect(appended).toMatchObject([{ index: 0, isNew: true }])
    expect(size).toBeGreaterThanOrEqual(1)
    await taking
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1], 'us/ca/other': [1] })
  })

  it('takes over again when the writer that took over is gone without publishing', async () => {
    const folder = await newLog()
    let told = 0
    const outcome = await appendToFolder(folder, [entryAt(1)], {
      ...still,
      onAppended: () => {
        told += 1
        void newWriter(folder)
      },
    })
    expect(valueOf(outcome)).toMatchObject({ size: 1, appended: [{ index: 0, isNew: true }] })
    expect(told).toBe(1)
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1] })
  })

  it('lets ten writers at once append, each at its own desk', async () => {
    const folder = await newLog()
    const calls = letters.split('').map(async (letter) => {
      const entries = [1, 2, 3].map((serial) => entryAt(serial, `us/ca/${letter}-desk`))
      return valueOf(await appendToFolder(folder, entries, still))
    })
    const outcomes = await Promise.all(calls)
    const indices = outcomes.flatMap(({ appended }) => appended.map(({ index }) => index))
    expect(indices.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at))
    const expected = letters.split('').map((letter) => [`us/ca/${letter}-desk`, [1, 2, 3]])
    expect(await shownSerials(folder)).toEqual(Object.fromEntries(expected))
  })

  it('takes the same entries once when five writers bring them at once', async () => {
    const folder = await newLog()
    const bring = async (): Promise<unknown> =>
      valueOf(await appendToFolder(folder, [entryAt(1), entryAt(2)], still)).appended.map(({ index }) => index)
    expect(await Promise.all([bring(), bring(), bring(), bring(), bring()])).toEqual(
      Array.from({ length: 5 }, () => [0, 1]),
    )
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1, 2] })
  })

  it('numbers entries without a serial once, whoever takes over', async () => {
    const folder = await newLog()
    const calls = Array.from({ length: 6 }, async (_, at) => {
      const { serial: __, ...entry } = entryAt(at)
      const outcome = valueOf(await appendToFolder(folder, [entry], still))
      return outcome.appended[0]?.entry?.serial
    })
    expect((await Promise.all(calls)).toSorted((a = 0, b = 0) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await shownSerials(folder)).toEqual({ 'us/ca/springfield': [1, 2, 3, 4, 5, 6] })
  })
})
