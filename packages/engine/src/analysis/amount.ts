/** Numbers with their unit, in the words of regions. */

/**
 * A number with its unit.
 *
 * @example
 * amount(1, 'years', 'en') // => '1 year'
 * amount(5, 'years', 'es') // => '5 años'
 */
export function amount(number: number, unit: string | null, lang: 'en' | 'es'): string {
  if (unit === null) return `${number}`
  return `${number} ${unitWords(unit, lang, number === 1)}`
}

/** A unit of time in words; another unit, as a vocabulary may name one, is the same in both languages. */
export function unitWords(unit: string, lang: 'en' | 'es', isOne: boolean = false): string {
  const times: Readonly<Record<string, readonly [string, string]>> = lang === 'en' ? {} : spanish
  const [singular, plural] = times[unit] ?? [unit.replace(/s$/, ''), unit]
  return isOne ? singular : plural
}

const spanish: Readonly<Record<string, readonly [string, string]>> = {
  minutes: ['minuto', 'minutos'],
  hours: ['hora', 'horas'],
  days: ['día', 'días'],
  weeks: ['semana', 'semanas'],
  months: ['mes', 'meses'],
  years: ['año', 'años'],
}
