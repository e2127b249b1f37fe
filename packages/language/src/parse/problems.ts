/** Langium's findings as ours: code, place, message and repair, without those that only follow from another. */
import { AstUtils, isReference, type LangiumDocument, type Reference } from 'langium'
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types'
import type { ReportData } from '../check/report.ts'
import type { Diagnostic } from '../diagnostic.ts'
import * as syntax from '../generated/ast.ts'
import type { NameProblem } from '../names/linker.ts'
import { isReadable } from './readable.ts'
import { policyReader } from './reader.ts'
import { syntaxErrors } from './syntax-errors.ts'

/** The files that could not be read: what they would declare is not missed elsewhere. */
export interface Unreadable {
  readonly paths: ReadonlySet<string>
  readonly hasVocabulary: boolean
}

/** The unreadable files among some documents. */
export function unreadableAmong(
  documents: readonly { readonly path: string; readonly document: LangiumDocument }[],
): Unreadable {
  const unreadable = documents.filter(({ document }) => !isReadable(document))
  return {
    paths: new Set(unreadable.map(({ path }) => path)),
    hasVocabulary: unreadable.some(({ document }) =>
      /^\s*(?:--.*\s*)*vocabulary\b/.test(document.textDocument.getText()),
    ),
  }
}

/** Every finding in one document, in the order of its lines. */
export function toDiagnostics(
  file: string,
  document: LangiumDocument,
  validated: readonly LspDiagnostic[],
  unreadable: Unreadable,
): readonly Diagnostic[] {
  // Names and checks make no sense in a tree with holes.
  if (!isReadable(document)) return syntaxErrors(file, document.textDocument.getText(), policyReader())
  const names = document.references
    .filter(isReference)
    .filter((reference) => reference.error !== undefined && !isFollowUp(reference, unreadable))
    .map((reference) => fromName(file, reference))
  const checks = validated.filter(isCheck).map((found) => fromCheck(file, found))
  return [...names, ...checks].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** Whether a name is unknown only because something else is wrong. */
function isFollowUp(reference: Reference, unreadable: Unreadable): boolean {
  const info = reference.error?.info
  if (info === undefined) return false
  const { container, property } = info
  if (property === 'values' || property === 'value') {
    if (!syntax.isFactTest(container) && !syntax.isFactGiven(container)) return false
    return !syntax.isOneOfType(container.fact.ref?.type)
  }
  if (property === 'target' && syntax.isRuleRef(container)) {
    const other = container.instrument
    return other !== undefined && (other.ref === undefined || !isReadable(AstUtils.getDocument(other.ref)))
  }
  if (property === 'instrument') return hasFile(unreadable.paths, `${reference.$refText}.policy`)
  const isShared = !['about', 'term', 'source'].includes(property)
  return isShared && unreadable.hasVocabulary
}

/** In an editor a path begins with the folder that was opened. */
function hasFile(paths: ReadonlySet<string>, path: string): boolean {
  return [...paths].some((known) => known === path || known.endsWith(`/${path}`))
}

function fromName(file: string, { error, $refNode, $refText }: Reference): Diagnostic {
  // INVARIANT: PolicyLinker gives every linking error its problem.
  if (error === undefined || !hasProblem(error)) throw new Error(`no code for the unknown name ${$refText}`)
  const { code, help } = error.problem
  const start = $refNode?.range.start
  const [line, column] = [(start?.line ?? 0) + 1, (start?.character ?? 0) + 1]
  return { code, severity: 'error', file, line, column, message: error.message, help }
}

function hasProblem(error: object): error is { readonly problem: NameProblem } {
  return 'problem' in error
}

function isCheck(
  found: LspDiagnostic,
): found is LspDiagnostic & { readonly data: ReportData; readonly message: string } {
  return typeof found.code === 'string' && found.code.startsWith('POL-') && typeof found.message === 'string'
}

function fromCheck(file: string, found: LspDiagnostic & { data: ReportData; message: string }): Diagnostic {
  const { code, help } = found.data
  const { line, character } = found.range.start
  const severity = found.severity === 2 ? 'warning' : 'error'
  return { code, severity, file, line: line + 1, column: character + 1, message: found.message, help }
}
