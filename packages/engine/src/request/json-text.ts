/** JSON as people and systems write it. What stands there is never repeated: it may be personal. */
import type { Result } from '@brightline/language'
import { pointerTo, problem, refused, type RequestProblem } from './problem.ts'

/**
 * Parses JSON. A byte-order mark at its beginning is no part of it, and a key that an object gives twice with two
 * values is refused: the parser would keep the last one without a word.
 *
 * @example
 * parseJsonText('{"agency": "jail"}') // => { ok: true, value: { agency: 'jail' } }
 * parseJsonText('{"agency": "jail", "agency": "police"}').problems[0].where // => { kind: 'pointer', pointer: '/agency' }
 * parseJsonText('{"a": 1,\n oops}').problems[0].values // => { line: 2, column: 2 }
 */
export function parseJsonText(json: string): Result<unknown, RequestProblem> {
  const text = json.replace(/^\uFEFF/, '')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return refused('REQ-0009', { kind: 'whole' }, positionIn(text, error))
  }
  const twice = saidTwice(text)
  return twice.length > 0 ? { ok: false, problems: twice } : { ok: true, value }
}

/** Finds where the parser stopped, as far as it says. */
function positionIn(text: string, error: unknown): Readonly<Record<string, number>> {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined
  if (position === undefined) return {}
  const before = text.slice(0, Number(position)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/**
 * An object or a list that is open, with the key or index of the value that is being read and where that value starts.
 */
interface Open {
  /** The values by key, as they are written; null for a list. */
  readonly values: Map<string, string> | null
  key: string | number
  from: number
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g

/** Finds the keys of valid JSON that one object gives twice with different values. */
function saidTwice(json: string): readonly RequestProblem[] {
  const found: RequestProblem[] = []
  const open: Open[] = []
  let lastText = ''
  for (const { 0: sign, index } of json.matchAll(token)) {
    const now = open.at(-1)
    if (sign === '{') open.push({ values: new Map(), key: 0, from: index + 1 })
    else if (sign === '[') open.push({ values: null, key: 0, from: index + 1 })
    else if (now === undefined || sign.startsWith('"')) lastText = sign
    else if (sign === ':') {
      now.key = String(JSON.parse(lastText))
      now.from = index + 1
    } else {
      if (isOther(now, json.slice(now.from, index).trim())) found.push(differs(open))
      if (sign !== ',') open.pop()
    }
  }
  return found
}

/** Notes the value that ends here, and tells whether its key had another one. */
function isOther(now: Open, value: string): boolean {
  if (typeof now.key === 'number') {
    if (now.values === null) now.key += 1
    return false
  }
  const before = now.values?.get(now.key)
  now.values?.set(now.key, value)
  return before !== undefined && before !== value
}

function differs(open: readonly Open[]): RequestProblem {
  return problem('REQ-0028', pointerTo(...open.map(({ key }) => key)))
}
