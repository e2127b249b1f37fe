/** Timing, and the one table that a benchmark prints. */

/** One line of the table. `target` says what the number should be, `holds` whether it is. */
export interface Line {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target: string
  readonly holds: boolean | null
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN
}

/** Milliseconds of one run. */
export function time(run: () => void): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** Microseconds of each of many short runs, each timed over a few repetitions so that the clock does not show. */
export function timeEach(count: number, repetitions: number, run: (index: number) => void): readonly number[] {
  return Array.from({ length: count }, (_, index) => {
    const ms = time(() => {
      for (let repetition = 0; repetition < repetitions; repetition++) run(index * repetitions + repetition)
    })
    return (ms * 1000) / repetitions
  })
}

export function below(name: string, value: number, unit: string, limit: number): Line {
  return { name, value, unit, target: `< ${limit} ${unit}`, holds: value < limit }
}

export function atLeast(name: string, value: number, unit: string, limit: number): Line {
  return { name, value, unit, target: `>= ${limit}${unit === '' ? '' : ` ${unit}`}`, holds: value >= limit }
}

export function report(name: string, value: number, unit: string): Line {
  return { name, value, unit, target: '', holds: null }
}

/** The table, as text. */
export function printTable(lines: readonly Line[]): string {
  const rows = lines.map(({ name, value, unit, target, holds }) => {
    const verdict = holds === null ? '' : holds ? 'holds' : 'MISSED'
    return [name, shown(value), unit, target, verdict]
  })
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3)
}
