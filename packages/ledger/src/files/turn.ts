/**
 * Turns: writers of one folder that come together work one after the other, in the order in which they came.
 *
 * A turn is a courtesy. What keeps a log whole is that a writer which was taken over acknowledges nothing; so a turn
 * whose process is gone is passed over, and nobody waits without end.
 */
import { hostname } from 'node:os'
import { fromUtf8, toUtf8 } from '../bytes/bytes.ts'
import type { Disk } from './disk.ts'
import { claimNumber, numberName, numbersIn, stateFolders } from './numbered.ts'

/** A turn that somebody has. */
export interface Turn {
  readonly end: () => Promise<void>
}

/** A clock, and a way to wait for a turn. */
export interface TurnOptions {
  /** Seconds since 1970. */
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

const lookMilliseconds = 25

/** A turn that does not end is waited for this long. */
const patienceSeconds = 60

const folder = stateFolders.turns

/** Waits for a turn. */
export async function takeTurn(disk: Disk, { now, wait }: TurnOptions): Promise<Turn> {
  const mine = await queueUp(disk)
  let first = await firstBefore(disk, mine)
  for (let since = now(); first !== undefined;) {
    await wait(lookMilliseconds)
    const next = await firstBefore(disk, mine)
    if (next === first && now() - since >= patienceSeconds) await endTurn(disk, first)
    else if (next !== first) since = now()
    first = next
  }
  return { end: async () => await endTurn(disk, mine) }
}

async function queueUp(disk: Disk): Promise<number> {
  await disk.makeFolder(folder)
  const owner = toUtf8(JSON.stringify({ host: hostname(), pid: process.pid }))
  for (;;) {
    const number = ((await numbersIn(disk, folder)).at(-1) ?? 0) + 1
    if (await claimNumber(disk, { folder, number }, owner)) return number
  }
}

/** Finds the first turn before this one whose process still is there. */
async function firstBefore(disk: Disk, mine: number): Promise<number | undefined> {
  for (const number of await numbersIn(disk, folder)) {
    if (number >= mine) return undefined
    const owner = await disk.read(`${folder}/${numberName(number)}`)
    if (owner === undefined) continue
    if (isThere(owner)) return number
    await endTurn(disk, number)
  }
  return undefined
}

async function endTurn(disk: Disk, number: number): Promise<void> {
  await disk.remove(`${folder}/${numberName(number)}`)
}

/** Tells whether the process that has a turn lives. A process of another machine is believed to. */
function isThere(owner: Uint8Array): boolean {
  const [, host, pid] = /^\{"host":"(.*)","pid":([0-9]{1,10})\}$/.exec(fromUtf8(owner) ?? '') ?? []
  if (pid === undefined) return false
  if (host !== hostname()) return true
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    // The process of another user may not be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
