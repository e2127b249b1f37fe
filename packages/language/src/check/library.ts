/** Checks that need the whole library: places exist, ids fit their paths, nothing is declared twice. */
import type { Diagnostic } from '../diagnostic.ts'
import { nearest } from '../names/nearest.ts'
import type { Fact, Instrument, Library, Position } from '../policy/policy.ts'

/** A name that a vocabulary declares. */
export interface Declaration {
  /** Such as `fact`. */
  readonly noun: string
  readonly name: string
  readonly position: Position
}

/** What the checks know besides the library itself. */
export interface Surroundings {
  /** Files with errors: what they would declare is not missed. */
  readonly unreadable: ReadonlySet<string>
  readonly declarations: readonly Declaration[]
  /** Where a file says something, such as its `place`. */
  readonly positionOf: (file: string, property: string) => Position
}

/** Findings that no single file can show. */
export function checkLibrary(library: Library, surroundings: Surroundings): readonly Diagnostic[] {
  const { positionOf, unreadable } = surroundings
  return [
    ...library.instruments.flatMap((instrument) => [
      ...idFitsPath(instrument.id, positionOf(instrument.file, 'name'), instrument.file),
      ...placeExists(library, instrument.place, positionOf(instrument.file, 'place'), unreadable),
      ...calendarsExist(library, instrument),
    ]),
    ...library.places.flatMap((place) => idFitsPath(`${place.id}/place`, positionOf(place.file, 'name'), place.file)),
    ...declaredTwice([
      ...library.instruments.map(({ id, file }) => ({
        noun: 'instrument',
        name: id,
        position: positionOf(file, 'name'),
      })),
      ...surroundings.declarations,
    ]),
    ...library.vocabulary.facts.flatMap((fact) => derivationExists(library, fact, surroundings)),
  ]
}

function idFitsPath(id: string, position: Position, file: string): readonly Diagnostic[] {
  if (file === `${id}.policy`) return []
  const help = file.endsWith('/place.policy')
    ? `name it \`${file.replace(/\/place\.policy$/, '')}\`, or move the file`
    : `name it \`${file.replace(/\.policy$/, '')}\`, or move the file`
  return [
    finding('POL-0309', position, `the id \`${id.replace(/\/place$/, '')}\` does not fit the path of its file`, help),
  ]
}

function placeExists(
  library: Library,
  place: string,
  position: Position,
  unreadable: ReadonlySet<string>,
): readonly Diagnostic[] {
  const ids = library.places.map(({ id }) => id)
  if (ids.includes(place) || unreadable.has(`${place}/place.policy`)) return []
  const meant = nearest(place, ids)
  const help = meant === null ? 'add a `place.policy` to the folder of the place' : `did you mean \`${meant}\`?`
  return [finding('POL-0211', position, `unknown place \`${place}\``, help)]
}

function calendarsExist(library: Library, instrument: Instrument): readonly Diagnostic[] {
  const spans = [
    ...instrument.rules.map(({ position, limit }) => ({ position, span: limit?.kind === 'span' ? limit.span : null })),
    ...instrument.duties.map(({ position, due }) => ({ position, span: due?.kind === 'within' ? due.span : null })),
    ...instrument.doubts.map(({ position, duty }) => ({
      position,
      span: duty?.due?.kind === 'within' ? duty.due.span : null,
    })),
  ]
  return spans.flatMap(({ position, span }) => {
    const calendar = span?.calendar ?? null
    if (calendar === null || library.holidays[calendar] !== undefined) return []
    const meant = nearest(calendar, Object.keys(library.holidays))
    const help = meant === null ? `add \`${calendar}/holidays.csv\`` : `did you mean \`${meant}\`?`
    return [
      finding('POL-0215', position, `this clock leaves out holidays, but there is no calendar \`${calendar}\``, help),
    ]
  })
}

function derivationExists(
  library: Library,
  fact: Fact,
  { declarations, unreadable }: Surroundings,
): readonly Diagnostic[] {
  const { derivation } = fact
  const position = declarations.find(({ noun, name }) => noun === 'fact' && name === fact.name)?.position
  if (derivation === null || position === undefined) return []
  const path = `${derivation.table}/offences.csv`
  if (unreadable.has(path)) return []
  const table = library.offences[derivation.table]
  if (table === undefined) {
    const message = `\`${fact.name}\` is derived from the offences of \`${derivation.table}\`, but there is no such table`
    return [finding('POL-0216', position, message, `add \`${path}\``)]
  }
  const known = [...new Set(table.map((offence) => offence.class))]
  return derivation.classes
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      const help = meant === null ? `the table has the classes ${known.join(', ')}` : `did you mean \`${meant}\`?`
      return finding(
        'POL-0216',
        position,
        `\`${fact.name}\` reads the class \`${name}\`, but no line of \`${path}\` has it`,
        help,
      )
    })
}

/** Twice in one file is the finding of that file. */
function declaredTwice(declarations: readonly Declaration[]): readonly Diagnostic[] {
  const firstByName = new Map<string, Position>()
  return declarations.flatMap(({ noun, name, position }) => {
    const first = firstByName.get(`${noun} ${name}`)
    if (first === undefined) firstByName.set(`${noun} ${name}`, position)
    if (first === undefined || (first.file === position.file && noun !== 'instrument')) return []
    const message = `the ${noun} \`${name}\` is declared twice: also in ${first.file}:${first.line}`
    return [finding('POL-0210', position, message, 'keep one of the two')]
  })
}

function finding(code: string, { file, line, column }: Position, message: string, help: string): Diagnostic {
  return { code, severity: 'error', file, line, column, message, help }
}
