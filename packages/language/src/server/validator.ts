/** Problems in an editor: the same as those of the checker, with the same codes. */
import { DefaultDocumentValidator, type LangiumDocument, type ValidationOptions } from 'langium'
import type { LangiumServices } from 'langium/lsp'
import type { CancellationToken, Diagnostic as LspDiagnostic } from 'vscode-languageserver'
import type { PolicyProblem } from '../file-problem.ts'
import { problemsOf, unreadableAmong } from '../parse/problems.ts'

/** A problem in words: what is wrong, and how to repair it. */
interface Said {
  readonly message: string
  readonly help: string | null
}

/** Says a problem in a language. */
export type Say = (problem: PolicyProblem, lang: string) => Said

/** Replaces Langium's messages by ours. */
export class PolicyDocumentValidator extends DefaultDocumentValidator {
  readonly #services: LangiumServices
  readonly #say: (problem: PolicyProblem) => Said

  constructor(services: LangiumServices, say: (problem: PolicyProblem) => Said) {
    super(services)
    this.#services = services
    this.#say = say
  }

  override async validateDocument(
    document: LangiumDocument,
    options?: ValidationOptions,
    cancelToken?: CancellationToken,
  ): Promise<LspDiagnostic[]> {
    const validated = await super.validateDocument(document, options, cancelToken)
    const documents = this.#services.shared.workspace.LangiumDocuments.all.toArray()
    const unreadable = unreadableAmong(documents.map((one) => ({ path: one.uri.path, document: one })))
    return problemsOf(document.uri.path, document, validated, unreadable).map((problem) =>
      toLsp(document, problem, this.#say(problem)),
    )
  }
}

function toLsp(
  document: LangiumDocument,
  { code, severity, where }: PolicyProblem,
  { message, help }: Said,
): LspDiagnostic {
  const start = { line: where.line - 1, character: where.column - 1 }
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
