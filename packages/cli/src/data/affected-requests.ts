/** Which recorded requests are among the cases that a comparison finds to change. */
import type { Comparison } from '@brightline/engine/analysis'
import type { Library } from '@brightline/language'
import { lawOfAll, type Working } from '@brightline/law-files'
import { replay, stacksOf, toReplayDocument, type DataProblem, type ReplayDocument } from '@brightline/simulate'
import type { Side } from '@brightline/wording/analysis'
import type { Context } from '../context.ts'
import { readDataSet } from './data-set.ts'
import { readWindow, type DataFlags } from '../flag/data.ts'

/** What is counted, and in which changes. */
interface AffectedAsked {
  readonly sides: readonly [left: Side, right: Side]
  readonly comparison: Comparison
  readonly flags: DataFlags & { readonly act: readonly string[]; readonly public: boolean }
  /** The working text of the second side, or null. */
  readonly working: Working | null
  readonly lang: string
  readonly context: Context
}

/**
 * Replays a data set under both sides, and counts the requests of each change: of verdicts, then of duties, then of terms.
 *
 * The law of every place is read for it, since a mapping names places; the comparison stays that of the place alone.
 */
export async function affectedRequests({
  sides,
  comparison,
  flags,
  working,
  lang,
  context,
}: AffectedAsked): Promise<{ readonly document: ReplayDocument; readonly problems: readonly DataProblem[] }> {
  const window = readWindow(flags)
  const policies = await Promise.all(
    sides.map(async (side) => {
      const { place, asOf } = side.stack
      const text = side.working === null ? null : working
      const library = context.need<Library>(await lawOfAll(context.openLaw(), [place], text))
      const over = text === null ? null : ({ kind: 'text', instrument: text.instrument } as const)
      return stacksOf({ library, place, asOf, working: over })
    }),
  )
  const library = policies[1]?.law.library ?? sides[1].stack.library
  const { planned, cases } = await readDataSet(flags, { library, policies, window, lang })
  const changesByAct = new Map(
    comparison.acts.flatMap((one) =>
      one.kind === 'changed' ? [[one.act, [...one.verdicts, ...one.duties, ...one.terms]] as const] : [],
    ),
  )
  const acts = flags.act.length === 0 ? null : flags.act
  const replayed = replay({ library, policies, planned, cases, acts, changesByAct })
  return { document: toReplayDocument(replayed, flags.public), problems: replayed.problems }
}
