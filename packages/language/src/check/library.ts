/** Checks that need the whole library: places exist, ids fit their paths, nothing is declared twice. */
import type { Diagnostic } from '../diagnostic.ts'
import { nearest } from '../names/nearest.ts'
import type { Fact, Library, Position } from '../policy/policy.ts'

/** Findings that no single file can show. */
export function checkLibrary(library: Library): readonly Diagnostic[] {
  return [
    ...library.instruments.flatMap((instrument) => [
      ...idFitsPath(instrument.id, instrument.file),
      ...placeExists(library, instrument.place, { file: instrument.file, line: 1, column: 1 }),
      ...calendarsExist(library, instrument),
    ]),
    ...library.places.flatMap((place) => idFitsPath(`${place.id}/place`, place.file)),
    ...twice(
      library.instruments.map((instrument) => ({ name: instrument.id, file: instrument.file })),
      'instrument',
    ),
    ...twiceDeclared(library.vocabulary.facts),
    ...library.vocabulary.facts.flatMap((fact) => derivationExists(library, fact)),
  ]
}

function idFitsPath(id: string, file: string): readonly Diagnostic[] {
  if (file === `${id}.policy`) return []
  return [finding('POL-0309', { file, line: 1, column: 1 }, `the id does not fit the path of the file`, `name it \`${file.replace(/\.policy$/, '')}\``)]
}

function placeExists(library: Library, place: string, position: Position): readonly Diagnostic[] {
  const ids = library.places.map(({ id }) => id)
  if (ids.includes(place)) return []
  const meant = nearest(place, ids)
  const help = meant === null ? 'add a `place.policy` to the folder of the place' : `did you mean \`${meant}\`?`
  return [finding('POL-0211', position, `unknown place \`${place}\``, help)]
}

function calendarsExist(library: Library, instrument: Library['instruments'][number]): readonly Diagnostic[] {
  const spans = [
    ...instrument.rules.map((rule) => ({ position: rule.position, span: rule.limit?.kind === 'span' ? rule.limit.span : null })),
    ...instrument.duties.map((duty) => ({ position: duty.position, span: duty.due?.kind === 'within' ? duty.due.span : null })),
  ]
  return spans.flatMap(({ position, span }) => {
    const calendar = span?.calendar ?? null
    if (calendar === null || library.holidays[calendar] !== undefined) return []
    return [finding('POL-0215', position, `there is no calendar \`${calendar}\``, 'add `holidays.csv` to the folder of the place')]
  })
}

function derivationExists(library: Library, fact: Fact): readonly Diagnostic[] {
  const { derivation } = fact
  if (derivation === null) return []
  const position = { file: `${derivation.table}/offences.csv`, line: 1, column: 1 }
  const table = library.offences[derivation.table]
  if (table === undefined) {
    return [finding('POL-0216', position, `\`${fact.name}\` is derived from a table that is not there`, 'add the offence table')]
  }
  const known = [...new Set(table.map((offence) => offence.class))]
  return derivation.classes
    .filter((name) => !known.includes(name))
    .map((name) => finding('POL-0216', position, `\`${fact.name}\` reads the class \`${name}\`, which has no line`, `the classes are ${known.join(', ')}`))
}

function twiceDeclared(facts: readonly Fact[]): readonly Diagnostic[] {
  return twice(
    facts.map((fact) => ({ name: fact.name, file: 'vocabulary' })),
    'fact',
  )
}

function twice(items: readonly { readonly name: string; readonly file: string }[], noun: string): readonly Diagnostic[] {
  const seen = new Set<string>()
  return items.flatMap(({ name, file }) => {
    if (seen.has(name)) return [finding('POL-0210', { file, line: 1, column: 1 }, `the ${noun} \`${name}\` is declared twice`, 'keep one of the two')]
    seen.add(name)
    return []
  })
}

function finding(code: string, { file, line, column }: Position, message: string, help: string): Diagnostic {
  return { code, severity: 'error', file, line, column, message, help }
}
