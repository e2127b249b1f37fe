/** `brightline decide`: one request, one decision an act; or a file of requests, one a line. */
import {
  decide as decideAct,
  readRequest,
  unknown,
  type Decision,
  type DerivedFact,
  type RawRequest,
  type Request,
} from '@brightline/engine'
import type { Library } from '@brightline/language'
import { placeIds, readLawFor } from '../law-files.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'
import { printDecisions } from '../print-decision.ts'

/** What `decide --json` prints: version 2 of the contract in docs/decision.md. */
export interface DecisionDocument {
  readonly version: 2
  readonly place: string
  readonly agency: string | null
  readonly asOf: string
  readonly derived: readonly DerivedFact[]
  readonly decisions: readonly Decision[]
}

/** How to decide and how to say it. */
export interface DecideOptions {
  readonly law: string
  readonly json: boolean
  readonly lang: 'en' | 'es'
}

/** Decides one request and prints the answer. Returns the exit code. */
export async function decide(raw: RawRequest, options: DecideOptions): Promise<number> {
  const library = await lawFor(raw.place, options.law)
  const result = readRequest(library, raw)
  if (result.kind === 'problems') {
    for (const { code, message, help } of result.problems)
      tell(`brightline: ${code}: ${message}${help === null ? '' : `; ${help}`}`)
    return exitCode.usage
  }
  const document = toDocument(result.request)
  if (options.json) print(JSON.stringify(document))
  else printDecisions(document, result.request.stack, options.lang)
  return exitCode.fine
}

/** The decisions on every act of a request. */
export function toDocument({ stack, agency, acts, knowledge, events, derived }: Request): DecisionDocument {
  return {
    version: 2,
    place: stack.place,
    agency,
    asOf: stack.asOf,
    derived,
    decisions: acts.map((act) => decideAct(stack, act, knowledge, events)),
  }
}

/** The law that binds a place; refuses an unknown place, and law with errors. */
export async function lawFor(place: string, folder: string): Promise<Library> {
  const known = placeIds(folder)
  if (!known.includes(place)) {
    const { message, help } = unknown('REQ-0008', 'place', place, known)
    throw new UsageError(message, help)
  }
  const { library, problems } = await readLawFor(folder, place)
  const broken = [...new Set(problems.filter(({ severity }) => severity === 'error').map(({ where }) => where.file))]
  if (broken.length > 0) {
    throw new UsageError(
      `the law of \`${place}\` has errors in ${broken.join(', ')}, so nothing is decided`,
      'run `brightline check`',
    )
  }
  return library
}
