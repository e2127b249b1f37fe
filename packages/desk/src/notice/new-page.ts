/** The page on which a paper is made: to whom, in which language, and what it tells. */
import { markup, type Markup } from '@brightline/documents/html'
import { momentFields, typedMoment } from '../clock/moment-fields.ts'
import { sayClock } from '../clock/words.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { zoneName } from '../screen/zone-name.ts'
import type { LanguageState } from '../translation/translation.ts'
import { languageOptions } from './make-form.ts'
import { factsOf, type PaperKind } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** The moments that a paper tells. */
const toldMoments = ['told', 'release'] as const

/** What was typed. */
export interface TypedNotice {
  readonly recipient?: string
  readonly language?: string
  /** The moments that a paper tells, as they stand in their boxes. */
  readonly moments?: Readonly<Record<string, string>>
}

/** What the page shows. */
export interface NewNoticeShown {
  readonly reference: string
  readonly timeZone: string
  readonly kind: PaperKind
  /** The case has one of the kind. */
  readonly wasMade: boolean
  readonly languages: readonly LanguageState[]
  readonly typed: TypedNotice
  readonly faults: Faults
}

/** Makes the main part. */
export function newNoticeMain(shown: NewNoticeShown, frame: Frame): Markup {
  const { reference, kind, wasMade, languages, typed, faults } = shown
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
<button>${say(wasMade ? 'make-another' : 'make')}</button></form>`
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
  const hint = sayClock(lang)('moment-hint', { zone: zoneName(timeZone, lang) })
  return toldMoments.map((name) =>
    momentFields({ name, legend: sayNotice(lang)(name), hint }, typedMoment(typed.moments ?? {}, name), {
      faults,
      lang,
    }),
  )
}
