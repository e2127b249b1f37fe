/** References that can be relied on. */
import { AstUtils, type AstNode, type Reference } from 'langium'
import { isReadable } from '../readable.ts'

/** Finds the node of a reference; undefined where nobody declared it, or where its own file has holes. */
export function resolved<Node extends AstNode>({ ref }: Reference<Node>): Node | undefined {
  return ref === undefined || !isReadable(AstUtils.getDocument(ref)) ? undefined : ref
}
