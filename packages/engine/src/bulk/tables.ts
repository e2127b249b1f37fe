/** The tables by which generated code looks answers up. */
import { mergeReadings, states } from '../stack/verdict.ts'

/** The tables of the generated code; equal ones are one. */
export class Tables {
  readonly all: Uint8Array[] = []
  readonly #names = new Map<string, string>()

  nameOf(values: readonly number[]): string {
    const key = values.join()
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = `k${this.all.push(Uint8Array.from(values)) - 1}`
    this.#names.set(key, name)
    return name
  }

  /** Writes what gives the tables their names. */
  get names(): string {
    return this.all.map((_, index) => `const k${index} = tables[${index}]`).join('\n')
  }

  /** Writes the tables out, for a reader. */
  write(): string {
    return `// tables: ${JSON.stringify(this.all.map((table) => [...table]))}`
  }
}

/** By two readings: `one * states + other`. */
export function mergedBy(power: boolean): readonly number[] {
  return states.flatMap((one) => states.map((other) => mergeReadings(one, other, power)))
}
