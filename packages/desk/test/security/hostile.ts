/** What a hostile or a careless hand sends: made from the schema of a route, nearly right, and quite wrong. */
import fc from 'fast-check'

/** Looks like markup, an attribute, a header and a template at once. It stands raw in no page. */
export const marker = `zz"'><b onx=1>{{7*7}}\${7*7}`

const hostileText = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\uD800',
  'x\uDFFF',
  '\u202Egnp.exe',
  '\u200F\u200E',
  '👩‍👩‍👧‍👦 𝒳',
  '\uFEFF',
  'e\u0301'.repeat(40),
  'x'.repeat(5000),
  marker,
  '\r\nset-cookie: a=b',
  '../../../etc/passwd',
  '%00%0a',
  `'; drop table desk.cases; --`,
  '{"$ne":null}',
  '-1',
  '0',
  '1e999',
  'NaN',
  '99999999999999999999',
  '2147483648',
  '9007199254740993',
  '32',
  '-271821',
  '275761',
  '99:99',
  '24:00',
  '0000-00-00',
  '+275760-09-13',
  '9999-12-31T23:59',
  '__proto__',
  'constructor',
  'toString',
)

/** Text of any kind. */
export const text = fc.oneof(hostileText, hostileText, fc.string({ unit: 'binary', maxLength: 40 }))

/** Values that JSON can hold and a form cannot. */
export const notText: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -0, 1e308, Number.MAX_SAFE_INTEGER + 2, [], {}, ['a', 'b'], [[[]]]),
  fc.array(text, { maxLength: 4 }),
  fc.jsonValue({ maxDepth: 2 }),
)

/** Makes values of a schema: those that it takes, where they can be told, and others. */
export function valueOf(schema: unknown): fc.Arbitrary<string> {
  const literals = literalsOf(schema)
  const pattern = pick(schema, 'pattern')
  const taken = [
    ...(literals.length > 0 ? [fc.constantFrom(...literals)] : []),
    ...(typeof pattern === 'string' ? [fc.stringMatching(new RegExp(pattern, 'u'))] : []),
  ]
  return taken.length === 0
    ? text
    : fc.oneof({ weight: 2, arbitrary: fc.oneof(...taken) }, { weight: 1, arbitrary: text })
}

/** Makes values that a schema takes, where that can be told. */
export function goodOf(schema: unknown): fc.Arbitrary<string> {
  const literals = literalsOf(schema)
  if (literals.length > 0) return fc.constantFrom(...literals)
  const pattern = pick(schema, 'pattern')
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern, 'u'))
  const most = pick(schema, 'maxLength')
  return text.map((one) =>
    one
      .replaceAll('\u0000', '')
      .slice(0, typeof most === 'number' ? most : 100)
      .toWellFormed(),
  )
}

/** The properties of a schema of an object, or of several that hold at once, by their names. */
export function propertiesOf(schema: unknown): ReadonlyMap<string, unknown> {
  const all = pick(schema, 'allOf')
  if (Array.isArray(all)) return new Map(all.flatMap((one) => [...propertiesOf(one)]))
  const properties = pick(schema, 'properties')
  return new Map(typeof properties === 'object' && properties !== null ? Object.entries(properties) : [])
}

function literalsOf(schema: unknown): readonly string[] {
  const [constant, any] = [pick(schema, 'const'), pick(schema, 'anyOf')]
  if (typeof constant === 'string') return [constant]
  return Array.isArray(any) ? any.flatMap(literalsOf) : []
}

/** Reads a member of whatever it is. */
export function pick(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined
}
