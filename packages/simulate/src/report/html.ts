/** A replay as a page: to be written. */
import type { ReplayDocument } from './document.ts'

/** The page. */
export function toHtml(document: ReplayDocument): string {
  return JSON.stringify(document)
}
