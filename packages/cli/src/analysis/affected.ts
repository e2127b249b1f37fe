/** Which recorded requests are among the cases that a comparison finds to change. */
import type { Comparison } from '@brightline/engine/analysis'
import { replay, stacksOf, toReplayDocument, type DataProblem, type ReplayDocument } from '@brightline/simulate'
import { readDataSet } from '../file/data-set.ts'
import { readWindow, type DataFlags } from '../flag/data.ts'
import { wholeLibraryFor, type Side } from './side.ts'

/** The flags of a data set whose requests are counted among changes. */
interface AffectedFlags extends DataFlags {
  readonly act: readonly string[]
  readonly public: boolean
  readonly lang: string
}

/**
 * Replays a data set under both sides, and counts the requests of each change: of the verdict, then of duties.
 *
 * The law of every place is read for it, since a mapping names places; the comparison stays that of the place alone.
 */
export async function affectedRequests(
  sides: readonly [left: Side, right: Side],
  { acts: compared }: Comparison,
  flags: AffectedFlags,
  law: string,
): Promise<{ readonly document: ReplayDocument; readonly problems: readonly DataProblem[] }> {
  const window = readWindow(flags)
  const policies = await Promise.all(
    sides.map(async ({ stack: { place, asOf }, working }) => {
      const library = await wholeLibraryFor([place], law, working)
      const over = working === null ? null : ({ kind: 'text', instrument: working.instrument } as const)
      return stacksOf({ library, place, asOf, working: over })
    }),
  )
  const library = policies[1]?.law.library ?? sides[1].library
  const { planned, cases } = await readDataSet(flags, { library, policies, window, lang: flags.lang })
  const changesByAct = new Map(
    compared.flatMap((one) => (one.kind === 'changed' ? [[one.act, [...one.verdicts, ...one.duties]] as const] : [])),
  )
  const acts = flags.act.length === 0 ? null : flags.act
  const replayed = replay({ library, policies, planned, cases, acts, changesByAct })
  return { document: toReplayDocument(replayed, flags.public), problems: replayed.problems }
}
