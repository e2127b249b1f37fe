/** What a report is compiled from. */
import type { Library } from '@brightline/language'
import type { Inputs } from './body.ts'
import type { RecordedCase, Stretch } from './recorded-case.ts'

/** What a report is made of. */
export interface ReportInput {
  readonly cases: readonly RecordedCase[]
  readonly stretch: Stretch
  readonly inputs: Inputs
  readonly library: Library
  readonly timeZone: string
  /** The kind of the agency. */
  readonly kind: string
}
