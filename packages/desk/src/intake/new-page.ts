/** The page of what arrived: pictures to compare with the paper, and ways without one. */
import { markup, type Markup } from '@brightline/documents/html'
import { drawSheet } from '../form-picture/draw.ts'
import { wholeNumbers } from '../form-picture/form-number.ts'
import { lookOf } from '../form-picture/look.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { icon } from '../screen/icon.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { sayIntake } from './words.ts'
import { ways, type Way } from './way.ts'

/** What the page needs, with the desks among which somebody without one chooses. */
export interface NewPage {
  readonly frame: Frame
  /** Where the choice goes, and what goes with it unseen. */
  readonly path: string
  readonly hidden: readonly (readonly [name: string, value: string])[]
  readonly over: string
  readonly title: string
  readonly desks: readonly { readonly id: string; readonly name: string }[]
  readonly faults: Faults
  /** The ways that are offered; all of them where nobody narrowed them down. */
  readonly offered: readonly Way[]
  readonly lead: string
  /** What the reader began and left empty. */
  readonly begun?: Markup | null
}

const groups = ['detainer', 'immigration', 'court', 'other', 'no-paper'] as const

/** Makes the main part. */
export function newMain(page: NewPage): Markup {
  const { frame, path, hidden, over, title, faults, lead, begun = null } = page
  const say = sayIntake(frame.lang)
  const isWhole = page.offered.length === ways.length
  return markup`${faultList(frame.lang, faults)}<p class="over">${over}</p><h1>${title}</h1>
<p class="lead">${lead}</p>${begun}${isWhole ? markup`<p class="jump"><a href="#no-paper">${say('jump-no-paper')}</a></p>` : null}
<form method="post" action="${href(path)}">${formWordField(frame)}${hidden.map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}">`)}
${deskChoice(page)}<div id="way" tabindex="-1">${groups.map((group) => groupOf(page, group, isWhole))}</div></form>
<div class="note"><p><b>${say('stapled')}</b> ${say('stapled-words')}</p></div>
<div class="note"><p><b>${say('sealed')}</b> ${say('sealed-words')}</p></div>`
}

function deskChoice({ frame, desks, faults }: NewPage): Markup | null {
  const [first] = desks
  if (first === undefined) return null
  if (desks.length === 1) return markup`<input type="hidden" name="desk" value="${first.id}">`
  const options = desks.map(({ id, name }) => ({ value: id, name }))
  return listField({ name: 'desk', label: sayIntake(frame.lang)('new-desk'), options }, faults)
}

function groupOf({ frame, offered }: NewPage, group: Way['group'], isWhole: boolean): Markup | null {
  const members = offered.filter((way) => way.group === group)
  if (members.length === 0) return null
  const say = sayIntake(frame.lang)
  const unsure = markup`<li><a class="way" href="${href('/new/not-sure')}">${icon('unsure')}<span><b>${say('not-sure')}</b><span>${say('not-sure-words')}</span></span></a></li>`
  return markup`<section class="section" id="${group}"><h2>${say(`group-${group}`)}</h2>
<ul class="way-list">${members.map((way) => wayItem(frame.lang, way))}${group === 'no-paper' && isWhole ? unsure : null}</ul></section>`
}

function wayItem(lang: string, { name, look }: Way): Markup {
  const say = sayIntake(lang)
  const picture = look === null ? icon(name === 'call' ? 'call' : 'door') : drawSheet(lookOf(look))
  return markup`<li><button class="way" name="way" value="${name}">${picture}<span><b>${wholeNumbers(say(name))}</b><span>${say(`${name}-words`)}</span>${tellOf(lang, look)}</span></button></li>`
}

/** Says what tells the paper, beside its picture. */
function tellOf(lang: string, name: Way['look']): Markup | null {
  if (name === null) return null
  const { tells, corner } = lookOf(name)
  const say = sayIntake(lang)
  if (tells.includes('corner') && corner !== '?')
    return markup`<span class="tell">${say('corner-says', { corner })}</span>`
  return tells.includes('head') ? markup`<span class="tell">${say('head-says')}</span>` : null
}
