/** Charts as SVG, drawn on the server: no script runs in the page. */
import { createDocument } from '@mixmark-io/domino'
import { axisX, barX, barY, plot, ruleX, ruleY, text } from '@observablehq/plot'

/** A bar from the least to the most. */
export interface RangeBar {
  readonly name: string
  readonly min: number
  readonly max: number
}

/** A part of a bar. */
export interface StackPart {
  readonly name: string
  readonly part: string
  readonly count: number
}

// Dark and light of one hue, and a grey between: told apart in print and by the colour-blind, and named in the key.
const dark = '#162e51'
const light = '#a8c0dc'
const grey = '#71767a'

const unit = 'requests / solicitudes'
const frame = { width: 680, style: { fontSize: '13px' } } as const

/** One bar a name: dark for what is certain, light up to what is possible. */
export function rangeChart(bars: readonly RangeBar[], label: string): string {
  const document = createDocument('')
  const names = bars.map(({ name }) => name)
  const drawn = plot({
    document,
    ariaLabel: label,
    ...frame,
    height: 60 + 34 * names.length,
    marginLeft: 190,
    marginBottom: 40,
    x: { label: unit, grid: true, nice: true },
    y: { domain: names, label: null },
    marks: [
      barX(bars, { x1: 'min', x2: 'max', y: 'name', fill: light, stroke: dark }),
      barX(bars, { x1: 0, x2: 'min', y: 'name', fill: dark }),
      ruleX([0]),
    ],
  })
  return asImage(drawn.outerHTML)
}

/** One stacked bar a month; a month whose counts are hidden has a star, so that it does not look empty. */
export function stackChart(
  parts: readonly StackPart[],
  hidden: readonly string[],
  domain: readonly string[],
  label: string,
): string {
  const document = createDocument('')
  const months = withGaps([...new Set([...parts.map(({ name }) => name), ...hidden])])
  const step = Math.max(1, Math.ceil(months.length / 8))
  const drawn = plot({
    document,
    ariaLabel: label,
    ...frame,
    height: 280,
    marginTop: 36,
    marginLeft: 60,
    x: { domain: months, label: null },
    y: { label: unit, grid: true, nice: true },
    color: { domain: [...domain], range: [dark, light, grey], legend: false },
    marks: [
      barY(parts, { x: 'name', y: 'count', fill: 'part', stroke: dark, order: [...domain] }),
      text(hidden, { x: (name: string) => name, y: 0, text: () => '*', dy: -6 }),
      axisX({ ticks: months.filter((_, index) => index % step === 0) }),
      ruleY([0]),
    ],
  })
  return asImage(drawn.outerHTML)
}

/** Every month from the first to the last: a month without requests is a gap, and not left out. */
function withGaps(names: readonly string[]): readonly string[] {
  const numbers = names.filter((name) => /^\d{4}-\d{2}$/.test(name)).map(numberOfMonth)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  // A date with a wrong year must not draw a thousand empty months.
  if (numbers.length === 0 || last - first > 240) return names
  const months = Array.from({ length: last - first + 1 }, (_, at) => monthOfNumber(first + at))
  return [...months, ...names.filter((name) => !months.includes(name))]
}

function numberOfMonth(name: string): number {
  return Number(name.slice(0, 4)) * 12 + Number(name.slice(5)) - 1
}

function monthOfNumber(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

/** A screen reader hears the label; the numbers are in the table beside it. */
function asImage(svg: string): string {
  return svg.replace('<svg ', '<svg role="img" ')
}
