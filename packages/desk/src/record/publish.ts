/**
 * Gives entries in line their places in the logs of their agencies, and signs what is there. It works as the owner of the
 * tables: the application can put entries in line, and can neither place nor sign them.
 */
import {
  makeKeyFile,
  openLog,
  printVerifierKey,
  readKeyFile,
  systemRandom,
  valueOf,
  type NoteSigner,
} from '@brightline/ledger'
import { openPostgresStorage, quotedName } from '@brightline/ledger/postgres'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { Temporal } from 'temporal-polyfill'
import { faultOf, type Log } from '../server/log.ts'

/** What publishing needs. */
export interface PublishOptions {
  readonly owner: Pool
  /** The folder of the keys that sign. */
  readonly keys: string
  readonly log: Log
}

/** Publishes when it is told that something waits, and now and then by itself. */
export interface Publisher {
  /** Tells that something was put in line. Publishing follows soon; nobody waits for it. */
  readonly nudge: () => void
  /** Publishes everything that waits, and ends when it is done. */
  readonly publish: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** What was put in line together is published together. */
const soon = 300
/** What was missed, because somebody else put it in line, is found so often. */
const nowAndThen = 30_000

/** Starts publishing. */
export function startPublisher(options: PublishOptions): Publisher {
  let running: Promise<void> = Promise.resolve()
  let waiting: NodeJS.Timeout | undefined
  const publish = async (): Promise<void> => {
    running = running.then(async () => await publishAll(options))
    await running
  }
  const nudge = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined
      void publish()
    }, soon).unref()
  }
  const sweep = setInterval(() => void publish(), nowAndThen).unref()
  return {
    nudge,
    publish,
    stop: async () => {
      clearInterval(sweep)
      clearTimeout(waiting)
      await running
    },
  }
}

/** Publishes the logs in which something waits. A log that cannot be published keeps no other from it. */
async function publishAll({ owner, keys, log }: PublishOptions): Promise<void> {
  try {
    const { rows } = await owner.query<{ name: string }>(
      String.raw`select nspname as name from pg_namespace where nspname ~ '^ledger_[0-9a-f]{32}$' order by nspname`,
    )
    for (const { name } of rows) {
      try {
        await publishOne(owner, keys, name)
      } catch (error) {
        log('log-not-published', faultOf(error))
      }
    }
  } catch (error) {
    log('log-not-published', faultOf(error))
  }
}

/** Publishes one log, unless another process does so now, or nothing waits. */
async function publishOne(owner: Pool, keys: string, schema: string): Promise<void> {
  const client = await owner.connect()
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [
      schema,
    ])
    if (rows[0]?.mine !== true) return
    try {
      if (await hasNews(client, schema)) await signAndPublish(owner, keys, schema)
    } finally {
      await client.query('select pg_advisory_unlock(hashtext($1))', [schema])
    }
  } finally {
    client.release()
  }
}

/** Tells if something waits in line, or has its place and is not yet under a signature. */
async function hasNews(client: PoolClient, schema: string): Promise<boolean> {
  const name = quotedName(schema)
  const { rows } = await client.query<{ news: boolean }>(`select exists (select 1 from ${name}.pending)
    or (select size from ${name}.writer) > coalesce((select split_part(convert_from(note, 'UTF8'), E'\\n', 2)::bigint
      from ${name}.checkpoint order by number desc limit 1), 0) as news`)
  return rows[0]?.news === true
}

async function signAndPublish(owner: Pool, keys: string, schema: string): Promise<void> {
  const signer = await signerOf(owner, keys, schema)
  const storage = valueOf(await openPostgresStorage(owner, schema))
  const now = (): number => Math.floor(Temporal.Now.instant().epochMilliseconds / 1000)
  const opened = await openLog({ storage, origin: signer.key.name, signers: [signer], now })
  try {
    valueOf(await valueOf(opened).publish())
  } finally {
    if (opened.ok) await opened.value.close()
    else await storage.close()
  }
}

/** Reads the key of a log. A log that has none yet gets one; a log whose key is elsewhere is signed elsewhere. */
async function signerOf(owner: Pool, keys: string, schema: string): Promise<NoteSigner> {
  const file = join(keys, `${schema}.secret`)
  const trust = `${quotedName(schema)}.trust`
  if (!existsSync(file)) {
    const { rowCount } = await owner.query(`select 1 from ${trust}`)
    if (rowCount !== 0) throw new Error('the key of this log is not here')
    const name = `brightline-desk/${schema.replace('ledger_', '')}`
    valueOf(await makeKeyFile(file, name, 'ed25519', systemRandom))
  }
  const signer = valueOf(await readKeyFile(file))
  await owner.query(`insert into ${trust} (key) values ($1) on conflict do nothing`, [printVerifierKey(signer.key)])
  return signer
}
