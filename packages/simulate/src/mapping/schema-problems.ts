/** The refusals of a schema in a value from outside, as problems with pointers. */
import { Errors, type XSchema } from 'typebox/schema'
import { Settings } from 'typebox/system'
import type { MappingProblem, MappingCode } from '../problem.ts'
import type { ProblemValue } from '@brightline/language'

type Refusal = ReturnType<typeof Errors>[1][number]

/** Enough for every way to read every fact; what is longer is no mapping. */
const mostRefusals = 2000

/** Lists what a schema refuses. Of several shapes that a value could have, the nearest is spoken of. */
export function schemaProblems(schema: XSchema, value: unknown): readonly MappingProblem[] {
  return nearestShapes(refusals(schema, value)).flatMap(toProblem)
}

function refusals(schema: XSchema, value: unknown): readonly Refusal[] {
  const { maxErrors } = Settings.Get()
  Settings.Set({ maxErrors: mostRefusals })
  try {
    return Errors(schema, value)[1]
  } finally {
    Settings.Set({ maxErrors })
  }
}

/** Keeps, of the refusals of each shape that a value could have, those of the shape that it comes nearest to. */
function nearestShapes(all: readonly Refusal[]): readonly Refusal[] {
  const choice = all.find(({ keyword }) => keyword === 'anyOf')
  if (choice === undefined) return all
  const prefix = `${choice.schemaPath}/anyOf/`
  const isOwn = ({ schemaPath, instancePath }: Refusal): boolean =>
    schemaPath.startsWith(prefix) &&
    (instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`))
  const byShape = new Map<string, Refusal[]>()
  for (const one of all.filter(isOwn)) {
    const shape = one.schemaPath.slice(prefix.length).split('/')[0] ?? ''
    byShape.set(shape, [...(byShape.get(shape) ?? []), one])
  }
  const shapes = [...byShape.values()].sort((a, b) => strangeness(a, choice) - strangeness(b, choice))
  const kept = shapes[0] ?? []
  const isSimple = shapes.every((own) => own.every((one) => one.instancePath === choice.instancePath && isOfType(one)))
  const merged = isSimple && shapes.length > 1 ? [typesTogether(choice, shapes.flat())] : kept
  const rest = all.filter((one) => one !== choice && !isOwn(one))
  return nearestShapes([...rest, ...merged])
}

const isOfType = ({ keyword }: Refusal): boolean => keyword === 'type'

/** Measures how far a value is from a shape: by keys that it lacks, and keys that it has too much. */
function strangeness(own: readonly Refusal[], { instancePath }: Refusal): number {
  return own.reduce((sum, one) => {
    if (one.keyword === 'boolean') return sum + (parentOf(one.instancePath) === instancePath ? 1 : 0)
    if (one.instancePath !== instancePath) return sum
    if (one.keyword === 'required') return sum + one.params.requiredProperties.length
    return sum + (isOfType(one) ? 1000 : 0)
  }, 0)
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'))
}

function lastKeyOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
}

function typesTogether(choice: Refusal, own: readonly Refusal[]): Refusal {
  const types = own.flatMap((one) => (one.keyword === 'type' ? [one.params.type].flat() : []))
  return { ...choice, keyword: 'type', params: { type: [...new Set(types)] } }
}

function toProblem(one: Refusal): readonly MappingProblem[] {
  const { instancePath: at } = one
  if (one.keyword === 'required') return one.params.requiredProperties.map((key) => problemAt('MAP-0009', at, { key }))
  // A key is refused by the schema `false`; that the object is refused too is said once more by `additionalProperties`.
  if (one.keyword === 'boolean') return [problemAt('MAP-0008', parentOf(at), { key: lastKeyOf(at) })]
  if (one.keyword === 'additionalProperties') return []
  if (one.keyword === 'type') return [problemAt('MAP-0010', at, { expected: [one.params.type].flat() })]
  if (one.keyword === 'minLength') return [problemAt('MAP-0010', at, { expected: ['string'] })]
  if (one.keyword === 'enum') return [problemAt('MAP-0011', at, { allowed: one.params.allowedValues.map(String) })]
  if (one.keyword === 'const') return [problemAt('MAP-0011', at, { allowed: [String(one.params.allowedValue)] })]
  if (one.keyword === 'pattern') return [problemAt('MAP-0013', at, {})]
  if (one.keyword === 'minItems' || one.keyword === 'maxItems')
    return [problemAt('MAP-0014', at, { limit: one.params.limit })]
  // INVARIANT: the schema refuses in these ways only.
  throw new Error(`no problem stands for ${one.keyword}`)
}

function problemAt(code: MappingCode, pointer: string, values: Readonly<Record<string, ProblemValue>>): MappingProblem {
  return { code, severity: 'error', where: { kind: 'pointer', pointer }, values }
}
