import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { openCheckpoint } from '../src/signature/open-checkpoint.ts'
import { fromUtf8 } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { Disk } from '../src/files/disk.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { parseJournal, printBatch } from '../src/files/journal.ts'
import { openLog } from '../src/log/log.ts'
import type { Log } from '../src/log/log.ts'
import { readEntry } from '../src/tiles/reader.ts'
import { rootsByHand } from '../soak/by-hand.ts'
import { conforms } from './conformance.ts'
import { present } from './present.ts'
import {
  entriesOf,
  entryOf,
  logKeys,
  logSigner,
  sampleLog,
  sampleOptions,
  signerOf,
  storageOn,
  temporaryFolder,
  temporaryStorage,
} from './sample.ts'
import type { Fault } from './simulated-disk.ts'
import { randomFrom, SimulatedDisk } from './simulated-disk.ts'

conforms('a folder of files', async () => {
  const folder = temporaryFolder()
  return { open: async () => await openFileStorage(realDisk(folder)) }
})

conforms('a disk that forgets', async () => {
  const disk = new SimulatedDisk(Math.random)
  return { open: async () => await openFileStorage(disk.open(), { journalBytes: 2_000 }) }
})

interface Promises {
  /** What was acknowledged, by index, and every root that was published, by size. */
  readonly entries: Map<number, string>
  readonly roots: Map<number, string>
  written: number
}

/** Appends and publishes until something fails. */
async function work(log: Log, promises: Promises, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const appends = Array.from({ length: 5 }, async () => {
      const text = `${promises.written++}`.padEnd(promises.written % 7 === 0 ? 900 : 4)
      const index = await log.append(new TextEncoder().encode(text))
      if (index.ok) {
        if (promises.entries.has(index.value)) throw new Error(`index ${index.value} was given twice`)
        promises.entries.set(index.value, text)
      }
      return index.ok
    })
    const [published] = await Promise.all([log.publish(), ...appends])
    if (!published.ok) return
    remember(promises, published.value.checkpoint)
  }
}

function remember(promises: Promises, { size, root }: { readonly size: number; readonly root: Uint8Array }): void {
  const known = promises.roots.get(size)
  if (known !== undefined && known !== bytesToHex(root)) throw new Error(`two roots for size ${size}`)
  promises.roots.set(size, bytesToHex(root))
}

async function recover(disk: SimulatedDisk, promises: Promises): Promise<void> {
  const storage = valueOf(await openFileStorage(disk.open(), { journalBytes: 2_000 }))
  const log = await sampleLog(storage)
  const exposed = await storage.read('checkpoint')
  if (exposed !== undefined) remember(promises, valueOf(await openCheckpoint(exposed, logKeys, standardAlgorithms)))
  const { checkpoint } = valueOf(await log.publish())
  remember(promises, checkpoint)
  const decoder = new TextDecoder()
  const entries = valueOf(await storage.readSequenced(0, checkpoint.size))
  for (const [index, text] of promises.entries) {
    const found = entries[index]
    if (found === undefined || decoder.decode(found) !== text) throw new Error(`acknowledged entry ${index} is lost`)
  }
  const roots = rootsByHand(entries.map((entry) => Buffer.from(entry)))
  for (const [size, root] of promises.roots) {
    if (size > 0 && roots[size - 1] !== root) throw new Error(`the root of size ${size} is not that of its entries`)
  }
}

