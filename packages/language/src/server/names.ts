/** The names of things in an editor: also of sections, and of provisions by their labels. */
import { DefaultNameProvider, GrammarUtils, type AstNode, type CstNode } from 'langium'
import { nameOf } from '../names/cited-name.ts'
import * as syntax from '../generated/ast.ts'

/** Names sections by number and title, and provisions as they are cited. */
export class PolicyNameProvider extends DefaultNameProvider {
  override getName(node: AstNode): string | undefined {
    if (syntax.isSection(node)) return `${node.number} ${node.title}`
    return syntax.isCitable(node) ? nameOf(node) : super.getName(node)
  }

  override getNameNode(node: AstNode): CstNode | undefined {
    if (syntax.isSection(node)) return GrammarUtils.findNodeForProperty(node.$cstNode, 'number')
    if (!syntax.isCitable(node)) return super.getNameNode(node)
    return GrammarUtils.findNodeForProperty(node.$cstNode, 'label')
  }
}
