/** Where a log lies: a folder, a URL, or a schema of a PostgreSQL database. */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { folderSource, httpSource, keptFiles, realDisk, type Kept, type TileSource } from '@brightline/ledger'
import { UsageError } from '../output.ts'

/** A log that can be read. `folder` is there when it lies in one. */
export interface Place {
  readonly name: string
  readonly folder: string | undefined
  readonly source: TileSource
  readonly list: (() => AsyncIterable<string>) | undefined
  /** What the writer keeps for itself, where it can be read. */
  readonly kept: (() => AsyncIterable<Kept>) | undefined
  readonly close: () => Promise<void>
}

/** The trust policy that a log or a copy keeps beside its files. */
export const policyName = 'log.policy'

/** The folder that no web server may show. */
export const privateFolder = '.state'

/** Opens a log for reading; nobody who writes it notices. */
async function openPlace(target: string, flags: { readonly schema?: string }): Promise<Place> {
  if (/^postgres(?:ql)?:\/\//.test(target)) {
    const { openDatabase } = await import('./database.ts')
    return openDatabase(target, flags.schema ?? 'ledger')
  }
  if (flags.schema !== undefined) throw new UsageError('--schema is only for databases')
  return isUrl(target) ? openUrl(target) : openFolder(target)
}

/** Opens a log for as long as some work takes. */
export async function withPlace<T>(
  target: string,
  flags: { readonly schema?: string },
  work: (place: Place) => Promise<T>,
): Promise<T> {
  const place = await openPlace(target, flags)
  try {
    return await work(place)
  } finally {
    await place.close()
  }
}

/** Whether the target is a web address. */
function isUrl(target: string): boolean {
  return /^https?:\/\//.test(target)
}

function openUrl(target: string): Place {
  if (!URL.canParse(target)) throw new UsageError('the web address is malformed')
  const { username, password, search, hash } = new URL(target)
  if (`${username}${password}${search}${hash}` !== '') {
    throw new UsageError('the web address of a log has no user, password or question mark')
  }
  return {
    name: target,
    folder: undefined,
    source: httpSource(target),
    list: undefined,
    kept: undefined,
    close: async () => undefined,
  }
}

function openFolder(target: string): Place {
  refuseNoLog(target)
  const disk = realDisk(target)
  const source = folderSource(disk)
  const kept = (): AsyncIterable<Kept> => keptFiles(disk)
  return { name: target, folder: target, source, list: source.list, kept, close: async () => undefined }
}

/** Refuses a folder that is missing or holds no log. */
export function refuseNoLog(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false })
  if (stat === undefined) throw new UsageError(`there is no folder \`${folder}\``)
  if (!stat.isDirectory()) throw new UsageError(`\`${folder}\` is not a folder`)
  const hasLog = ['checkpoint', 'tile', privateFolder].some((name) => existsSync(join(folder, name)))
  if (!hasLog) throw new UsageError(`\`${folder}\` is not a log`, 'make one with `brightline log init`')
}
