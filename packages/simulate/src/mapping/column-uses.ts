/** Every column that a mapping reads, with what it is read for: none may say something protected of a person. */
import { meaningForFact, meaningOfName, type Guarded } from '@brightline/engine'
import { mappingProblem, type MappingProblem } from '../problem.ts'
import type { FactSource, Mapping } from './mapping.ts'

/** A use of a column. */
export interface ColumnUse {
  readonly column: string
  /** The keys that lead to it in the mapping. */
  readonly keys: readonly (string | number)[]
  /** The fact that is read from it; null where it is read for something else. */
  readonly fact: string | null
}

/** Lists every use. What reads a column has to be here: a test compares the list with the plan. */
export function columnUses(mapping: Mapping): readonly ColumnUse[] {
  const {
    date = null,
    count = null,
    label = null,
    owner,
    jurisdiction = [],
    agency = null,
    where = [],
    facts = {},
  } = mapping
  const several = (columns: readonly string[], keys: readonly (string | number)[]): readonly ColumnUse[] =>
    columns.map((column, index) => ({ column, keys: [...keys, index], fact: null }))
  return [
    ...(date === null ? [] : [{ column: date.column, keys: ['date', 'column'], fact: null }]),
    ...(count === null ? [] : [{ column: count, keys: ['count'], fact: null }]),
    ...several(label ?? [], ['label']),
    ...(owner !== undefined && 'columns' in owner ? several(owner.columns, ['owner', 'columns']) : []),
    ...jurisdiction.flatMap((source, index) =>
      'columns' in source ? several(source.columns, ['jurisdiction', index, 'columns']) : [],
    ),
    ...(agency !== null && 'column' in agency
      ? [{ column: agency.column, keys: ['agency', 'column'], fact: null }]
      : []),
    ...where.map(({ column }, index) => ({ column, keys: ['where', index, 'column'], fact: null })),
    ...Object.entries(facts).flatMap(([fact, source]) => factUses(fact, source)),
  ]
}

/** Lists the columns that may not be read as the mapping reads them. */
export function protectedColumnProblems(mapping: Mapping, guarded: Guarded): readonly MappingProblem[] {
  return columnUses(mapping).flatMap(({ column, keys, fact }) => {
    const thing = fact === null ? meaningOfName(guarded, column) : meaningForFact(guarded, fact, column)
    return thing === null ? [] : [mappingProblem('MAP-0019', keys, { column, thing })]
  })
}

function factUses(fact: string, source: FactSource): readonly ColumnUse[] {
  if ('column' in source) return [{ column: source.column, keys: ['facts', fact, 'column'], fact }]
  return 'yearsSince' in source ? [{ column: source.yearsSince, keys: ['facts', fact, 'yearsSince'], fact }] : []
}
