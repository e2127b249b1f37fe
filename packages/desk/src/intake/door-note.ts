/** What to do and say while officers stand at the counter or at a door: one hand, read in a moment, before the questions. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { wayOfCase } from './arrival.ts'
import { sayIntake } from './words.ts'

/** Makes the note; null where nobody stands there. */
export function doorNote(record: CaseRecord, lang: string): Markup | null {
  if (wayOfCase(record).name !== 'officer') return null
  const say = sayIntake(lang)
  const steps = (['door-ask', 'door-paper', 'door-call', 'door-wait'] as const).map(
    (step) => markup`<li>${say(step)}</li>`,
  )
  return markup`<section class="door" aria-labelledby="door"><h2 id="door">${say('door-title')}</h2>
<p class="hint">${say('door-say')}</p><blockquote><p>${say('door-words')}</p></blockquote>
<ol>${steps}</ol><p><b>${say('door-anyway')}</b> ${say('door-anyway-words')}</p></section>`
}
