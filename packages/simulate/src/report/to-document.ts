/** Makes the document of a replay. In a public one small counts are suppressed before anything else. */
import { formFact } from '@brightline/engine'
import type { ActReplay } from '../replay/act-replay.ts'
import { ownValues, type Dimension } from '../cases/dimension.ts'
import type { Printout } from '../replay/printout.ts'
import type { Replay } from '../replay/replay.ts'
import { allows, changeOf, isOpenClass, type Bounds, type CaseOutcome } from '../replay/tally.ts'
import { verdicts } from '../replay/verdict-pair.ts'
import type { ActReplayDocument, Count, ReplayDocument, ReplayNames, SideDocument, VerdictLine } from './document.ts'
import { gridsOf } from './grids.ts'
import { hidden, smallest, type SafeGrid, type ShownCount } from './grid.ts'

/** Makes the document. For the public, values of cells are not repeated either. */
export function toReplayDocument(replay: Replay, isPublic: boolean): ReplayDocument {
  const acts = replay.acts.map((act) => actDocument(act, isPublic))
  return {
    version: 2,
    isPublic,
    printout: isPublic ? publicPrintout(replay.printout, acts) : fullPrintout(replay.printout),
    acts,
    workload: isPublic ? publicWorkload(acts) : fullWorkload(replay),
    problems: isPublic ? [] : replay.problems,
    names: namesOf(replay, acts),
  }
}

/** The words for the names that the acts speak of. */
function namesOf({ vocabulary }: Replay, acts: readonly ActReplayDocument[]): ReplayNames {
  const { agencies, facts } = vocabulary
  const missing = new Set(acts.flatMap(({ sides }) => sides.flatMap((side) => side.missing.map(({ fact }) => fact))))
  const form = facts.find(({ name }) => name === formFact)?.type
  const spoken = new Set(acts.map(({ act }) => act))
  return {
    acts: Object.fromEntries(
      vocabulary.acts.filter(({ name }) => spoken.has(name)).map(({ name, phrase }) => [name, phrase]),
    ),
    forms: Object.fromEntries(form?.kind === 'one-of' ? form.values.map(({ name, label }) => [name, label]) : []),
    facts: Object.fromEntries(
      facts.filter(({ name }) => missing.has(name)).map(({ name, question }) => [name, question]),
    ),
    agencies: Object.fromEntries(agencies.map(({ name, label }) => [name, label])),
  }
}

function fullPrintout({ unknownFacts, ...printout }: Printout): ReplayDocument['printout'] {
  const openShare = shareOf(printout.openRequests, printout.requestsUsed)
  return { ...printout, openShare, unknownFacts: Object.fromEntries(unknownFacts) }
}

/** A public report is about one act: its requests are those that were used. */
function publicPrintout(printout: Printout, acts: readonly ActReplayDocument[]): ReplayDocument['printout'] {
  const [act] = acts
  const requestsUsed = act === undefined ? 0 : act.requests
  const openRequests = act === undefined ? 0 : act.open
  const isSmall = (count: number): boolean => count > 0 && count < smallest
  // One hidden part would be the rest of the sum: with it, the sums go too.
  const hideSums = requestsUsed === null || printout.excluded.some(({ requests }) => isSmall(requests))
  return {
    ...printout,
    rowsRead: hideSums ? null : printout.rowsRead,
    requests: hideSums ? null : printout.requests,
    requestsUsed,
    excluded: printout.excluded.map((one) => ({ ...one, requests: isSmall(one.requests) ? null : one.requests })),
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
function publicWorkload(acts: readonly ActReplayDocument[]): ReplayDocument['workload'] {
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
type Shown = (wanted: (outcome: CaseOutcome) => boolean) => Count

function actDocument(act: ActReplay, isPublic: boolean): ActReplayDocument {
  const outcomes = [...act.outcomes.values()]
  const grids = gridsOf(act, isPublic)
  const shownOf = (cells: readonly ShownCount[]): Shown => sumShown(outcomes, cells)
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
function sumShown(outcomes: readonly CaseOutcome[], cells: readonly ShownCount[]): Shown {
  return (wanted) => {
    const counts = outcomes.flatMap((outcome, index) => (wanted(outcome) ? [countOf(cells[index])] : []))
    return counts.reduce<Count>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
  }
}

function countOf(cell: ShownCount | undefined): Count {
  return cell === undefined || cell === hidden ? null : cell
}

/** The tables of one side. */
function tablesOf(
  grids: readonly SafeGrid[],
  side: number,
  shownOf: (cells: readonly ShownCount[]) => Shown,
  outcomes: readonly CaseOutcome[],
): SideDocument['tables'] {
  const classes = [...new Set(outcomes.map(({ sides }) => sides[side]?.class ?? ''))].sort()
  const line = (value: string, cells: readonly ShownCount[]): VerdictLine =>
    lineOf(value, countOf(cells.at(-1)), classes, (wanted) =>
      shownOf(cells)(({ sides }) => wanted(sides[side]?.class ?? '')),
    )
  const of = (dimension: Dimension): readonly VerdictLine[] => {
    const grid = grids.find(({ name }) => name === dimension)
    return (grid?.rows ?? []).map((value, row) => line(value, grid?.cells[row] ?? []))
  }
  const total = [line(ownValues.all, grids[0]?.cells.at(-1) ?? [])]
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
