/** What stays unknown where the place that was asked for is not encoded, and only the law above it is. */
import { markup, type Markup } from '@brightline/documents/html'
import type { Library } from '@brightline/language'
import { missingWords, type ShownMissing } from '@brightline/wording'
import { withoutTicks } from './place-page.ts'
import { findPlaces } from './place-search.ts'

/** The last name that was looked for in each law: a desk has one. */
const looked = new WeakMap<Library, { readonly asked: string; readonly missing: ShownMissing | null }>()

/** Says what stays unknown of the place that was searched for; null where that is encoded. */
export function unknownNote(library: Library, asked: string, lang: string): Markup | null {
  const missing = missingOf(library, asked.trim())
  if (missing === null) return null
  const { title, unknown, counties } = missingWords(missing, lang)
  const lines = [unknown, ...counties].map((text) => markup`<p>${withoutTicks(text)}</p>`)
  return markup`<div class="note"><div><p><b>${title}</b></p>${lines}</div></div>`
}

function missingOf(library: Library, asked: string): ShownMissing | null {
  if (asked === '') return null
  const known = looked.get(library)
  if (known?.asked === asked) return known.missing
  const missing = findPlaces(library, asked).missing[0] ?? null
  looked.set(library, { asked, missing })
  return missing
}
