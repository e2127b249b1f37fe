/** Problem documents (RFC 9457) as the interface for programs gives them. */
import { Type } from 'typebox'

/** Where something is wrong in what was sent. */
const Fault = Type.Object(
  {
    code: Type.String({ description: 'A code of docs/errors.md.' }),
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
    pointer: Type.Union([Type.String(), Type.Null()], {
      description: 'A JSON pointer into the request, where one fits.',
    }),
    message: Type.String({ description: 'What is wrong, in the language that the request accepts.' }),
  },
  { additionalProperties: false },
)

/** A problem document. */
const ProblemDocument = Type.Object(
  {
    type: Type.String({ format: 'uri', description: 'Names the kind of problem; it never changes.' }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What to do.' }),
    instance: Type.String({ format: 'uri', description: 'Names this one refusal, for whoever looks into the log.' }),
    problems: Type.Optional(Type.Array(Fault)),
  },
  { additionalProperties: false, description: 'What went wrong, as RFC 9457 writes it.' },
)

/** A problem document as it is sent. */
export interface ProblemDocumentJson {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly problems?: readonly {
    readonly code: string
    readonly severity: 'error' | 'warning'
    readonly pointer: string | null
    readonly message: string
  }[]
}

/** The schema of a problem document, for the description of the endpoints. */
export const problemSchema: Readonly<Record<string, unknown>> = { ...ProblemDocument }
