/** The counts of one act as a report shows them. */
import type { ActReplay, SideReplay } from '../replay/act-replay.ts'
import { ownValues, type Dimension } from '../cases/dimension.ts'
import { allows, changeOf, isOpenClass, type Bounds, type CaseOutcome } from '../replay/tally.ts'
import { verdicts } from '../replay/verdict-pair.ts'
import type { ActReplayDocument, Count, SideDocument, VerdictLine } from './document.ts'
import { hidden, smallest, type SafeGrid, type ShownCount } from './grid.ts'
import { gridsOf } from './grids.ts'
import { roundUp } from './printout-document.ts'

/** Counts of outcomes as far as they may be shown; `hidden` wherever one of them is. */
type Shown = (wanted: (outcome: CaseOutcome) => boolean) => Count

/** Makes the document of an act. */
export function actDocument(act: ActReplay, isPublic: boolean): ActReplayDocument {
  const outcomes = [...act.outcomes.values()]
  const grids = gridsOf(act, isPublic)
  const totals = grids[0]?.cells.at(-1) ?? []
  const requests = countOf(totals.at(-1))
  const shown = sumShown(outcomes, totals)
  const round = roundingOf(act, isPublic, requests)
  const { affected } = act
  return {
    act: act.act,
    requests,
    open: shown((outcome) => outcome.sides.some((side) => isOpenClass(side.class))),
    sides: act.sides.map((side, index) => ({
      policy: side.policy,
      tables: tablesOf(grids, index, outcomes),
      answers: Object.fromEntries(
        [...side.answers.keys()]
          .sort()
          .map((answer) => [answer, shown(({ sides }) => sides[index]?.answer === answer)]),
      ),
      ...roundedSide(side, round),
    })),
    change: act.change === null ? null : changeOf(outcomes, shown),
    ...(affected === null
      ? {}
      : {
          affected: { changes: affected.changes.map(round.outward), byStateAlone: round.most(affected.byStateAlone) },
        }),
  }
}

/** The rounding of counts that are no sums of outcomes. */
interface Rounding {
  readonly most: (count: number) => Count
  readonly outward: (bounds: Bounds) => { readonly min: Count; readonly max: Count }
}

/** Chooses the rounding. In public it is outward, so that no difference is exact; nothing is shown where the sum is hidden. */
function roundingOf(act: ActReplay, isPublic: boolean, requests: Count): Rounding {
  if (!isPublic) return { most: (count) => count, outward: ({ min, max }) => ({ min, max }) }
  if (requests === null) return { most: () => null, outward: () => ({ min: null, max: null }) }
  const most = (count: number): number => roundUp(count, act.rows)
  return { most, outward: ({ min, max }) => ({ min: min - (min % smallest), max: most(max) }) }
}

function roundedSide(
  { duties, missing }: SideReplay,
  { most, outward }: Rounding,
): Pick<SideDocument, 'duties' | 'missing'> {
  return {
    duties: duties.map(({ duty: { id, cite, action, trigger }, ...bounds }) => ({
      ...{ id, cite, action, trigger: trigger.kind },
      ...outward(bounds),
    })),
    missing: [...missing].map(([fact, count]) => ({ fact, requests: most(count) })),
  }
}

/** Adds the counts of the outcomes that are wanted. */
function sumShown(outcomes: readonly CaseOutcome[], cells: readonly ShownCount[]): Shown {
  return (wanted) => {
    const counts = outcomes.flatMap((outcome, index) => (wanted(outcome) ? [countOf(cells[index])] : []))
    return counts.reduce<Count>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
  }
}

function countOf(cell: ShownCount | undefined): Count {
  return cell === undefined || cell === hidden ? null : cell
}

/** Makes the tables of one side. */
function tablesOf(grids: readonly SafeGrid[], side: number, outcomes: readonly CaseOutcome[]): SideDocument['tables'] {
  const classes = [...new Set(outcomes.map(({ sides }) => sides[side]?.class ?? ''))].sort()
  const line = (value: string, cells: readonly ShownCount[]): VerdictLine =>
    lineOf(value, countOf(cells.at(-1)), classes, (wanted) =>
      sumShown(outcomes, cells)(({ sides }) => wanted(sides[side]?.class ?? '')),
    )
  const of = (dimension: Dimension): readonly VerdictLine[] => {
    const grid = grids.find(({ name }) => name === dimension)
    return (grid?.rows ?? []).map((value, row) => line(value, grid?.cells[row] ?? []))
  }
  const total = [line(ownValues.all, grids[0]?.cells.at(-1) ?? [])]
  return { total, owner: of('owner'), form: of('form'), month: of('month'), place: of('place') }
}

/** Makes a line of one side, in which a sum is hidden where one of its outcomes is. */
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
