/** What can still be entered of a request, whatever is next on it: a paper comes later, a name is learned, somebody leaves. */
import { markup, type Markup } from '@brightline/documents/html'
import { closingNow } from '../closing/closing.ts'
import { findForm } from '../evidence/question.ts'
import { entryLeft } from '../intake/draft.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import type { CaseRecord } from './read-case.ts'
import { sayCase } from './words.ts'

/** Pages of what came in, in their order. A request that is closed takes none of it. */
const entered = ['arrival', 'person', 'papers', 'evidence'] as const

/** Pages of what happens afterwards, also on a request that is closed. */
const after = ['times', 'outcome'] as const

/**
 * Lists the pages: all of them for whoever works on the request, and what happened afterwards for whoever reads it. While
 * what came in is being entered, what is next leads on.
 */
export function waysOn(record: CaseRecord, isWorking: boolean, lang: string): Markup {
  const say = sayCase(lang)
  const isOpen = isWorking && entryLeft(record) === null && closingNow(record) === null
  const items = [...(isOpen ? entered : []), ...after].map(
    (page) => markup`<li><a href="${href(pathOf(record, page))}">${say(`way-${page}`)}</a></li>`,
  )
  return markup`<section class="section"><h2>${say(isWorking ? 'ways' : 'ways-read')}</h2><ul class="plain">${items}</ul></section>`
}

/** The evidence of a paper that is here is looked at again; where none is, one may have come since. */
function pathOf({ reference, answers }: CaseRecord, page: (typeof entered)[number] | (typeof after)[number]): string {
  const isToChoose = page === 'evidence' && findForm(answers.get('warrant.form')?.value) === null
  return casePath(reference, page, ...(isToChoose ? ['paper'] : []))
}
