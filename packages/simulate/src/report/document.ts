/** A replay as plain tables: what every output is made from. In public ones small counts are suppressed before anything else. */
import type { Texts } from '@brightline/language'
import { allows, changeOf, isOpenClass, type Bounds, type Change, type Outcome } from '../replay/tally.ts'
import type { Dimension } from '../replay/dimension.ts'
import type { ActReplay, Printout, Replay } from '../replay/replay.ts'
import { verdicts } from '../replay/verdict-pair.ts'
import type { Problem } from '../problems.ts'
import { gridsOf } from './grids.ts'
import { hidden, smallest, type Cell, type SafeGrid } from './suppress.ts'

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
  readonly action: Texts
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
  readonly change: Change<Count> | null
  /** Only where changes of a comparison were looked for. */
  readonly affected?: {
    readonly changes: readonly { readonly min: Count; readonly max: Count }[]
    readonly byStateAlone: Count
  }
}

/** The work of one month; a public report has no sides here. */
interface MonthLine {
  readonly month: string
  readonly requests: Count
  readonly sides: readonly { readonly policy: string; readonly toClarify: number; readonly duties: Bounds }[]
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
    readonly unmappedColumns: readonly string[]
    readonly ignoredColumns: readonly string[]
    readonly unknownFacts: Readonly<Record<string, Count>>
    readonly assumptions: readonly string[]
    readonly assumptionsHash: string
    readonly disclaimer: string
  }
  readonly acts: readonly ActDocument[]
  readonly workload: readonly MonthLine[]
  readonly problems: readonly Problem[]
}

/** Makes the document. For the public, values of cells are not repeated either. */
export function toDocument(replay: Replay, isPublic: boolean): ReplayDocument {
  const acts = replay.acts.map((act) => actDocument(act, isPublic))
  return {
    version: 1,
    isPublic,
    printout: isPublic ? publicPrintout(replay.printout, acts) : fullPrintout(replay.printout),
    acts,
    workload: isPublic ? publicWorkload(acts) : fullWorkload(replay),
    problems: isPublic ? [] : replay.problems,
  }
}

function fullPrintout({ excluded, unknownFacts, ...printout }: Printout): ReplayDocument['printout'] {
  const openShare = shareOf(printout.openRequests, printout.requestsUsed)
  return {
    ...printout,
    excluded: Object.fromEntries(excluded),
    openShare,
    unknownFacts: Object.fromEntries(unknownFacts),
  }
}

/** A public report is about one act: its requests are those that were used. */
function publicPrintout(printout: Printout, acts: readonly ActDocument[]): ReplayDocument['printout'] {
  const [act] = acts
  const requestsUsed = act === undefined ? 0 : act.requests
  const openRequests = act === undefined ? 0 : act.open
  const isSmall = (count: number): boolean => count > 0 && count < smallest
  // One hidden part would be the rest of the sum: with it, the sums go too.
  const hideSums = requestsUsed === null || [...printout.excluded.values()].some(isSmall)
  return {
    ...printout,
    rowsRead: hideSums ? null : printout.rowsRead,
    requests: hideSums ? null : printout.requests,
    requestsUsed,
    excluded: Object.fromEntries(
      [...printout.excluded].map(([reason, count]) => [reason, isSmall(count) ? null : count]),
    ),
    openRequests,
    unknownFacts: Object.fromEntries(
      [...printout.unknownFacts].map(([fact, count]) => [
        fact,
        requestsUsed === null ? null : roundUp(count, requestsUsed),
      ]),
    ),
    openShare: requestsUsed === null || openRequests === null ? null : shareOf(openRequests, requestsUsed),
  }
}

/** Up to tens, but no more than there are. */
function roundUp(count: number, all: number): number {
  return Math.min(all, Math.ceil(count / smallest) * smallest)
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}

/** In public the workload says no more than the table by month, which is suppressed together with the others. */
function publicWorkload(acts: readonly ActDocument[]): ReplayDocument['workload'] {
  const months = acts[0]?.sides[0]?.tables.month ?? []
  return months.map(({ value, requests }) => ({ month: value, requests, sides: [] }))
}

function fullWorkload({ workload, printout }: Replay): ReplayDocument['workload'] {
  return [...workload].map(([month, { requests, sides }]) => ({
    month,
    requests,
    sides: sides.map((side, index) => ({ policy: printout.policies[index]?.name ?? '', ...side })),
  }))
}

