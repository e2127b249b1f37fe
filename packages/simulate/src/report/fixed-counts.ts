/** The hidden counts that a reader can work out from the sums. */

/** A prime below the square root of the largest exact product. */
const prime = 94_906_249

/** Lists the unknowns that the lines fix: elimination over a prime field, where no rounding is. */
export function fixedAmong(unknown: readonly number[], lines: readonly (readonly number[])[]): readonly number[] {
  const columnById = new Map(unknown.map((id, column) => [id, column]))
  const rows = lines
    .map((line) => {
      const row = new Float64Array(unknown.length)
      for (const [index, id] of line.entries()) {
        const column = columnById.get(id)
        if (column !== undefined) row[column] = ((row[column] ?? 0) + (index === 0 ? prime - 1 : 1)) % prime
      }
      return row
    })
    .filter((row) => row.some((value) => value !== 0))
  let pivots = 0
  for (let column = 0; column < unknown.length && pivots < rows.length; column++) {
    const found = rows.findIndex((row, index) => index >= pivots && row[column] !== 0)
    if (found < 0) continue
    const row = rows[found]
    const other = rows[pivots]
    if (row === undefined || other === undefined) continue
    rows[found] = other
    rows[pivots] = row
    eliminate(rows, pivots, column)
    pivots += 1
  }
  return rows.slice(0, pivots).flatMap((row) => {
    const used = [...row.keys()].filter((column) => row[column] !== 0)
    const [only] = used
    return used.length === 1 && only !== undefined ? [unknown[only] ?? -1] : []
  })
}

function eliminate(rows: readonly Float64Array[], pivot: number, column: number): void {
  const row = rows[pivot]
  if (row === undefined) return
  const inverse = power(row[column] ?? 1, prime - 2)
  for (let at = 0; at < row.length; at++) row[at] = ((row[at] ?? 0) * inverse) % prime
  for (const [index, other] of rows.entries()) {
    const factor = other[column] ?? 0
    if (index === pivot || factor === 0) continue
    for (let at = 0; at < row.length; at++) {
      if (row[at] !== 0) other[at] = ((other[at] ?? 0) + (prime - factor) * (row[at] ?? 0)) % prime
    }
  }
}

function power(base: number, exponent: number): number {
  let [result, factor, left] = [1, base % prime, exponent]
  while (left > 0) {
    if (left % 2 === 1) result = (result * factor) % prime
    factor = (factor * factor) % prime
    left = Math.floor(left / 2)
  }
  return result
}
