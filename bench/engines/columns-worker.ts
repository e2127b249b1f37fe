/** A worker that decides its part of shared columns when it is told to. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { stackOf } from '@brightline/engine'
import { generateAct, type Column } from '@brightline/engine/bulk'
import { readLawFolder } from '../../packages/engine/test/whole-law.ts'

/** What a worker is given: the columns of all rows, where its part begins, and how long it is. */
export interface Part {
  readonly place: string
  readonly asOf: string
  readonly act: string
  readonly columns: readonly Column[]
  readonly start: number
  readonly rows: number
}

const { place, asOf, act, columns, start, rows } = workerData as Part
const library = await readLawFolder(join(import.meta.dirname, '../../law'))
const generated = generateAct(stackOf(library, place, asOf), act)
const part = columns.map((column) => column.subarray(start, start + rows))
const states = new Uint8Array(rows)
const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(rows))
parentPort?.on('message', (repetitions: number) => {
  for (let repetition = 0; repetition < repetitions; repetition++) generated.decideColumns(part, rows, states, live)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
  parentPort?.postMessage('done')
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread has no origin
parentPort?.postMessage('ready')
