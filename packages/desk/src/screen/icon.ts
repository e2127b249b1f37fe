/** Pictures of ours, drawn in one colour. None says anything that a word beside it does not say. */
import { markup, trusted, type Markup } from '@brightline/documents/html'

const paths = {
  place: 'M12 2 2.5 7.5v2h19v-2zM4.5 11v7M9.5 11v7M14.500 11v7M19.500 11v7M2.500 21.500h19',
  record: 'M5 2.500h10l4.500 4.500v14.500H5zM8 12.500l3 3 5-6',
  alert: 'M12 2.5 1.5 21h21zM12 9.500v5.500M12 17v1.500',
} as const

/** The name of a picture. */
export type IconName = keyof typeof paths

/** Draws a picture beside a word. */
export function icon(name: IconName): Markup {
  return markup`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${trusted(paths[name])}"/></svg>`
}
