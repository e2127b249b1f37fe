/** The policy text of an instrument in its one canonical layout, and the part of it that is a section. */
import type { Instrument } from '@brightline/language'
import { formatPolicy } from '@brightline/language/format'

const canonical = new WeakMap<Instrument, string | null>()

/** Lays the text of an instrument out, once; null where it cannot be read any more, as after a change that was not taken over. */
export function canonicalText(instrument: Instrument, textOf: (file: string) => string | null): string | null {
  const known = canonical.get(instrument)
  if (known !== undefined) return known
  const text = textOf(instrument.file)
  const printed = text === null ? null : formatPolicy(text, instrument.file)
  const made = printed?.ok === true ? printed.value : null
  canonical.set(instrument, made)
  return made
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
