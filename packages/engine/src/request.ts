/** The side door `@brightline/engine/request`: JSON of an unknown shape to a request and its answer, and to standard situations. */
export { parseSituations } from './cases/situation.ts'
export { answersUnder, type Answer } from './request/answers-under.ts'
export { decisionSchema } from './request/decision-schema.ts'
export { parsePart, parseRequest } from './request/parse-request.ts'
export { requestSchema } from './request/request-schema.ts'
