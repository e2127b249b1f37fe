/** Numbers of forms in headings: they stay on one line, because a number that is cut in two is another number. */
import { markup, type MarkupValue } from '@brightline/documents/html'

const formNumber = /\b(?:I-\d{3}[A-Z]?|AO \d{2,3})(?![\w-])/g

/** Keeps the numbers of forms in a text together. */
export function wholeNumbers(text: string): readonly MarkupValue[] {
  const parts: MarkupValue[] = []
  let end = 0
  for (const match of text.matchAll(formNumber)) {
    parts.push(text.slice(end, match.index), markup`<span class="number">${match[0]}</span>`)
    end = match.index + match[0].length
  }
  return [...parts, text.slice(end)]
}
