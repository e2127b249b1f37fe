/** Time zones as people call them. */
import { dateFormat, localeOf } from '@brightline/wording'

/**
 * Names a zone.
 *
 * @example
 * zoneName('America/Chicago', 'en') // => 'Central Time (Chicago)'
 */
export function zoneName(timeZone: string, lang: string): string {
  const format = dateFormat(localeOf(lang), { timeZone, timeZoneName: 'longGeneric' })
  const name = format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  const city = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
  return name.includes(city) ? name : `${name} (${city})`
}
