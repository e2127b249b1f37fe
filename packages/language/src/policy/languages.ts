/** Which languages a law speaks. */
import type { Library } from './policy.ts'

/**
 * Lists the languages of the texts of a library, English first, the others by their code.
 *
 * @example
 * languagesOf(library) // => ['en', 'es']
 */
export function languagesOf({
  vocabulary,
  instruments,
}: Pick<Library, 'vocabulary' | 'instruments'>): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (!('en' in value)) return Object.values(value).forEach(walk)
    for (const lang of Object.keys(value)) found.add(lang)
  }
  walk([vocabulary, instruments])
  return ['en', ...[...found].filter((lang) => lang !== 'en').sort()]
}
