/** Puts the cases together that several threads gathered. */
import type { Plan } from '../mapping/plan.ts'
import { CaseTable } from './case-table.ts'
import type { Gathered } from './gather.ts'

/** The cases of all threads, and how many requests found no room among them. */
type Merged = Pick<Gathered, 'cells' | 'counts' | 'firsts' | 'size' | 'labels'> & { readonly left: number }

/** Merges equal cases. Labels have a number of their own in each thread, and one here. */
export function mergeCases(plan: Plan, gathered: readonly Gathered[]): Merged {
  const width = plan.fields.length
  const labelField = plan.fields.findIndex(({ plan: { kind } }) => kind === 'label')
  const labels: string[] = []
  const numberByLabel = new Map<string, number>()
  const table = new CaseTable(width)
  let left = 0
  for (const one of gathered) {
    const numbers = one.labels.map((text) => {
      const known = numberByLabel.get(text) ?? labels.push(text) - 1
      numberByLabel.set(text, known)
      return known
    })
    for (let at = 0; at < one.size; at++) {
      if (labelField >= 0) one.cells[at * width + labelField] = numbers[one.cells[at * width + labelField] ?? 0] ?? 0
      const count = one.counts[at] ?? 0
      if (!table.add(one.cells, at * width, count, one.firsts[at] ?? 0)) left += count
    }
  }
  return {
    cells: table.cells.slice(0, table.size * width),
    counts: table.counts.slice(0, table.size),
    firsts: table.firsts.slice(0, table.size),
    size: table.size,
    labels,
    left,
  }
}
