/** A mapping file from outside: every part is checked, and a problem points to it. */
import { byCharacters, dateExists, type Result } from '@brightline/language'
import { mappingProblem, type MappingProblem } from '../problem.ts'
import type { FactSource, Mapping } from './mapping.ts'
import { mappingSchema } from './mapping-schema.ts'
import { inWords } from './plan.ts'
import { repeatedKeys } from './repeated-keys.ts'
import { schemaProblems } from './schema-problems.ts'

/**
 * Reads a mapping from JSON text.
 *
 * @example
 * const text = '{"version": 1, "name": "sample", "facts": {"request.form": {"column": "form", "values": {"A": "i-247a"}}}}'
 * readMapping(text).value.facts['request.form'].column // => 'form'
 * readMapping('{"version": 1}').problems[0].values // => { key: 'name' }
 */
export function readMapping(text: string): Result<Mapping, MappingProblem> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, problems: [mappingProblem('MAP-0001', [])] }
  }
  const repeated = repeatedKeys(text).map((key) => mappingProblem('MAP-0007', [], { key }))
  const problems = [...repeated, ...schemaProblems(mappingSchema, json)]
  if (problems.length > 0) return { ok: false, problems }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it fits the schema that gives the type
  const mapping = json as Mapping
  const meaningless = [...ownerProblems(mapping), ...tableProblems(mapping), ...factProblems(mapping)]
  return meaningless.length > 0 ? { ok: false, problems: meaningless } : { ok: true, value: mapping }
}

/** Writes a mapping as one text, the same for every order of its keys. */
export function canonicalMapping(mapping: Mapping): string {
  return JSON.stringify({ ...mapping, $schema: undefined }, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCharacters(a, b)))
      : value,
  )
}

function ownerProblems({ owner }: Mapping): readonly MappingProblem[] {
  return owner !== undefined && 'words' in owner ? wordProblems(owner.words, ['owner', 'words']) : []
}

function tableProblems({ jurisdiction = [], agency = null }: Mapping): readonly MappingProblem[] {
  return [
    ...jurisdiction.flatMap((source, index) =>
      'values' in source ? twice(Object.keys(source.values), ['jurisdiction', index, 'values']) : [],
    ),
    ...(agency !== null && 'values' in agency ? twice(Object.keys(agency.values), ['agency', 'values']) : []),
  ]
}

function factProblems({ facts = {} }: Mapping): readonly MappingProblem[] {
  return Object.entries(facts).flatMap(([name, source]) => sourceProblems(source, ['facts', name]))
}

function sourceProblems(source: FactSource, keys: readonly (string | number)[]): readonly MappingProblem[] {
  if ('byDate' in source) {
    return source.byDate.flatMap((step, index) =>
      (['from', 'through'] as const).flatMap((end) => {
        const day = step[end] ?? null
        return day === null || dateExists(day) ? [] : [mappingProblem('MAP-0013', [...keys, 'byDate', index, end])]
      }),
    )
  }
  if ('words' in source) return wordProblems(source.words, [...keys, 'words'])
  if ('values' in source) return twice(Object.keys(source.values), [...keys, 'values'])
  if ('yes' in source) return twice([...source.yes, ...(source.no ?? [])], keys)
  return 'no' in source ? twice(source.no, keys) : []
}

/** Values of cells are compared without regard to capitals and outer blanks: none may be named twice. */
function twice(texts: readonly string[], keys: readonly (string | number)[]): readonly MappingProblem[] {
  const seen = new Set<string>()
  return texts.flatMap((text) => {
    const read = text.trim().toUpperCase()
    const isKnown = seen.has(read)
    seen.add(read)
    return isKnown ? [mappingProblem('MAP-0012', keys, { value: text })] : []
  })
}

function wordProblems(
  rules: readonly { readonly any: readonly string[] }[],
  keys: readonly (string | number)[],
): readonly MappingProblem[] {
  return rules.flatMap(({ any }, index) =>
    any.every((word) => inWords(word).trim() !== '') ? [] : [mappingProblem('MAP-0015', [...keys, index, 'any'])],
  )
}
