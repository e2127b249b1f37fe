/**
 * Runs the commands of the pages, in order, and compares what they print.
 *
 * In a `console` block, a line that begins with `$` is a command and what follows is its whole output, standard error
 * included, with an exit line where it is not 0. `UPDATE=1` writes what was printed into the page.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runToEnd } from '../../scripts/child.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pages = [
  'README.md',
  'docs/tutorial.md',
  'docs/testing.md',
  'docs/log.md',
  'docs/simulate.md',
  'docs/sql.md',
  'docs/upgrade.md',
]

const work = mkdtempSync(join(tmpdir(), 'brightline-docs-'))
cpSync(join(root, 'examples/springfield'), work, { recursive: true })
afterAll(() => rmSync(work, { recursive: true, force: true }))

interface Command {
  readonly line: number
  readonly command: string
  readonly expected: readonly string[]
}

for (const page of pages) {
  const lines = readFileSync(join(root, page), 'utf8').split('\n')
  const commands = commandsOf(lines)
  describe(page, () => {
    it.each(commands)('$command', ({ command, expected }) => {
      const printed = run(command)
      if (process.env['UPDATE'] === undefined) expect(printed).toEqual(expected)
    })
  })
  if (process.env['UPDATE'] !== undefined) afterAll(() => writeFileSync(join(root, page), update(lines, commands)))
}

const printedBy = new Map<string, readonly string[]>()

function run(command: string): readonly string[] {
  const { stdout, stderr, status } = runToEnd('bash', ['-c', command.replaceAll('npx brightline', 'brightline')], {
    cwd: root,
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
      WORK: work,
      NO_COLOR: '1',
    },
  })
  // Times differ from run to run.
  const text = `${stdout}${stderr}`.replace(/ \(\d+ ms\)/g, '').replaceAll(work, '$WORK')
  const printed = text === '' ? [] : text.trimEnd().split('\n')
  const result = status === 0 ? printed : [...printed, `(exit ${status})`]
  printedBy.set(command, result)
  return result
}

function commandsOf(lines: readonly string[]): readonly Command[] {
  const commands: { line: number; command: string; expected: string[] }[] = []
  let inside = false
  for (const [line, text] of lines.entries()) {
    if (text === '```console') inside = true
    else if (text === '```') inside = false
    else if (inside && text.startsWith('$ ')) commands.push({ line, command: text.slice(2), expected: [] })
    else if (inside) commands.at(-1)?.expected.push(text)
  }
  return commands
}

function update(lines: readonly string[], commands: readonly Command[]): string {
  const drop = new Set(commands.flatMap(({ line, expected }) => expected.map((_, index) => line + 1 + index)))
  const after = new Map(commands.map(({ line, command }) => [line, printedBy.get(command) ?? []]))
  return lines.flatMap((text, line) => (drop.has(line) ? [] : [text, ...(after.get(line) ?? [])])).join('\n')
}
