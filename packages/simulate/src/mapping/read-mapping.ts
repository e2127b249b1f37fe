/** A mapping file from outside: every part is checked, and a problem names its path. */
import { problem, type Problem } from '../problems.ts'
import {
  dateFormats,
  owners,
  type AgencySource,
  type DateStep,
  type FactSource,
  type Filter,
  type JurisdictionSource,
  type Mapping,
  type OwnerSource,
  type WordRule,
} from './mapping.ts'
import { inWords } from './plan.ts'
import { Reader, repeatedKeys, type Json } from './reader.ts'

export type MappingResult =
  | { readonly kind: 'mapping'; readonly mapping: Mapping }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }

/**
 * Reads a mapping from JSON text.
 *
 * @example
 * const text = '{"version": 1, "name": "sample", "facts": {"request.form": {"column": "form", "values": {"A": "i-247a"}}}}'
 * readMapping(text).mapping.facts['request.form'].kind // => 'values'
 * readMapping('{"version": 1}').problems[0].code // => 'MAP-0001'
 */
export function readMapping(text: string): MappingResult {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { kind: 'problems', problems: [problem('MAP-0001', 'it is not JSON')] }
  }
  const reader = new Reader()
  for (const key of repeatedKeys(text)) reader.fail(key, 'comes twice in one object')
  const mapping = toMapping(reader, json)
  if (reader.problems.length > 0)
    return { kind: 'problems', problems: reader.problems.map((text) => problem('MAP-0001', text)) }
  return { kind: 'mapping', mapping }
}

/** A mapping as JSON text, so that reading it gives the same mapping. */
export function printMapping(mapping: Mapping): string {
  const { facts, owner, jurisdiction, agency, ...rest } = mapping
  const drop = (one: object): object => Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'kind'))
  const document = {
    version: 1,
    ...rest,
    owner: drop(owner),
    jurisdiction: jurisdiction.map(drop),
    agency: agency === null ? null : agency.kind === 'by-owner' ? { byOwner: agency.agencies } : drop(agency),
    facts: Object.fromEntries(Object.entries(facts).map(([name, source]) => [name, printFact(source)])),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function printFact(source: FactSource): object {
  switch (source.kind) {
    case 'years-since':
      return { yearsSince: source.column, never: source.never }
    case 'number':
      return { column: source.column, number: true, never: source.never }
    case 'date':
      return { column: source.column, date: true }
    case 'by-date':
      return { byDate: source.steps, because: source.because }
    case 'constant':
      return { constant: source.value, because: source.because }
    case 'values':
      return { column: source.column, values: source.values }
    case 'words':
      return { column: source.column, words: source.words }
    case 'yes-no':
      return { column: source.column, yes: source.yes, no: source.no }
  }
}

const keys = [
  '$schema',
  'version',
  'name',
  'source',
  'licence',
  'notes',
  'delimiter',
  'date',
  'count',
  'label',
  'owner',
  'jurisdiction',
  'agency',
  'where',
  'acts',
  'facts',
  'ignored',
]

function toMapping(reader: Reader, json: unknown): Mapping {
  const root = reader.object(json, '')
  reader.onlyKeys(root, '', keys)
  if (root['version'] !== 1) reader.fail('version', 'is not 1')
  const facts = reader.object(root['facts'] ?? {}, 'facts')
  const delimiter = reader.optionalText(root, '', 'delimiter') ?? ','
  if (![',', ';', '\t', '|'].includes(delimiter)) reader.fail('delimiter', 'is not one of , ; | and tab')
  return {
    name: reader.text(root['name'], 'name'),
    source: reader.optionalText(root, '', 'source'),
    licence: reader.optionalText(root, '', 'licence'),
    notes: reader.texts(root['notes'] ?? [], 'notes'),
    delimiter,
    date: root['date'] === undefined || root['date'] === null ? null : toDate(reader, root['date']),
    count: reader.optionalText(root, '', 'count'),
    label: root['label'] === undefined || root['label'] === null ? null : columns(reader, root['label'], 'label'),
    owner:
      root['owner'] === undefined
        ? { kind: 'constant', owner: 'unknown', because: 'the data does not say who runs the facility' }
        : toOwner(reader, root['owner']),
    jurisdiction: reader
      .list(root['jurisdiction'] ?? [], 'jurisdiction')
      .map((one, index) => toJurisdiction(reader, one, `jurisdiction[${index}]`)),
    agency: root['agency'] === undefined || root['agency'] === null ? null : toAgency(reader, root['agency']),
    where: reader.list(root['where'] ?? [], 'where').map((one, index) => toFilter(reader, one, `where[${index}]`)),
    acts: reader.texts(root['acts'] ?? [], 'acts'),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, source]) => [name, toFact(reader, source, `facts.${name}`)]),
    ),
    ignored: reader.textTable(root['ignored'] ?? {}, 'ignored'),
  }
}

