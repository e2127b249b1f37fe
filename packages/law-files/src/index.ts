/** The door of law-files. */
export type { Texts } from '@brightline/language'
