/** The flag that names the date of the law. */
import { problem, readDate, todayAt, years } from '@brightline/engine'
import type { Library } from '@brightline/language'
import { Option } from 'commander'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** Declares the flag. */
export function asOfOption(): Option {
  return new Option('--as-of <date>', 'the date of the law (default: today)')
}

/** Reads the flag. Today is the day that it is at the place. */
export function readAsOf(
  text: string | undefined,
  place: string,
  library: Library,
  context: Pick<Context, 'now'>,
): string {
  return text === undefined ? todayAt(library, place, context.now().toString()) : readLawDate(text)
}

/** Reads a date that a flag or an argument names; refuses what is none, and what no request is about. */
export function readLawDate(text: string): string {
  const read = readDate(text)
  if (read.ok) return read.value
  const where = { kind: 'whole' } as const
  throw new Refusal([
    read.problems[0] === 'too-far' ? problem('REQ-0018', where, years) : problem('REQ-0001', where, { text }),
  ])
}
