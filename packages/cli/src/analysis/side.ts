/** One side of a comparison as people write it: a place, a date, and perhaps a working file over the law in force. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { placesAbove, problem, stackOf, type Stack } from '@brightline/engine'
import { nearest, type FileProblem, type Library, type TextFile } from '@brightline/language'
import { printProblem } from '@brightline/wording'
import { isError, judged, placeIds, readAllLaw, readLawFor, readText } from '../law-files.ts'
import { tell, UsageError } from '../output.ts'
import { Temporal } from 'temporal-polyfill'
import { readAsOf, readLawDate } from '../flag/as-of.ts'
import { Refusal } from '../refusal.ts'
import type { Lang } from '../words.ts'
import { analysisWords } from './words.ts'

/** A working text and the instrument that it stands for. */
export interface Working {
  readonly instrument: string
  /** The place that it says it is law of. */
  readonly place: string
  /** As it was named on the command line. */
  readonly name: string
  readonly text: TextFile
}

/** A stack with its name. */
export interface Side {
  readonly stack: Stack
  readonly library: Library
  readonly working: Working | null
  readonly label: string
}

/**
 * Splits a place and a date, such as `us/ca@2018-01-01`; a place alone has the date of the flag, where there is one.
 * Without a date the law is that of the day at the place.
 */
export function splitSide(text: string, flag?: string): { readonly place: string; readonly asOf: string | null } {
  const at = text.indexOf('@')
  const said = flag === undefined ? null : readLawDate(flag)
  if (at < 0) return { place: text, asOf: said }
  const asOf = readLawDate(text.slice(at + 1))
  if (said !== null && said !== asOf) throw new UsageError('the date is given twice, and differently', 'give it once')
  return { place: text.slice(0, at), asOf }
}

/** Reads the law of one side, and names it in a language. `flag` is the date of `--as-of`. */
export async function readSide(
  text: string,
  law: string,
  working: Working | null,
  lang: Lang,
  flag?: string,
): Promise<Side> {
  const { place, asOf: said } = splitSide(text, flag)
  if (working !== null) checkReach(working, place)
  const library = await libraryFor(place, law, working)
  const asOf = said ?? readAsOf(undefined, place, library, { now: Temporal.Now.instant })
  const say = analysisWords[lang]
  const label = `${place} ${say.onDate(asOf)}${working === null ? '' : say.withFile(basename(working.name))}`
  return { stack: stackOf(library, place, asOf), library, working, label }
}

/** A working text must bind the place, or nothing of it would be compared. */
function checkReach(working: Working, place: string): void {
  if (placesAbove(place).includes(working.place)) return
  const message = `\`${working.name}\` is law of \`${working.place}\`, which does not bind \`${place}\``
  throw new UsageError(message, `name \`${working.place}\` or a place in it`)
}

/** The law that binds a place, perhaps with a working file; refuses law with errors. */
export async function libraryFor(place: string, law: string, working: Working | null): Promise<Library> {
  knownPlace(place, law)
  const { library, problems } = await readLawFor(law, place, working === null ? [] : [working.text])
  refuseErrors(problems)
  return library
}

/** The law of every place; where it binds one of these it must have no errors. */
export async function wholeLibraryFor(
  places: readonly string[],
  law: string,
  working: Working | null,
): Promise<Library> {
  for (const place of places) knownPlace(place, law)
  const { library, problems } = await readAllLaw(law, working === null ? [] : [working.text])
  const isJudged = judged(problems)
  if (!places.every((place) => isJudged({ place }))) refuseErrors(problems)
  return library
}

function knownPlace(place: string, law: string): void {
  const known = placeIds(law)
  if (known.includes(place)) return
  const meant = nearest(place, known)
  const values = { name: place, ...(meant === null ? { places: known.slice(0, 12) } : { meant }) }
  throw new Refusal([problem('REQ-0008', { kind: 'whole' }, values)])
}

function refuseErrors(problems: readonly FileProblem[]): void {
  const errors = problems.filter(isError)
  if (errors.length === 0) return
  for (const problem of errors.slice(0, 20)) tell(printProblem(problem, 'en'))
  const files = [...new Set(errors.map(({ where }) => where.file))].join(', ')
  throw new UsageError(
    `there are errors in ${files}, so nothing is analysed`,
    'correct them; `brightline check` lists them',
  )
}

/** Reads a working file. Its first line names the instrument that it replaces, or a new one. */
export function readWorking(file: string): Working {
  if (!existsSync(file)) throw new UsageError(`there is no file \`${file}\``)
  const read = readText(file, file)
  if ('problem' in read) throw new UsageError(printProblem(read.problem, 'en'))
  const instrument = /^\s*instrument\s+([a-z0-9/-]+)/m.exec(read.text)?.[1]
  if (instrument === undefined) {
    throw new UsageError(`\`${file}\` is not an instrument`, 'its first line reads `instrument PLACE/NAME "Title"`')
  }
  const place = /^\s*place\s+([a-z0-9/-]+)\s*$/m.exec(read.text)?.[1]
  if (place === undefined) throw new UsageError(`\`${file}\` does not say its place`, 'a line reads `place us/ca`')
  return { instrument, place, name: file, text: { path: `${instrument}.policy`, text: read.text } }
}
