/** The units in which the law counts time. */

/** Shorter units first. */
export const units = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const
