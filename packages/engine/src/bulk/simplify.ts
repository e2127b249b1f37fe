/** Conditions in fewer tests: nothing nested needlessly, and one test where parts ask the names of one fact. */
import { byCharacters, type Condition } from '@brightline/language'

type Names = Extract<Condition, { readonly kind: 'is' }>

/**
 * Writes a condition in fewer tests, and conditions of the same parts alike, so that generated code computes them once.
 *
 * @example
 * const never = { kind: 'never', fact: 'ca.listed-felony' }
 * simplify({ kind: 'all', of: [{ kind: 'not', of: { kind: 'not', of: never } }] }) // => never
 */
export function simplify(condition: Condition): Condition {
  switch (condition.kind) {
    case 'term':
      return simplify(condition.of)
    case 'not': {
      const of = simplify(condition.of)
      return of.kind === 'not' ? of.of : { kind: 'not', of }
    }
    case 'all':
      return allOf(partsOf('all', condition.of))
    case 'any':
      return anyOf(partsOf('any', condition.of))
    case 'always':
    case 'is':
    case 'range':
    case 'never':
      return condition
  }
}

function partsOf(kind: 'all' | 'any', parts: readonly Condition[]): readonly Condition[] {
  return parts.map(simplify).flatMap((part) => (part.kind === kind ? part.of : [part]))
}

/** Keeps, of each fact whose names are tested, the names that every test leaves. */
function allOf(parts: readonly Condition[]): Condition {
  const excluded = (fact: string): readonly string[] =>
    parts.flatMap((part) =>
      part.kind === 'not' && part.of.kind === 'is' && part.of.fact === fact ? part.of.values : [],
    )
  const names = byFact(parts).map((tests): Names => {
    const { fact, values } = tests[0]
    const without = excluded(fact)
    const left = values.filter(
      (value) => !without.includes(value) && tests.every((test) => test.values.includes(value)),
    )
    return { kind: 'is', fact, values: left }
  })
  const isMerged = (fact: string): boolean => names.some((test) => test.fact === fact)
  const others = parts.filter(
    (part) =>
      !['is', 'always'].includes(part.kind) &&
      !(part.kind === 'not' && part.of.kind === 'is' && isMerged(part.of.fact)),
  )
  return alike('all', [...names, ...others], { kind: 'always' })
}

/** Joins the tests of the names of one fact. */
function anyOf(parts: readonly Condition[]): Condition {
  if (parts.some(({ kind }) => kind === 'always')) return { kind: 'always' }
  const names = byFact(parts).map(([first, ...more]): Names => {
    return { ...first, values: [...new Set([first, ...more].flatMap(({ values }) => values))] }
  })
  return alike('any', [...names, ...parts.filter(({ kind }) => kind !== 'is')], { kind: 'any', of: [] })
}

/** Groups the tests of names by their fact. */
function byFact(parts: readonly Condition[]): readonly (readonly [Names, ...Names[]])[] {
  const groups = new Map<string, [Names, ...Names[]]>()
  for (const part of parts) {
    if (part.kind !== 'is') continue
    const group = groups.get(part.fact)
    if (group === undefined) groups.set(part.fact, [part])
    else group.push(part)
  }
  return [...groups.values()]
}

/** Gives parts each once, in an order of their own. */
function alike(kind: 'all' | 'any', parts: readonly Condition[], empty: Condition): Condition {
  const byText = new Map(parts.map((part) => [JSON.stringify(part), part]))
  const of = [...byText].sort(([a], [b]) => byCharacters(a, b)).map(([, part]) => part)
  return of.length > 1 ? { kind, of } : (of[0] ?? empty)
}
