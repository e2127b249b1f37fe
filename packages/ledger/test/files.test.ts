import { describe, expect, it } from 'vitest'
import { nodeAlgorithms } from '../src/algorithms.ts'
import { openCheckpoint } from '../src/checkpoint/open.ts'
import { toHex } from '../src/bytes/bytes.ts'
import { valueOf } from '../src/errors.ts'
import { realDisk } from '../src/files/disk.ts'
import { openFileStorage } from '../src/files/file-storage.ts'
import { parseJournal, printBatch } from '../src/files/journal.ts'
import { openLog } from '../src/log/log.ts'
import type { Log } from '../src/log/log.ts'
import { conforms } from './conformance.ts'
import { present } from './present.ts'
import { entriesOf, entryOf, logKeys, sampleLog, sampleOptions, temporaryFolder, temporaryStorage } from './sample.ts'
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
  if (known !== undefined && known !== toHex(root)) throw new Error(`two roots for size ${size}`)
  promises.roots.set(size, toHex(root))
}

async function recover(disk: SimulatedDisk, promises: Promises): Promise<void> {
  const storage = valueOf(await openFileStorage(disk.open(), { journalBytes: 2_000 }))
  const log = await sampleLog(storage)
  const exposed = await storage.read('checkpoint')
  if (exposed !== undefined) remember(promises, valueOf(await openCheckpoint(exposed, logKeys, nodeAlgorithms)))
  const { checkpoint } = valueOf(await log.publish())
  remember(promises, checkpoint)
  const decoder = new TextDecoder()
  const entries = valueOf(await storage.readSequenced(0, checkpoint.size))
  for (const [index, text] of promises.entries) {
    const found = entries[index]
    if (found === undefined || decoder.decode(found) !== text) throw new Error(`acknowledged entry ${index} is lost`)
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
        disk.failIn(1 + Math.floor(random() * 90), fault)
        const storage = await openFileStorage(disk.open(), { journalBytes: 2_000 })
        const log = storage.ok ? await openLog(sampleOptions(storage.value)) : storage
        if (log.ok) await work(log.value, promises, 6)
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
    expect(await log.append(entryOf(0))).toMatchObject({ error: { code: 'LOG-0801' } })
    expect(await log.append(entryOf(1))).toMatchObject({ error: { code: 'LOG-0801' } })
    expect(await log.publish()).toMatchObject({ error: { code: 'LOG-0801' } })
  })

  it('notices a bit that flipped since the last checkpoint before it signs', async () => {
    const disk = new SimulatedDisk(randomFrom(1))
    const log = await sampleLog(valueOf(await openFileStorage(disk.open())))
    for (const entry of entriesOf(3)) valueOf(await log.append(entry))
    valueOf(await log.publish())
    disk.flip('tile/0/000.p/3', 9)
    valueOf(await log.append(entryOf(3)))
    expect(await log.publish()).toMatchObject({ error: { code: 'LOG-0804' } })
  })
})

describe('the journal', () => {
  const bytes = new Uint8Array([...printBatch(5, entriesOf(3)), ...printBatch(8, entriesOf(40))])

  it('refuses every single flipped bit', () => {
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const at = Math.floor(bit / 8)
      const flipped = bytes.with(at, present(bytes[at]) ^ (1 << (bit % 8)))
      expect(parseJournal(flipped)).toMatchObject({ ok: false, error: { code: 'LOG-0801' } })
    }
  })

  it('drops what a crash cut off', () => {
    for (let length = printBatch(5, entriesOf(3)).length; length < bytes.length; length++) {
      const journal = valueOf(parseJournal(bytes.slice(0, length)))
      expect(journal).toMatchObject({ first: 5, entries: entriesOf(3) })
    }
  })
})

describe('the clock', () => {
  it('may go back: it is told, and what is signed does not', async () => {
    const times = [1_700_000_100, 1_700_000_050]
    const log = await sampleLog(await temporaryStorage(), { now: () => times.shift() ?? 0 })
    expect(valueOf(await log.publish()).problems).toEqual([])
    expect(valueOf(await log.publish()).problems).toMatchObject([{ code: 'LOG-0806' }])
    await log.close()
  })
})

describe('a writer that was taken over', () => {
  it('does not put its older checkpoint over the newer one', async () => {
    const folder = temporaryFolder()
    const older = valueOf(await openFileStorage(realDisk(folder)))
    const newer = await sampleLog(valueOf(await openFileStorage(realDisk(folder))))
    valueOf(await newer.append(entryOf(0)))
    const { note } = valueOf(await newer.publish())
    expect(await older.expose(new Uint8Array(3))).toMatchObject({ error: { code: 'LOG-0802' } })
    expect(await older.read('checkpoint')).toEqual(note)
    await newer.close()
  })
})
