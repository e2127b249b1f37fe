/** How long the vault keeps what is sealed for a case, where nobody destroys it before. */
import type { Temporal } from 'temporal-polyfill'

const keptYears = 5

/** Gives the day of destruction of a case that was opened at some moment. */
export function destroyDay(openedAt: Temporal.Instant): Temporal.PlainDate {
  return openedAt.toZonedDateTimeISO('UTC').toPlainDate().add({ years: keptYears })
}
