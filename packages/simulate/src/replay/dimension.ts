/** The dimensions of the tables. */

/** What a table is by. */
export const dimensions = ['total', 'owner', 'form', 'month', 'place'] as const
export type Dimension = (typeof dimensions)[number]
