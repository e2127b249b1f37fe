/** `brightline decide --batch`: JSON Lines in, JSON Lines out, in the same order. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Library } from '@brightline/language'
import { parseJson } from '../json-text.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { readRequest, type RawRequest, type RequestProblem } from '@brightline/engine'
import { lawFor, toDocument } from './decide.ts'

/** Longer lines are refused. */
const longestLine = 1024 * 1024

/** Decides every line of a file, `-` for standard input. A bad line becomes an error object and the rest goes on. */
export async function decideBatch(file: string, defaults: Partial<RawRequest>, law: string): Promise<number> {
  const input = file === '-' ? process.stdin : createReadStream(file)
  const failed = new Promise<never>((_, reject) => {
    input.once('error', () => reject(new UsageError(`\`${file}\` cannot be read`)))
  })
  const done = decideLines(createInterface({ input, crlfDelay: Infinity }), defaults, law)
  return Promise.race([done, failed])
}

async function decideLines(lines: AsyncIterable<string>, defaults: Partial<RawRequest>, law: string): Promise<number> {
  const laws = new Map<string, Promise<Library>>()
  let number = 0
  let bad = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    const answer = await decideLine(line, defaults, law, laws)
    if ('problems' in answer) {
      bad += 1
      print(JSON.stringify({ error: { line: number, problems: answer.problems } }))
    } else print(JSON.stringify(answer))
  }
  if (bad > 0) tell(`${bad} of ${number} lines were refused`)
  return bad > 0 ? exitCode.findings : exitCode.fine
}

async function decideLine(
  line: string,
  defaults: Partial<RawRequest>,
  law: string,
  laws: Map<string, Promise<Library>>,
): Promise<object | { readonly problems: readonly RequestProblem[] }> {
  if (line.length > longestLine) return refused('the line is longer than a megabyte', 'write one request a line')
  const raw = parseLine(line, defaults)
  if ('problems' in raw) return raw
  try {
    const known = laws.get(raw.place) ?? lawFor(raw.place, law)
    laws.set(raw.place, known)
    const result = readRequest(await known, raw)
    return result.kind === 'problems' ? { problems: result.problems } : toDocument(result.request)
  } catch (error) {
    if (error instanceof UsageError) return refused(error.message, error.help)
    throw error
  }
}

function refused(message: string, help: string | null): { readonly problems: readonly RequestProblem[] } {
  return { problems: [{ code: 'REQ-0009', message, help }] }
}

const keys = ['place', 'asOf', 'agency', 'act', 'acts', 'form', 'facts', 'convictions', 'events'] as const

function parseLine(
  line: string,
  defaults: Partial<RawRequest>,
): RawRequest | { readonly problems: readonly RequestProblem[] } {
  let parsed: unknown
  try {
    parsed = parseJson(line)
  } catch {
    return refused('the line is not JSON', 'write one object a line')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return refused('the line is not an object', 'write one object a line')
  const given = new Map<string, unknown>(Object.entries(parsed))
  const strange = [...given.keys()].find((key) => !keys.some((known) => known === key))
  if (strange !== undefined) return refused(`unknown key \`${strange}\``, `the keys are ${keys.join(', ')}`)
  const text = (key: string): string | null => {
    const value = given.get(key)
    return typeof value === 'string' ? value : null
  }
  const place = text('place') ?? defaults.place ?? null
  if (place === null) return refused('no place is named', 'add `"place": "us/ca"`')
  const acts = given.get('acts')
  const act = text('act')
  const facts = given.get('facts') ?? {}
  if (typeof facts !== 'object' || Array.isArray(facts)) return refused('`facts` is not an object', null)
  if (acts !== undefined && !(Array.isArray(acts) && acts.every((name) => typeof name === 'string'))) {
    return refused('`acts` is not a list of names', null)
  }
  return {
    place,
    asOf: text('asOf') ?? defaults.asOf ?? '',
    agency: text('agency') ?? defaults.agency ?? null,
    acts: acts ?? (act === null ? (defaults.acts ?? []) : [act]),
    form: text('form') ?? defaults.form ?? null,
    facts: { ...defaults.facts, ...facts },
    convictions: given.get('convictions') ?? defaults.convictions,
    events: given.get('events') ?? defaults.events,
  }
}
