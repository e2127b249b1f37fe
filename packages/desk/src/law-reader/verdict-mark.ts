/** The shapes of verdicts and of marks. A word always stands beside one, and says all of it. */
import { markup, trusted, type Markup } from '@brightline/documents/html'

/** What a shape stands for: solid where the law decides, hollow where somebody does, broken where it is not known. */
const shapes = {
  must: 'M3 3h18v18H3zM7 12l3.500 3.500L17.500 8.500',
  'must-not': 'M7.600 1.500h8.800l6.100 6.100v8.800l-6.100 6.100H7.600l-6.100-6.100V7.600zM6 10.200v3.600h12v-3.600z',
  may: 'M12 3.500 20.500 12 12 20.500 3.500 12z',
  'needs-facts':
    'M12 3a9 9 0 0 1 9 9M19 18a9 9 0 0 1-10 2.500M4 16a9 9 0 0 1 2-10M9.500 9.500a2.500 2.500 0 1 1 2.500 3v1.500M12 17v1',
  counsel: 'M12 2a10 10 0 1 0 .01 0zM8.500 8v8h2.500V8zM13 8v8h2.500V8z',
  'no-rule': 'M4 4h16v16H4zM8 12h8',
  read: 'M12 5a7 7 0 1 0 .01 0z',
  reported: 'M12 4a8 8 0 1 0 .01 0M12 4v16',
  unverified: 'M12 4a8 8 0 1 0 .01 0',
} as const

/** The name of a shape. */
export type Shape = keyof typeof shapes

/** Shapes that are filled; the others are drawn by their edge. */
const filled: readonly Shape[] = ['must-not', 'counsel', 'read']

/** Draws a shape beside its word. */
export function tag(shape: Shape, words: string): Markup {
  const kind = filled.includes(shape) ? 'shape filled' : 'shape'
  return markup`<span class="tag v-${shape}"><svg class="${kind}" viewBox="0 0 24 24" aria-hidden="true"><path d="${trusted(shapes[shape])}"/></svg><span>${words}</span></span>`
}
