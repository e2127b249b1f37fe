/** The door of documents. */
export type { Texts } from '@brightline/language'
