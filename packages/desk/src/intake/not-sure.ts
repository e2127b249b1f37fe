/** Two questions for whoever is not sure what came: they narrow the pictures down, and decide nothing. */
import { markup, type Markup } from '@brightline/documents/html'
import { choiceField } from '../screen/choices.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Frame } from '../screen/layout.ts'
import { findWay, otherWay, type Way, type WayName } from './way.ts'
import { sayIntake } from './words.ts'

const tops = ['dhs', 'court', 'other', 'nothing'] as const
const titles = ['detainer', 'warrant', 'subpoena', 'order', 'other'] as const
const cannotTell = 'cannot-tell'

const dhs: Readonly<Record<(typeof titles)[number], readonly WayName[]>> = {
  detainer: ['i-247a', 'i-247g', 'i-247n', 'i-247d', 'i-247x', 'i-247-earlier'],
  warrant: ['i-200', 'i-205', 'i-203'],
  subpoena: ['i-138'],
  order: ['i-203', 'i-205'],
  other: ['i-862', 'i-213'],
}

const court: typeof dhs = {
  detainer: [],
  warrant: ['ao-93', 'ao-442', 'state-warrant'],
  subpoena: ['court-subpoena'],
  order: ['court-order', 'state-warrant'],
  other: ['court-order'],
}

/** Lists the ways that fit what somebody sees, another paper always among them; null where nothing was chosen yet. */
export function offeredBy(top: string, title: string): readonly Way[] | null {
  if (top === 'nothing') return named(['call', 'officer'])
  if (top === 'other') return [otherWay]
  if (top !== cannotTell && top !== 'dhs' && top !== 'court') return null
  const said = titles.find((one) => one === title)
  const tables = top === cannotTell ? [dhs, court] : [top === 'dhs' ? dhs : court]
  const names = tables.flatMap((table) => (said === undefined ? titles.flatMap((one) => table[one]) : table[said]))
  return [...named([...new Set(names)]), otherWay]
}

/** Makes the main part of the page that asks. */
export function sureMain(
  { lang }: Frame,
  chosen: { readonly top: string; readonly title: string },
  faults: Faults,
): Markup {
  const say = sayIntake(lang)
  const unsure = { value: cannotTell, label: say('cannot-tell') }
  const topChoices = [...tops.map((value) => ({ value, label: say(`top-${value}`) })), unsure]
  const titleChoices = [...titles.map((value) => ({ value, label: say(`title-${value}`) })), unsure]
  return markup`${faultList(lang, faults)}<p class="back"><a href="${href('/new')}">${say('back')}</a></p><h1>${say('sure-title')}</h1>
<p class="lead">${say('sure-lead')}</p>
<form method="get" action="${href('/new/not-sure')}"><input type="hidden" name="asked" value="yes">
${choiceField({ name: 'top', label: say('sure-top'), choices: topChoices, chosen: [chosen.top], kind: 'one' }, faults)}
${choiceField({ name: 'title', label: say('sure-title-of-paper'), choices: titleChoices, chosen: [chosen.title], kind: 'one' }, faults)}
<button>${say('sure-go-on')}</button></form>`
}

function named(names: readonly WayName[]): readonly Way[] {
  return names.flatMap((name) => findWay(name) ?? [])
}
