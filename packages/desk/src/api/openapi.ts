/** The description of the endpoints, as OpenAPI 3.1. It is made of the schemas by which they work, and committed. */
import { decisionSchema, requestSchema } from '@brightline/engine/request'
import { endpoints, type Endpoint } from './endpoints.ts'
import { problemSchema } from './problem-document.ts'

/** Any value that JSON can hold, and a schema as one. */
type Schema = Readonly<Record<string, unknown>>

/** Makes the description. */
export function describeApi(): Schema {
  const all: readonly Endpoint[] = Object.values(endpoints)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Brightline desk',
      version: '1',
      summary: 'Decisions on requests of immigration authorities, with their citations.',
      description: 'What is described here is for programs. Everything else of the desk is pages for people.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths: Object.fromEntries(
      all.map((endpoint) => [endpoint.path, { [endpoint.method.toLowerCase()]: pathOf(endpoint) }]),
    ),
    components: { schemas: schemas() },
  }
}

function pathOf({ path, summary, description, takes, gives, refuses }: Endpoint): Schema {
  const content = { [gives.mediaType]: { schema: { $ref: `#/components/schemas/${gives.schema}` } } }
  const refusals = refuses.map((status) => [String(status), refusalOf(path, status)] as const)
  return {
    operationId: path.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, ''),
    summary,
    description,
    security: [],
    ...(takes === null ? {} : { requestBody: bodyOf(takes) }),
    responses: { 200: { description: 'What was asked for.', content }, ...Object.fromEntries(refusals) },
  }
}

function bodyOf(name: string): Schema {
  return { required: true, content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } }
}

function refusalOf(path: string, status: number): Schema {
  // The health of the server is told in a word, also where it is bad.
  if (path === '/readyz')
    return { description: 'The database does not answer.', content: { 'text/plain': { schema: { type: 'string' } } } }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return { description: `Refused: ${reasons.get(status) ?? 'see the problem document'}.`, content }
}

const reasons: ReadonlyMap<number, string> = new Map([
  [400, 'what was sent is no JSON'],
  [403, 'a page of another site sent it'],
  [413, 'what was sent is too large'],
  [415, 'what was sent is no JSON by its type'],
  [422, 'the request cannot be decided; each problem says where and why'],
  [429, 'too many requests in a short time'],
  [500, 'something failed here'],
  [503, 'the database or the law is away'],
])

/** Gathers the schemas. Those of the engine name their parts, which become parts of the description. */
function schemas(): Schema {
  const { document: decisions, refusal: _line, ...parts } = partsOf(decisionSchema)
  return moved({
    Request: withoutId(requestSchema),
    Decisions: decisions,
    Problem: problemSchema,
    Word: { type: 'string' },
    Description: { type: 'object' },
    ...parts,
  })
}

function partsOf(schema: Schema): Schema {
  const parts = schema['$defs']
  return typeof parts === 'object' && parts !== null ? { ...parts } : {}
}

function withoutId({ $schema: _dialect, $id: _id, ...schema }: Schema): Schema {
  return schema
}

/** Lets references lead to where the parts of a description stand. */
function moved(all: Schema): Schema {
  const text = JSON.stringify(all).replaceAll('"#/$defs/document"', '"#/components/schemas/Decisions"')
  const value: unknown = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/'))
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
