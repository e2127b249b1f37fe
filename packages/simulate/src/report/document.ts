/** A replay as plain tables: what every output is made from. In public ones small counts are suppressed before anything else. */
import { boundsOf, sumOf } from '../replay/tally.ts'
import {
  dimensions,
  type ActReplay,
  type Dimension,
  type Printout,
  type Replay,
  type SideReplay,
} from '../replay/replay.ts'
import { verdicts } from '../replay/together.ts'
import type { Problem } from '../problems.ts'
import { foldSmall, hidden, suppress, type Cell, type Grid, type SafeGrid } from './suppress.ts'

/** A number, or null where it is suppressed. */
export type Count = number | null

/** One line of a table by verdict. */
export interface VerdictLine {
  readonly value: string
  readonly requests: Count
  /** Rows by class; see docs/simulate.md. */
  readonly classes: Readonly<Record<string, Count>>
  readonly bounds: Readonly<Record<string, { readonly min: Count; readonly max: Count }>>
  /** Rows in which more than one verdict is possible. */
  readonly open: Count
  readonly notBound: Count
}

/** Which duties, and how often. */
interface DutyLine {
  readonly id: string
  readonly cite: string
  readonly action: string
  readonly trigger: string
  readonly min: Count
  readonly max: Count
}

/** One policy on one act. */
export interface SideDocument {
  readonly policy: string
  readonly tables: Readonly<Record<Dimension, readonly VerdictLine[]>>
  readonly answers: Readonly<Record<string, Count>>
  readonly duties: readonly DutyLine[]
  readonly missing: readonly { readonly fact: string; readonly requests: Count }[]
}

/** One act. */
export interface ActDocument {
  readonly act: string
  readonly requests: Count
  readonly open: Count
  readonly sides: readonly SideDocument[]
  readonly change: {
    readonly same: Count
    readonly differs: Count
    readonly mayDiffer: Count
    readonly transitions: readonly {
      readonly before: string
      readonly after: string
      readonly min: Count
      readonly max: Count
    }[]
  } | null
  /** Only where changes of a comparison were looked for. */
  readonly affected?: {
    readonly changes: readonly { readonly min: Count; readonly max: Count }[]
    readonly byStateAlone: Count
  }
}

/** The JSON contract of `brightline simulate --format json`. */
export interface ReplayDocument {
  readonly version: 1
  readonly isPublic: boolean
  readonly printout: {
    readonly dataSet: Printout['dataSet']
    readonly policies: Printout['policies']
    readonly window: Printout['window']
    readonly rowsRead: Count
    readonly requests: Count
    readonly requestsUsed: Count
    readonly excluded: Readonly<Record<string, Count>>
    readonly openRequests: Count
    /** Per cent of the used requests, to one place; null where it would give a small count away. */
    readonly openShare: Count
    readonly assumptions: readonly string[]
    readonly assumptionsHash: string
    readonly disclaimer: string
  }
  readonly acts: readonly ActDocument[]
  readonly workload: readonly { readonly month: string; readonly requests: Count }[]
  readonly problems: readonly Problem[]
}

/** Makes the document. For the public, values of cells are not repeated either. */
export function toDocument(replay: Replay, isPublic: boolean): ReplayDocument {
  const { printout } = replay
  const { excluded, ...rest } = printout
  const show = (count: number): Count => (isPublic && count > 0 && count < 10 ? null : count)
  const small = [...excluded.values()].some((count) => count < 10 && count > 0)
  // One small exclusion would be the rest of the sum: with it, the others and the total go too.
  const hideSums = isPublic && small
  const share =
    printout.requestsUsed === 0 ? 0 : Math.round((1000 * printout.openRequests) / printout.requestsUsed) / 10
  const acts = replay.acts.map((act) => actDocument(act, isPublic))
  const isShareSafe =
    !isPublic || (isSafe(printout.openRequests, printout.requestsUsed) && acts.every(({ open }) => open !== null))
  return {
    version: 1,
    isPublic,
    printout: {
      ...rest,
      rowsRead: hideSums ? null : rest.rowsRead,
      requests: hideSums ? null : rest.requests,
      requestsUsed: show(rest.requestsUsed),
      excluded: Object.fromEntries([...excluded].map(([reason, count]) => [reason, show(count)])),
      openRequests: isShareSafe ? rest.openRequests : null,
      openShare: isShareSafe ? share : null,
    },
    acts,
    workload: isPublic
      ? publicWorkload(acts)
      : [...replay.requestsByMonth].map(([month, requests]) => ({ month, requests })),
    problems: isPublic ? [] : replay.problems,
  }
}

