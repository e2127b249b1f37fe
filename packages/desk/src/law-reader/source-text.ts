/** The policy text of an instrument in its one canonical layout, and the part of it that is a section. */
import { formatPolicy } from '@brightline/language/format'

/** Lays a policy text out; null where it cannot be read any more, as after a change that was not taken over. */
export function canonicalText(text: string | null, file: string): string | null {
  if (text === null) return null
  const printed = formatPolicy(text, file)
  return printed.ok ? printed.value : null
}

/**
 * Cuts a section out of a canonical text; null where it has none of that number.
 *
 * @example
 * sectionSource('section 1 "One"\n  (a) staff must hold\n\nsection 2 "Two"\n', '1')
 * // => 'section 1 "One"\n  (a) staff must hold'
 */
export function sectionSource(text: string, number: string): string | null {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`section ${number} `) || line === `section ${number}`)
  if (start < 0) return null
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line))
  const end = length < 0 ? lines.length : start + 1 + length
  return lines.slice(start, end).join('\n').trimEnd()
}
