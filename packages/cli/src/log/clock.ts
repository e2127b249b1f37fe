/** The clock of the commands on logs. */
import { Temporal } from 'temporal-polyfill'

/** Seconds since 1970. */
export type Clock = () => number

/** The clock of the machine. */
export const machineClock: Clock = () => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)

/**
 * A time as text, in UTC.
 *
 * @example
 * timeText(0) // '1970-01-01T00:00:00Z'
 */
export function timeText(seconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString()
}
