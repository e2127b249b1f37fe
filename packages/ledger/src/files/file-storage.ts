/**
 * The back end of files. `checkpoint` and `tile/` are public, `.state/` is not.
 *
 * Several processes may open one log. Each takes the next writer number; who finds a higher one after writing does not
 * acknowledge. So a writer that was taken over can write, but never promise, and no lock can go stale.
 */
import { fail, inFile, succeed } from '../problem/problem.ts'
import type { Failure, Result } from '../problem/problem.ts'
import type { LogFile, LogState, LogStorage, Waiting } from '../log/storage.ts'
import { checkpointPath, tileWidth } from '../tiles/path.ts'
import { readBundle } from '../tiles/reader.ts'
import { attempt } from '../problem/attempt.ts'
import type { AppendFile, Disk } from './disk.ts'
import { listFiles } from './list-files.ts'
import { printBatch } from './journal.ts'
import type { BegunJournal } from './journal-file.ts'
import { beginJournal, isJournalLost, readJournal } from './journal-file.ts'
import type { Replace } from './replace.ts'
import { replacer } from './replace.ts'
import {
  claimNumber,
  keptNumbers,
  numberName,
  numbersIn,
  removeUnfinished,
  stateFolders as folders,
  unfinishedName,
} from './numbered.ts'
import { isTakenOver, takenOver, takenOverOr, takeOver } from './take-over.ts'

/** A journal may wait for a checkpoint this many times as long as one that is begun anew. */
const fullTimes = 64

/** Options of a storage in a folder. */
export interface FileStorageOptions {
  /** A journal longer than this is begun anew once its entries are published; at 64 times this it is full. */
  readonly journalBytes?: number
}

/**
 * Opens the log in a folder as its writer, and takes over from any earlier writer.
 *
 * @example
 * const storage = await openFileStorage(realDisk('/var/lib/brightline/log'))
 */
export async function openFileStorage(disk: Disk, options: FileStorageOptions = {}): Promise<Result<LogStorage>> {
  const opened = await attempt(async () => await FileStorage.open(disk, options))
  return opened.ok ? opened.value : opened
}

/** The state that a storage begins with. */
interface Opened {
  readonly writer: number
  readonly journalBytes: number
  readonly begun: BegunJournal
  readonly first: number
  readonly entries: Uint8Array[]
}

/** Guards the journal: entries have contiguous indices, and nothing is acknowledged that is not on the disk. */
class FileStorage implements LogStorage {
  readonly #disk: Disk
  readonly #writer: number
  readonly #journalBytes: number
  #journal: AppendFile
  #journalLength: number
  /** Entries from index `#first` on; those before are in bundles. */
  #entries: Uint8Array[]
  #first: number
  /** Once a write failed, what is on the disk is unknown: nothing is written any more. */
  #broken: Failure | undefined
  #queue: Promise<unknown> = Promise.resolve()
  readonly #replace: Replace

  static async open(disk: Disk, { journalBytes = 8_000_000 }: FileStorageOptions): Promise<Result<LogStorage>> {
    if (await isJournalLost(disk)) return fail('LOG-0209', {}, inFile(folders.journals))
    for (const folder of ['.state', ...Object.values(folders), 'tile']) await disk.makeFolder(folder)
    for (const folder of ['.', '.state']) await disk.syncFolder(folder)
    const writer = await takeOver(disk)
    // From here on no earlier writer can put an unfinished file in place.
    for (const folder of Object.values(folders)) await removeUnfinished(disk, folder, writer)
    const journal = await readJournal(disk)
    if (!journal.ok) return journal
    const { first, entries } = journal.value
    const begun = await attempt(async () => await beginJournal(disk, writer, first, entries))
    if (!begun.ok) return await takenOverOr(begun, disk, writer)
    return succeed(new FileStorage(disk, { writer, journalBytes, begun: begun.value, first, entries: [...entries] }))
  }

  constructor(disk: Disk, { writer, journalBytes, begun, first, entries }: Opened) {
    this.#disk = disk
    this.#writer = writer
    this.#replace = replacer(disk, () => unfinishedName(folders.checkpoints, writer))
    this.#journalBytes = journalBytes
    this.#journal = begun.file
    this.#journalLength = begun.length
    this.#first = first
    this.#entries = entries
  }

  /** Only the process that writes a folder gives it entries, so nothing waits there. */
  readonly waiting = async (): Promise<Result<readonly Waiting[]>> => succeed([])

