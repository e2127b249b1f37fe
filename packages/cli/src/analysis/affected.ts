/** Which recorded requests are among the cases that a comparison finds to change. */
import type { Comparison } from '@brightline/engine/analysis'
import { replay, stacksOf, toDocument, type Problem, type ReplayDocument } from '@brightline/simulate'
import { readData, readWindow, type DataFlags } from '../command/data-set.ts'
import { wholeLibraryFor, type Side } from './side.ts'

/** The flags of a data set whose requests are counted among changes. */
interface AffectedFlags extends DataFlags {
  readonly act: readonly string[]
  readonly public: boolean
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
): Promise<{ readonly document: ReplayDocument; readonly problems: readonly Problem[] }> {
  const window = readWindow(flags)
  const policies = await Promise.all(
    sides.map(async ({ stack: { place, asOf }, working }) => {
      const draft = working === null ? '' : ` with the working text of ${working.instrument}`
      const library = await wholeLibraryFor([place], law, working)
      return stacksOf({ name: `${place}@${asOf}${draft}`, library, place, asOf })
    }),
  )
  const library = policies[1]?.policy.library ?? sides[1].library
  const { planned, cases } = await readData(flags, library, policies, window)
  const changesByAct = new Map(
    compared.flatMap((one) => (one.kind === 'changed' ? [[one.act, [...one.verdicts, ...one.duties]] as const] : [])),
  )
  const acts = flags.act.length === 0 ? null : flags.act
  const replayed = replay({ library, policies, planned, cases, acts, changesByAct })
  return { document: toDocument(replayed, flags.public), problems: replayed.problems }
}
