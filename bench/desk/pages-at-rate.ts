/** Opens pages at a rate, from a thread of its own: what the rest of a benchmark holds and clears away does not slow it. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Worker } from '../../packages/desk/test/load/workplace.ts'
import { atRate, openAs } from './load.ts'

/** What is opened, by whom, so many times a second. */
export interface PagesAtRate {
  readonly address: string
  readonly pages: readonly (readonly [path: string, who: Worker])[]
  readonly perSecond: number
  readonly seconds: number
}

const { address, pages, perSecond, seconds }: PagesAtRate = workerData

async function open(at: number): Promise<void> {
  const [path, who] = pages[at % pages.length] ?? []
  if (path === undefined || who === undefined) throw new Error('no page to open')
  await openAs(address, path, who)
}

// What is read, compiled and planned once, on each of the connections, is not what is measured.
const warming = 3
await atRate(perSecond, warming, open)
const times = await atRate(perSecond, seconds, async (at) => await open(at + warming * perSecond))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage(times)
