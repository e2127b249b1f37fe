/** Checks that need the whole library: places exist, ids fit their paths, nothing is declared twice. */
import { fileProblem, type PolicyProblem } from '../file-problem.ts'
import { checkAsked } from './asked.ts'
import { nearest } from '../names/nearest.ts'
import type { Authority, Due, Fact, Instrument, Library, Limit, Position, Span } from '../policy/policy.ts'

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
    ...authorityFiles(library).flatMap(({ place, file }) =>
      idFitsPath(`${place}/authorities`, positionOf(file, 'name'), file),
    ),
    ...declaredTwice([
      ...library.instruments.map(({ id, file }) => ({
        noun: 'instrument',
        name: id,
        position: positionOf(file, 'name'),
      })),
      ...surroundings.declarations,
    ]),
    ...library.vocabulary.facts.flatMap((fact) => [
      ...derivationExists(library, fact, surroundings),
      ...calendarsOfForms(library, fact, declaredBy(surroundings)),
    ]),
  ]
}

/** Finds where a fact is declared. */
type Declared = (fact: string) => Position | undefined

function declaredBy({ declarations }: Surroundings): Declared {
  return (fact) => declarations.find(({ noun, name }) => noun === 'fact' && name === fact)?.position
}

function idFitsPath(id: string, position: Position, file: string): readonly PolicyProblem[] {
  if (file === `${id}.policy`) return []
  const wanted = file.replace(/(?:\/(?:place|authorities))?\.policy$/, '')
  return [fileProblem('POL-0309', position, { id: id.replace(/\/(?:place|authorities)$/, ''), wanted })]
}

/** Names the files of authorities with the places that they say, each once. */
function authorityFiles({ authorities }: Library): readonly Pick<Authority, 'place' | 'file'>[] {
  return [...new Map(authorities.map((one) => [one.file, one])).values()]
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

function calendarsExist(library: Library, { rules, duties, doubts }: Instrument): readonly PolicyProblem[] {
  return [
    ...rules.flatMap(({ position, limit }) => calendarExists(library, position, spanOfLimit(limit))),
    ...duties.flatMap(({ position, due }) => calendarExists(library, position, spanOfDue(due))),
    ...doubts.flatMap(({ position, duty }) => calendarExists(library, position, spanOfDue(duty?.due ?? null))),
  ]
}

/** Checks the calendars by which forms ask for a time. */
function calendarsOfForms(library: Library, fact: Fact, declared: Declared): readonly PolicyProblem[] {
  const position = declared(fact.name)
  if (fact.type.kind !== 'one-of' || position === undefined) return []
  return fact.type.values.flatMap(({ spans }) => spans.flatMap(({ span }) => calendarExists(library, position, span)))
}

function calendarExists(library: Library, position: Position, span: Span | null): readonly PolicyProblem[] {
  const calendar = span?.calendar ?? null
  if (calendar === null || library.holidays[calendar] !== undefined) return []
  const meant = nearest(calendar, Object.keys(library.holidays))
  return [fileProblem('POL-0215', position, { calendar, meant })]
}

function spanOfLimit(limit: Limit | null): Span | null {
  if (limit === null || limit.kind === 'end-of-day') return null
  return limit.kind === 'span' ? limit.span : limit.atMost
}

function spanOfDue(due: Due | null): Span | null {
  return due?.kind === 'within' ? due.span : null
}

function derivationExists(library: Library, fact: Fact, surroundings: Surroundings): readonly PolicyProblem[] {
  const { derivation } = fact
  const { unreadable } = surroundings
  const position = declaredBy(surroundings)(fact.name)
  if (derivation === null || derivation.table === null || position === undefined) return []
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
