/** Master keys for tests, in a file that goes with the process. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKeyFile } from '../src/vault/key-file.ts'
import type { KeyService } from '../src/vault/key-service.ts'

const folder = mkdtempSync(join(tmpdir(), 'keys-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

export const testKeys: KeyService = await openKeyFile(join(folder, 'master-keys.json'))
