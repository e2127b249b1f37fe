/** The clock of the machine, for logs whose caller brings none. */
import { setTimeout } from 'node:timers/promises'

/** Seconds since 1970. */
export function machineClock(): number {
  return Math.floor(Date.now() / 1_000)
}

/** Waits as long as asked. */
export async function machineWait(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds)
}
