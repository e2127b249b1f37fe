/** Sentences that hold what is typed or what a file is called. */
import { markup, type Markup } from '@brightline/documents/html'

/**
 * Sets what stands between backticks as code.
 *
 * @example
 * String(withCode('Enter `npm start`.')) // => 'Enter <code>npm start</code>.'
 */
export function withCode(sentence: string): Markup {
  const parts = sentence.split('`').map((part, at) => (at % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`))
  return markup`${parts}`
}
