/** Statements whose text never changes: built once, and sent with other values each time. Building takes longer than sending. */
import { CompiledQuery, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What can be sent: a query that is built, or a statement that is written. */
export interface Sendable<Row> {
  readonly compile: (work: Transaction<Tables>) => CompiledQuery<Row>
}

/**
 * Makes a statement of how it is built. Its values must go into the statement as they are: none of them decides what its
 * text is, and none is read while it is built.
 *
 * @example
 * const casesOf = statement((work, { desk }: { readonly desk: string }) =>
 *   work.selectFrom('cases').select('reference').where('desk_id', '=', desk))
 * const cases = await together(work, async (ask) => await ask(casesOf({ desk })))
 */
export function statement<Values, Row>(
  build: (work: Transaction<Tables>, values: Values) => Sendable<Row>,
): (values: Values) => Sendable<Row> {
  let text = ''
  let places: readonly unknown[] = []
  return (values) => ({
    compile: (work) => {
      if (text === '') ({ sql: text, parameters: places } = build(work, placeByName).compile(work))
      const known = new Map(Object.entries(values ?? {}))
      const filled = places.map((place) => (place instanceof Place ? known.get(place.name) : place))
      return CompiledQuery.raw(text, filled)
    },
  })
}

/** Where a value of some name goes. */
class Place {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/** Has a place under every name that is read. */
const placeByName = new Proxy(Object.create(null), {
  get: (_, name) => new Place(String(name)),
  ownKeys: () => {
    throw new Error('a statement takes its values by their names')
  },
})
