/** Puts load on something: as fast as so many callers go, or so many times a second whatever it takes. */
import { setTimeout as wait } from 'node:timers/promises'
import { getPage } from '../../packages/desk/test/load/http.ts'
import type { Worker } from '../../packages/desk/test/load/workplace.ts'
import { percentile } from '../measure.ts'

/** Runs work from several callers until there is none left, and gives how often a second it was done. */
export async function asFastAsItGoes(callers: number, items: readonly (() => Promise<void>)[]): Promise<number> {
  const begun = performance.now()
  const left = items.values()
  const caller = async (): Promise<void> => {
    for (const item of left) await item()
  }
  await Promise.all(Array.from({ length: callers }, caller))
  return items.length / ((performance.now() - begun) / 1000)
}

/** How long something took, in milliseconds. */
export interface Times {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly most: number
}

/** Runs work so many times a second, without waiting for what was begun before. Whoever comes late counts as slow. */
export async function atRate(perSecond: number, seconds: number, work: (at: number) => Promise<void>): Promise<Times> {
  const begun = performance.now()
  const times: number[] = []
  const running: Promise<void>[] = []
  for (let at = 0; at < perSecond * seconds; at += 1) {
    const due = begun + (at * 1000) / perSecond
    const early = due - performance.now()
    if (early > 1) await wait(early)
    running.push(work(at).then(() => void times.push(performance.now() - due)))
  }
  await Promise.all(running)
  return timesOf(times)
}

/** Gives the times at which half, 95, 99 of a hundred, and all were done. */
export function timesOf(times: readonly number[]): Times {
  return {
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    p99: percentile(times, 99),
    most: Math.max(...times),
  }
}

/** Opens a page as somebody, who must get it. */
export async function openAs(address: string, path: string, who: Worker): Promise<void> {
  const { status } = await getPage(address, path, who)
  if (status !== 200) throw new Error(`${path} was answered with ${status}`)
}
