/** What could change an answer. */
import type { Verdict } from '@brightline/language'

/** One change of one known fact that would change the verdict. */
export interface NearestChange {
  readonly fact: string
  /** The value by its name, or an inclusive range of numbers or ISO dates. */
  readonly to: string | { readonly from: number | string; readonly to: number | string }
  readonly verdict: Verdict
}
