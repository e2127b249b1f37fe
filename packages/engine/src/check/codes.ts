/** Every code that exact analysis of a text can give, once. docs/errors.md explains each. */

/** The codes with what they stand for. */
export const checkProblems = {
  'POL-0501': 'two rules contradict each other',
  'POL-0502': 'an example comes out otherwise',
  'POL-0503': 'a promise is refuted',
  'POL-0504': 'too large to analyse exactly',
  'POL-0505': 'a promise about something unknown',
  'POL-0506': 'an example is decided by another rule',
  'POL-0507': 'an example displaces nothing',
  'POL-0508': 'an example that is too large to be decided',
  'POL-0509': 'a protected fact in an example',
  'POL-0510': 'facts of an example that cannot be true together',
  'POL-0511': 'a wrong value in an example',
  'POL-0512': 'an unknown fact in an example',
} as const

/** A code of exact analysis. */
export type CheckCode = keyof typeof checkProblems
