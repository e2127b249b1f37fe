/** The friendly door: law folders to a decision. The command itself is `brightline`, beside it. */
export {
  languageVersion,
  readLibrary,
  type Library,
  type Problem,
  type Result,
  type TextFile,
} from '@brightline/language'
export { findPlace, lawFor, openLaw, shippedLaw, type OpenLaw } from '@brightline/law-files'
export {
  decide,
  readRequest,
  stackOf,
  type Decision,
  type RawRequest,
  type Request,
  type Stack,
} from '@brightline/engine'
