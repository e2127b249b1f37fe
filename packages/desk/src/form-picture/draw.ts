/**
 * Draws papers in our own lines: a whole sheet with the places bright by which it is known, or the part of a sheet where
 * somebody should look. A picture says nothing that the words beside it do not say.
 */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Look, Place } from './look.ts'

/** A rectangle of a sheet, which is 100 wide and 132 high. */
interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const areas: Readonly<Record<Place, Area>> = {
  head: { x: 7, y: 6, width: 86, height: 13 },
  number: { x: 55, y: 33, width: 38, height: 9 },
  body: { x: 7, y: 44, width: 86, height: 32 },
  date: { x: 7, y: 78, width: 30, height: 9 },
  signature: { x: 40, y: 80, width: 53, height: 17 },
  title: { x: 40, y: 97, width: 53, height: 11 },
  corner: { x: 6, y: 115, width: 45, height: 12 },
}

const sheet: Area = { x: 0, y: 0, width: 100, height: 132 }

/** Draws a whole sheet. */
export function drawSheet(look: Look): Markup {
  return picture(look, look.tells, sheet, 'sheet-picture')
}

/** Where the part of a sheet begins that shows a place with what stands around it. */
const tops: Readonly<Record<Place, number>> = {
  head: 0,
  number: 22,
  body: 42,
  date: 72,
  signature: 74,
  title: 78,
  corner: 96,
}
const partHeight = 36

/** Draws the part of a sheet around a place, which is bright. */
export function drawPlace(look: Look, place: Place): Markup {
  return picture(look, [place], { ...sheet, y: tops[place], height: partHeight }, 'place-picture')
}

function picture(look: Look, tells: readonly Place[], { x, y, width, height }: Area, name: string): Markup {
  const box = `${x} ${y} ${width} ${height}`
  return markup`<svg class="${name}" viewBox="${box}" aria-hidden="true" focusable="false">
<rect class="drawn-sheet" x="1" y="1" width="98" height="130"/>${tells.map(tellAt)}
${words(look.head, 50, 15, 'drawn-head')}${words(look.name, 50, 29, 'drawn-name')}
${bars([[58, 36, 31]])}${look.body === 'boxes' ? boxes : bars(bodyBars)}${bars([[10, 81, 22]])}
<path class="drawn-line" d="M44 94h45M49 92c3-9 6-9 5-2s5-7 7-3 3-3 6-1 4-3 9-1"/>
${words(look.signer, 66, 105, 'drawn-name')}${words(look.corner, 10, 124, 'drawn-corner')}</svg>`
}

function tellAt(place: Place): Markup {
  const { x, y, width, height } = areas[place]
  return markup`<rect class="drawn-tell" x="${x}" y="${y}" width="${width}" height="${height}"/>`
}

function words(text: string, x: number, y: number, name: string): Markup | null {
  return text === '' ? null : markup`<text class="${name}" x="${x}" y="${y}">${text}</text>`
}

type Bar = readonly [x: number, y: number, width: number]

const bodyBars: readonly Bar[] = [
  [10, 47, 78],
  [10, 54, 70],
  [10, 61, 76],
  [10, 68, 44],
]

function bars(drawn: readonly Bar[]): readonly Markup[] {
  return drawn.map(([x, y, width]) => markup`<rect class="drawn-bar" x="${x}" y="${y}" width="${width}" height="3"/>`)
}

const boxes: Markup = trusted(
  [46, 55, 64]
    .map(
      (y) =>
        `<rect class="drawn-box" x="10" y="${y}" width="5" height="5"/><rect class="drawn-bar" x="20" y="${y + 1}" width="62" height="3"/>`,
    )
    .join(''),
)
