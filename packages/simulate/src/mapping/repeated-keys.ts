/** Keys that come twice in one object of valid JSON: of two, the parser keeps one without a word. */

/**
 * Lists them.
 *
 * @example
 * repeatedKeys('{"a": {"b": 1, "b": 2}, "b": 3}') // => ['b']
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated = new Set<string>()
  const open: Set<string>[] = []
  for (const [token, colon] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}]/g)) {
    if (token === '{') open.push(new Set())
    if (token === '}') open.pop()
    if (colon === undefined) continue
    const key: unknown = JSON.parse(token.slice(0, -colon.length))
    const keys = open.at(-1)
    if (typeof key !== 'string' || keys === undefined) continue
    if (keys.has(key)) repeated.add(key)
    keys.add(key)
  }
  return [...repeated]
}
