/**
 * Both ways with libraries that nobody here wrote: Go checks what we write, and we check what Go writes.
 *
 *     node packages/ledger/interop/run.ts            checks both
 *     node packages/ledger/interop/run.ts --vectors  also replaces test/vectors/go.json
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runToEnd } from '../../../scripts/child.ts'
import { writeClaims } from './claims.ts'
import { checkVectors } from './vectors.ts'
import { witnessTheirs } from './witnessed.ts'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Tells whether Go is there. */
export function hasGo(): boolean {
  try {
    return runToEnd('go', ['version']).status === 0
  } catch {
    return false
  }
}

/** Runs both ways in a folder of its own and answers what was printed. */
export async function runInterop(): Promise<{ readonly lines: readonly string[]; readonly vectors: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-interop-'))
  try {
    const program = join(folder, 'interop')
    run('go', ['build', '-o', program, '.'])
    await writeClaims(folder)
    const verified = run(program, ['verify', folder]).trimEnd().split('\n')
    const vectors = run(program, ['make'])
    const checked = await checkVectors(vectors)
    const witnessed = await witnessTheirs(program, folder)
    const lines = [
      ...verified.map((line) => `go checks ours: ${line}`),
      `ours checks go: ${checked}`,
      `go asks ours: ${witnessed}`,
    ]
    return { lines, vectors }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, words: readonly string[]): string {
  const done = runToEnd(command, words, { cwd: here, milliseconds: 300_000 })
  if (done.status !== 0) throw new Error(`${command} ${words[0]} failed: ${done.stderr}`)
  return done.stdout
}

if (import.meta.main) {
  if (!hasGo()) {
    console.log('go is not on this machine: nothing was run')
    process.exit(0)
  }
  const { lines, vectors } = await runInterop()
  for (const line of lines) console.log(line)
  if (process.argv.includes('--vectors')) {
    const file = fileURLToPath(new URL('../test/vectors/go.json', import.meta.url))
    writeFileSync(file, `${JSON.stringify(JSON.parse(vectors), undefined, 2)}\n`)
  }
}
