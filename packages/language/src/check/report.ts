/** The way in which checks report: a code and its values, at a node. */
import type { AstNode, DiagnosticInfo, ValidationAcceptor } from 'langium'
import type { PolicyCode } from '../errors.ts'
import type { Finding, OptionalValues } from '../file-problem.ts'

/** The part of the node that the finding is about. */
interface Spot {
  readonly property?: string
  readonly index?: number
}

/** Reports one finding. */
export type Report = (code: PolicyCode, node: AstNode, values?: OptionalValues, spot?: Spot) => void

/** Makes findings errors of the Langium validator. */
export function reporter(accept: ValidationAcceptor): Report {
  return (code, node, values = {}, spot = {}) => {
    const data: Finding = { code, values }
    const info: DiagnosticInfo<AstNode> = { node, code, data }
    if (spot.property !== undefined) info.property = spot.property
    if (spot.index !== undefined) info.index = spot.index
    // The sentence is made outside, from the code and the values.
    accept('error', code, info)
  }
}
