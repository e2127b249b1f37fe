/** One duty: what the law says of it, and the form that records it as done. */
import { markup, type Markup } from '@brightline/documents/html'
import { textIn } from '@brightline/language'
import { dueWords, languageName } from '@brightline/wording'
import type { Temporal } from 'temporal-polyfill'
import { lengthWords, untilWords } from '../clock/how-long.ts'
import { momentFields, type TypedMoment } from '../clock/moment-fields.ts'
import { sayClock } from '../clock/words.ts'
import { clockTime } from '../home/time.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { Language } from '../screen/language.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { codeWords } from '../screen/code-words.ts'
import { noticeName } from '../notice/docket.ts'
import { waysDone } from './discharge.ts'
import { languageReasons, missingWords, withoutWords } from './languages.ts'
import type { ListedDuty } from './list-duties.ts'
import { caseLink, dutyWords, timelessWords, type DutyReader } from './page.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { zoneName } from '../screen/zone-name.ts'

/** A notice of the case that may show that the duty was done. */
export interface NoticeName {
  readonly id: string
  readonly kind: string
  readonly language: string
  readonly madeAt: Temporal.Instant
}

/** What was typed into the form. */
export interface TypedProof extends TypedMoment {
  readonly how?: string
  readonly notice?: string
  readonly why?: string
}

/** A duty with what its page needs. */
export interface ShownDuty {
  readonly duty: ListedDuty
  readonly now: Temporal.Instant
  readonly notices: readonly NoticeName[]
  readonly typed: TypedProof
  readonly faults: Faults
}

/** Makes the main part. */
export function dutyMain(shown: ShownDuty, reader: DutyReader & { readonly lang: Language }, frame: Frame): Markup {
  const { duty, faults, now } = shown
  const { lang, timeZone, mayRecord } = reader
  const say = sayClock(lang)
  const place = duty.reference === null ? markup`${say('of-agency')}` : caseLink(duty.reference)
  const until = duty.dueAt === null ? timelessWords(duty, reader) : untilWords(now, duty.dueAt, { say, lang })
  const clock = duty.dueAt === null ? '' : ` (${clockTime(duty.dueAt, timeZone, lang)})`
  const state =
    duty.state === 'open'
      ? markup`<p class="lead${duty.isLate ? ' late' : ''}">${until}${clock}</p>${missingNote(duty, lang)}`
      : endedWords(duty, reader)
  return markup`${faultList(lang, faults)}<p class="over">${place}</p><h1>${sentenceCase(dutyWords(duty, lang), lang)}</h1>
${state}
${factsOf(duty, reader)}
${duty.state === 'open' && mayRecord ? formOf(shown, reader, frame) : null}`
}

function missingNote({ missing }: ListedDuty, lang: string): Markup | null {
  const words = missingWords(missing, lang)
  return words === null ? null : markup`<div class="note"><p>${words}</p></div>`
}

function endedWords(duty: ListedDuty, { lang, timeZone }: DutyReader): Markup {
  const say = sayClock(lang)
  if (duty.state === 'void' || duty.dischargedAt === null) return markup`<p class="lead">${say('was-void')}</p>`
  const how = duty.proof?.how ?? ''
  const words = say('was-done', {
    when: clockTime(duty.dischargedAt, timeZone, lang),
    how: codeWords(waysDone, how, (way) => say(way).toLocaleLowerCase(lang), lang),
  })
  const late = duty.dueAt === null ? 0 : (duty.dischargedAt.epochMilliseconds - duty.dueAt.epochMilliseconds) / 1000
  const without =
    duty.proof?.languages === undefined ? null : markup`<p>${withoutWords(duty.proof.languages, lang)}</p>`
  return markup`<p class="lead">${words} ${late > 0 ? say('was-late', { time: lengthWords(late, lang) }) : ''}</p>${without}`
}

function factsOf({ stored }: ListedDuty, { lang, eventName }: DutyReader): Markup | null {
  if (stored === null) return null
  const say = sayClock(lang)
  const names = { event: eventName, place: () => null }
  const facts: readonly (readonly [string, string])[] = [
    ...(stored.due === null ? [] : [[say('due-words'), dueWords(stored.due, names, lang)] as const]),
    ...(stored.languages.length === 0
      ? []
      : [
          [
            say(stored.inEveryLanguage === true ? 'languages-each' : 'languages'),
            stored.languages.map((code) => languageName(code, lang)).join(', '),
          ] as const,
        ]),
    ...(stored.ifMissed === null ? [] : [[say('if-missed'), textIn(stored.ifMissed, lang)] as const]),
    [say('law'), stored.cite],
  ]
  return markup`<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function formOf({ duty, notices, typed, faults }: ShownDuty, { lang, timeZone }: DutyReader, frame: Frame): Markup {
  const say = sayClock(lang)
  const ways = waysDone.map((way, at) => {
    const id = at === 0 ? markup` id="how"` : null
    const checked = typed.how === way ? markup` checked` : null
    return markup`<label><input type="radio" name="how" value="${way}"${id}${checked}><span>${say(way)}</span></label>`
  })
  const fault = faults.get('how')
  const named = notices.map(({ id, kind, language, madeAt }) => ({
    value: id,
    name: say('notice-name', {
      kind: noticeName(kind, lang),
      language: languageName(language, lang),
      when: clockTime(madeAt, timeZone, lang),
    }),
  }))
  const options = [{ value: '', name: say('notice-none') }, ...named]
  const list = listField(
    { name: 'notice', label: say('notice'), hint: say('notice-hint'), options, value: typed.notice ?? '' },
    faults,
  )
  const moment = { legend: say('done-when'), hint: say('moment-hint', { zone: zoneName(timeZone, lang) }) }
  return markup`<section class="section"><h2>${say('done-title')}</h2>
<form method="post" action="${href(`/duties/${duty.id}`)}">${formWordField(frame)}
<fieldset class="choices${fault === undefined ? '' : ' wrong'}"><legend>${say('how')}</legend>
${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}${ways}</fieldset>
${notices.length === 0 ? null : list}
${duty.missing.length === 0 ? null : languageField(duty.missing, typed, { faults, lang })}
${momentFields(moment, typed, { faults, lang })}
<button>${say('record')}</button></form></section>`
}

/** Asks why it is done though a language is missing. Nothing is chosen before somebody chooses. */
function languageField(
  missing: readonly string[],
  { why = '' }: TypedProof,
  { faults, lang }: { readonly faults: Faults; readonly lang: string },
): Markup {
  const say = sayClock(lang)
  const hint = missingWords(missing, lang) ?? ''
  return listField(
    { name: 'why', label: say('language-why'), hint, options: languageOptions(lang), value: why },
    faults,
  )
}

/** Lists the reasons to choose from. */
export function languageOptions(lang: string): readonly { readonly value: string; readonly name: string }[] {
  const say = sayClock(lang)
  const reasons = languageReasons.map((value) => ({ value, name: say(`language-${value}`) }))
  return [{ value: '', name: say('language-none') }, ...reasons]
}
