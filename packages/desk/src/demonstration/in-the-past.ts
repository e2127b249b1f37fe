/** Works as of moments that have passed. */
import { openPool, type Connection } from '../database/connection.ts'
import { databaseOn } from '../database/transaction.ts'
import type { Room } from '../server/room.ts'

/** A room in which it is so many minutes ago. */
export interface Past {
  readonly at: <Value>(minutesAgo: number, work: (room: Room) => Promise<Value>) => Promise<Value>
}

/**
 * Gives the work a past. The database takes the moment from the session, for the demonstration alone; one connection is
 * used, so that whatever is done at a moment is done there.
 */
export async function inThePast<Value>(
  { application, room }: { readonly application: Connection; readonly room: Room },
  work: (past: Past) => Promise<Value>,
): Promise<Value> {
  const pool = openPool(application, 1)
  const then = { ...room, database: databaseOn(pool) }
  try {
    return await work({
      at: async (minutesAgo, done) => {
        const seconds = Math.max(0, minutesAgo) * 60
        await pool.query("select set_config('desk.set_back', $1, false)", [`${seconds}s`])
        return await done(then)
      },
    })
  } finally {
    await pool.end()
  }
}
