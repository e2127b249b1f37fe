/** Runs the command in this process and keeps what it wrote. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, vi } from 'vitest'
import { openLaw, type OpenLaw } from '@brightline/law-files'
import { cacheFolder } from '../src/law-cache.ts'
import { run } from '../src/main.ts'

process.env['NO_COLOR'] = '1'

/** The invented law of these tests. */
export const law: string = fileURLToPath(new URL('law', import.meta.url))

/** The folders of a law, opened. */
export function opened(folder: string): OpenLaw {
  const law = openLaw([folder], cacheFolder())
  if (!law.ok) throw new Error(JSON.stringify(law.problems))
  return law.value
}

/** What a run left behind. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command with the invented law. */
export async function brightline(...args: readonly string[]): Promise<Ran> {
  return capture(() => run(['--law', law, ...args]))
}

/** Keeps what is written while something runs; the law folder is written as `LAW`, also where its path needs quotes. */
export async function capture(work: () => Promise<number>): Promise<Ran> {
  let out = ''
  let err = ''
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
  try {
    const code = await work()
    return { code, out: plain(out), err: plain(err) }
  } finally {
    stdout.mockRestore()
    stderr.mockRestore()
  }
}

/** A text without what differs between machines. */
export function plain(text: string): string {
  return text
    .replaceAll(`'${law}'`, 'LAW')
    .replaceAll(law, 'LAW')
    .replace(/\(\d+ ms\)/g, '(N ms)')
    .replace(/"[0-9a-f]{64}"/g, '"HASH"')
}

/** Compares with a golden file. A changed text is written beside it; UPDATE=1 takes it over. */
export function expectGolden(name: string, text: string): void {
  const file = fileURLToPath(new URL(`golden/${name}`, import.meta.url))
  const changed = `${file}.changed`
  if (process.env['UPDATE'] === '1') {
    writeFileSync(file, text)
    rmSync(changed, { force: true })
    return
  }
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (expected === text) rmSync(changed, { force: true })
  else writeFileSync(changed, text)
  expect(text, `golden/${name} differs; look at golden/${name}.changed`).toBe(expected)
}

/** A folder that is gone after the tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
