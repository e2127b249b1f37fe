/** Pictures of ours, drawn in one colour. None says anything that a word beside it does not say. */
import { markup, trusted, type Markup } from '@brightline/documents/html'

const paths = {
  place: 'M12 2 2.5 7.5v2h19v-2zM4.5 11v7M9.5 11v7M14.500 11v7M19.500 11v7M2.500 21.500h19',
  record: 'M5 2.500h10l4.500 4.500v14.500H5zM8 12.500l3 3 5-6',
  alert: 'M12 2.5 1.5 21h21zM12 9.500v5.500M12 17v1.500',
  call: 'M7 2.5 9.500 7 7.500 9c1.200 3 4.500 6.300 7.500 7.500l2-2 4.500 2.500v3c0 1-1 1.500-2 1.500C11 21.500 2.500 13 2.500 4.500c0-1 .500-2 1.500-2z',
  door: 'M5 2.500h14v19H5zM8.500 6h7v15.500M12.500 13h1',
  unsure:
    'M12 2.500a9.500 9.500 0 1 0 .01 0zM8.800 9.500c0-2 1.400-3.200 3.200-3.200s3.100 1.100 3.100 2.800c0 2.200-3.100 2.400-3.100 4.700M12 16.700v1.200',
  none: 'M12 2.500a9.500 9.500 0 1 0 .01 0zM5.300 5.300l13.400 13.400',
  screen: 'M3 4.500h18v12H3zM8 20.500h8M12 16.500v4',
} as const

/** The name of a picture. */
export type IconName = keyof typeof paths

/** Draws a picture beside a word. */
export function icon(name: IconName): Markup {
  return markup`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${trusted(paths[name])}"/></svg>`
}

/** The mark of the desk in a tab of a browser, which asks for one whether a page names it or not. */
export const tabIconText =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#16332b" d="M0 0h16v16H0z"/><path fill="#f4b31a" d="M0 11h16v3H0z"/></svg>'
export const tabIconPath = '/static/mark.svg'
