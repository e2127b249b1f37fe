/** The tables of phrases are whole in every language, and hold nothing that nobody says. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placeholdersIn } from '../../src/phrase/fill.ts'

type Phrase = string | Readonly<Record<string, string>>
type Table = Readonly<Record<string, Readonly<Record<string, Phrase>>>>

const root = join(import.meta.dirname, '../../src')
// The sentences of problems have a test of their own.
const files = globSync('*/{*phrases,words}.ts', { cwd: root }).filter((path) => !/^(?:phrase|problem)\//.test(path))
const tables = (await Promise.all(files.toSorted().map(tablesIn))).flat()

/** Phrases that are the same in both languages, and rightly so. */
const sameInBoth: ReadonlySet<string> = new Set(['no', 'key-quit', 'error', 'megabyte', 'id', 'federal'])

/** Tables whose keys are kinds of data, each with its type: the compiler holds them to what can be said. */
const saidByData: ReadonlySet<string> = new Set([
  'assumptionPhrases',
  'exclusionPhrases',
  'ownerPhrases',
  'valuePhrases',
  'claimPhrases',
  'caseAnswerWords',
  'eventNames',
  'fieldNames',
  'findingNames',
  'kindNames',
  'lawWords',
  'triggerPhrases',
])

/** Values of the data that are keys of phrases in several tables: verdicts, marks and what a duty waits for. */
const saidByValue: ReadonlySet<string> = new Set([
  ...['required', 'prohibited', 'permitted', 'no-rule', 'conflict', 'needs-facts'],
  ...['read', 'inferred', 'reported', 'unverified'],
  ...['each-year', 'each-quarter', 'each-month', 'by-date'],
])

describe.each(tables)('$name of $file', ({ file, name, table }) => {
  const english = table['en'] ?? {}
  const keys = Object.keys(english)

  it('have the same keys in every language', () => {
    for (const [lang, phrases] of Object.entries(table)) expect(Object.keys(phrases), lang).toEqual(keys)
  })

  it('have the same placeholders in every language', () => {
    for (const [lang, phrases] of Object.entries(table)) {
      for (const key of keys) expect(shapeOf(phrases[key]), `${key} in ${lang}`).toEqual(shapeOf(english[key]))
    }
  })

  it('are translated', () => {
    const same = keys.filter((key) => formsOf(english[key]).some((form) => isSame(form, formsOf(table['es']?.[key]))))
    expect(same.filter((key) => !sameInBoth.has(key))).toEqual([])
  })

  if (saidByData.has(name)) return

  it('are all said', () => {
    const folder = dirname(file)
    const sources = globSync([`${folder}/*.ts`, `../../documents/src/${folder}/*.ts`], { cwd: root }).map((path) =>
      readFileSync(join(root, path), 'utf8'),
    )
    const [code, said] = [sources.map(withoutTables).join('\n'), sources.join('\n')]
    const beginnings = [...code.matchAll(/(?:`|keyOf\(')([a-z][A-Za-z-]*)(?:\$\{|',)/g)].map(([, found = '']) => found)
    const endings = [...code.matchAll(/\}(-[a-z-]+)`/g)].map(([, found = '']) => found)
    const unsaid = keys.filter((key) => {
      const isNamed = code.includes(`'${key}'`) || code.includes(`.${key}`) || said.includes(`:count ${key}}`)
      const isMade = beginnings.some((one) => key.startsWith(one)) || endings.some((one) => key.endsWith(one))
      return !isNamed && !isMade && !saidByValue.has(key)
    })
    expect(unsaid).toEqual([])
  })
})

it('has a table for every name that is said by data', () => {
  expect([...saidByData].filter((said) => !tables.some(({ name }) => name === said))).toEqual([])
})

interface Named {
  readonly file: string
  readonly name: string
  readonly table: Table
}

async function tablesIn(file: string): Promise<readonly Named[]> {
  const module: Readonly<Record<string, unknown>> = await import(join(root, file))
  return Object.entries(module).flatMap(([name, value]) => (isTable(value) ? [{ file, name, table: value }] : []))
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && 'en' in value && 'es' in value
}

function formsOf(phrase: Phrase | undefined): readonly string[] {
  if (phrase === undefined) return []
  return typeof phrase === 'string' ? [phrase] : Object.values(phrase)
}

function shapeOf(phrase: Phrase | undefined): unknown {
  return [...new Set(formsOf(phrase).flatMap(placeholdersIn))].toSorted()
}

function isSame(form: string, others: readonly string[]): boolean {
  return others.includes(form) && /\p{L}/u.test(form.replaceAll(/\{[^}]*\}/g, ''))
}

/** A source without its tables: their keys are no use of themselves. */
function withoutTables(source: string): string {
  return source.replaceAll(/^ {2,4}'?[\w-]+'?: ['`"{].*$/gm, '')
}
