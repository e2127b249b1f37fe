/** Plans who runs the facility of a row, its place of law, and its agency. */
import { nearest } from '@brightline/language'
import { mappingProblem } from '../problem.ts'
import { unsaidOwner } from './mapping.ts'
import { owners } from './mapping-schema.ts'
import { withMeant, type FactContext } from './planned-value.ts'
import { inWords, unknownName, type Field } from './plan.ts'

/** The fields that give a place of law, and the places; a field holds an index of them. */
export interface PlannedPlaces {
  readonly fields: readonly Field[]
  readonly places: readonly string[]
}

/** Plans the owner, where words of a column say it. */
export function planOwner({ mapping, slots }: FactContext): readonly Field[] {
  const { owner = unsaidOwner } = mapping
  if (!('words' in owner)) return []
  const words = owner.words.map(({ any, is }) => ({ any: any.map(inWords), is: owners.indexOf(is) }))
  const other = owners.indexOf('unknown')
  return [{ name: 'owner', plan: { kind: 'words', slots: slots.all(owner.columns), words, other, mustFit: false } }]
}

/** Plans the places. Those that the law does not hold are kept too: rows of another state have a place. */
export function planPlaces({ mapping, slots, problems }: FactContext): PlannedPlaces {
  const places: string[] = []
  const numberOf = (place: string, keys: readonly (string | number)[]): number => {
    if (!/^us(\/[a-z0-9-]+)*$/.test(place)) problems.push(mappingProblem('MAP-0006', keys, { place }))
    const known = places.indexOf(place)
    return known >= 0 ? known : places.push(place) - 1
  }
  const sources = mapping.jurisdiction ?? []
  const fields = sources.flatMap((source, index): readonly Field[] => {
    if ('place' in source) {
      numberOf(source.place, ['jurisdiction', index, 'place'])
      return []
    }
    const table = byKey(source.values, (place, key) => numberOf(place, ['jurisdiction', index, 'values', key]))
    const plan = {
      kind: 'lookup',
      slots: slots.all(source.columns),
      table,
      mustFit: index === sources.length - 1,
    } as const
    return [{ name: `place:${index}`, plan }]
  })
  return { fields, places }
}

/** Plans the agency, where a column says it, and checks every agency that is named. */
export function planAgency({ mapping, slots, vocabulary, problems }: FactContext): readonly Field[] {
  const { agency = null } = mapping
  const names = vocabulary.agencies.map(({ name }) => name)
  const codeOf = (name: string): number => {
    const code = names.indexOf(name)
    if (code >= 0) return code
    problems.push(mappingProblem('MAP-0016', ['agency'], withMeant({ agency: name }, nearest(name, names))))
    return unknownName
  }
  if (agency === null) return []
  if ('column' in agency) {
    const table = byKey(agency.values, (name) => (name === null ? unknownName : codeOf(name)))
    return [{ name: 'agency', plan: { kind: 'table', slot: slots.of(agency.column), table, blank: unknownName } }]
  }
  for (const name of 'agency' in agency ? [agency.agency] : Object.values(agency.byOwner)) codeOf(name)
  return []
}

/** Makes a table by the texts of cells, as cells are compared. */
function byKey<Value>(
  values: Readonly<Record<string, Value>>,
  toNumber: (value: Value, key: string) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.trim().toUpperCase(), toNumber(value, key)]),
  )
}
