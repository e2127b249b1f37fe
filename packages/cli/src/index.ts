/** The friendly door: law folders and requests as JSON to decisions. The command itself is `brightline`, beside it. */
export {
  languageVersion,
  readLibrary,
  type Library,
  type Problem,
  type Result,
  type TextFile,
} from '@brightline/language'
export { findPlace, lawFor, lawOfAll, openLaw, shippedLaw, type OpenLaw } from '@brightline/law-files'
export {
  answer,
  decide,
  readRequest,
  stackOf,
  type Decision,
  type DecisionDocument,
  type RawRequest,
} from '@brightline/engine'
export { answersUnder, parseRequest } from '@brightline/engine/request'
