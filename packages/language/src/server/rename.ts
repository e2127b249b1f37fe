/** Renaming: each name as it is written where it stands, with its quotes, its section or its instrument. */
import { CstUtils, type AstNode, type LangiumDocument } from 'langium'
import { DefaultRenameProvider } from 'langium/lsp'
import type { RenameParams, TextEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { LangiumServices } from 'langium/lsp'
import * as syntax from '../generated/ast.ts'
import { quote } from '../print/layout.ts'

/** Renames terms, labels, sources, facts, acts and all other names in every file that uses them. */
export class PolicyRenameProvider extends DefaultRenameProvider {
  readonly #services: LangiumServices

  constructor(services: LangiumServices) {
    super(services)
    this.#services = services
  }

  override async rename(
    document: LangiumDocument,
    { position, newName }: RenameParams,
  ): Promise<WorkspaceEdit | undefined> {
    const target = this.#targetAt(document, document.textDocument.offsetAt(position))
    if (target === undefined) return undefined
    const changes: Record<string, TextEdit[]> = {}
    for (const { sourceUri, segment } of this.references.findReferences(target, { includeDeclaration: true })) {
      const uri = sourceUri.toString()
      const other = this.#services.shared.workspace.LangiumDocuments.getDocument(sourceUri)
      const written = other?.textDocument.getText(segment.range) ?? ''
      changes[uri] = [...(changes[uri] ?? []), { range: segment.range, newText: rewritten(target, written, newName) }]
    }
    return { changes }
  }

  #targetAt(document: LangiumDocument, offset: number): AstNode | undefined {
    const root = document.parseResult.value.$cstNode
    if (root === undefined) return undefined
    const leaf = CstUtils.findDeclarationNodeAtOffset(root, offset, this.grammarConfig.nameRegexp)
    return leaf === undefined ? undefined : this.references.findDeclarations(leaf)[0]
  }
}

/** Writes the new name as it stands there: a term keeps its quotes, and a rule the section before its label. */
function rewritten(target: AstNode, written: string, newName: string): string {
  if (syntax.isTerm(target)) return quote(newName.replace(/^"(.*)"$/, '$1'))
  if (!syntax.isCitable(target)) return newName
  const label = written.indexOf('(')
  return label === -1 ? newName : `${written.slice(0, label)}${newName}`
}
