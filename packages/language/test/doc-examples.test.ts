/**
 * Runs the examples of doc comments in every package.
 *
 * An example is JavaScript. `expression // => value` must give that value; `// =>` on a line of its own belongs to the
 * expression above it. In scope is everything that the file imports and exports, and what its package exports.
 * `library` is the encoded law and `vocabulary` its words.
 * An example without `// =>` only shows how something is used, and is not run.
 */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../src/index.ts'
import { filesUnder, lawFolder } from './sample.ts'

const root = join(import.meta.dirname, '../../..')
const paths = globSync('packages/*/src/**/*.ts', { cwd: root })
  .filter((path) => !path.includes('generated'))
  .toSorted()
const examples = paths.flatMap((path) => examplesIn(path, readFileSync(join(root, path), 'utf8')))

const law = readLibrary(filesUnder(lawFolder)).then(({ library }) => ({ library, vocabulary: library.vocabulary }))

interface Example {
  /** The file and line of the example. */
  readonly place: string
  readonly path: string
  readonly lines: readonly string[]
}

describe('the examples of doc comments', () => {
  it.each(examples)('$place', async ({ path, lines }) => {
    const scope = await scopeOf(path)
    const run = programOf(lines)
    const pairs = await run(Object.keys(scope), Object.values(scope))
    for (const [got, want] of pairs) expect(got).toEqual(want)
  })
})

function examplesIn(path: string, text: string): readonly Example[] {
  return [...text.matchAll(/^ *\/\*\*\n([^]*?)\*\//gm)].flatMap((comment) => {
    const lines = (comment[1] ?? '').split('\n').map((line) => line.replace(/^ *\* ?/, ''))
    const start = lines.findIndex((line) => line.startsWith('@example'))
    if (start === -1) return []
    const after = lines.slice(start + 1)
    const end = after.findIndex((line) => line.startsWith('@'))
    const line = text.slice(0, comment.index).split('\n').length + start + 1
    const body = (end === -1 ? after : after.slice(0, end)).filter((one) => !one.startsWith('```'))
    if (!body.some((one) => one.includes('// =>'))) return []
    return [{ place: `${path}:${line}`, path, lines: body }]
  })
}

async function scopeOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const file = join(root, path)
  const door = join(root, path.replace(/\/src\/.*/, '/src/index.ts'))
  const shared = existsSync(door) ? await load(door) : {}
  return { ...(await law), ...(await importedBy(file)), ...shared, ...(await load(file)) }
}

/** What a file imports from elsewhere, types left out by themselves: they do not exist when it runs. */
async function importedBy(file: string): Promise<Readonly<Record<string, unknown>>> {
  const imports = readFileSync(file, 'utf8').matchAll(/^import (?:type )?\{([^}]*)\} from '([^']+)'/gm)
  const scope: Record<string, unknown> = {}
  for (const [, names = '', from = ''] of imports) {
    const module = await load(from.startsWith('.') ? join(dirname(file), from) : packageOf(file, from))
    for (const name of names.split(',').map((one) => one.replace(/^\s*type /, '').trim())) {
      if (module[name] !== undefined) scope[name] = module[name]
    }
  }
  return scope
}

/** A package as the importing file sees it; some can only be found from here. */
function packageOf(file: string, name: string): string {
  try {
    return createRequire(file).resolve(name)
  } catch {
    return name
  }
}

async function load(target: string): Promise<Readonly<Record<string, unknown>>> {
  return await import(target.startsWith('/') ? pathToFileURL(target).href : target)
}

type Run = (names: readonly string[], values: readonly unknown[]) => Promise<readonly (readonly [unknown, unknown])[]>

/** Statements as they are, and each expression with its value as a pair. */
function programOf(lines: readonly string[]): Run {
  const program: string[] = ['const pairs = []']
  let expression: string[] = []
  for (const line of lines) {
    const [, before = '', value] = /^(.*?)\/\/ => (.*)$/.exec(line) ?? [line, line]
    if (value !== undefined) {
      program.push(`pairs.push([await (${[...expression, before].join('\n')}\n), (${value})])`)
      expression = []
    } else if (isStatement(line, expression)) program.push(line)
    else expression.push(line)
  }
  program.push(...expression, 'return pairs')
  const body = `return (async () => {\n${program.join('\n')}\n})()`
  return async (names, values) => {
    // oxlint-disable-next-line typescript/no-implied-eval -- running the examples is what this test is for
    const pairs: unknown = await new Function(...names, body)(...values)
    return Array.isArray(pairs) ? pairs : []
  }
}

/** A declaration on one line; imports are in scope already. */
function isStatement(line: string, expression: readonly string[]): boolean {
  return expression.length === 0 && /^(?:const|let) .*[^({[,]$/.test(line)
}
