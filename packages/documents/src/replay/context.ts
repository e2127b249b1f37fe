/** The material that the parts of a page share. */
import type { ReplayDocument } from '@brightline/simulate'
import type { ReplayPhrases } from '@brightline/wording'

/** The document, the language in which it is said, and the phrases of that language. */
export interface ReplayContext {
  readonly document: ReplayDocument
  readonly lang: string
  readonly say: ReplayPhrases
}
