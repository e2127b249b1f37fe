/** JSON of an unknown shape as a request: every key that is unknown and every part of another type is refused. */
import type { Result } from '@brightline/language'
import { Compile, type Errors } from 'typebox/schema'
import { unknownValues } from './known-name.ts'
import { joinParts, type RawRequest, type RequestPart } from './part.ts'
import { contractVersion } from './contract.ts'
import { isNameLike, pointerTo, problem, type RequestProblem } from './problem.ts'
import { partSchema } from './request-schema.ts'

/**
 * Reads a request of one shape. `beside` is what was said elsewhere, such as by flags.
 *
 * @example
 * parseRequest({ place: 'us/ca', acts: ['hold'] }).ok // => true
 * parseRequest({ place: 'us/ca', asOf: 20160101 }).problems[0].where // => { kind: 'pointer', pointer: '/asOf' }
 */
export function parseRequest(given: unknown, beside: readonly RequestPart[] = []): Result<RawRequest, RequestProblem> {
  const part = parsePart(given)
  return part.ok ? joinParts([part.value, ...beside]) : part
}

const shape = Compile(partSchema)

/** Reads a part of a request of one shape, such as one file. */
export function parsePart(given: unknown): Result<RequestPart, RequestProblem> {
  if (shape.Check(given)) return { ok: true, value: given }
  const [, errors] = shape.Errors(given)
  const problems = errors.flatMap(problemsOf)
  return {
    ok: false,
    problems: problems.length > 0 ? problems : [problem('REQ-0012', pointerTo(), { expects: 'object' })],
  }
}

type SchemaError = ReturnType<typeof Errors>[1][number]

function problemsOf(error: SchemaError): readonly RequestProblem[] {
  const keys = keysOf(error.instancePath)
  const where = pointerTo(...keys)
  const { keyword, params } = error
  // The object around an unknown key names it; a value that is wrong in type names itself.
  if (keyword === 'boolean') return []
  if (keyword === 'additionalProperties') {
    const isOpen = keys[0] === 'facts' || keys[0] === 'events'
    return isOpen ? [] : params.additionalProperties.map((key) => unknownKey(keys, key))
  }
  if (keyword === 'required') return params.requiredProperties.map((part) => problem('REQ-0006', where, { part }))
  if (keyword === 'const') return [problem('REQ-0014', where, { spoken: contractVersion })]
  if (keyword === 'minLength') return [problem('REQ-0017', where)]
  if (keyword === 'type') return [wrongType(keys, params.type)]
  return [problem('REQ-0020', where, { part: keys.at(-1) ?? '' })]
}

function unknownKey(keys: readonly string[], key: string): RequestProblem {
  const where = pointerTo(...keys, key)
  if (keys.length === 0 && key.includes('.') && isNameLike(key)) return problem('REQ-0029', where, { name: key })
  const known = Object.keys(
    keys.length === 0 ? partSchema.properties : partSchema.properties.convictions.items.properties,
  )
  return problem('REQ-0011', where, unknownValues(key, known))
}

function wrongType(keys: readonly string[], type: string | readonly string[]): RequestProblem {
  const where = pointerTo(...keys)
  const [list, , part] = keys
  if (list === 'convictions' && part !== undefined) return problem('REQ-0020', where, { part })
  const [first = ''] = list === 'facts' && keys.length > 1 ? ['value'] : [type].flat()
  return problem('REQ-0012', where, { expects: first })
}

function keysOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}
