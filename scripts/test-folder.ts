/** Gives a run of the tests one temporary folder for everything, and the sources of the packages to every process. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'brightline-'))

/** Called by vitest before the first test. */
export function setup(): void {
  // The database server runs as a user of its own where the tests run as root.
  chmodSync(folder, 0o755)
  process.env['TMPDIR'] = folder
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --conditions=brightline-source`.trim()
}

/** Called by vitest after the last test. */
export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}