function toDate(reader: Reader, json: unknown): Mapping['date'] {
  const given = reader.object(json, 'date')
  reader.onlyKeys(given, 'date', ['column', 'formats'])
  const formats = reader.list(given['formats'] ?? ['iso'], 'date.formats')
  return {
    column: reader.text(given['column'], 'date.column'),
    formats: formats.map((format) => reader.oneOf(format, 'date.formats', dateFormats)),
  }
}

function toOwner(reader: Reader, json: unknown): OwnerSource {
  const given = reader.object(json, 'owner')
  if ('owner' in given) {
    reader.onlyKeys(given, 'owner', ['owner', 'because'])
    return {
      kind: 'constant',
      owner: reader.oneOf(given['owner'], 'owner.owner', owners),
      because: reader.text(given['because'], 'owner.because'),
    }
  }
  reader.onlyKeys(given, 'owner', ['columns', 'words'])
  const words = toWords(reader, given['words'], 'owner.words', (json, path) => reader.oneOf(json, path, owners))
  return { kind: 'words', columns: columns(reader, given['columns'], 'owner.columns'), words }
}

function toWords<T>(
  reader: Reader,
  json: Json,
  path: string,
  valueOf: (json: Json, path: string) => T,
): readonly WordRule<T>[] {
  return reader.list(json, path).map((one, index) => {
    const at = `${path}[${index}]`
    const rule = reader.object(one, at)
    reader.onlyKeys(rule, at, ['any', 'is'])
    const any = reader.texts(rule['any'], `${at}.any`)
    // A text of no letters would fit every cell.
    if (any.some((word) => inWords(word).trim() === '')) reader.fail(`${at}.any`, 'holds a text without letters')
    return { any, is: valueOf(rule['is'], `${at}.is`) }
  })
}

function toJurisdiction(reader: Reader, json: unknown, path: string): JurisdictionSource {
  const given = reader.object(json, path)
  if ('place' in given) {
    reader.onlyKeys(given, path, ['place'])
    return { kind: 'constant', place: reader.text(given['place'], `${path}.place`) }
  }
  reader.onlyKeys(given, path, ['columns', 'values'])
  return {
    kind: 'values',
    columns: columns(reader, given['columns'], `${path}.columns`),
    values: reader.textTable(given['values'], `${path}.values`),
  }
}

function toAgency(reader: Reader, json: unknown): AgencySource {
  const given = reader.object(json, 'agency')
  if ('byOwner' in given) {
    reader.onlyKeys(given, 'agency', ['byOwner'])
    const table = reader.textTable(given['byOwner'], 'agency.byOwner')
    for (const owner of Object.keys(table)) reader.oneOf(owner, 'agency.byOwner', owners)
    return { kind: 'by-owner', agencies: table }
  }
  if ('agency' in given) {
    reader.onlyKeys(given, 'agency', ['agency', 'because'])
    return {
      kind: 'constant',
      agency: reader.text(given['agency'], 'agency.agency'),
      because: reader.text(given['because'], 'agency.because'),
    }
  }
  reader.onlyKeys(given, 'agency', ['column', 'values'])
  const values = Object.entries(reader.object(given['values'], 'agency.values')).map(
    ([key, value]) => [key, value === null ? null : reader.text(value, `agency.values.${key}`)] as const,
  )
  return { kind: 'values', column: reader.text(given['column'], 'agency.column'), values: Object.fromEntries(values) }
}

