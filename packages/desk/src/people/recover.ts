/** The command for an administrator who is left and forgot the password: a link, made by whoever runs the server. */
import { resolve } from 'node:path'
import { openPool, type Connection, type OutsideDatabase } from '../database/connection.ts'
import { startEmbedded } from '../embedded/embedded.ts'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { makeRecoveryToken } from './link.ts'

/** Which desk is meant. */
export interface RecoveredDesk {
  readonly folder: string
  readonly outside?: OutsideDatabase
}

/** Makes the link, and gives its path. The desk may run meanwhile where its database is outside. */
export async function recover({ folder, outside }: RecoveredDesk, name: string): Promise<string> {
  if (outside !== undefined) {
    if (outside.owner === undefined) throw new Obstacle('owner-missing', {})
    return await linkFor(outside.owner, name)
  }
  const running = await startEmbedded({ folder: resolve(folder) })
  try {
    return await linkFor(running.owner, name)
  } finally {
    await running.stop()
  }
}

async function linkFor(owner: Connection, name: string): Promise<string> {
  const pool = openPool(owner, 1)
  try {
    const token = await makeRecoveryToken(pool, name)
    if (token === null) throw new Obstacle('recover-nobody', { name })
    return `/invitation/${token}`
  } catch (error) {
    if (error instanceof Obstacle) throw error
    throw hasNoDesk(error)
      ? new Obstacle('recover-nobody', { name })
      : new Obstacle('database-away', { why: reasonOf(error) })
  } finally {
    await pool.end()
  }
}

/** Tells if a database was never made the one of a desk. */
function hasNoDesk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '3F000' || error.code === '42883')
}