/** Counts of outcomes as far as they may be shown; `hidden` wherever one of them is. */
type Shown = (wanted: (outcome: Outcome) => boolean) => Count

function actDocument(act: ActReplay, isPublic: boolean): ActDocument {
  const outcomes = [...act.outcomes.values()]
  const grids = gridsOf(act, isPublic)
  const shownOf = (cells: readonly Cell[]): Shown => sumShown(outcomes, cells)
  const totals = grids[0]?.cells.at(-1) ?? []
  const shown = shownOf(totals)
  // What is not a sum of outcomes is rounded outward, so that no difference is exact.
  const least = (count: number): number => (isPublic ? count - (count % smallest) : count)
  const most = (count: number): number => (isPublic ? roundUp(count, act.rows) : count)
  const isHidden = isPublic && countOf(totals.at(-1)) === null
  const outward = ({ min, max }: Bounds): { readonly min: Count; readonly max: Count } =>
    isHidden ? { min: null, max: null } : { min: least(min), max: most(max) }
  const { affected } = act
  return {
    act: act.act,
    requests: countOf(totals.at(-1)),
    open: shown((outcome) => outcome.sides.some((side) => isOpenClass(side.class))),
    sides: act.sides.map((side, index) => ({
      policy: side.policy,
      tables: tablesOf(grids, index, shownOf, outcomes),
      answers: Object.fromEntries(
        [...side.answers.keys()]
          .sort()
          .map((answer) => [answer, shown(({ sides }) => sides[index]?.answer === answer)]),
      ),
      duties: side.duties.map(({ duty: { id, cite, action, trigger }, ...bounds }) => ({
        ...{ id, cite, action, trigger: trigger.kind },
        ...outward(bounds),
      })),
      missing: [...side.missing].map(([fact, count]) => ({ fact, requests: isHidden ? null : most(count) })),
    })),
    change: act.change === null ? null : changeOf(outcomes, shown),
    ...(affected === null
      ? {}
      : {
          affected: {
            changes: affected.changes.map(outward),
            byStateAlone: isHidden ? null : most(affected.byStateAlone),
          },
        }),
  }
}

/** Adds the counts of the outcomes that are wanted. */
function sumShown(outcomes: readonly Outcome[], cells: readonly Cell[]): Shown {
  return (wanted) => {
    const counts = outcomes.flatMap((outcome, index) => (wanted(outcome) ? [countOf(cells[index])] : []))
    return counts.reduce<Count>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
  }
}

function countOf(cell: Cell | undefined): Count {
  return cell === undefined || cell === hidden ? null : cell
}

/** The tables of one side. */
function tablesOf(
  grids: readonly SafeGrid[],
  side: number,
  shownOf: (cells: readonly Cell[]) => Shown,
  outcomes: readonly Outcome[],
): SideDocument['tables'] {
  const classes = [...new Set(outcomes.map(({ sides }) => sides[side]?.class ?? ''))].sort()
  const line = (value: string, cells: readonly Cell[]): VerdictLine =>
    lineOf(value, countOf(cells.at(-1)), classes, (wanted) =>
      shownOf(cells)(({ sides }) => wanted(sides[side]?.class ?? '')),
    )
  const of = (dimension: Dimension): readonly VerdictLine[] => {
    const grid = grids.find(({ name }) => name === dimension)
    return (grid?.rows ?? []).map((value, row) => line(value, grid?.cells[row] ?? []))
  }
  const total = [line('all', grids[0]?.cells.at(-1) ?? [])]
  return { total, owner: of('owner'), form: of('form'), month: of('month'), place: of('place') }
}

/** A line of one side: what is hidden in one of its outcomes is hidden. */
function lineOf(
  value: string,
  requests: Count,
  classes: readonly string[],
  count: (wanted: (key: string) => boolean) => Count,
): VerdictLine {
  const seen = verdicts.filter((verdict) => classes.some(allows(verdict)))
  return {
    value,
    requests,
    classes: Object.fromEntries(classes.map((key) => [key, count((other) => other === key)])),
    bounds: Object.fromEntries(
      seen.map((verdict) => [verdict, { min: count((key) => key === verdict), max: count(allows(verdict)) }]),
    ),
    open: count(isOpenClass),
    notBound: count((key) => key === 'not-bound'),
  }
}
