/** The duties of a place as lines of text: those with a day first, the earliest at the top. */
import { dayNumber, textIn, type Library } from '@brightline/language'
import { dueWords } from '../calendar/deadline.ts'
import { namesOf } from '../law/names.ts'
import { noVersionTitle, noVersionWordsOf } from '../law/no-version.ts'
import { plainPainter, type Painter } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import { languageName } from '../phrase/language-name.ts'
import { sayIn, type Say } from '../phrase/phrases.ts'
import type { DutiesDocument, ShownDuty } from './document.ts'
import { dutyPhrases, dutyWords } from './phrases.ts'

/** The layout of a list of duties. */
export interface DutyListLayout {
  readonly library: Library
  readonly lang: string
  readonly width: number
  readonly paint?: Painter
}

type DutySay = Say<keyof (typeof dutyPhrases)['en']>

/** Lays out the duties of a place that no request gives rise to. */
export function dutyListLines(document: DutiesDocument, layout: DutyListLayout): readonly string[] {
  const { library, lang, width, paint = plainPainter } = layout
  const { placeTitle, agency, asOf, until, duties } = document
  const say = sayIn(dutyPhrases, lang, dutyWords)
  const kind = library.vocabulary.agencies.find(({ name }) => name === agency)
  const values = { place: placeTitle, agency: kind?.label ?? agency ?? '', asOf, until, duties: duties.length }
  const head = duties.length === 0 ? 'none' : 'some'
  const dated = duties.filter(({ next, passed }) => next !== null || passed !== null)
  const undated = duties.filter((duty) => !dated.includes(duty))
  return [
    ...wrapped(say(agency === null ? head : `${head}-of`, values), width, 2).map((line) => paint('bold', line)),
    ...[...dated, ...undated].flatMap((duty) => ['', ...oneDuty(duty, document, { ...layout, paint, say })]),
    ...noVersionLines(document, { ...layout, paint }),
  ]
}

function noVersionLines(
  { noVersion, until }: DutiesDocument,
  { lang, width, paint }: Required<DutyListLayout>,
): readonly string[] {
  if (noVersion.length === 0) return []
  const said = noVersionWordsOf(noVersion, noVersion.length, lang)
  return ['', paint('bold', noVersionTitle(until, lang)), ...said.flatMap((text) => wrapped(`  ${text}`, width, 4))]
}

function oneDuty(
  duty: ShownDuty,
  { asOf }: DutiesDocument,
  { library, lang, width, paint, say }: Required<DutyListLayout> & { readonly say: DutySay },
): readonly string[] {
  const names = namesOf({ vocabulary: library.vocabulary, library }, lang)
  const acts = duty.about.map(names.act)
  const languages = duty.languages.map((code) => languageName(code, lang))
  const below = [
    ...(duty.condition === null ? [] : [textIn(duty.condition, lang)]),
    whenWords(duty, asOf, say),
    say('who', { agencies: duty.agencies?.map(names.agency) ?? [say('everybody')] }),
    ...(acts.length === 0 ? [] : [say('about', { acts })]),
    ...(duty.days.length < 2 ? [] : [say('also', { dates: duty.days.slice(1) })]),
    ...(duty.due === null ? [] : [say('due', { due: dueWords(duty.due, names, lang) })]),
    ...(languages.length === 0 ? [] : [say(duty.inEveryLanguage ? 'languages' : 'languages-or', { languages })]),
    ...(duty.ifMissed === null ? [] : [say('missed', { action: duty.ifMissed })]),
    ...forceWords(duty, lang),
  ]
  return [
    ...wrapped(dutyTitle(duty, lang), width, 2).map((line) => paint('bold', line)),
    ...below.flatMap((line) => wrapped(`  ${line}`, width, 4)),
    ...wrapped(`  ${dutyPin(duty, lang)}`, width, 4).map((line) => paint('dim', line)),
  ]
}

/** Says what must be done, and to whom. */
export function dutyTitle({ action, recipient }: ShownDuty, lang: string): string {
  const said = textIn(action, lang)
  return recipient === null ? said : `${said}, ${sayIn(dutyPhrases, lang)('to', { recipient })}`
}

/** Says where a duty stands, and on its face where the text was not read. */
export function dutyPin({ cite, isPart, mark, instrument }: ShownDuty, lang: string): string {
  const say = sayIn(dutyPhrases, lang)
  const pin = say(mark, { cite: isPart ? say('part', { cite }) : cite, instrument })
  // A text that is cited by its title is named once.
  return cite.startsWith(instrument) ? pin.replace(`, ${instrument}`, '') : pin
}

/** Says what is in dispute about the force of a duty. */
export function forceWords({ contested, challenged }: ShownDuty, lang: string): readonly string[] {
  const say = sayIn(dutyPhrases, lang)
  return [
    ...(contested ? [say('contested')] : []),
    ...(challenged.length === 0 ? [] : [say('challenged', { cites: challenged })]),
  ]
}

/** Says when a duty is due: on which day and in how many, or how the law puts it. */
function whenWords({ trigger, next, passed }: ShownDuty, asOf: string, say: DutySay): string {
  const rhythm = rhythmWords(trigger, say)
  if (passed !== null) return `${say('passed', { date: passed })} (${rhythm})`
  if (next === null) return rhythm
  const days = dayNumber(next) - dayNumber(asOf)
  return `${days === 0 ? say('today', { date: next }) : say('on', { date: next, days })} (${rhythm})`
}

function rhythmWords(trigger: ShownDuty['trigger'], say: DutySay): string {
  switch (trigger.kind) {
    case 'each-year':
      return trigger.by === null ? say('each-year') : say('each-year-by', { date: trigger.by })
    case 'by-date':
      return say('by-date', { date: trigger.date })
    case 'each-quarter':
    case 'each-month':
    case 'at-all-times':
      return say(trigger.kind)
    case 'on-request':
    case 'after':
      return ''
  }
}
