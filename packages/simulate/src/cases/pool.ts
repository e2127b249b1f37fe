/** Hands chunks to workers, or reads them here. */
import { Worker } from 'node:worker_threads'
import { CsvScanner } from '../table/csv/scan.ts'
import { Gatherer, type Gathered } from './gather.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker.ts'

/** Takes chunks in order. */
export interface ChunkReader {
  /** Resolves when there is room for another chunk. */
  readonly read: (index: number, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Gives what was gathered, and the rows of each chunk. */
  readonly finish: () => Promise<{ readonly gathered: readonly Gathered[]; readonly rowsByChunk: readonly number[] }>
  /** Ends the workers, also where nothing was finished: a process does not end before its workers. */
  readonly close: () => Promise<void>
}

/** The program of a worker: a file beside this one, which is built or a source as this one is. */
const program = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** At most this many chunks wait for a worker, so that memory is bounded. */
const mostWaiting = 3

/** Reads on this thread. */
export function readHere({ plan, layout }: WorkerStart): ChunkReader {
  const gatherer = new Gatherer(plan)
  const scanner = new CsvScanner(layout, gatherer.dictionaries, gatherer)
  const rowsByChunk: number[] = []
  return {
    read: async (index, bytes) => {
      gatherer.chunk = index
      scanner.row = 0
      scanner.scan(bytes)
      rowsByChunk[index] = scanner.row
    },
    finish: async () => ({ gathered: [gatherer.finish()], rowsByChunk }),
    close: async () => undefined,
  }
}

/** Reads on so many workers. */
export function readInWorkers(start: WorkerStart, workers: number): ChunkReader {
  const rowsByChunk: number[] = []
  const hands = Array.from({ length: workers }, () => new Hand(start, rowsByChunk))
  return {
    read: async (index, bytes) => {
      const free = hands.reduce((a, b) => (b.waiting < a.waiting ? b : a))
      await free.give(index, bytes)
      if (hands.every(({ waiting }) => waiting >= mostWaiting)) await Promise.race(hands.map((hand) => hand.room()))
    },
    finish: async () => ({ gathered: await Promise.all(hands.map((hand) => hand.finish())), rowsByChunk }),
    close: async () => {
      await Promise.all(hands.map((hand) => hand.close()))
    },
  }
}

/** One worker and what it still has to do. */
class Hand {
  waiting = 0
  readonly #worker: Worker
  readonly #gathered: Promise<Gathered>
  #wake: (() => void)[] = []

  constructor(start: WorkerStart, rowsByChunk: number[]) {
    this.#worker = new Worker(program, { workerData: start })
    this.#gathered = new Promise((resolve, reject) => {
      this.#worker.on('error', reject)
      this.#worker.on('messageerror', reject)
      // An end before the result, whatever ended it; afterwards this changes nothing.
      this.#worker.on('exit', (code) => reject(new Error(`a reading worker ended with ${code} before its result`)))
      this.#worker.on('message', (message: FromWorker) => {
        if (message.kind === 'gathered') {
          resolve(message.gathered)
          return
        }
        rowsByChunk[message.index] = message.rows
        this.waiting -= 1
        for (const wake of this.#wake) wake()
        this.#wake = []
      })
    })
    // The error is thrown where the result is awaited.
    this.#gathered.catch(() => undefined)
  }

  async give(index: number, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.waiting += 1
    this.#worker.postMessage({ kind: 'chunk', index, bytes } satisfies ToWorker, [bytes.buffer])
  }

  room(): Promise<unknown> {
    return Promise.race([this.#gathered, new Promise<void>((resolve) => this.#wake.push(resolve))])
  }

  finish(): Promise<Gathered> {
    this.#worker.postMessage({ kind: 'end' } satisfies ToWorker, [])
    return this.#gathered
  }

  close(): Promise<unknown> {
    return this.#worker.terminate()
  }
}
