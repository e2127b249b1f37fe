/** The door of wording. */
export type { Texts } from '@brightline/language'
