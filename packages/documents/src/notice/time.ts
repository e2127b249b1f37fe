/** Times on paper, as a reader of a language writes them, by the clock of the place. */
import { dateFormat } from '@brightline/wording'
import { Temporal } from 'temporal-polyfill'

/**
 * Says a time with its day and zone.
 *
 * @example
 * timeWords('2026-05-01T14:30-05:00[America/Chicago]', 'es') // => '1 de mayo de 2026, 14:30 CDT'
 */
export function timeWords(time: string, lang: string): string {
  const { epochMilliseconds, timeZoneId: timeZone } = Temporal.ZonedDateTime.from(time)
  const day = said(epochMilliseconds, lang, { timeZone, dateStyle: 'long' })
  const clock = said(epochMilliseconds, lang, { timeZone, timeStyle: 'short' })
  return `${day}, ${clock} ${zoneName(epochMilliseconds, timeZone)}`
}

function said(epochMilliseconds: number, lang: string, format: Intl.DateTimeFormatOptions): string {
  const locale = lang === 'en' ? 'en-US' : lang
  // Editions of the time tables differ in the kind of space that they put; paper does not.
  return dateFormat(locale, format)
    .format(epochMilliseconds)
    .replaceAll(/[\u00a0\u2009\u202f]/g, ' ')
}

/** Zones are named as they are in the United States, in every language: the clocks on the wall are theirs. */
function zoneName(epochMilliseconds: number, timeZone: string): string {
  const parts = dateFormat('en-US', { timeZone, timeZoneName: 'short' }).formatToParts(epochMilliseconds)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
