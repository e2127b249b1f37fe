/**
 * Where the desk listens, and by which address people reach it.
 *
 * INVARIANT: beyond the loopback address nothing is served but behind a proxy that is named, under an https address:
 * sessions and identities never cross a network in the clear because somebody forgot a setting.
 */
import { BlockList, isIP } from 'node:net'
import { Obstacle } from '../obstacle.ts'

/** Where a desk listens and who stands in front of it. */
export interface Reach {
  readonly host: string
  /** The address that people open, such as https://desk.example.gov; null for the loopback address itself. */
  readonly origin: string | null
  /** Addresses of proxies, or networks of them, whose word is taken on who asks and how. */
  readonly proxies: readonly string[]
}

/** The reach of a desk that nothing was said about. */
export const loopback: Reach = { host: '127.0.0.1', origin: null, proxies: [] }

/** What was typed or set. */
export interface ReachWords {
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly proxy?: string | undefined
}

/** Reads a reach. Throws an obstacle where it would be open, or makes no sense. */
export function readReach({ host = loopback.host, origin, proxy = '' }: ReachWords): Reach {
  const proxies = proxy.split(',').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
  if (isIP(host) === 0) throw new Obstacle('host-wrong', { host })
  const wrong = proxies.find((one) => !isNetwork(one))
  if (wrong !== undefined) throw new Obstacle('proxy-wrong', { proxy: wrong })
  const isHttps = origin !== undefined && isOrigin(origin)
  if (origin !== undefined && !isHttps) throw new Obstacle('origin-wrong', { origin })
  if (origin !== undefined && proxies.length === 0) throw new Obstacle('host-open', { host })
  if (!isLoopback(host) && !isHttps) throw new Obstacle('host-open', { host })
  return { host, origin: origin ?? null, proxies }
}

function isLoopback(host: string): boolean {
  const own = new BlockList()
  own.addSubnet('127.0.0.0', 8, 'ipv4')
  own.addAddress('::1', 'ipv6')
  return own.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text
}

/** Tells if a text is an address, or a network of fewer than all addresses. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (kind === 6 ? 128 : 32)
}
