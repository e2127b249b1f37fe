/** What a document holds, as an outline in an editor: also what has no label of its own. */
import { GrammarUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium'
import { DefaultDocumentSymbolProvider } from 'langium/lsp'
import type { DocumentSymbol } from 'vscode-languageserver'
import * as syntax from '../generated/ast.ts'

/** The word by which an item without a label is found. */
const words = ['throughout', 'duty', 'doubt', 'encoded', 'staff', 'nobody', 'nothing'] as const

/** Lists sections with their lead-ins and items. An item without a label stands at its first word. */
export class PolicyDocumentSymbolProvider extends DefaultDocumentSymbolProvider {
  protected override getSymbol(document: LangiumDocument, node: AstNode): DocumentSymbol[] {
    const isItem = syntax.isCitable(node) || syntax.isNotEncoded(node) || syntax.isLeadIn(node)
    if (!isItem || node.$cstNode === undefined) return super.getSymbol(document, node)
    const named = this.nameProvider.getNameNode(node) ?? firstWord(node)
    if (named === undefined) return []
    return [this.createSymbol(document, node, node.$cstNode, named, this.nameProvider.getName(node))]
  }
}

function firstWord({ $cstNode }: AstNode): CstNode | undefined {
  const found = words.map((word) => GrammarUtils.findNodeForKeyword($cstNode, word))
  return found.find((node) => node !== undefined) ?? $cstNode
}
