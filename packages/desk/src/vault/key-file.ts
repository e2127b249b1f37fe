/** Master keys in a file for the eyes of its owner. Whoever has the file and the database has the identities. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { Obstacle, reasonOf } from '../obstacle.ts'
import { makeWholeFile, replaceWholeFile } from '../whole-file.ts'
import type { KeyService } from './key-service.ts'
import { keyBytes, open, seal } from './seal.ts'

const Keys = Type.Object(
  {
    newest: Type.String(),
    keys: Type.Record(Type.String(), Type.String({ minLength: 1 })),
  },
  { additionalProperties: false },
)

/** The keys as the file holds them, in base64. */
interface KeyFile {
  readonly newest: string
  readonly keys: Readonly<Record<string, string>>
}

/**
 * Opens the file of master keys, and makes it with a first key where there is none. It is read at each call, so that a
 * rotation by another process is seen.
 *
 * @example
 * const keys = await openKeyFile('/srv/desk/master-keys.json')
 */
export async function openKeyFile(file: string): Promise<KeyService> {
  await makeWholeFile(file, print(withNewKey({ newest: '', keys: {} })))
  await read(file)
  return {
    newest: async () => (await read(file)).newest,
    wrap: async (key, purpose) => {
      const { newest, keys } = await read(file)
      return { wrapped: seal(bytesOf(keys, newest), key, purpose), masterKeyId: newest }
    },
    unwrap: async ({ wrapped, masterKeyId }, purpose) => {
      const { keys } = await read(file)
      return Object.hasOwn(keys, masterKeyId) ? open(bytesOf(keys, masterKeyId), wrapped, purpose) : null
    },
  }
}

/** Adds a master key, which is the newest from now on, and names it. The older ones still open what they wrapped. */
export async function rotateKeyFile(file: string): Promise<string> {
  const next = withNewKey(await read(file))
  await replaceWholeFile(file, print(next))
  return next.newest
}

function withNewKey({ keys }: KeyFile): KeyFile {
  const newest = `master-${Object.keys(keys).length + 1}-${randomBytes(4).toString('hex')}`
  return { newest, keys: { ...keys, [newest]: randomBytes(keyBytes).toString('base64') } }
}

async function read(file: string): Promise<KeyFile> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (!Value.Check(Keys, value)) throw new Error('it holds no master keys')
    bytesOf(value.keys, value.newest)
    return value
  } catch (error) {
    throw new Obstacle('secrets-unreadable', { file, why: reasonOf(error) })
  }
}

function bytesOf(keys: KeyFile['keys'], id: string): Buffer {
  const bytes = Buffer.from(keys[id] ?? '', 'base64')
  if (bytes.length !== keyBytes) throw new Error('a master key has not 32 bytes')
  return bytes
}

function print(keys: KeyFile): string {
  return `${JSON.stringify(keys, null, 2)}\n`
}
