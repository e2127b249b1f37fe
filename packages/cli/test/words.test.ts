/** Both languages say everything. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { interviewWords } from '../src/interview/words.ts'

/** Said the same way in both languages. */
const shared = new Set(['keys.help', 'keys.quit', 'no'])

const folder = fileURLToPath(new URL('../src', import.meta.url))
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/(^|[/\\])words\.ts$/.test(name))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

const tables: readonly { readonly name: string; readonly en: object; readonly es: object }[] = [
  { name: 'the interview', ...interviewWords },
]

describe('the words', () => {
  for (const { name, en, es } of tables) {
    it(`of ${name} are in both languages`, () => {
      expect(pathsOf(es).flatMap(([path]) => [path])).toEqual(pathsOf(en).map(([path]) => path))
      for (const [path, text] of pathsOf(es)) expect(text.trim(), path).not.toBe('')
    })

    it(`of ${name} are translated`, () => {
      const english = new Map(pathsOf(en))
      const same = pathsOf(es).filter(([path, text]) => english.get(path) === text && !shared.has(path))
      expect(same).toEqual([])
    })

    it(`of ${name} are all used`, () => {
      const keys = Object.keys(en)
      expect(keys.filter((key) => !sources.some((text) => new RegExp(`\\.${key}\\b`).test(text)))).toEqual([])
    })

    it(`of ${name} take the same values`, () => {
      for (const [path, make] of functionsOf(en)) {
        const other = functionsOf(es).find(([candidate]) => candidate === path)?.[1]
        expect(other?.length, path).toBe(make.length)
        for (const value of ['XX', 'YY', 'ZZ'].slice(0, make.length)) {
          const args = ['XX', 'YY', 'ZZ'].slice(0, make.length)
          expect(String(other?.(...args)).includes(value), `${path} and ${value}`).toBe(make(...args).includes(value))
        }
      }
    })
  }
})

/** Every text of a table with its path. */
function pathsOf(table: object, before = ''): readonly (readonly [string, string])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const path = `${before}${key}`
    if (typeof value === 'string') return [[path, value] as const]
    return typeof value === 'object' && value !== null ? pathsOf(value, `${path}.`) : []
  })
}

type Maker = (...values: readonly string[]) => string

function functionsOf(table: object): readonly (readonly [string, Maker])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) =>
    isMaker(value) ? [[key, value] as const] : [],
  )
}

function isMaker(value: unknown): value is Maker {
  return typeof value === 'function'
}
