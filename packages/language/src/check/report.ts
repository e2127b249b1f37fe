/** How checks report: a code, a message and a repair, at a node. */
import type { AstNode, DiagnosticInfo, ValidationAcceptor } from 'langium'

/** What a diagnostic carries besides its message. */
export interface ReportData {
  readonly code: string
  readonly help: string | null
}

/** Where in the node the finding is. */
interface Spot {
  readonly property?: string
  readonly index?: number
}

/** Reports one finding. */
export type Report = (code: string, node: AstNode, message: string, help: string | null, spot?: Spot) => void

/** Findings as errors of the Langium validator. */
export function reporter(accept: ValidationAcceptor): Report {
  return (code, node, message, help, spot = {}) => {
    const data: ReportData = { code, help }
    const info: DiagnosticInfo<AstNode> = { node, code, data }
    if (spot.property !== undefined) info.property = spot.property
    if (spot.index !== undefined) info.index = spot.index
    accept('error', message, info)
  }
}
