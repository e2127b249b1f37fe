/** Numbers with their unit. */
import { numberFormat } from '../phrase/format.ts'

const timeUnits: Readonly<Record<string, string>> = {
  ...{ minutes: 'minute', hours: 'hour', days: 'day', weeks: 'week', months: 'month', years: 'year' },
}

/**
 * Says a number with its unit; a unit that is none of time, as a vocabulary may name one, stands as it is.
 *
 * @example
 * amountWords(1, 'years', 'en') // => '1 year'
 * amountWords(5, 'years', 'es') // => '5 años'
 * amountWords(48, 'hours', 'vi') // => '48 giờ'
 */
export function amountWords(amount: number, unit: string | null, lang: string): string {
  const time = unit === null ? undefined : timeUnits[unit]
  if (time !== undefined) return unitFormat(time, lang).format(amount)
  const number = numberFormat(lang, {}).format(amount)
  if (unit === null) return number
  return `${number} ${amount === 1 ? unit.replace(/s$/, '') : unit}`
}

/**
 * Says a unit without a number, as for several.
 *
 * @example
 * unitWords('years', 'es') // => 'años'
 */
export function unitWords(unit: string, lang: string): string {
  const time = timeUnits[unit]
  if (time === undefined) return unit
  const parts = unitFormat(time, lang).formatToParts(2)
  return parts.find(({ type }) => type === 'unit')?.value ?? unit
}

function unitFormat(unit: string, lang: string): Intl.NumberFormat {
  return numberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' })
}
