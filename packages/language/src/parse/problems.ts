/** Langium's findings as problems of ours, without those that only follow from another. */
import { AstUtils, isReference, type LangiumDocument, type Reference } from 'langium'
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types'
import { fileProblem, inOrder, type Finding, type PolicyProblem } from '../file-problem.ts'
import * as syntax from '../generated/ast.ts'
import { isReadable } from '../readable.ts'
import { hiddenCharacters } from './hidden.ts'
import { languageVersion, otherVersion } from '../language-version.ts'
import { policyReader } from './reader.ts'
import { positionAt, syntaxErrors } from './syntax-errors.ts'
import { beginningOf } from './version.ts'

/** The files that could not be read: what they would declare is not missed elsewhere. */
export interface Unreadable {
  readonly paths: ReadonlySet<string>
  readonly hasVocabulary: boolean
}

/** Picks the files that could not be read. */
export function unreadableAmong(
  documents: readonly { readonly path: string; readonly document: LangiumDocument }[],
): Unreadable {
  const unreadable = documents.filter(({ document }) => !isReadable(document))
  return {
    paths: new Set(unreadable.map(({ path }) => path)),
    hasVocabulary: unreadable.some(
      ({ document }) => beginningOf(document.textDocument.getText()).word === 'vocabulary',
    ),
  }
}

/** Collects the problems of one document, in the order of its lines. */
export function problemsOf(
  file: string,
  document: LangiumDocument,
  validated: readonly LspDiagnostic[],
  unreadable: Unreadable,
): readonly PolicyProblem[] {
  // Names and checks make no sense in a tree with holes.
  if (!isReadable(document)) return unreadableProblems(file, document.textDocument.getText())
  const names = document.references
    .filter(isReference)
    .filter((reference) => reference.error !== undefined && !isFollowUp(reference, unreadable))
    .map((reference) => fromName(file, reference))
  const checks = validated.filter(isCheck).map((found) => fromCheck(file, found))
  return inOrder([...names, ...checks])
}

function unreadableProblems(file: string, text: string): readonly PolicyProblem[] {
  const hidden = hiddenCharacters(file, text)
  if (hidden.length > 0) return hidden
  const { version, offset } = beginningOf(text)
  // What cannot be read in a text of another version is no error of its author.
  if (version === null || version === languageVersion) return syntaxErrors(file, text, policyReader())
  return [fileProblem('POL-0114', { file, ...positionAt(text, offset) }, otherVersion(version))]
}

/** Tells whether a name is unknown only because something else is wrong. */
function isFollowUp(reference: Reference, unreadable: Unreadable): boolean {
  const info = reference.error?.info
  if (info === undefined) return false
  const { container, property } = info
  if (property === 'values' || property === 'value') {
    if (!syntax.isFactTest(container) && !syntax.isFactGiven(container)) return false
    return !syntax.isOneOfType(container.fact.ref?.type)
  }
  if (property === 'target' && (syntax.isRuleRef(container) || syntax.isBearing(container))) {
    const other = container.instrument
    return other !== undefined && (other.ref === undefined || !isReadable(AstUtils.getDocument(other.ref)))
  }
  if (property === 'instrument') return hasFile(unreadable.paths, `${reference.$refText}.policy`)
  const isShared = !['about', 'term', 'source'].includes(property)
  return isShared && unreadable.hasVocabulary
}

/** Tells whether a path is among some; in an editor a path begins with the folder that was opened. */
function hasFile(paths: ReadonlySet<string>, path: string): boolean {
  return [...paths].some((known) => known === path || known.endsWith(`/${path}`))
}

function fromName(file: string, { error, $refNode, $refText }: Reference): PolicyProblem {
  // INVARIANT: PolicyLinker gives every linking error its problem.
  if (error === undefined || !hasProblem(error)) throw new Error(`no code for the unknown name ${$refText}`)
  const { code, values } = error.problem
  const start = $refNode?.range.start
  return fileProblem(code, { file, line: (start?.line ?? 0) + 1, column: (start?.character ?? 0) + 1 }, values)
}

function hasProblem(error: object): error is { readonly problem: Finding } {
  return 'problem' in error
}

function isCheck(found: LspDiagnostic): found is LspDiagnostic & { readonly data: Finding } {
  return typeof found.code === 'string' && found.code.startsWith('POL-')
}

function fromCheck(file: string, { data, range: { start } }: LspDiagnostic & { data: Finding }): PolicyProblem {
  return fileProblem(data.code, { file, line: start.line + 1, column: start.character + 1 }, data.values)
}