describe('a log on a failing disk', () => {
  const faults: readonly Fault[] = ['crash', 'EIO', 'ENOSPC', 'fsync']
  it.each(faults)('loses nothing acknowledged and never forks: %s', async (fault) => {
    for (let seed = 0; seed < 30; seed++) {
      const random = randomFrom(seed)
      const disk = new SimulatedDisk(random)
      const promises: Promises = { entries: new Map(), roots: new Map(), written: 0 }
      for (let life = 0; life < 4; life++) {
        disk.failIn(1 + Math.floor(random() * 250), fault)
        // In some lives a second writer takes over at once, and both work.
        const logs: Log[] = []
        for (const _ of random() < 0.4 ? [1, 2] : [1]) {
          const storage = await openFileStorage(disk.open(), { journalBytes: 2_000 })
          const log = storage.ok ? await openLog(sampleOptions(storage.value)) : storage
          if (log.ok) logs.push(log.value)
        }
        await Promise.all(logs.map(async (log) => await work(log, promises, 6)))
        if (random() < 0.7) disk.crash()
        else disk.kill()
        await recover(disk, promises)
      }
    }
  })

  it('writes nothing more after a failed write', async () => {
    const disk = new SimulatedDisk(randomFrom(1))
    const log = await sampleLog(valueOf(await openFileStorage(disk.open())))
    disk.failIn(1, 'fsync')
    expect(await log.append(entryOf(0))).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
    expect(await log.append(entryOf(1))).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
    expect(await log.publish()).toMatchObject({ problems: [{ code: 'LOG-0801' }] })
  })

  it('notices a bit that flipped since the last checkpoint before it signs', async () => {
    const disk = new SimulatedDisk(randomFrom(1))
    const log = await sampleLog(valueOf(await openFileStorage(disk.open())))
    for (const entry of entriesOf(3)) valueOf(await log.append(entry))
    valueOf(await log.publish())
    disk.flip('tile/0/000.p/3', 9)
    valueOf(await log.append(entryOf(3)))
    expect(await log.publish()).toMatchObject({ problems: [{ code: 'LOG-0810', values: { entry: 0 } }] })
  })
})

describe('the journal', () => {
  const firstBatch = printBatch(5, entriesOf(3))
  const bytes = concatBytes(firstBatch, printBatch(8, entriesOf(40)))

  it('refuses every single flipped bit', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const at = Math.floor(bit / 8)
      const flipped = bytes.with(at, present(bytes[at]) ^ (1 << (bit % 8)))
      expect(parseJournal(flipped)).toMatchObject({ ok: false, problems: [{ code: 'LOG-0807' }] })
    }
  })

  it('refuses a flipped bit beside entries that are all zeroes', () => {
    const zeroes = concatBytes(firstBatch, printBatch(8, [new Uint8Array(2_000), new Uint8Array(9)]))
    for (let at = 0; at < zeroes.length; at++) {
      const flipped = zeroes.with(at, present(zeroes[at]) ^ 1)
      expect(parseJournal(flipped), `byte ${at}`).toMatchObject({ ok: false, problems: [{ code: 'LOG-0807' }] })
    }
  })

  it('drops a last batch of which any sectors never reached the disk', () => {
    const random = randomFrom(4)
    for (let round = 0; round < 400; round++) {
      const before = printBatch(5, [new Uint8Array(Math.floor(random() * 1_000)).fill(7)])
      const torn = concatBytes(before, printBatch(6, [new Uint8Array(Math.floor(random() * 3_000)).fill(round)]))
      const sectors: number[] = []
      for (let at = before.length; at < torn.length; at += 512 - (at % 512)) sectors.push(at)
      const lost = Math.floor(random() * sectors.length)
      for (const [nth, at] of sectors.entries()) {
        if (nth === lost || random() < 0.3) torn.fill(0, at, Math.min(torn.length, at + 512 - (at % 512)))
      }
      expect(valueOf(parseJournal(torn)), `round ${round}`).toMatchObject({ first: 5, entries: { length: 1 } })
    }
  })

  it('refuses sectors of zeroes before its last batch', () => {
    const three = concatBytes(
      printBatch(0, [new Uint8Array(1_500).fill(1)]),
      printBatch(1, [new Uint8Array(1_500).fill(2)]),
    )
    for (const at of [0, 512, 1024]) {
      const zeroed = three.slice().fill(0, at, at + 512)
      expect(parseJournal(zeroed), `sector at ${at}`).toMatchObject({ problems: [{ code: 'LOG-0807' }] })
    }
  })

  it('drops what a crash cut off', () => {
    for (let length = firstBatch.length; length < bytes.length; length++) {
      const journal = valueOf(parseJournal(bytes.slice(0, length)))
      expect(journal).toMatchObject({ first: 5, entries: entriesOf(3) })
    }
  })
})

