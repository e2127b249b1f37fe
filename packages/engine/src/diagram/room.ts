/** The room that an analysis outgrew, as values of a problem. */
import type { ProblemValue } from '@brightline/language'
import type { DiagramTooLarge } from './store.ts'

/** Gives the nodes, or the cells of a fact, that were too many. */
export function roomOf({ outgrown }: DiagramTooLarge): Readonly<Record<string, ProblemValue>> {
  if (outgrown.kind === 'nodes') return { nodes: outgrown.nodes }
  const { fact, cells, most } = outgrown
  return { ...(fact === null ? {} : { fact }), cells, most }
}
