/** The address by which people reach this desk, and the names by which they may ask for it. */
import type { FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { Refusal } from './refusal.ts'
import type { App, Room } from './room.ts'

/**
 * Gives the address that links on paper and to other people begin with: the one that was set, for behind a proxy only the
 * settings know it, or the one of this machine that was asked for.
 */
export function ownAddress({ origin }: Pick<Room, 'origin'>, { host }: Pick<FastifyRequest, 'host'>): string {
  return origin ?? `http://${host}`
}

/**
 * Refuses the names of other sites where the desk is reached on this machine alone. A site can lead its own name to the
 * loopback address; its page would then read the answers of this desk as its own.
 */
export function declareNameCheck(app: App, { origin, proxies = [] }: Pick<Room, 'origin' | 'proxies'>): void {
  if (origin !== undefined || proxies.length > 0) return
  app.addHook('onRequest', async ({ hostname }) => {
    if (!isOfThisMachine(hostname)) throw new Refusal('not-understood')
  })
}

/** Tells if a name leads nowhere but to where it says. What is no browser may send none. */
function isOfThisMachine(name: string): boolean {
  return name === '' || /^(?:.+\.)?localhost$/i.test(name) || isIP(name.replace(/^\[(.*)\]$/, '$1')) !== 0
}
