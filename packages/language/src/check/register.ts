/** The checks, and the documents on which they run. */
import {
  AstUtils,
  type AstNode,
  type LangiumCoreServices,
  type ValidationAcceptor,
  type ValidationChecks,
} from 'langium'
import type * as syntax from '../generated/ast.ts'
import { checkAuthorities } from './authorities.ts'
import { checkInstrument } from './instrument.ts'
import { checkPlace, checkVocabulary } from './vocabulary.ts'
import { checkCitations, checkTexts } from './texts.ts'
import { isReadable } from '../readable.ts'
import { knownWords } from './known-words.ts'
import { reporter, type Report } from './report.ts'

/** Registers every check with the validator. */
export function registerChecks(services: LangiumCoreServices): void {
  const words = knownWords(services)
  const cited = whenReadable(checkCitations)
  const checks: ValidationChecks<syntax.PolicyAstType> = {
    Instrument: [whenReadable((instrument, report) => checkInstrument(instrument, report, words)), cited],
    Vocabulary: whenReadable(checkVocabulary),
    Place: whenReadable(checkPlace),
    Authorities: whenReadable(checkAuthorities),
    Texts: whenReadable(checkTexts),
    ...{ Event: cited, Section: cited, Rule: cited, Duty: cited, Doubt: cited, NotEncoded: cited },
    ...{ Act: cited, AskedSpan: cited, Impossible: cited, Authority: cited, Treatment: cited },
  }
  services.validation.ValidationRegistry.register(checks)
}

/** Makes a check that passes over a tree with holes: its syntax errors come first. */
function whenReadable<Node extends AstNode>(
  check: (node: Node, report: Report) => void,
): (node: Node, accept: ValidationAcceptor) => void {
  return (node, accept) => {
    if (isReadable(AstUtils.getDocument(node))) check(node, reporter(accept))
  }
}