function toFilter(reader: Reader, json: unknown, path: string): Filter {
  const given = reader.object(json, path)
  reader.onlyKeys(given, path, ['column', 'is', 'reason'])
  return {
    column: reader.text(given['column'], `${path}.column`),
    is: reader.texts(given['is'], `${path}.is`),
    reason: reader.text(given['reason'], `${path}.reason`),
  }
}

function toFact(reader: Reader, json: unknown, path: string): FactSource {
  const given = reader.object(json, path)
  const column = (): string => reader.text(given['column'], `${path}.column`)
  const never = (): readonly string[] => reader.texts(given['never'] ?? [], `${path}.never`)
  const because = (): string => reader.text(given['because'], `${path}.because`)
  if ('constant' in given) {
    reader.onlyKeys(given, path, ['constant', 'because'])
    return { kind: 'constant', value: reader.value(given['constant'], `${path}.constant`) ?? '', because: because() }
  }
  if ('byDate' in given) {
    reader.onlyKeys(given, path, ['byDate', 'because'])
    const steps = reader
      .list(given['byDate'], `${path}.byDate`)
      .map((one, index) => toStep(reader, one, `${path}.byDate[${index}]`))
    return { kind: 'by-date', steps, because: because() }
  }
  if ('yearsSince' in given) {
    reader.onlyKeys(given, path, ['yearsSince', 'never'])
    return { kind: 'years-since', column: reader.text(given['yearsSince'], `${path}.yearsSince`), never: never() }
  }
  if ('yes' in given || 'no' in given) {
    reader.onlyKeys(given, path, ['column', 'yes', 'no'])
    const yes = reader.texts(given['yes'] ?? [], `${path}.yes`)
    const no = reader.texts(given['no'] ?? [], `${path}.no`)
    reader.distinct([...yes, ...no], path)
    return { kind: 'yes-no', column: column(), yes, no }
  }
  if ('words' in given) {
    reader.onlyKeys(given, path, ['column', 'words'])
    return {
      kind: 'words',
      column: column(),
      words: toWords(reader, given['words'], `${path}.words`, (json, at) => reader.value(json, at)),
    }
  }
  if ('number' in given) {
    reader.onlyKeys(given, path, ['column', 'number', 'never'])
    if (given['number'] !== true) reader.fail(`${path}.number`, 'is not true')
    return { kind: 'number', column: column(), never: never() }
  }
  if ('date' in given) {
    reader.onlyKeys(given, path, ['column', 'date'])
    if (given['date'] !== true) reader.fail(`${path}.date`, 'is not true')
    return { kind: 'date', column: column() }
  }
  reader.onlyKeys(given, path, ['column', 'values'])
  const values = Object.entries(reader.object(given['values'], `${path}.values`)).map(
    ([key, value]) => [key, reader.value(value, `${path}.values.${key}`)] as const,
  )
  reader.distinct(
    values.map(([key]) => key),
    `${path}.values`,
  )
  return { kind: 'values', column: column(), values: Object.fromEntries(values) }
}

function toStep(reader: Reader, json: unknown, path: string): DateStep {
  const given = reader.object(json, path)
  reader.onlyKeys(given, path, ['from', 'through', 'value'])
  return {
    from: reader.optionalDay(given, path, 'from'),
    through: reader.optionalDay(given, path, 'through'),
    value: reader.value(given['value'], `${path}.value`),
  }
}

function columns(reader: Reader, json: Json, path: string): readonly string[] {
  const found = reader.texts(json, path)
  if (found.length === 0 || found.length > 3) reader.fail(path, 'names no column, or more than three')
  return found
}
