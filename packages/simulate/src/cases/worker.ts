/** A worker: chunks of records come in, cases go out at the end. It loads neither the law nor its language. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Plan } from '../mapping/plan.ts'
import { CsvScanner, type Layout } from '../table/csv/scan.ts'
import { Gatherer, type Gathered } from './gather.ts'

/** The start of a worker. */
export interface WorkerStart {
  readonly plan: Plan
  readonly layout: Layout
}

/** A message to it: a chunk, or that there is no more. */
export type ToWorker =
  { readonly kind: 'chunk'; readonly index: number; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly kind: 'end' }

/** A message from it: how many rows a chunk had, or what it gathered. */
export type FromWorker =
  | { readonly kind: 'rows'; readonly index: number; readonly rows: number }
  | { readonly kind: 'gathered'; readonly gathered: Gathered }

function serve(port: NonNullable<typeof parentPort>, { plan, layout }: WorkerStart): void {
  const gatherer = new Gatherer(plan)
  const scanner = new CsvScanner(layout, gatherer.dictionaries, gatherer)
  port.on('message', (message: ToWorker) => {
    if (message.kind === 'end') {
      const gathered = gatherer.finish()
      port.postMessage({ kind: 'gathered', gathered } satisfies FromWorker, [
        gathered.cells.buffer,
        gathered.counts.buffer,
        gathered.firsts.buffer,
      ])
      return
    }
    gatherer.chunk = message.index
    scanner.row = 0
    scanner.scan(message.bytes)
    port.postMessage({ kind: 'rows', index: message.index, rows: scanner.row } satisfies FromWorker)
  })
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the pool starts workers with exactly this
if (parentPort !== null) serve(parentPort, workerData as WorkerStart)
