/** Findings in an editor: the same as those of the checker, with the same codes. */
import { DefaultDocumentValidator, type LangiumDocument, type ValidationOptions } from 'langium'
import type { LangiumServices } from 'langium/lsp'
import type { CancellationToken, Diagnostic as LspDiagnostic } from 'vscode-languageserver'
import type { Diagnostic } from '../diagnostic.ts'
import { toDiagnostics, unreadableAmong } from '../parse/problems.ts'

/** Replaces Langium's messages by ours. */
export class PolicyDocumentValidator extends DefaultDocumentValidator {
  readonly #services: LangiumServices

  constructor(services: LangiumServices) {
    super(services)
    this.#services = services
  }

  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancelToken?: CancellationToken,
  ): Promise<LspDiagnostic[]> {
    const validated = await super.validateDocument(document, options, cancelToken)
    const documents = this.#services.shared.workspace.LangiumDocuments.all.toArray()
    const unreadable = unreadableAmong(documents.map((one) => ({ path: one.uri.path, document: one })))
    return toDiagnostics(document.uri.path, document, validated, unreadable).map((found) => toLsp(document, found))
  }
}

function toLsp(document: LangiumDocument, { code, severity, line, column, message, help }: Diagnostic): LspDiagnostic {
  const start = { line: line - 1, character: column - 1 }
  const text = document.textDocument.getText()
  const offset = document.textDocument.offsetAt(start)
  const [word = ''] = /^(?:"(?:\\.|[^"\\\n])*"|[^\s,]+)/.exec(text.slice(offset, offset + 2000)) ?? []
  return {
    code,
    severity: severity === 'error' ? 1 : 2,
    source: 'brightline',
    message: help === null ? message : `${message}; ${help}`,
    range: { start, end: { line: start.line, character: start.character + Math.max(1, word.length) } },
  }
}
