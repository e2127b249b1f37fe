/** The standard situations: what happens at a counter, told once for every place. */
import type { Result, Texts } from '@brightline/language'
import { Compile } from 'typebox/schema'
import { partSchema } from '../request/request-schema.ts'
import type { RequestPart } from '../request/part.ts'

/** One situation. */
export interface Situation {
  readonly id: string
  readonly title: Texts
  readonly agency: string
  readonly act: string
  readonly facts: NonNullable<RequestPart['facts']>
  readonly convictions?: NonNullable<RequestPart['convictions']>
  readonly events?: NonNullable<RequestPart['events']>
}

/** The situations, and the date of the law under which they are put where a place names no other. */
export interface Situations {
  readonly asOf: string
  /** The acts that every place answers for every kind of agency. */
  readonly acts: readonly string[]
  readonly situations: readonly Situation[]
}

const { facts, convictions, events } = partSchema.properties

const situationsSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'asOf', 'acts', 'situations'],
  properties: {
    version: { const: 1 },
    asOf: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    acts: { type: 'array', items: { type: 'string' } },
    situations: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'agency', 'act', 'facts'],
        properties: {
          id: { type: 'string', pattern: '^[a-z][a-z0-9-]*$' },
          title: {
            type: 'object',
            required: ['en'],
            properties: { en: { type: 'string', minLength: 1 } },
            additionalProperties: { type: 'string', minLength: 1 },
          },
          agency: { type: 'string' },
          act: { type: 'string' },
          facts,
          convictions,
          events,
        },
      },
    },
  },
} as const

const shape = Compile(situationsSchema)

/** Reads the situations from JSON; a pointer to the first part that is wrong where they are none. */
export function parseSituations(given: unknown): Result<Situations, { readonly pointer: string }> {
  if (shape.Check(given)) return { ok: true, value: given }
  const [, errors] = shape.Errors(given)
  return { ok: false, problems: [{ pointer: errors[0]?.instancePath ?? '' }] }
}
