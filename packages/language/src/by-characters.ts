/**
 * Compares names or ISO days by their characters, for sorting: alike on every machine, whatever its language.
 *
 * @example
 * ['us/tx', 'us/ca'].toSorted(byCharacters) // => ['us/ca', 'us/tx']
 */
export function byCharacters(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
