/** Checks that need the whole library: places exist, ids fit their paths, nothing is declared twice. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'
import { checkAsked } from './asked.ts'
import { nearest } from '../names/nearest.ts'
import type { Fact, Instrument, Library, Position } from '../policy/policy.ts'

/** A name that a vocabulary declares. */
export interface Declaration {
  /** Such as `fact`. */
  readonly noun: string
  readonly name: string
  readonly position: Position
}

/** The surroundings of a library: what the checks know besides it. */
export interface Surroundings {
  /** Files with errors: what they would declare is not missed. */
  readonly unreadable: ReadonlySet<string>
  readonly declarations: readonly Declaration[]
  /** Finds where a file says something, such as its `place`. */
  readonly positionOf: (file: string, property: string) => Position
}

/** Finds what no single file can show. */
export function checkLibrary(library: Library, surroundings: Surroundings): readonly PolicyProblem[] {
  const { positionOf, unreadable } = surroundings
  return [
    ...library.instruments.flatMap((instrument) => [
      ...idFitsPath(instrument.id, positionOf(instrument.file, 'name'), instrument.file),
      ...placeExists(library, instrument.place, positionOf(instrument.file, 'place'), unreadable),
      ...calendarsExist(library, instrument),
      ...checkAsked(library, instrument),
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

function idFitsPath(id: string, position: Position, file: string): readonly PolicyProblem[] {
  if (file === `${id}.policy`) return []
  const wanted = file.replace(/(?:\/place)?\.policy$/, '')
  return [fileProblem('POL-0309', position, { id: id.replace(/\/place$/, ''), wanted })]
}

function placeExists(
  library: Library,
  place: string,
  position: Position,
  unreadable: ReadonlySet<string>,
): readonly PolicyProblem[] {
  const ids = library.places.map(({ id }) => id)
  if (ids.includes(place) || unreadable.has(`${place}/place.policy`)) return []
  return [fileProblem('POL-0211', position, { place, meant: nearest(place, ids) })]
}

function calendarsExist(library: Library, instrument: Instrument): readonly PolicyProblem[] {
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
    return [fileProblem('POL-0215', position, { calendar, meant })]
  })
}

function derivationExists(
  library: Library,
  fact: Fact,
  { declarations, unreadable }: Surroundings,
): readonly PolicyProblem[] {
  const { derivation } = fact
  const position = declarations.find(({ noun, name }) => noun === 'fact' && name === fact.name)?.position
  if (derivation === null || position === undefined) return []
  const path = `${derivation.table}/offences.csv`
  if (unreadable.has(path)) return []
  const table = library.offences[derivation.table]
  if (table === undefined) return [fileProblem('POL-0220', position, { fact: fact.name, table: derivation.table })]
  const known = [...new Set(table.map((offence) => offence.class))]
  return derivation.classes
    .filter((name) => !known.includes(name))
    .map((name) =>
      fileProblem('POL-0216', position, {
        fact: fact.name,
        class: name,
        path,
        meant: nearest(name, known),
        known: known.length === 0 ? null : known,
      }),
    )
}

/** Finds names that two files declare; twice in one file is the finding of that file. */
function declaredTwice(declarations: readonly Declaration[]): readonly PolicyProblem[] {
  const firstByName = new Map<string, Position>()
  return declarations.flatMap(({ noun, name, position }) => {
    const first = firstByName.get(`${noun} ${name}`)
    if (first === undefined) firstByName.set(`${noun} ${name}`, position)
    if (first === undefined || (first.file === position.file && noun !== 'instrument')) return []
    return [fileProblem('POL-0218', position, { noun, name, file: first.file, line: first.line })]
  })
}
