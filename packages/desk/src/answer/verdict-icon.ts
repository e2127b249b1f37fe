/** The sign of a verdict. Solid: the law decides. Hollow: somebody decides. Broken: not known yet. A word stands beside it. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Decision } from '@brightline/engine'

/** What a sign can stand for: a verdict, or that counsel is asked first. */
export type Sign = Decision['verdict'] | 'counsel'

const shapes: Readonly<Record<Sign, string>> = {
  prohibited: '<path fill-rule="evenodd" d="M8 2h8l6 6v8l-6 6H8l-6-6V8zM6.500 10.250v3.500h11v-3.500z"/>',
  required: '<path fill-rule="evenodd" d="M2 2h20v20H2zM5.250 12.500l5 5L19 8.750l-2-2-6.750 6.750-3-3z"/>',
  permitted: '<path fill-rule="evenodd" d="M12 1l11 11-11 11L1 12zM12 5.250L5.250 12 12 18.750 18.750 12z"/>',
  'no-rule': '<path fill-rule="evenodd" d="M2 2h20v20H2zM5 5v14h14V5zM8 10.500h8v3H8z"/>',
  conflict:
    '<path fill-rule="evenodd" d="M12 1.500L23 21.500H1zM12 7.500L6 18.500h12zM10.750 11h2.500v4h-2.500zM10.750 16h2.500v1.500h-2.500z"/>',
  'needs-facts':
    '<circle cx="12" cy="12" r="9.500" fill="none" stroke="currentColor" stroke-width="2.500" stroke-dasharray="4 2.600"/><path d="M8.500 9.500c0-4.500 7-4.500 7 0 0 2.500-2.300 2.600-2.300 4.800h-2.400c0-3 2.300-3.200 2.300-4.800 0-1.500-2.200-1.500-2.200 0zM10.750 15.800h2.500v2.200h-2.500z"/>',
  counsel: '<path fill-rule="evenodd" d="M12 1a11 11 0 1 1 0 22 11 11 0 0 1 0-22zM8 7v10h3V7zM13 7v10h3V7z"/>',
}

/** Finds the sign of a decision. */
export function signOf({ verdict, counsel }: Pick<Decision, 'verdict' | 'counsel'>): Sign {
  return counsel.length > 0 ? 'counsel' : verdict
}

/** Draws a sign. */
export function verdictIcon(sign: Sign): Markup {
  return markup`<svg class="sign v-${sign}" viewBox="0 0 24 24" aria-hidden="true">${trusted(shapes[sign])}</svg>`
}
