/** The ranks of instruments. */

/** From the top; see docs/language.md, "Rank". */
export const ranks = ['federal', 'court-order', 'state', 'county', 'city', 'agency', 'campus'] as const
