/** What says how long identities are kept. */

/** Every source, in the order in which they are offered. */
export const sources = ['statute', 'local-law', 'records-schedule', 'court-order', 'agency-policy'] as const
