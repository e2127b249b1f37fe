/** What the server refuses, and with which status of HTTP. */
import { LedgerFailure } from '@brightline/ledger'

/** Each refusal with its status. */
const statusByKind = {
  'not-understood': 400,
  'signed-out': 401,
  'not-allowed': 403,
  'form-stale': 403,
  'not-found': 404,
  'case-closed': 409,
  'too-large': 413,
  'wrong-type': 415,
  'too-many': 429,
  broken: 500,
  'law-away': 503,
  'database-away': 503,
  'disk-full': 503,
  'clock-behind': 503,
} as const

/** The name of a refusal. */
export type RefusalKind = keyof typeof statusByKind

/** Thrown by whatever cannot answer a request. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly status: number

  constructor(kind: RefusalKind) {
    super(kind)
    this.name = 'Refusal'
    this.kind = kind
    this.status = statusByKind[kind]
  }
}

/** Turns whatever was thrown into a refusal. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (isOfDayToCome(error)) return new Refusal('clock-behind')
  if (codeOf(error) === diskFull) return new Refusal('disk-full')
  if (isDatabaseAway(error)) return new Refusal('database-away')
  const status = statusOf(error)
  if (status === undefined) return new Refusal('broken')
  return new Refusal(kindByStatus.get(status) ?? (status < 500 ? 'not-understood' : 'broken'))
}

/** What the framework refuses by itself. */
const kindByStatus: ReadonlyMap<number, RefusalKind> = new Map<number, RefusalKind>([
  [404, 'not-found'],
  [413, 'too-large'],
  [415, 'wrong-type'],
  [429, 'too-many'],
])

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined
  return typeof error.statusCode === 'number' ? error.statusCode : undefined
}

/** Tells if an entry would be of a day that has not come: the one before was, when the clock of the database ran ahead. */
function isOfDayToCome(error: unknown): boolean {
  return error instanceof LedgerFailure && error.problems.some(({ code }) => code === 'LOG-0719')
}

/** What the database says where there is no room for a row. */
const diskFull = '53100'

/** Gives the code of the database. What the log met while it asked the database is told by its problem. */
function codeOf(error: unknown): string {
  if (error instanceof LedgerFailure) {
    const lost = error.problems.find(({ code }) => code === 'LOG-0801')
    return lost === undefined ? '' : String(lost.values['reason'])
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Connections refused, lost or not to be had; a server that starts, stops, is full or takes too long. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = codeOf(error)
  if (
    /^(?:08\w{3}|57P0[1-5]|53\w{3}|57014|55P03|25006|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|unknown error)$/.test(
      code,
    )
  )
    return true
  return /^(?:timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error)/.test(
    error.message,
  )
}
