/** What the reader started: each request with its answer and what is left of it. */
import { markup, type Markup } from '@brightline/documents/html'
import type { Json } from '../database/tables.ts'
import { afterVerdict } from '../decision/verdict.ts'
import { answerOfRow } from '../law-reader/answer-of-row.ts'
import type { SignedIn } from '../people/session.ts'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import type { Home, Started } from './home.ts'
import { clockTime } from './time.ts'
import { sayHome } from './words.ts'

/** How acts and forms are called, in the language of the reader. */
export interface Voice {
  readonly lang: string
  readonly act: (name: string) => string
  readonly form: (name: string) => string
}

/** Makes the list. */
export function startedSection(
  { started }: Pick<Home, 'started'>,
  reader: Voice & { readonly signedIn: SignedIn },
): Markup {
  const { lang, signedIn } = reader
  const say = sayHome(lang)
  if (started.length === 0)
    return markup`<section class="section"><h2>${say('started')}</h2><p class="quiet">${say('no-started')}</p></section>`
  const rows = started.map((one) => {
    const { reference, form, openedAt } = one
    return markup`<tr><th scope="row"><a href="${href(`/cases/${reference}`)}">${reference}</a><br><span class="soft">${form === null ? '' : sentenceCase(reader.form(form), lang)}</span></th><td>${answersOf(one, reader)}</td><td data-column="${say('now')}">${stateOf(one, lang)}</td><td data-column="${say('opened')}">${clockTime(openedAt, signedIn.timeZone, lang)}</td></tr>`
  })
  const columns = [say('request'), say('answer'), say('now'), say('opened')]
  return markup`<section class="section"><h2>${say('started')}</h2><table class="rail"><thead><tr>${columns.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>
<p class="after"><a href="${href('/queue', { show: 'all' })}">${say('all-requests')}</a></p></section>`
}

/** Says the answers on the acts of a request, alike ones together. */
function answersOf({ decisions }: Started, { lang, act }: Voice): Markup {
  const answers = decisions.flatMap(({ act: name, document }) => {
    const answer = answerOfRow(document satisfies { readonly [key: string]: Json }, lang)
    return answer === null ? [] : [{ ...answer, name }]
  })
  const alike = Map.groupBy(answers, ({ words }) => words)
  const say = sayHome(lang)
  return markup`${[...alike.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const more = same.length > 1 ? say('and-more', { count: same.length - 1 }) : ''
    return [markup`<p>${first.tag}${afterVerdict(first.verdict)}${act(first.name)} ${more}</p>`]
  })}`
}

function stateOf({ closedAt, openDuties }: Started, lang: string): string {
  const say = sayHome(lang)
  if (closedAt !== null) return say('closed')
  return openDuties > 0 ? say('open-duties', { count: openDuties }) : say('decided')
}
