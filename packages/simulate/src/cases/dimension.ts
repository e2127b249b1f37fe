/** The dimensions of the tables, and the values that no data gives. */

/** The things that tables are by. */
export const dimensions = ['total', 'owner', 'form', 'month', 'place'] as const
export type Dimension = (typeof dimensions)[number]

/** Values of our own begin with `~`, which no text from the data does. */
export const ownValues = {
  all: '~all',
  noDate: '~no-date',
  unknown: '~unknown',
  /** A place without a name, in data that names places. */
  notNamed: '~not-named',
  /** Every place, in data that does not name them. */
  allPlaces: '~all-places',
  /** The rest of very many places. */
  otherPlaces: '~other-places',
  /** Rows with so few requests that they are put together; owners follow, parted by commas. */
  small: '~small:',
} as const
