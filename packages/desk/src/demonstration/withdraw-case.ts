/** Closes an invented request as the screens do: the agency that asked takes it back, the clerk proposes, the supervisor confirms. */
import { readCase } from '../case/read-case.ts'
import type { OpenedCase } from '../case/open-case.ts'
import { takeClosingStep, type ClosingMove } from '../closing/closing.ts'
import { transaction, type Who } from '../database/transaction.ts'
import type { Past } from './in-the-past.ts'
import { town } from './town.ts'

/** So many minutes after the request came it is taken back, and its closing is proposed and confirmed. */
const minutesToPropose = 25
const minutesToConfirm = 31

/** Closes a request that came so many minutes ago. */
export async function withdrawCase(
  past: Past,
  [clerk, supervisor]: readonly [clerk: Who, supervisor: Who],
  { reference }: OpenedCase,
  minutesAgo: number,
): Promise<void> {
  const step = async (who: Who, minutesAfter: number, move: ClosingMove): Promise<void> =>
    await past.at(minutesAgo - minutesAfter, async ({ database }) => {
      const closed = await transaction(database, who, async (work) => {
        const { draft } = await readCase(work, reference)
        const clock = { timeZone: town.timeZone, holidays: {} }
        return await takeClosingStep(work, who, { reference, version: draft?.version ?? 0, move, clock })
      })
      if (closed !== 'done') throw new Error('an invented request was not closed')
    })
  await step(clerk, minutesToPropose, { step: 'proposed', reason: 'request-withdrawn', twin: null })
  await step(supervisor, minutesToConfirm, { step: 'confirmed' })
}
