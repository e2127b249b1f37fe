/** Names that are of no place here, and that say more than a name that nobody has. */
import type { Problem } from '@brightline/language'
import { problem } from '../problems.ts'
import { slug } from './place-name.ts'

const postalCode = /^(?:(?:zip|postal)\s*(?:code)?\s*|c[oó]digo\s+postal\s*)?\d{5}(?:-\d{4})?$/i

/** Words that the names of tribes have, and those of cities and counties have not. */
const tribeWords =
  /(?:^|-)(?:tribes?|tribal|nation|rancheria|indian-(?:community|colony|reservation)|reservation|band-of|pueblo-of|native-village|tribus?|nacion|reserva)(?:-|$)/

/** Takes a ZIP code from the end of a name: `Bozeman, MT 59715`. */
export function withoutPostalCode(text: string): string {
  return postalCode.test(text.trim()) ? text : text.replace(/^(.*\p{L}.*?)[\s,]+\d{5}(?:-\d{4})?\s*$/u, '$1')
}

/** Tells whether a name is that of a tribe. The law of the state around a tribe is not above it. */
export function isTribe(text: string): boolean {
  return tribeWords.test(slug(text))
}

/** Says why a name is of no place: it is a ZIP code, or a tribe; null for any other. */
export function whyNoPlace(text: string): Problem | null {
  if (postalCode.test(text.trim())) return problem('LAW-0112', { name: text })
  return isTribe(text) ? problem('LAW-0113', { name: text }) : null
}
