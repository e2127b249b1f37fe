/**
 * Hides small counts so that no subtraction brings them back.
 *
 * Every table gives its rows, its columns and their sums. A reader can add and subtract all of them, so a count is
 * hidden only if it is not fixed by the equations that remain. That is tested exactly, by elimination over all tables
 * together, since they share their column sums; and another count is hidden until it holds. docs/suppression.md has
 * the method with an example.
 */
import { equationsOf, isSmall, type Amount, type Equation, type Equations } from './equations.ts'
import { fixedAmong } from './fixed-counts.ts'
import { hidden, smallest, sum, type Grid, type Nest, type SafeGrid, type ShownCount } from './grid.ts'

/**
 * Hides counts in tables that share their columns, and adds the sums.
 *
 * @example
 * const grid = { name: 'month', rows: ['2026-01', '2026-02'], columns: ['may', 'must'], cells: [[40, 3], [50, 60]] }
 * suppress([grid])[0].cells[0] // => ['*', '*', 43]
 */
export function suppress(grids: readonly Grid[], nests: readonly Nest[] = []): readonly SafeGrid[] {
  const equations = equationsOf(grids, nests)
  new Protection(equations).protect()
  const shown = (id: number): ShownCount => {
    const amount = equations.amounts[id]
    return amount === undefined || amount.isHidden ? hidden : amount.value
  }
  return grids.map(({ name, rows }, table) => ({
    name,
    rows,
    cells: (equations.tables[table] ?? []).map((row) => row.map(shown)),
  }))
}

/** Chooses what is hidden. */
class Protection {
  readonly #amounts: readonly Amount[]
  readonly #lines: readonly Equation[]

  constructor({ amounts, lines }: Equations) {
    this.#amounts = amounts
    this.#lines = lines
  }

  /** Hides what is needed, and shows again what is not: the sums first, which a reader misses most. */
  protect(): void {
    this.#hideEnough()
    const candidates = this.#amounts
      .filter(({ isHidden, value }) => isHidden && value >= smallest)
      .sort((a, b) => b.rank - a.rank || b.value - a.value)
    for (const one of candidates) {
      one.isHidden = false
      if (this.#weakLine() !== null || this.#fixed().some((id) => this.#isSmallAt(id))) one.isHidden = true
    }
    // What follows from the rest may as well be shown: it is none of the small ones.
    for (const id of this.#fixed()) this.#show(id)
  }

  /** Hides more until nothing small is fixed, and no line hides so little that it could be guessed. */
  #hideEnough(): void {
    for (;;) {
      const weak = this.#weakLine()
      const line = weak ?? this.#lineOfFixed()
      if (line === null) return
      const next = line
        .filter((id) => this.#amounts[id]?.isHidden === false)
        .sort((a, b) => this.#costOf(a) - this.#costOf(b))[0]
      if (next === undefined) {
        this.#hideAll()
        return
      }
      const amount = this.#amounts[next]
      if (amount !== undefined) amount.isHidden = true
    }
  }

  /**
   * Weighs what is cheapest to hide: first what opens no line that would need another hidden count, then small counts;
   * a zero would be guessed.
   */
  #costOf(id: number): number {
    const isOpened = (line: readonly number[]): boolean =>
      !line.some((other) => this.#amounts[other]?.isHidden === true)
    const opened = this.#lines.filter((line) => line.includes(id) && isOpened(line)).length
    const value = this.#amounts[id]?.value ?? 0
    return opened * 1e12 + (value === 0 ? 1e10 : value)
  }

  #hideAll(): void {
    for (const one of this.#amounts) one.isHidden = true
  }

  /** Finds a line that shows its sum and hides but one count, or counts so small together that they could be guessed. */
  #weakLine(): readonly number[] | null {
    return (
      this.#lines.find(([whole = -1, ...parts]) => {
        if (this.#amounts[whole]?.isHidden === true) return false
        const own = parts.flatMap((id) => (this.#amounts[id]?.isHidden === true ? [this.#amounts[id]?.value ?? 0] : []))
        return own.length > 0 && (own.filter((value) => value > 0).length < 2 || sum(own) < smallest)
      }) ?? null
    )
  }

  /** Finds a line of a small count that the equations fix, with something left to hide. */
  #lineOfFixed(): readonly number[] | null {
    const fixed = this.#fixed().filter((id) => this.#isSmallAt(id))
    if (fixed.length === 0) return null
    const holds = (line: readonly number[]): boolean => line.some((id) => this.#amounts[id]?.isHidden === false)
    const candidates = this.#lines.filter((line) => line.some((id) => fixed.includes(id)))
    return candidates.find(holds) ?? []
  }

  /** Lists the hidden counts that the equations fix. */
  #fixed(): readonly number[] {
    const unknown = this.#amounts.flatMap(({ isHidden }, id) => (isHidden ? [id] : []))
    return fixedAmong(unknown, this.#lines)
  }

  #isSmallAt(id: number): boolean {
    return isSmall(this.#amounts[id]?.value ?? 0)
  }

  #show(id: number): void {
    const amount = this.#amounts[id]
    if (amount !== undefined) amount.isHidden = false
  }
}
