/** The names of things in an editor: also of sections, and of provisions by their labels. */
import { DefaultNameProvider, GrammarUtils, type AstNode, type CstNode } from 'langium'
import { nameOf } from '../names/cited-name.ts'
import * as syntax from '../generated/ast.ts'

/** Names sections by number and title, and provisions as they are cited. */
export class PolicyNameProvider extends DefaultNameProvider {
  override getName(node: AstNode): string | undefined {
    if (syntax.isSection(node)) return `${node.number} ${node.title}`
    if (syntax.isLeadIn(node)) return node.label === undefined ? 'throughout' : `throughout ${node.label}`
    if (syntax.isNotEncoded(node)) return `${nameOf(node)} not encoded: ${node.title.en}`
    return syntax.isCitable(node) ? nameOf(node) : super.getName(node)
  }

  override getNameNode(node: AstNode): CstNode | undefined {
    if (syntax.isSection(node)) return GrammarUtils.findNodeForProperty(node.$cstNode, 'number')
    if (!syntax.isCitable(node) && !syntax.isNotEncoded(node)) return super.getNameNode(node)
    return GrammarUtils.findNodeForProperty(node.$cstNode, 'label')
  }
}
