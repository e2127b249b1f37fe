/** The pages of sheets, as they are shown and printed. */
import { markup, type Markup } from '@brightline/documents/html'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { numbersFrom } from './paper-number.ts'
import type { PaperSheet, SheetChoice } from './sheet.ts'
import { saySheet, type SheetKey } from './words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { withDays } from '../screen/with-days.ts'

/** Makes the main part of a sheet. */
export function sheetMain(sheet: PaperSheet, lang: string): Markup {
  const say = saySheet(lang)
  const how = (['how-1', 'how-2', 'how-3', 'how-4'] as const).map((key) => markup`<li>${say(key)}</li>`)
  const count = markup`<h2>${say('questions', { count: sheet.steps.length })}</h2>`
  return markup`<p class="over">${withDays(sheet.over, lang)}</p><h1 class="sentence">${sheet.title}</h1>
<section class="section"><h2>${say('how-title')}</h2><ol>${how}</ol></section>
<section class="section steps">${sheet.only === null ? markup`${count}${stepsTable(sheet, lang)}` : markup`<p class="lead">${sheet.only}</p>`}</section>
${endsSection(sheet, lang)}${dutiesSection(sheet, lang)}
<section class="section"><h2>${say('more')}</h2><ul>${sheet.more.map((one) => markup`<li>${withDays(sentenceCase(one, lang), lang)}</li>`)}</ul></section>`
}

function stepsTable({ steps, title }: PaperSheet, lang: string): Markup {
  const say = saySheet(lang)
  const rows = steps.map(({ number, question, knower, answers }) => [
    markup`<span id="step-${number}">${number}</span>`,
    markup`${question}${knower === null ? null : markup`<p class="hint">${say('known-by', { who: knower })}</p>`}`,
    markup`<ul class="plain">${answers.map(({ label, next, step }) => markup`<li>☐ ${label} <b>→ ${step === null ? next : markup`<a href="#step-${step}">${next}</a>`}</b></li>`)}</ul>`,
  ])
  return rowsTable({ caption: title, columns: [say('number'), say('question'), say('answers')], rows })
}

function endsSection({ ends }: PaperSheet, lang: string): Markup {
  const items = ends.map(
    ({ title, meaning, cites }) => markup`<div><dt>${title}</dt><dd>${meaning}<p class="hint">${cites}</p></dd></div>`,
  )
  return markup`<section class="section"><h2>${saySheet(lang)('ends')}</h2><dl class="facts">${items}</dl></section>`
}

function dutiesSection({ duties }: PaperSheet, lang: string): Markup | null {
  if (duties.length === 0) return null
  const items = duties.map(
    ({ text, under }) => markup`<li>${text}${under.map((one) => markup`<p class="hint">${one}</p>`)}</li>`,
  )
  return markup`<section class="section"><h2>${saySheet(lang)('duties')}</h2><ul>${items}</ul></section>`
}

/** Makes the page on which a place is chosen. */
export function placesMain(places: readonly SheetChoice[], lang: string): Markup {
  const say = saySheet(lang)
  const items = places.map(
    ({ value, name }) =>
      markup`<li><a href="${href(`/sheet/${value}`, { lang })}">${name}</a> <span class="soft mono">${value}</span></li>`,
  )
  return markup`<h1>${say('sheets')}</h1><p class="lead">${say('lead')}</p>
<p class="section"><a class="button second" href="${href('/sheet/receipts', { lang })}">${say('receipts-print')}</a></p>
<section class="section"><h2>${say('places')}</h2><ul class="plain-list">${items}</ul></section>`
}

/** What a place offers. */
export interface PlaceSheets {
  readonly place: SheetChoice
  readonly kinds: readonly SheetChoice[]
  readonly kind: SheetChoice
  readonly acts: readonly SheetChoice[]
}

/** Makes the page on which a kind of agency and an act are chosen. */
export function placeMain({ place, kinds, kind, acts }: PlaceSheets, lang: string): Markup {
  const say = saySheet(lang)
  const options = kinds.map(
    ({ value, name }) =>
      markup`<option value="${value}"${value === kind.value ? markup` selected` : null}>${name}</option>`,
  )
  const items = acts.map(
    ({ value, name }) =>
      markup`<li><a href="${href(`/sheet/${place.value}/${value}`, { agency: kind.value, lang })}">${name}</a></li>`,
  )
  return markup`<p class="over"><a href="${href('/sheet', { lang })}">${say('sheets')}</a></p><h1>${place.name}</h1><p class="lead">${say('choose-lead')}</p>
<form action="${href(`/sheet/${place.value}`)}" class="filter"><input type="hidden" name="lang" value="${lang}">
<div class="field"><label for="agency">${say('agency')}</label><select id="agency" name="agency">${options}</select></div><button class="second">${say('show')}</button></form>
<section class="section"><h2>${say('act')}: ${kind.name}</h2><ul class="plain-list">${items}</ul></section>`
}

/** So many receipts stand on one page. */
export const receiptsOnPage = 4

/** Makes blanks with numbers. */
export function receiptsList(first: string, lang: string): Markup {
  const say = saySheet(lang)
  const lines: readonly SheetKey[] = [
    ...(['receipt-came', 'receipt-how', 'receipt-what', 'receipt-way'] as const),
    ...(['receipt-end', 'receipt-who', 'receipt-entered'] as const),
  ]
  const blanks = numbersFrom(first, receiptsOnPage).map(
    (number) =>
      markup`<li class="blank"><h2>${say('receipt-number')} <span class="mono">${number}</span></h2>${lines.map((key) => markup`<p>${say(key)}</p>`)}</li>`,
  )
  return markup`<ol class="blanks">${blanks}</ol>`
}
