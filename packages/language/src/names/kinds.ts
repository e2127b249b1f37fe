/** Kinds of agency, with groups written out. */
import type { Reference } from 'langium'
import * as syntax from '../generated/ast.ts'

/** Names the kinds of a list, each once; a group that holds itself is reported elsewhere, and ends here. */
export function kindsOf(
  bound: readonly Reference<syntax.Bound>[],
  within: readonly syntax.Group[] = [],
): readonly string[] {
  const names = bound.flatMap((reference) => {
    const node = reference.ref
    if (!syntax.isGroup(node)) return [reference.$refText]
    return within.includes(node) ? [] : kindsOf(node.agencies, [...within, node])
  })
  return [...new Set(names)]
}
