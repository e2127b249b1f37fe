/** Reads JSON of an unknown shape piece by piece, and notes what is wrong with the path of it. */
import { dateExists } from '@brightline/language'

export type Json = unknown

/** Collects problems; what cannot be read becomes something empty, so that reading goes on. */
export class Reader {
  readonly problems: string[] = []

  fail(path: string, what: string): void {
    this.problems.push(`\`${path === '' ? 'the mapping' : path}\` ${what}`)
  }

  object(json: Json, path: string): Readonly<Record<string, unknown>> {
    if (typeof json === 'object' && json !== null && !Array.isArray(json))
      return Object.fromEntries(Object.entries(json))
    this.fail(path, 'is not an object')
    return {}
  }

  onlyKeys(json: Readonly<Record<string, unknown>>, path: string, keys: readonly string[]): void {
    for (const key of Object.keys(json)) {
      if (!keys.includes(key))
        this.fail(path === '' ? key : `${path}.${key}`, `is not a key here; the keys are ${keys.join(', ')}`)
    }
  }

  text(json: Json, path: string): string {
    if (typeof json === 'string' && json !== '') return json
    this.fail(path, 'is not a text')
    return ''
  }

  optionalText(json: Readonly<Record<string, unknown>>, path: string, key: string): string | null {
    const value = json[key]
    return value === undefined || value === null ? null : this.text(value, path === '' ? key : `${path}.${key}`)
  }

  optionalDay(json: Readonly<Record<string, unknown>>, path: string, key: string): string | null {
    const day = this.optionalText(json, path, key)
    if (day !== null && !(/^\d{4}-\d{2}-\d{2}$/.test(day) && dateExists(day)))
      this.fail(`${path}.${key}`, 'is not a date such as 2026-11-22')
    return day
  }

  list(json: Json, path: string): readonly unknown[] {
    if (Array.isArray(json)) return json
    this.fail(path, 'is not a list')
    return []
  }

  texts(json: Json, path: string): readonly string[] {
    return this.list(json, path).map((one, index) =>
      typeof one === 'string' ? one : this.text(one, `${path}[${index}]`),
    )
  }

  /** Values of cells are compared without regard to capitals and outer blanks: none may be named twice. */
  distinct(texts: readonly string[], path: string): void {
    const seen = new Set<string>()
    for (const text of texts) {
      const read = text.trim().toUpperCase()
      if (seen.has(read)) this.fail(path, `names \`${text}\` twice`)
      seen.add(read)
    }
  }

  textTable(json: Json, path: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
      Object.entries(this.object(json, path)).map(([key, value]) => [key, this.text(value, `${path}.${key}`)]),
    )
  }

  /** A value of a fact: a text, a whole number, or null for unknown. */
  value(json: Json, path: string): string | number | null {
    if (json === null || typeof json === 'string' || Number.isInteger(json))
      return typeof json === 'number' || typeof json === 'string' ? json : null
    this.fail(path, 'is not a text, a whole number or null')
    return null
  }

  oneOf<T extends string>(json: Json, path: string, allowed: readonly T[]): T {
    const found = allowed.find((one) => one === json)
    if (found === undefined) this.fail(path, `is not one of ${allowed.join(', ')}`)
    const [first] = allowed
    // INVARIANT: no caller allows nothing.
    if (first === undefined) throw new Error('nothing is allowed')
    return found ?? first
  }
}

/** Keys that come twice in one object of valid JSON: of two, the parser keeps one without a word. */
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
