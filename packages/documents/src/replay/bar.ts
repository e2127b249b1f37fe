/** The bars of a replay. A count that is hidden has none. */
import type { VerdictLine } from '@brightline/simulate'
import type { Markup } from '../html/markup.ts'
import { barHtml } from '../html/table.ts'

/** Makes a bar from the least to the most. */
export function boundsBar(min: number | null, max: number | null, most: number): Markup | null {
  if (min === null || max === null) return null
  return barHtml([
    { look: 'sure', share: min / most },
    { look: 'may', share: (max - min) / most },
  ])
}

/** Makes a bar of the rows of a line that are decided, open and not bound. */
export function partsBar({ requests, open, notBound }: VerdictLine, most: number): Markup | null {
  if (requests === null || open === null || notBound === null) return null
  return barHtml([
    { look: 'sure', share: (requests - open - notBound) / most },
    { look: 'may', share: open / most },
    { look: 'out', share: notBound / most },
  ])
}
