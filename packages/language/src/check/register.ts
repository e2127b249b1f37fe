/** Which checks run on which document. */
import type { LangiumCoreServices, ValidationAcceptor, ValidationChecks } from 'langium'
import type * as syntax from '../generated/ast.ts'
import { checkInstrument } from './instrument.ts'
import { checkPlace, checkVocabulary } from './vocabulary.ts'
import { reporter } from './report.ts'

/** Registers every check with the validator. */
export function registerChecks(services: LangiumCoreServices): void {
  const checks: ValidationChecks<syntax.PolicyAstType> = {
    Instrument: (node: syntax.Instrument, accept: ValidationAcceptor) => checkInstrument(node, reporter(accept)),
    Vocabulary: (node: syntax.Vocabulary, accept: ValidationAcceptor) => checkVocabulary(node, reporter(accept)),
    Place: (node: syntax.Place, accept: ValidationAcceptor) => checkPlace(node, reporter(accept)),
  }
  services.validation.ValidationRegistry.register(checks)
}
