/** The flag that names the date of the law. */
import { isDate, zoneOf } from '@brightline/engine'
import type { Library } from '@brightline/language'
import { Option } from 'commander'
import type { Context } from '../context.ts'
import { UsageError } from '../terminal/output.ts'

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
  if (text === undefined) return context.now().toZonedDateTimeISO(zoneOf(library, place)).toPlainDate().toString()
  if (!isDate(text)) throw new UsageError(`\`${text}\` is not a date`, 'write year-month-day, such as 2026-11-22')
  return text
}
