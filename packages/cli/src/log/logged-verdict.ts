/** The verdict of an entry in words. */

/** What an entry says was decided, where its word is one of ours; logs of others may have other words. */
const verdictsInSpanish: ReadonlyMap<string, string> = new Map([
  ['required', 'obligatorio'],
  ['prohibited', 'prohibido'],
  ['permitted', 'permitido'],
  ['no-rule', 'sin norma'],
  ['conflict', 'en conflicto'],
  ['needs-facts', 'pendiente de datos'],
  ['clock-set-back', 'reloj puesto en hora'],
])

/**
 * Says a verdict of an entry, in Spanish with the word that was logged beside it.
 *
 * @example
 * loggedVerdict('prohibited', 'es') // => 'prohibido (`prohibited`)'
 */
export function loggedVerdict(verdict: string, lang: string): string {
  const word = lang.split('-')[0] === 'es' ? verdictsInSpanish.get(verdict) : undefined
  return word === undefined ? verdict : `${word} (\`${verdict}\`)`
}
