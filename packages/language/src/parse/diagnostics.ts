/** Langium's findings as ours: code, place, message and repair. */
import type { IToken } from 'chevrotain'
import type { LangiumDocument } from 'langium'
import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver-types'
import type { Diagnostic } from '../diagnostic.ts'
import type { NameProblem } from '../names/linker.ts'
import type { ReportData } from '../check/report.ts'

/** Every finding in one document, in the order of its lines. */
export function toDiagnostics(file: string, document: LangiumDocument): readonly Diagnostic[] {
  const { lexerErrors, parserErrors } = document.parseResult
  const lexical = lexerErrors.map((error) =>
    syntaxError(file, 'POL-0102', error.line ?? 1, error.column ?? 1, unexpected(document, error.offset), null),
  )
  const grammatical = parserErrors.map((error) => {
    const previous = 'previousToken' in error ? (error.previousToken as IToken | undefined) : undefined // where the file ends
    const token = Number.isNaN(error.token.startOffset) ? previous : error.token
    const [line, column] = token === undefined ? [1, 1] : place(token)
    const mixes = error.message.includes('not mixed without brackets')
    const help = mixes ? 'put brackets around the part that belongs together' : null
    return syntaxError(file, mixes ? 'POL-0103' : 'POL-0101', line, column, error.message, help)
  })
  const linking = document.references.flatMap((reference) => {
    const error = reference.error
    if (error === undefined || grammatical.length > 0) return []
    const start = reference.$refNode?.range.start
    const problem = 'problem' in error ? (error.problem as NameProblem | undefined) : undefined // set by PolicyLinker
    const [code, help] = problem === undefined ? ['POL-0200', null] : [problem.code, problem.help]
    return [syntaxError(file, code, (start?.line ?? 0) + 1, (start?.character ?? 0) + 1, error.message, help)]
  })
  const checks = (document.diagnostics ?? []).filter((found) => isCheck(found)).map((found) => fromCheck(file, found))
  return [...lexical, ...grammatical, ...linking, ...checks].sort((a, b) => a.line - b.line || a.column - b.column)
}

function place(token: { startLine?: number; startColumn?: number }): readonly [number, number] {
  const line = token.startLine ?? 1
  const column = token.startColumn ?? 1
  return [Number.isNaN(line) ? 1 : line, Number.isNaN(column) ? 1 : column]
}

function syntaxError(file: string, code: string, line: number, column: number, message: string, help: string | null): Diagnostic {
  return { code, severity: 'error', file, line, column, message, help }
}

function unexpected(document: LangiumDocument, offset: number): string {
  const character = document.textDocument.getText().slice(offset, offset + 1)
  return character === '"' ? 'this text in quotes does not end on its line' : `unexpected character \`${character}\``
}

function isCheck(found: LspDiagnostic): boolean {
  return typeof found.code === 'string' && found.code.startsWith('POL-')
}

function fromCheck(file: string, found: LspDiagnostic): Diagnostic {
  const data = found.data as ReportData // written by `reporter`
  const { line, character } = found.range.start
  const severity = found.severity === 2 ? 'warning' : 'error'
  return { code: data.code, severity, file, line: line + 1, column: character + 1, message: String(found.message), help: data.help }
}
