/** Problems of requests. */
import type { Problem, ProblemValue, Result, Where } from '@brightline/language'
import type { RequestCode } from './codes.ts'

/** Something wrong with a request, or a warning beside its answer. */
export type RequestProblem = Problem<RequestCode | 'REQ-0008'>

/** Makes a problem. Values that may be personal stay out of it. */
export function problem(
  code: RequestProblem['code'],
  where: Where,
  values: Readonly<Record<string, ProblemValue>> = {},
): RequestProblem {
  return { code, severity: 'error', where, values }
}

/** Makes a result of one problem. */
export function refused(
  code: RequestProblem['code'],
  where: Where,
  values: Readonly<Record<string, ProblemValue>> = {},
): { readonly ok: false; readonly problems: readonly RequestProblem[] } {
  return { ok: false, problems: [problem(code, where, values)] }
}

/** Points at a part of a request, or at what holds it where its key may be personal. */
export function pointerTo(...keys: readonly (string | number)[]): Where {
  const strange = keys.findIndex((key) => typeof key === 'string' && !/^\d{1,4}$/.test(key) && !isNameLike(key))
  const shown = strange < 0 ? keys : keys.slice(0, strange)
  return { kind: 'pointer', pointer: shown.map((key) => `/${escaped(String(key))}`).join('') }
}

/** Tells whether a text is written like a name of the vocabulary. Anything else may be personal and is not repeated. */
export function isNameLike(text: string): boolean {
  return text.length <= longestName && /^[a-z][a-z0-9]*(?:[-./_][a-z0-9]+)*$/i.test(text) && !/\d{5}/.test(text)
}

/** Gives the value if there is one; else notes the problems. */
export function taken<Value>(result: Result<Value, RequestProblem>, problems: RequestProblem[]): Value | null {
  if (result.ok) return result.value
  problems.push(...result.problems)
  return null
}

const longestName = 60

/** Writes a key inside a JSON pointer (RFC 6901). */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
