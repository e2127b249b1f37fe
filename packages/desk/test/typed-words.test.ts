/** What is typed after `npm start --` and is no word of the program is named, in the language of the terminal. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runToEnd } from '../../../scripts/child.ts'

const program = join(import.meta.dirname, '../src/main.ts')

function run(LANG: string, ...words: readonly string[]): { readonly status: number | null; readonly said: string } {
  const args = ['--conditions=brightline-source', program, ...words]
  const { status, stderr } = runToEnd(process.execPath, args, { env: { ...process.env, LANG } })
  return { status, said: stderr.trim().split('\n').at(-1) ?? '' }
}

it('names the word, and what a port is', () => {
  expect(run('C', '--prot', '8')).toEqual({
    status: 2,
    said: '`--prot` is no word of this program, or lacks its value. `--help` lists them all',
  })
  expect(run('es_ES.UTF-8', '--port', 'abc')).toEqual({
    status: 2,
    said: '`abc` no es un puerto: escriba un número de 0 a 65535 en `--port`',
  })
}, 180_000)
