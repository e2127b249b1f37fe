/** The ids of provisions, and where they stand. */
import { AstUtils, type AstNode } from 'langium'
import * as syntax from '../generated/ast.ts'
import { nameOf } from '../names/cited-name.ts'
import type { Position } from './policy.ts'

/** Finds where a node begins. */
export function positionOf(node: AstNode, file: string): Position {
  const start = node.$cstNode?.range.start
  return { file, line: (start?.line ?? 0) + 1, column: (start?.character ?? 0) + 1 }
}

/** Makes the id of a provision. */
export function idOf(instrument: syntax.Instrument, item: Item): string {
  return `${instrument.name} ${nameOf(item)}`
}

/** Makes the id of what a reference names, also when it stands in another instrument. */
export function referenceId(instrument: syntax.Instrument, reference: syntax.RuleRef): string {
  const target = reference.target.ref
  if (target === undefined) return `${instrument.name} ${reference.target.$refText}`
  const home = AstUtils.getContainerOfType(target, syntax.isInstrument) ?? instrument
  return idOf(home, target)
}

/** What rules, duties, doubts and provisions that are not encoded have alike. */
export type Item = syntax.Citable | syntax.NotEncoded
