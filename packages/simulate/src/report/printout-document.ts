/** The printout and the workload of a report: as they are, or as far as the public may see them. */
import type { Printout } from '../replay/printout.ts'
import type { Replay } from '../replay/replay.ts'
import type { ActReplayDocument, ReplayDocument } from './document.ts'
import { smallest } from './grid.ts'

/** Makes the printout. */
export function printoutDocument(
  printout: Printout,
  acts: readonly ActReplayDocument[],
  isPublic: boolean,
): ReplayDocument['printout'] {
  return isPublic ? publicPrintout(printout, acts) : fullPrintout(printout)
}

/** Makes the workload. In public it says no more than the table by month, which is suppressed together with the others. */
export function workloadDocument(
  { workload, printout }: Replay,
  acts: readonly ActReplayDocument[],
  isPublic: boolean,
): ReplayDocument['workload'] {
  if (isPublic) {
    const months = acts[0]?.sides[0]?.tables.month ?? []
    return months.map(({ value, requests }) => ({ month: value, requests, sides: [] }))
  }
  return [...workload].map(([month, { requests, sides }]) => ({
    month,
    requests,
    sides: sides.map((side, index) => ({ policy: printout.policies[index]?.name ?? '', ...side })),
  }))
}

function fullPrintout({ unknownFacts, ...printout }: Printout): ReplayDocument['printout'] {
  const openShare = shareOf(printout.openRequests, printout.requestsUsed)
  return { ...printout, openShare, unknownFacts: Object.fromEntries(unknownFacts) }
}

/** Shows the printout to the public. Such a report is about one act: its requests are those that were used. */
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

/** Rounds up to tens, but to no more than there are. */
export function roundUp(count: number, all: number): number {
  return Math.min(all, Math.ceil(count / smallest) * smallest)
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1000 * part) / whole) / 10
}
