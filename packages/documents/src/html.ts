/** The door for whoever makes pages of their own: the one template that escapes. */
export { markup, trusted, verbatim, type Markup, type MarkupValue } from './html/markup.ts'
