/** The place whose law knows some words. */

/**
 * Finds the place in whose folder a vocabulary lies; null where all law knows its words.
 *
 * @example
 * placeOfWords('us/ca/vocabulary.policy') // => 'us/ca'
 * placeOfWords('vocabulary/facts.policy') // => null
 */
export function placeOfWords(file: string): string | null {
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0))
  return folder === '' || folder === 'vocabulary' ? null : folder
}