describe('the clock', () => {
  it('may go back: it is told, and what is signed does not', async () => {
    const times = [1_800_000_100, 1_800_000_050]
    const log = await sampleLog(await temporaryStorage(), { now: () => times.shift() ?? 0 })
    expect(valueOf(await log.publish()).problems).toEqual([])
    expect(valueOf(await log.publish()).problems).toMatchObject([{ code: 'LOG-0806' }])
    await log.close()
  })

  it('may go back while the log is closed: what was signed is remembered', async () => {
    const folder = temporaryFolder()
    const signers = [logSigner, await signerOf(1, logKeys.origin, 'ml-dsa-44')]
    for (const [time, problems] of [
      [1_800_000_100, []],
      [1_800_000_050, [{ code: 'LOG-0806' }]],
      [1_800_000_200, []],
    ] as const) {
      const log = await sampleLog(await temporaryStorage(folder), { signers, now: () => time })
      valueOf(await log.append(entryOf(0)))
      expect(valueOf(await log.publish()).problems, String(time)).toMatchObject(problems)
      await log.close()
    }
  })
})

describe('a writer that was taken over', () => {
  it('does not put its older checkpoint over the newer one', async () => {
    const folder = temporaryFolder()
    const older = await temporaryStorage(folder)
    const newer = await sampleLog(await temporaryStorage(folder))
    valueOf(await newer.append(entryOf(0)))
    const { note } = valueOf(await newer.publish())
    expect(await older.expose(new Uint8Array(3))).toMatchObject({ problems: [{ code: 'LOG-0802' }] })
    expect(await older.read('checkpoint')).toEqual(note)
    await newer.close()
  })

  it('does not even when it was paused between its last look and its last step', async () => {
    const folder = temporaryFolder()
    const disk = realDisk(folder)
    let isPaused = false
    let newest: Uint8Array | undefined
    const takeOver = async (): Promise<void> => {
      isPaused = true
      const newer = await sampleLog(await temporaryStorage(folder))
      valueOf(await newer.append(entryOf(1)))
      newest = valueOf(await newer.publish()).note
      await newer.close()
    }
    const rename: Disk['rename'] = async (from, to) => {
      if (to === 'checkpoint' && !isPaused) await takeOver()
      await disk.rename(from, to)
    }
    const older = await sampleLog(await storageOn({ ...disk, rename }))
    valueOf(await older.append(entryOf(0)))
    expect(await older.publish()).toMatchObject({ problems: [{ code: 'LOG-0802' }] })
    expect(await disk.read('checkpoint')).toEqual(newest)
  })

  it('is told so also when its files vanish under it', async () => {
    const folder = temporaryFolder()
    const disk = realDisk(folder)
    const renames: string[] = []
    const rename: Disk['rename'] = async (from, to) => {
      renames.push(to)
      if (renames.length === 2) await (await temporaryStorage(folder)).close()
      await disk.rename(from, to)
    }
    const older = await sampleLog(await storageOn({ ...disk, rename }))
    valueOf(await older.append(entryOf(0)))
    expect(await older.publish()).toMatchObject({ problems: [{ code: 'LOG-0802' }] })
  })

  it('may begin a journal and remove the old one while the next writer looks for it', async () => {
    const folder = temporaryFolder()
    const first = await temporaryStorage(folder)
    valueOf(await first.sequence([entryOf(0)]))
    await first.close()
    const disk = realDisk(folder)
    let isNew = true
    const read: Disk['read'] = async (path) => {
      if (path.includes('journals') && isNew) {
        isNew = false
        await (await temporaryStorage(folder)).close()
      }
      return await disk.read(path)
    }
    // The storage opened in between is the last writer; this one is told so, and not of a lost journal.
    const older = await storageOn({ ...disk, read })
    expect(await older.sequence([entryOf(1)])).toMatchObject({ problems: [{ code: 'LOG-0802' }] })
  })
})

