/** The side door `@brightline/engine/request`: JSON of an unknown shape to a request and to its answer. */
export { answersUnder, type Answer } from './request/answers-under.ts'
export { decisionSchema } from './request/decision-schema.ts'
export { parsePart, parseRequest } from './request/parse-request.ts'
export { requestSchema } from './request/request-schema.ts'
