/** One worker thread against two, on the same rows in shared memory. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Column } from '@brightline/engine/bulk'
import { median } from '../measure.ts'
import type { Part } from './columns-worker.ts'

const longestSilence = 300_000

/** How many times faster two workers are than one. */
export async function twoWorkers(
  law: Omit<Part, 'start' | 'rows' | 'columns'>,
  columns: readonly Column[],
  rows: number,
): Promise<number> {
  const shared = columns.map(inSharedMemory)
  const half = rows >> 1
  const one = await startWorkers([{ ...law, columns: shared, start: 0, rows }])
  const two = await startWorkers([
    { ...law, columns: shared, start: 0, rows: half },
    { ...law, columns: shared, start: half, rows: rows - half },
  ])
  const times: { readonly one: number; readonly two: number }[] = []
  // The first runs warm the code.
  for (let run = 0; run < 17; run++) times.push({ one: await timeWorkers(one), two: await timeWorkers(two) })
  await Promise.all([...one, ...two].map((worker) => worker.terminate()))
  const warm = times.slice(2)
  return median(warm.map(({ one }) => one)) / median(warm.map(({ two }) => two))
}

async function startWorkers(parts: readonly Part[]): Promise<readonly Worker[]> {
  const execArgv = ['--conditions=brightline-source']
  const program = new URL('columns-worker.ts', import.meta.url)
  const workers = parts.map((workerData) => new Worker(program, { workerData, execArgv }))
  await Promise.all(workers.map(nextMessage))
  return workers
}

/** Fails where the worker fails, or is silent for minutes. */
async function nextMessage(worker: Worker): Promise<void> {
  const over = new AbortController()
  const exited = once(worker, 'exit', { signal: over.signal }).then(() =>
    Promise.reject(new Error('a worker has ended')),
  )
  exited.catch(() => undefined)
  try {
    await Promise.race([once(worker, 'message', { signal: AbortSignal.timeout(longestSilence) }), exited])
  } finally {
    over.abort()
  }
}

async function timeWorkers(workers: readonly Worker[]): Promise<number> {
  const start = performance.now()
  const done = workers.map(nextMessage)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  for (const worker of workers) worker.postMessage(10)
  await Promise.all(done)
  return performance.now() - start
}

function inSharedMemory(column: Column): Column {
  const buffer = new SharedArrayBuffer(column.byteLength)
  const copy = column instanceof Uint8Array ? new Uint8Array(buffer) : new Int32Array(buffer)
  copy.set(column)
  return copy
}