describe('a log of which something was taken away', () => {
  const cases = [
    { name: 'all of the state', paths: ['.state'] },
    { name: 'the checkpoints', paths: ['.state/checkpoints'] },
    { name: 'the last checkpoint', paths: ['.state/checkpoints/0000000002'], code: 'LOG-0204' },
    { name: 'the journal', paths: ['.state/journals'] },
    {
      name: 'the journal, before there is a checkpoint in the state',
      paths: ['.state/journals', '.state/checkpoints'],
    },
  ]
  it.each(cases)(
    'is refused without $name, because it would grow into a fork',
    async ({ paths, code = 'LOG-0209' }) => {
      const folder = temporaryFolder()
      const log = await sampleLog(await temporaryStorage(folder))
      for (const entry of entriesOf(2)) {
        valueOf(await log.append(entry))
        valueOf(await log.publish())
      }
      await log.close()
      for (const path of paths) rmSync(join(folder, path), { recursive: true })
      const storage = await openFileStorage(realDisk(folder))
      const opened = storage.ok ? await openLog(sampleOptions(storage.value)) : storage
      if (storage.ok) await storage.value.close()
      expect(opened).toMatchObject({ ok: false, problems: [{ code }] })
    },
  )

  it('keeps what it acknowledges after its writer numbers were taken away', async () => {
    const folder = temporaryFolder()
    for (const entry of entriesOf(3)) {
      const storage = await temporaryStorage(folder)
      valueOf(await storage.sequence([entry]))
      await storage.close()
    }
    rmSync(join(folder, '.state/writers'), { recursive: true })
    const storage = await temporaryStorage(folder)
    expect(valueOf(await storage.sequence([entryOf(3)]))).toBe(3)
    await storage.close()
    expect(valueOf(await (await temporaryStorage(folder)).readSequenced(0, 9))).toEqual(entriesOf(4))
  })

  it('leaves nothing unfinished that another writer began', async () => {
    const folder = temporaryFolder()
    await (await temporaryStorage(folder)).close()
    const left = ['.state/writers/unfinished-0000000000-1-1', '.state/journals/unfinished-0000000001-1-2']
    for (const path of left) writeFileSync(join(folder, path), 'left')
    await (await temporaryStorage(folder)).close()
    expect(left.filter((path) => existsSync(join(folder, path)))).toEqual([])
  })

  it('shows its last checkpoint again when the one shown is damaged, old or gone', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'checkpoint')
    const log = await sampleLog(await temporaryStorage(folder))
    valueOf(await log.publish())
    const old = readFileSync(path)
    valueOf(await log.append(entryOf(0)))
    const { note } = valueOf(await log.publish())
    await log.close()
    for (const bytes of [old, Buffer.from('damaged'), undefined]) {
      if (bytes === undefined) rmSync(path)
      else writeFileSync(path, bytes)
      await (await sampleLog(await temporaryStorage(folder))).close()
      expect(new Uint8Array(readFileSync(path))).toEqual(note)
    }
  })
})

describe('what was acknowledged', () => {
  it('stays as it was when the caller uses its buffer again', async () => {
    const storage = await temporaryStorage()
    const log = await sampleLog(storage)
    const buffer = Buffer.from('acknowledged')
    const appended = log.append(buffer)
    buffer.fill(1)
    valueOf(await appended)
    buffer.fill(2)
    valueOf(await log.publish())
    expect(fromUtf8(valueOf(await readEntry(storage, 1, 0)))).toBe('acknowledged')
    await log.close()
  })

  it('is opened again however many entries wait for a checkpoint', async () => {
    const folder = temporaryFolder()
    const storage = await temporaryStorage(folder)
    for (let round = 0; round < 20; round++) valueOf(await storage.sequence(entriesOf(10_000)))
    await storage.close()
    const again = await temporaryStorage(folder)
    expect(valueOf(await again.sequencedSize())).toBe(200_000)
    await again.close()
  })

  it('is bounded: a journal that nobody publishes is full one day', async () => {
    const storage = valueOf(await openFileStorage(new SimulatedDisk(randomFrom(1)).open(), { journalBytes: 100 }))
    const log = await sampleLog(storage)
    expect(await storage.sequence([new Uint8Array(7_000)])).toMatchObject({ problems: [{ code: 'LOG-0808' }] })
    valueOf(await log.append(new Uint8Array(5_000)))
    expect(await log.append(new Uint8Array(5_000))).toMatchObject({ problems: [{ code: 'LOG-0808' }] })
    valueOf(await log.publish())
    expect(valueOf(await log.append(new Uint8Array(5_000)))).toBe(1)
  })
})