/** A part of a whole gives nothing away where both it and the rest are none or at least 10. */
function isSafe(part: number, whole: number): boolean {
  return [part, whole - part].every((count) => count === 0 || count >= 10)
}

/** A count gives nothing away by subtraction where it equals the others or is at least 10 apart from them. */
function isApart(part: number, others: readonly number[]): boolean {
  return part === 0 || [0, ...others].every((other) => other === part || Math.abs(other - part) >= 10)
}

/** In public the workload says no more than the table by month, which is suppressed together with the others. */
function publicWorkload(acts: readonly ActDocument[]): ReplayDocument['workload'] {
  const months = acts.length === 1 ? (acts[0]?.sides[0]?.tables.month ?? []) : []
  return months.map(({ value, requests }) => ({ month: value, requests }))
}

function countOf(cell: Cell | undefined): Count {
  return cell === undefined || cell === hidden ? null : cell
}

function actDocument(act: ActReplay, isPublic: boolean): ActDocument {
  const { change, affected } = act
  const sides = act.sides.map((side, index) =>
    sideDocument(side, act.rows, isPublic, shownTables(act, isPublic)[index] ?? []),
  )
  const sums = act.sides.flatMap((side) => [
    ...(side.tables.get('total')?.get('all') ?? new Map<string, number>()).values(),
  ])
  const parts = change === null ? [] : [change.same, change.differs, change.mayDiffer]
  const moves = change === null ? [] : change.transitions.flatMap(({ min, max }) => [min, max])
  const reached =
    affected === null ? [] : [affected.byStateAlone, ...affected.changes.flatMap(({ min, max }) => [min, max])]
  const scalars = [
    act.rows,
    ...sums,
    ...parts,
    ...moves,
    ...reached,
    ...act.sides.flatMap(({ answers }) => [...answers.values()]),
  ]
  const show = (part: number): Count => (!isPublic || isApart(part, scalars) ? part : null)
  const hideParts = parts.some((part) => show(part) === null)
  const isOpenHidden =
    isPublic && (show(act.open) === null || sides.some(({ tables }) => tables.total.some(({ open }) => open === null)))
  return {
    act: act.act,
    requests: isPublic && act.rows < 10 ? null : act.rows,
    open: isOpenHidden ? null : act.open,
    sides,
    change:
      change === null
        ? null
        : {
            same: hideParts ? null : change.same,
            differs: hideParts ? null : change.differs,
            mayDiffer: hideParts ? null : change.mayDiffer,
            transitions: change.transitions.map(({ min, max, ...names }) => ({
              ...names,
              min: show(min),
              max: show(max),
            })),
          },
    ...(affected === null
      ? {}
      : {
          affected: {
            changes: affected.changes.map(({ min, max }) => ({ min: show(min), max: show(max) })),
            byStateAlone: show(affected.byStateAlone),
          },
        }),
  }
}

function sideDocument(side: SideReplay, rows: number, isPublic: boolean, shown: readonly SafeGrid[]): SideDocument {
  const classes = classesOf(side)
  const sums = [...(side.tables.get('total')?.get('all') ?? new Map<string, number>()).values()]
  const scalars = [
    rows,
    ...sums,
    ...side.answers.values(),
    ...side.missing.values(),
    ...side.duties.flatMap(({ min, max }) => [min, max]),
  ]
  const show = (part: number): Count => (!isPublic || isApart(part, scalars) ? part : null)
  const tables = shown.map(
    (grid) => [grid.name, grid.rows.map((value, row) => lineOf(value, classes, grid.cells[row] ?? []))] as const,
  )
  const totals = shown[0]
  const total = lineOf('all', classes, totals?.cells.at(-1) ?? [])
  const answers = [...side.answers]
  // The answers come to the sum of the rows that are bound: one of them hidden alone would be the rest.
  const hideAnswers = answers.some(([, count]) => show(count) === null)
  return {
    policy: side.policy,
    tables: toTables(new Map([['total', [total]], ...tables])),
    answers: Object.fromEntries(answers.map(([answer, count]) => [answer, hideAnswers ? null : count])),
    duties: side.duties.map(({ duty, min, max }) => ({
      id: duty.id,
      cite: duty.cite,
      action: duty.action,
      trigger: duty.trigger.kind,
      min: show(min),
      max: show(max),
    })),
    missing: [...side.missing].map(([fact, requests]) => ({ fact, requests: show(requests) })),
  }
}

