/** The flags of a request, and the file that `--facts` names, as parts of one request. */
import { parseJsonText, type RequestPart } from '@brightline/engine'
import type { Where } from '@brightline/language'
import type { Context } from '../context.ts'
import { readGivenText } from '../file/read-given.ts'
import { Refusal, type PlaceWords } from '../refusal.ts'
import { wrongUse } from '../terminal/usage.ts'

/** As the command line gives them. */
export interface RequestFlags {
  readonly agency?: string
  readonly form?: string
  readonly asOf?: string
  readonly facts?: string
  readonly fact: readonly string[]
  readonly event: readonly string[]
}

/** A file of facts is a request, not a data set. */
const longestFacts = 4 * 1024 * 1024

/** Reads what the command line says of a request. */
export async function requestParts(
  place: string | null,
  acts: readonly string[],
  flags: RequestFlags,
  context: Pick<Context, 'need'>,
): Promise<readonly RequestPart[]> {
  const { agency, form, asOf } = flags
  const named: RequestPart = {
    acts,
    ...(place === null ? {} : { place }),
    ...(agency === undefined ? {} : { agency }),
    ...(form === undefined ? {} : { form }),
    ...(asOf === undefined ? {} : { asOf }),
  }
  return [
    named,
    ...(flags.facts === undefined ? [] : [await readFactsFile(flags.facts, context)]),
    ...flags.fact.map((text) => ({ facts: pair(text, '--fact', 'request.form=i-247a') })),
    ...flags.event.map((text) => ({ events: pair(text, '--event', 'receipt=2026-11-22T14:00') })),
  ]
}

/** Says where a problem is: the flag that was used, or the part of the file. */
export function flagOf(flags: RequestFlags): PlaceWords {
  return (where: Where) => {
    if (where.kind === 'fact') return isNamed(flags.fact, where.fact) ? `--fact ${where.fact}` : `\`${where.fact}\``
    if (where.kind !== 'pointer' || where.pointer === '') return null
    const [, key = '', name = ''] = where.pointer.split('/')
    return usedFlag(flags, key, name) ?? (flags.facts === undefined ? null : where.pointer)
  }
}

/** Finds the flag that said a part of the request. */
function usedFlag(flags: RequestFlags, key: string, name: string): string | null {
  switch (key) {
    case 'agency':
      return flags.agency === undefined ? null : '--agency'
    case 'form':
      return flags.form === undefined ? null : '--form'
    case 'asOf':
      return flags.asOf === undefined ? null : '--as-of'
    case 'facts':
      return isNamed(flags.fact, name) ? '--fact' : null
    case 'events':
      return isNamed(flags.event, name) ? '--event' : null
    default:
      return null
  }
}

function isNamed(texts: readonly string[], name: string): boolean {
  return texts.some((text) => name === '' || text.startsWith(`${name}=`))
}

function pair(text: string, flag: string, sample: string): Readonly<Record<string, string>> {
  const at = text.indexOf('=')
  if (at <= 0) throw wrongUse('USE-0105', { flag, sample })
  return { [text.slice(0, at)]: text.slice(at + 1) }
}

async function readFactsFile(file: string, context: Pick<Context, 'need'>): Promise<RequestPart> {
  const json = parseJsonText(context.need(await readGivenText(file, longestFacts)))
  // Loaded here alone, so that a decision by flags does not wait for the reading of schemas.
  const { parsePart } = await import('@brightline/engine/request')
  const part = json.ok ? parsePart(json.value) : json
  if (part.ok) return part.value
  throw new Refusal(part.problems, (where) => `${file}${where.kind === 'pointer' ? ` ${where.pointer}` : ''}`.trim())
}
