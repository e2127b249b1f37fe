/** The flags of `brightline decide`, as a request. */
import { readFileSync, statSync } from 'node:fs'
import { parseJson, whereIn, whyUnreadable } from '../json-text.ts'
import { UsageError } from '../output.ts'
import type { RawRequest } from '@brightline/engine'
import { decideBatch } from './decide-batch.ts'
import { decide } from './decide.ts'

/** As the command line gives them. */
export interface DecideFlags {
  readonly agency?: string
  readonly form?: string
  readonly asOf?: string
  readonly facts?: string
  readonly fact: readonly string[]
  readonly event: readonly string[]
  readonly batch?: string
  readonly lang: string
  readonly json: boolean
}

/** A facts file is a request, not a data set. */
const longestFacts = 4 * 1024 * 1024

/** Today, in the time zone of the machine, as an ISO date. */
export function today(): string {
  const now = new Date()
  const pad = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

/** Runs the command. With `--batch`, the other flags are defaults for every line. */
export async function runDecide(
  place: string | undefined,
  acts: readonly string[],
  flags: DecideFlags,
  law: string,
): Promise<number> {
  const lang = flags.lang === 'en' || flags.lang === 'es' ? flags.lang : null
  if (lang === null) throw new UsageError(`unknown language \`${flags.lang}\``, 'write en or es')
  const file = flags.facts === undefined ? {} : readFactsFile(flags.facts)
  const { convictions, events, agency, ...facts } = file
  const fileAgency = typeof agency === 'string' ? agency : null
  const request: Partial<RawRequest> = {
    ...(place === undefined ? {} : { place }),
    asOf: flags.asOf ?? today(),
    agency: flags.agency ?? fileAgency,
    acts,
    form: flags.form ?? null,
    facts: {
      ...facts,
      ...Object.fromEntries(flags.fact.map((text) => splitPair(text, '--fact', 'request.form=i-247a'))),
    },
    convictions,
    events: withEvents(events, flags.event),
  }
  if (flags.batch !== undefined) return decideBatch(flags.batch, request, law)
  if (place === undefined)
    throw new UsageError('no place is named', 'write a place such as `us/ca`; `brightline places` lists them')
  return decide({ ...emptyRequest, ...request, place }, { law, json: flags.json, lang })
}

const emptyRequest: Omit<RawRequest, 'place'> = {
  asOf: '',
  agency: null,
  acts: [],
  form: null,
  facts: {},
  convictions: undefined,
  events: undefined,
}

function splitPair(text: string, flag: string, sample: string): readonly [string, string] {
  const at = text.indexOf('=')
  if (at <= 0) throw new UsageError(`a ${flag} has no \`=\``, `write ${flag} ${sample}`)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** The times of the facts file, and those of the flags over them. */
function withEvents(events: unknown, flags: readonly string[]): unknown {
  if (flags.length === 0) return events
  const given = typeof events === 'object' && events !== null ? events : {}
  return {
    ...given,
    ...Object.fromEntries(flags.map((text) => splitPair(text, '--event', 'receipt=2026-11-22T14:00'))),
  }
}

function readFactsFile(file: string): Record<string, unknown> {
  let text: string
  try {
    if (statSync(file).size > longestFacts)
      throw new UsageError(`\`${file}\` is too large for a facts file`, 'use --batch for many requests')
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`\`${file}\` cannot be read: ${whyUnreadable(error)}`, 'name a file of facts')
  }
  let parsed: unknown
  try {
    parsed = parseJson(text)
  } catch (error) {
    throw new UsageError(`\`${file}\` is not JSON${whereIn(text, error)}`, 'write an object of fact names and values')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new UsageError(`\`${file}\` is not an object`, 'write an object of fact names and values')
  }
  return Object.fromEntries(Object.entries(parsed))
}
