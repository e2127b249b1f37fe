/** Has a PDF read by a program of its own, which is ended when it takes too long or too much memory. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { startChild, waitForEnd, type Child } from '../embedded/child.ts'
import type { Hint } from './hint.ts'

/** The most that reading may take. */
export interface ReadingBounds {
  readonly milliseconds: number
  readonly megabytes: number
}

const usualBounds: ReadingBounds = { milliseconds: 8_000, megabytes: 500 }

/** How often it is looked at how much memory the program has. */
const lookEvery = 50
const pageBytes = 4096

/** The shape of a hint: a kind and a word from short lists, whatever the paper says. */
const hintShape = /^[a-z-]{3,10}:[a-z0-9/-]{1,20}$/

/** How many are read at once in this process. Whatever comes meanwhile has no hints, and needs none. */
const mostAtOnce = 3
let reading = 0

/** Reads the hints of a PDF; none where it cannot be read within bounds. Never throws for what is in the file. */
export async function readPdf(bytes: Buffer, bounds: ReadingBounds = usualBounds): Promise<readonly Hint[]> {
  if (reading >= mostAtOnce) return []
  reading += 1
  const child = startReader(bounds)
  const watch = watchMemory(child, bounds.megabytes)
  try {
    child.process.stdin?.on('error', () => undefined)
    child.process.stdin?.end(bytes)
    const code = await waitForEnd(child, bounds.milliseconds)
    return code === 0 ? hintsSaid(child.said()) : []
  } catch {
    return []
  } finally {
    reading -= 1
    clearInterval(watch)
    child.process.kill('SIGKILL')
  }
}

function startReader({ megabytes }: ReadingBounds): Child {
  const own = import.meta.dirname
  const libraries = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const words = [
    '--permission',
    `--allow-fs-read=${own}/`,
    `--allow-fs-read=${libraries}/`,
    `--max-old-space-size=${Math.round(megabytes / 2)}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
    join(own, `read-pdf-child${extname(import.meta.filename)}`),
  ]
  return startChild(process.execPath, words, { input: 'pipe', env: {} })
}

/** Ends the program where it has more memory than it may, on systems that tell. */
function watchMemory(child: Child, megabytes: number): NodeJS.Timeout {
  return setInterval(() => {
    void readFile(`/proc/${child.process.pid}/statm`, 'utf8').then(
      (text) => {
        if ((Number(text.split(' ')[1]) * pageBytes) / 1_048_576 > megabytes) child.process.kill('SIGKILL')
      },
      () => undefined,
    )
  }, lookEvery)
}

function hintsSaid(said: string): readonly Hint[] {
  const text = /^hints (\[.*\])$/m.exec(said)?.[1]
  if (text === undefined) return []
  const value: unknown = JSON.parse(text)
  if (!Array.isArray(value)) return []
  const hints: readonly unknown[] = value
  return hints.filter((hint) => typeof hint === 'string').filter((hint) => hintShape.test(hint))
}
