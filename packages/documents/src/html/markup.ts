/**
 * The one way to write markup: a template whose values are escaped, and in which nothing is shown other than it is. A
 * section sign stays with its number.
 *
 * INVARIANT: a value that is no markup becomes text. Only templates of this module make markup.
 */
import { citesWhole, shownText } from '@brightline/wording'
import { html as escaped, raw } from 'hono/html'

/** Markup that was made by a template. */
export type Markup = ReturnType<typeof raw>

/** A value that may stand in a template; null is nothing. */
export type MarkupValue = Markup | string | number | null | readonly MarkupValue[]

/**
 * Makes markup of a template.
 *
 * @example
 * String(markup`<p>${'<b> & "c"'}</p>`) // => '<p>&lt;b&gt; &amp; &quot;c&quot;</p>'
 * String(markup`<p>${'MAY\u202E'}</p>`) // => '<p>MAY\\u{202e}</p>'
 */
export function markup(strings: TemplateStringsArray, ...values: readonly MarkupValue[]): Markup {
  return madeOf(escaped(strings, ...values.map(safe)))
}

/** Makes markup of text that is known to be markup, such as a style sheet of ours. */
export function trusted(text: string): Markup {
  return raw(text)
}

/** Makes markup of a text that is copied, or sent back as it is: each of its spaces stays one. */
export function verbatim(text: string): Markup {
  return madeOf(escaped`${shownText(text)}`)
}

/** INVARIANT: no value is a promise, so no template is one. */
function madeOf(made: ReturnType<typeof escaped>): Markup {
  if (made instanceof Promise) throw new Error('markup that has to be waited for')
  return made
}

function safe(value: MarkupValue): unknown {
  if (typeof value === 'string') return citesWhole(shownText(value))
  return isList(value) ? value.map(safe) : (value ?? '')
}

function isList(value: MarkupValue): value is readonly MarkupValue[] {
  return Array.isArray(value)
}
