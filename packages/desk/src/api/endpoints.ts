/** The endpoints for programs: one table, from which routes are declared and the description is made. */

/** One endpoint. */
export interface Endpoint {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly summary: string
  readonly description: string
  /** The name of the schema of what is sent; null where nothing is. */
  readonly takes: 'Request' | null
  /** What is answered when all goes well. */
  readonly gives: { readonly mediaType: string; readonly schema: 'Decisions' | 'Word' | 'Description' }
  /** The refusals that can come, by their status. */
  readonly refuses: readonly number[]
}

/** Every endpoint. */
export const endpoints: Readonly<Record<'decide' | 'description' | 'healthy' | 'ready', Endpoint>> = {
  decide: {
    method: 'POST',
    path: '/api/decide',
    summary: 'Decide a request',
    description:
      'Decides the acts of one request under the law of its place, with reasons and citations. Nothing is stored, and nothing of the record is read: a case is decided on its page.',
    takes: 'Request',
    gives: { mediaType: 'application/json', schema: 'Decisions' },
    refuses: [400, 403, 413, 415, 422, 429, 500, 503],
  },
  description: {
    method: 'GET',
    path: '/api/openapi.json',
    summary: 'Read this description',
    description: 'The description of these endpoints, as OpenAPI 3.1.',
    takes: null,
    gives: { mediaType: 'application/json', schema: 'Description' },
    refuses: [500],
  },
  healthy: {
    method: 'GET',
    path: '/healthz',
    summary: 'Is the server there',
    description: 'Answers while the process runs, also without its database.',
    takes: null,
    gives: { mediaType: 'text/plain', schema: 'Word' },
    refuses: [],
  },
  ready: {
    method: 'GET',
    path: '/readyz',
    summary: 'Can the server work',
    description: 'Answers 200 while the database answers, and 503 otherwise.',
    takes: null,
    gives: { mediaType: 'text/plain', schema: 'Word' },
    refuses: [503],
  },
}
