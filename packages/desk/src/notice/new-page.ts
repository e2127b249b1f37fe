/** The page on which a paper is made: to whom, in which language, and what it tells. */
import { markup, type Markup } from '@brightline/documents/html'
import { momentFields, type TypedMoment } from '../clock/moment-fields.ts'
import { sayClock } from '../clock/words.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { zoneName } from '../screen/zone-name.ts'
import type { LanguageState } from '../translation/translation.ts'
import { languageOptions } from './make-form.ts'
import { factsOf, type PaperKind } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** What was typed. */
export interface TypedNotice {
  readonly recipient?: string
  readonly language?: string
  readonly 'told-month'?: string
  readonly 'told-day'?: string
  readonly 'told-year'?: string
  readonly 'told-time'?: string
  readonly 'release-month'?: string
  readonly 'release-day'?: string
  readonly 'release-year'?: string
  readonly 'release-time'?: string
}

/** Gives what was typed for one of the two times. */
export function typedMoment(typed: TypedNotice, name: 'told' | 'release'): TypedMoment {
  const part = (of: 'month' | 'day' | 'year' | 'time'): string => typed[`${name}-${of}`] ?? ''
  return { month: part('month'), day: part('day'), year: part('year'), time: part('time') }
}

/** What the page shows. */
export interface NewNoticeShown {
  readonly reference: string
  readonly kind: PaperKind
  readonly timeZone: string
  readonly languages: readonly LanguageState[]
  readonly typed: TypedNotice
  readonly faults: Faults
}

/** Makes the main part. */
export function newNoticeMain(shown: NewNoticeShown, frame: Frame): Markup {
  const { reference, kind, languages, typed, faults } = shown
  const say = sayNotice(frame.lang)
  const language = {
    ...{ name: 'language', label: say('language'), hint: say('language-hint') },
    options: languageOptions(kind, languages, frame.lang),
  }
  return markup`${faultList(frame.lang, faults)}<p class="over"><a href="${href(`/cases/${reference}/notices`)}">${say('back', { reference })}</a></p>
<h1>${say(kind)}</h1><p class="lead">${say(`${kind}-hint`)}</p>
<form method="post" action="${href(`/cases/${reference}/notices/new/${kind}`)}">${formWordField(frame)}
${recipientField(shown, frame.lang)}
${listField({ ...language, value: typed.language ?? '' }, faults)}
${factsOf(kind).tellsRelease ? timeFields(shown, frame.lang) : null}
<button>${say('make')}</button></form>`
}

function recipientField({ kind, typed, faults }: NewNoticeShown, lang: string): Markup | null {
  const say = sayNotice(lang)
  const { recipients } = factsOf(kind)
  if (recipients.length < 2) return null
  const none = { value: '', name: say('choose') }
  const options = [none, ...recipients.map((recipient) => ({ value: recipient, name: say(recipient) }))]
  return listField({ name: 'recipient', label: say('recipient'), options, value: typed.recipient ?? '' }, faults)
}

function timeFields({ timeZone, typed, faults }: NewNoticeShown, lang: string): readonly Markup[] {
  const say = sayNotice(lang)
  const hint = sayClock(lang)('moment-hint', { zone: zoneName(timeZone, lang) })
  return (['told', 'release'] as const).map((name) =>
    momentFields({ name, legend: say(name), hint }, typedMoment(typed, name), { faults, lang }),
  )
}
