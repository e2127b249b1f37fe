/** What goes on by itself: what is due is destroyed, and the list of what was destroyed is kept outside the database. */
import type { Database } from '../database/transaction.ts'
import { faultOf, type Log } from '../server/log.ts'
import { destroyWhatIsDue } from '../vault/upkeep.ts'
import { noteDestroyed } from './destroyed-cases.ts'

/** How often it is looked. Days of destruction are days: an hour is soon enough. */
const hour = 3_600_000

/** What upkeep needs. */
export interface UpkeepOptions {
  /** The file of the list. */
  readonly list: string
  readonly log: Log
}

/** Looks now, every hour, and once more when it ends. */
export function startUpkeep(database: Database, { list, log }: UpkeepOptions): { readonly stop: () => Promise<void> } {
  let running = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      const destroyed = await destroyWhatIsDue(database)
      const noted = await noteDestroyed(database, list)
      if (destroyed > 0 || noted > 0) log('destroyed', { destroyed, noted })
    } catch (error) {
      log('upkeep-failed', faultOf(error))
    }
  }
  const soon = (): void => {
    running = running.then(look)
  }
  soon()
  const timer = setInterval(soon, hour)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      soon()
      await running
    },
  }
}