  readonly sequence = async (entries: readonly Uint8Array[]): Promise<Result<number>> =>
    await this.#alone(async () => {
      const first = this.#first + this.#entries.length
      const batch = printBatch(first, entries)
      if (this.#journalLength + batch.length > fullTimes * this.#journalBytes) {
        return fail('LOG-0808')
      }
      await this.#journal.writeSynced(batch)
      this.#journalLength += batch.length
      for (const entry of entries) this.#entries.push(entry)
      const fenced = await this.#fence()
      return fenced.ok ? succeed(first) : fenced
    })

  readonly sequencedSize = async (): Promise<Result<number>> => succeed(this.#first + this.#entries.length)

  readonly readSequenced = async (from: number, limit: number): Promise<Result<readonly Uint8Array[]>> => {
    if (from >= this.#first) return succeed(this.#entries.slice(from - this.#first, from - this.#first + limit))
    const found: Uint8Array[] = []
    for (let at = from; at < this.#first && found.length < limit; at = (Math.floor(at / tileWidth) + 1) * tileWidth) {
      const bundle = await readBundle(this, this.#first, Math.floor(at / tileWidth))
      if (!bundle.ok) return bundle
      found.push(...bundle.value.slice(at % tileWidth))
    }
    return succeed([...found, ...this.#entries].slice(0, limit))
  }

  readonly read = async (path: string): Promise<Uint8Array | undefined> => await this.#disk.read(path)

  readonly write = async (files: readonly LogFile[]): Promise<Result<true>> =>
    await this.#alone(async () => {
      await this.#replace(files)
      return succeed(true)
    })

  readonly latest = async (): Promise<Result<LogState>> =>
    await this.#alone(async () => {
      const number = (await numbersIn(this.#disk, folders.checkpoints)).at(-1) ?? 0
      // The writer that swapped it in may have died before its name was safe.
      await this.#disk.syncFolder(folders.checkpoints)
      const checkpoint =
        number === 0 ? undefined : await this.#disk.read(`${folders.checkpoints}/${numberName(number)}`)
      // A checkpoint of the next writer may hold entries that this one does not know.
      const fenced = await this.#fence()
      return fenced.ok ? succeed({ number, checkpoint }) : fenced
    })

  readonly swap = async (last: LogState, next: Uint8Array): Promise<Result<LogState>> =>
    await this.#alone(async () => {
      const number = last.number + 1
      const isMine = await claimNumber(this.#disk, { folder: folders.checkpoints, number, writer: this.#writer }, next)
      const numbers = await numbersIn(this.#disk, folders.checkpoints)
      // Old numbers are removed, so one may be free again: only the highest counts.
      if (!isMine || numbers.at(-1) !== number) {
        if (isMine) await this.#disk.remove(`${folders.checkpoints}/${numberName(number)}`)
        return fail('LOG-0803')
      }
      for (const old of numbers.slice(0, -keptNumbers))
        await this.#disk.remove(`${folders.checkpoints}/${numberName(old)}`)
      return succeed({ number, checkpoint: next })
    })

  readonly expose = async (checkpoint: Uint8Array): Promise<Result<true>> =>
    await this.#alone(async () => {
      // A writer that was taken over while it waited for witnesses must not put an older checkpoint over a newer one.
      // Who takes over between this look and the rename removes the unfinished file first.
      const unfinished = unfinishedName(folders.checkpoints, this.#writer)
      await this.#disk.writeSynced(unfinished, checkpoint)
      const fenced = await this.#fence()
      if (!fenced.ok) return fenced
      await this.#disk.rename(unfinished, checkpointPath)
      await this.#disk.syncFolder('.')
      return succeed(true)
    })

  readonly forget = async (size: number): Promise<Result<true>> =>
    await this.#alone(async () => {
      const count = Math.min(Math.max(0, size - this.#first), this.#entries.length)
      this.#entries = this.#entries.slice(count)
      this.#first += count
      if (this.#journalLength < this.#journalBytes) return succeed(true)
      const fenced = await this.#fence()
      if (!fenced.ok) return fenced
      await this.#journal.close()
      const begun = await beginJournal(this.#disk, this.#writer, this.#first, this.#entries)
      this.#journal = begun.file
      this.#journalLength = begun.length
      return succeed(true)
    })

  async *list(): AsyncIterable<string> {
    yield* listFiles(this.#disk, 'tile')
  }

  readonly close = async (): Promise<void> => {
    await this.#queue
    this.#broken = fail('LOG-0805')
    await this.#journal.close()
  }

  /** One write after the other; after a failed one, none. */
  async #alone<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const turn = this.#queue.then(async () => {
      if (this.#broken !== undefined) return this.#broken
      const done = await attempt(work)
      const result = done.ok ? done.value : await takenOverOr(done, this.#disk, this.#writer)
      if (!result.ok && (!done.ok || result.problems[0].code === 'LOG-0802')) this.#broken = result
      return result
    })
    this.#queue = turn
    return await turn
  }

  async #fence(): Promise<Result<true>> {
    return (await isTakenOver(this.#disk, this.#writer)) ? takenOver : succeed(true)
  }
}