function toTables(
  tables: ReadonlyMap<string, readonly VerdictLine[]>,
): Readonly<Record<Dimension, readonly VerdictLine[]>> {
  const of = (dimension: Dimension): readonly VerdictLine[] => tables.get(dimension) ?? []
  return { total: of('total'), owner: of('owner'), form: of('form'), month: of('month'), place: of('place') }
}

/** The tables of each side with their sums. Both sides count the same requests, so they are suppressed together. */
function shownTables(act: ActReplay, isPublic: boolean): readonly (readonly SafeGrid[])[] {
  const classes = act.sides.map(classesOf)
  const [own = []] = classes
  const columns = classes.flat()
  const grids = dimensions.slice(1).map((dimension): Grid => {
    const tables = act.sides.map(
      ({ tables: byDimension }) => byDimension.get(dimension) ?? new Map<string, ReadonlyMap<string, number>>(),
    )
    const rows = [...(tables[0]?.keys() ?? [])]
    const cells = rows.map((row) =>
      classes.flatMap((keys, side) => keys.map((key) => tables[side]?.get(row)?.get(key) ?? 0)),
    )
    const grid = { name: dimension, rows, columns, cells, secondAt: own.length }
    return isPublic && dimension !== 'month' ? foldSmall(grid) : grid
  })
  const shown = isPublic ? suppress(grids) : grids.map(withTotals)
  return classes.map((keys, side) => {
    const from = side === 0 ? 0 : own.length
    return shown.map((grid) => ({
      ...grid,
      cells: grid.cells.map((row) => [...row.slice(from, from + keys.length), row.at(-1) ?? hidden]),
    }))
  })
}

/** Every class that occurs, most rows first. */
function classesOf(side: SideReplay): readonly string[] {
  const total = side.tables.get('total')?.get('all') ?? new Map<string, number>()
  return [...total].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([key]) => key)
}

/** A grid with the sum of each row at its end, and the sums of the columns below. */
function withTotals(grid: Grid): SafeGrid {
  const rows = grid.cells.map((row) => [...row, row.slice(0, grid.secondAt).reduce((sum, cell) => sum + cell, 0)])
  const last = [...grid.columns.keys(), grid.columns.length].map((column) =>
    rows.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  )
  return { name: grid.name, rows: grid.rows, cells: [...rows, last] }
}

/** A line from its classes; the last cell is the sum. Bounds need every class that they count. */
function lineOf(value: string, classes: readonly string[], cells: readonly Cell[]): VerdictLine {
  const numbers = cells.map((cell) => countOf(cell))
  const tally = new Map(classes.map((key, index) => [key, numbers[index] ?? 0]))
  const isHidden = (wanted: (key: string) => boolean): boolean =>
    classes.some((key, index) => wanted(key) && numbers[index] === null)
  const allows =
    (verdict: string) =>
    (key: string): boolean =>
      key.replace('~', '').split('|').includes(verdict)
  const isOpen = (key: string): boolean => key.includes('|')
  const seen = verdicts.filter((verdict) => classes.some((key) => allows(verdict)(key)))
  return {
    value,
    requests: numbers.at(-1) ?? (cells.length === 0 ? 0 : null),
    classes: Object.fromEntries(classes.map((key, index) => [key, numbers[index] ?? null])),
    bounds: Object.fromEntries(
      seen.map((verdict) => {
        const { min, max } = boundsOf(tally, verdict)
        return [
          verdict,
          { min: isHidden((key) => key === verdict) ? null : min, max: isHidden(allows(verdict)) ? null : max },
        ]
      }),
    ),
    open: isHidden(isOpen) ? null : sumOf(new Map([...tally].filter(([key]) => isOpen(key)))),
    notBound: isHidden((key) => key === 'not-bound') ? null : (tally.get('not-bound') ?? 0),
  }
}
