/** Charts as SVG, drawn on the server: no script runs in the page. */
import { createDocument } from '@mixmark-io/domino'
import { axisX, barX, barY, plot, ruleX, ruleY } from '@observablehq/plot'

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

// Dark and light of one hue, and a hatch-free grey: told apart in print and by the colour-blind, and named in the table.
const dark = '#162e51'
const light = '#a8c0dc'
const grey = '#71767a'

/** One bar a name: dark for what is certain, light up to what is possible. */
export function rangeChart(bars: readonly RangeBar[], label: string): string {
  const document = createDocument('')
  const names = bars.map(({ name }) => name)
  const drawn = plot({
    document,
    ariaLabel: label,
    width: 680,
    height: 40 + 34 * names.length,
    marginLeft: 150,
    x: { label: null, grid: true, nice: true },
    y: { domain: names, label: null },
    marks: [
      barX(bars, { x1: 'min', x2: 'max', y: 'name', fill: light, stroke: dark }),
      barX(bars, { x1: 0, x2: 'min', y: 'name', fill: dark }),
      ruleX([0]),
    ],
  })
  return drawn.outerHTML
}

/** One stacked bar a month. */
export function stackChart(parts: readonly StackPart[], domain: readonly string[], label: string): string {
  const document = createDocument('')
  const months = [...new Set(parts.map(({ name }) => name))]
  const step = Math.max(1, Math.ceil(months.length / 12))
  const drawn = plot({
    document,
    ariaLabel: label,
    width: 680,
    height: 260,
    x: { domain: months, label: null },
    y: { label: null, grid: true, nice: true },
    color: { domain: [...domain], range: [dark, light, grey], legend: false },
    marks: [
      barY(parts, { x: 'name', y: 'count', fill: 'part', stroke: dark, order: [...domain] }),
      axisX({ ticks: months.filter((_, index) => index % step === 0) }),
      ruleY([0]),
    ],
  })
  return drawn.outerHTML
}
