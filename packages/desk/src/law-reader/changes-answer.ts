/** What the law of a place changed between two days: a sentence, four numbers, the situations, every change with a case. */
import { markup, type Markup } from '@brightline/documents/html'
import { isDate, placesAbove } from '@brightline/engine'
import { addDays, textIn } from '@brightline/language'
import {
  caseLines,
  changeRows,
  comparedCaseRows,
  sampledText,
  speakerOf,
  summaryNumbers,
  summarySentence,
  type ActDocument,
  type CompareDocument,
  type FieldSpeaker,
  type Side,
} from '@brightline/wording/analysis'
import { dayWords, namesOf } from '@brightline/wording'
import type { FastifyReply } from 'fastify'
import type { ReadLaw } from '../case/law-in-use.ts'
import { dayField, dayHint, dayTyped, dayWrong, readDay, typedDay } from '../screen/day-field.ts'
import { faultList, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { rowsTable } from '../screen/rows.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { sendPage } from '../server/frame.ts'
import { findComparison, type Between } from './aside.ts'
import { lawHref } from './law-address.ts'
import { wayTo, type LawExchange, type LawView } from './law-page.ts'
import { sayLaw } from './words.ts'

type Query = Readonly<Record<string, string>>

/** Sends the page, or the same as data. Without a day it begins the day before the law of the place changed last. */
export async function sendChanges(exchange: LawExchange, place: string, query: Query): Promise<FastifyReply> {
  const { law, request, reply, view } = exchange
  const { lang, asOf, stack, agency: kind } = view
  const asked = readDay(typedDay(query, 'since'))
  const since = query['since'] ?? asked?.toString() ?? dayBeforeLast(view, place)
  const isWrong = asked === undefined || !isDate(since) || since > asOf
  if (isWrong || !law.isSound(place)) return await sendNone(exchange, place, isWrong)
  const agency = stack.vocabulary.agencies.some(({ name }) => name === kind) ? kind : null
  const between = { place, since, asOf, agency }
  const document = await findComparison(law, between)
  if (query['as'] === 'json') return await reply.type('application/json; charset=utf-8').send(document)
  const speaker = speakerOf(...sidesOf(law, between), lang)
  const title = `${sayLaw(lang)('changes')} · ${placeTitle(view, place)}`
  return await sendPage(request, reply, { title, main: changesMain(document, between, { view, speaker }) })
}

/** Sends the page without a comparison: the day was none, or the law of the place has errors. */
async function sendNone({ request, reply, view }: LawExchange, place: string, isWrong: boolean): Promise<FastifyReply> {
  const { lang, asOf } = view
  const say = sayLaw(lang)
  const faults: Faults = isWrong ? new Map([['since', dayWrong(lang)]]) : new Map()
  const note = isWrong ? null : markup`<p class="note">${say('unsound')}</p>`
  const main = markup`${faultList(request.lang, faults)}${wayHere(view, place)}<h1>${say('changes')}</h1>${note}${sinceForm({ place, asOf, since: '' }, faults, lang)}`
  if (isWrong) void reply.code(422)
  return await sendPage(request, reply, { title: say('changes'), main, isError: isWrong })
}

function changesMain(
  document: CompareDocument,
  between: Between,
  { view, speaker }: { readonly view: LawView; readonly speaker: FieldSpeaker },
): Markup {
  const { place, since, asOf, agency } = between
  const { lang, stack } = view
  const say = sayLaw(lang)
  const days = say('changes-between', { from: dayWords(since, lang), through: dayWords(asOf, lang) })
  const who = agency === null ? '' : sentenceCase(namesOf(stack, lang).agency(agency), lang)
  const json = lawHref(place, asOf, 'changes', { since, as: 'json' })
  return markup`${wayHere(view, place)}<p class="over">${days}</p><h1>${summarySentence(document, lang)}</h1><p class="lead">${who}</p>
${sinceForm({ place, asOf, since }, new Map(), lang)}${numbersOf(document, lang)}${casesOf(document, lang)}
${actsOf(document, speaker, lang)}
<p class="section soft">${say('downloads')}: <a href="${href(json)}">${say('as-json')}</a></p><p class="soft">${textIn(document.scope, lang)}</p>`
}

function placeTitle({ stack, lang }: LawView, place: string): string {
  return textIn(stack.library.places.find(({ id }) => id === place)?.title ?? { en: place }, lang)
}

function wayHere(view: LawView, place: string): Markup {
  const say = sayLaw(view.lang)
  return wayTo(view.lang, [
    [say('law'), '/law'],
    [placeTitle(view, place), lawHref(place, view.asOf)],
    [say('changes'), null],
  ])
}

function sidesOf({ stackAt }: ReadLaw, { place, since, asOf }: Between): readonly [Side, Side] {
  return [
    { stack: stackAt(place, since), working: null },
    { stack: stackAt(place, asOf), working: null },
  ]
}

/** Gives the day before the newest day on which something that binds the place began or ended. */
function dayBeforeLast({ stack, asOf }: LawView, place: string): string {
  const above = placesAbove(place)
  const days = stack.library.instruments
    .filter((instrument) => above.includes(instrument.place))
    .flatMap(({ events }) => events.map(({ date }) => date))
    .filter((date) => date <= asOf)
    .toSorted()
  return addDays(days.at(-1) ?? asOf, -1)
}

function sinceForm(
  { place, asOf, since }: { readonly place: string; readonly asOf: string; readonly since: string },
  faults: Faults,
  lang: string,
): Markup {
  const say = sayLaw(lang)
  const field = dayField(
    { name: 'since', label: say('changes-since'), hint: dayHint(lang), ...dayTyped(since) },
    { faults, lang },
  )
  return markup`<form action="${href(`/law/${place}/${asOf}/changes`)}" class="filter">${field}<button class="second">${say('changes-show')}</button></form>`
}

/** The numbers of acts, each with what it means. A sign stands beside a word and never alone. */
function numbersOf(document: CompareDocument, lang: string): Markup | null {
  if (document.isSame) return null
  const rows = summaryNumbers(document, lang).map(({ label, number, meaning }) => [label, number, meaning])
  const say = sayLaw(lang)
  return markup`<section class="section">${rowsTable({ caption: say('changes'), columns: [say('changes-how'), say('changes-acts'), say('changes-meaning')], rows })}</section>`
}

/** The standard situations that come out otherwise. */
function casesOf({ cases }: CompareDocument, lang: string): Markup | null {
  if (cases === null) return null
  const say = sayLaw(lang)
  const rows = comparedCaseRows(cases, lang)
  const columns = [say('situation'), say('changes-before'), say('changes-after')]
  const table = rows.length === 0 ? null : rowsTable({ caption: say('changes-cases'), columns, rows })
  return markup`<section class="section"><h2>${say('changes-cases')}</h2><p>${say('changes-cases-lead', { differing: cases.differing.length, count: cases.count })}</p>${table}</section>`
}

function actsOf({ changed, notAnalysed }: CompareDocument, speaker: FieldSpeaker, lang: string): readonly Markup[] {
  const open = notAnalysed.map(
    (one) => markup`<li>${sentenceCase(textIn(one.phrase, lang), lang)}: ${sampledText(one, lang)}</li>`,
  )
  const rest =
    open.length === 0
      ? []
      : [markup`<section class="section"><h2>${sayLaw(lang)('changes-open')}</h2><ul>${open}</ul></section>`]
  return [...changed.map((act) => actOf(act, speaker)), ...rest]
}

/** One act: what changes, in which share of all cases, by which provision, and one case that shows it. */
function actOf(act: ActDocument, speaker: FieldSpeaker): Markup {
  const { lang } = speaker
  const say = sayLaw(lang)
  const title = sentenceCase(textIn(act.phrase, lang), lang)
  const rows = changeRows(act, speaker).map(({ change, before, after, cases, cite }) => [
    markup`${change} <span class="soft">${cite}</span>`,
    before === '' ? '–' : before,
    after === '' ? '–' : after,
    cases,
  ])
  const columns = [say('changes-what'), say('changes-before'), say('changes-after'), say('changes-share')]
  const witnesses = act.verdicts.map(
    ({ example, region }) => markup`<li>${caseLines(example, region, speaker).join('; ')}.</li>`,
  )
  const shown =
    witnesses.length === 0
      ? null
      : markup`<details><summary>${say('changes-witness')}: ${title}</summary><ul>${witnesses}</ul></details>`
  return markup`<section class="section"><h2>${title}</h2>${rowsTable({ caption: title, columns, rows })}${shown}</section>`
}
