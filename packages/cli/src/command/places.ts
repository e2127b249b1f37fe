/** `brightline places`: the places of law: all of them, those of a name, those around a place, those that bind an agency. */
import {
  divisionTitle,
  isError,
  notEncodedDivision,
  notEncodedInside,
  placeNamed,
  placesNear,
  readPlacesOf,
  searchName,
  searchPlaces,
  type NotEncoded,
  type PlaceSearch,
} from '@brightline/law-files'
import type { Library, Place } from '@brightline/language'
import {
  everyPlace,
  notCountedWords,
  placesLines,
  toPlacesDocument,
  type MissingPlace,
  type PlacesDocument,
  type PlaceToShow,
} from '@brightline/wording'
import { Argument, type Command, Option } from 'commander'
import type { Context } from '../context.ts'
import { readAsOf } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { Refusal, seeCommand } from '../refusal.ts'
import { exitCode } from '../terminal/output.ts'
import { outputColumns } from '../terminal/screen.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

interface PlacesFlags {
  readonly near?: readonly string[]
  readonly agency?: string
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** So many neighbours are listed. */
const mostNeighbours = 8

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('places')
    .description(
      'list the places of law, or find one by its name; one that is not encoded is told with the law above it',
    )
    .addArgument(
      new Argument('[name...]', 'a city, county, state, school district or university, or a part of its name'),
    )
    .option('--near <place...>', 'what is encoded around a place: above it, then the nearest')
    .option('--agency <kind>', 'only places whose own law binds this kind of agency, with the instruments that do')
    .addOption(new Option('--as-of <date>', 'with --agency: the date of the law (default: today)'))
    .addOption(langOption())
    .addOption(new Option('--json', 'as JSON').default(false))
    .addHelpText(
      'before',
      examples(
        'brightline places Cook County, Illinois',
        'brightline places --near Oakland, California',
        'brightline places --agency school',
      ),
    )
    .action(async (name: readonly string[], flags: PlacesFlags) => {
      context.finish(await places(name.join(' '), flags, context))
    })
}

/** Prints the places. */
async function places(name: string, flags: PlacesFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const { near, agency = null } = flags
  if (near !== undefined && name !== '') throw wrongUse('USE-0117')
  const { library, problems } = context.need(await readPlacesOf(context.openLaw()))
  const kinds = library.vocabulary.agencies.map((kind) => kind.name)
  if (agency !== null && !kinds.includes(agency)) throw unknownWord('agency', agency, kinds)
  const found = near === undefined ? named(library, name) : around(library, near.join(' '))
  const [first] = found.places
  const asOf = agency === null || first === undefined ? null : readAsOf(flags.asOf, first.place.id, library, context)
  const document = toPlacesDocument(library, { asOf, agency, ...found })
  if (flags.json) context.printJson(document)
  else printLines(document, library, lang, context)
  const errors = problems.filter(isError).length
  if (errors > 0) context.tell(`${notCountedWords(errors, lang)}; ${seeCommand('brightline check', lang)}`)
  return exitCode.fine
}

function printLines(document: PlacesDocument, library: Library, lang: string, context: Context): void {
  const layout = { library, lang, width: outputColumns() ?? null, paint: context.paint }
  for (const line of placesLines(document, layout)) context.print(line)
}

interface Found {
  readonly asked: string | null
  readonly near: PlacesDocument['near']
  readonly saysAgency: string | null
  readonly places: readonly PlaceToShow[]
  readonly missing: readonly MissingPlace[]
}

/** Finds the places of a name; every place where none is said. */
function named(library: Library, name: string): Found {
  if (name === '') return { asked: null, near: null, saysAgency: null, places: everyPlace(library), missing: [] }
  const { search, agency } = searchName(library.places, name)
  const { found, others, partly } = search
  const base = { asked: name, near: null, saysAgency: agency }
  const missing = others.map((one) => notEncodedDivision(library.places, one))
  if (found.length > 0) return { ...base, places: found.map(shownAs('named')), missing }
  const only = onlyMissing(library, search, missing)
  if (only !== null) return { ...base, places: only.layers.map(shownAs('above')), missing: [only] }
  if (missing.length === 0 && partly.length === 0) throw notFound(library, name)
  return { ...base, places: partly.map(shownAs(null)), missing }
}

function shownAs(relation: PlaceToShow['relation']): (place: Place) => PlaceToShow {
  return (place) => ({ place, relation, kilometres: null })
}

/** Gives the one place that a name means and that nobody encoded; null where there are others. */
function onlyMissing(
  { places: all }: Library,
  { partly, meant, inside }: PlaceSearch,
  missing: readonly NotEncoded[],
): NotEncoded | null {
  const [only, second] = missing
  if (only !== undefined) return second === undefined ? only : null
  return partly.length > 0 || meant !== null || inside === null ? null : notEncodedInside(all, inside)
}

/** Finds what is encoded around a place, which need not be encoded itself. */
function around(library: Library, name: string): Found {
  const { found, others } = searchPlaces(library.places, name)
  const [place, second] = found
  const [division, another] = others
  if (place !== undefined && second === undefined)
    return {
      asked: null,
      near: place.title,
      saysAgency: null,
      places: placesNear(library.places, place, mostNeighbours),
      missing: [],
    }
  if (place !== undefined || division === undefined || another !== undefined) throw notFound(library, name)
  return {
    asked: null,
    near: divisionTitle(division),
    saysAgency: null,
    places: placesNear(library.places, division, mostNeighbours),
    missing: [notEncodedDivision(library.places, division)],
  }
}

function notFound({ places: all }: Library, name: string): Refusal {
  const found = placeNamed(all, name)
  return new Refusal(found.ok ? [] : found.problems)
}
