/** One paper: what it is, printing it, and putting on record that it was given. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import { missingWords as missingPhrases } from '@brightline/documents/notice'
import { joined } from '@brightline/wording'
import type { CaseRecord } from '../case/read-case.ts'
import { languageOptions } from '../duty/duty-page.ts'
import { missingWords } from '../duty/languages.ts'
import { closingNow } from '../closing/closing.ts'
import { momentFields, type TypedMoment } from '../clock/moment-fields.ts'
import { faultList, listField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { zoneName } from '../screen/zone-name.ts'
import { languageName } from '../translation/language.ts'
import { stateWords } from '../translation/page.ts'
import type { LanguageState } from '../translation/translation.ts'
import { channels, offersBeside, signatures } from './give.ts'
import { demandsOf } from './demand.ts'
import { choiceWords, givenSection } from './given-section.ts'
import { recipientName } from './list-page.ts'
import { factsOf, type PaperKind } from './paper-kind.ts'
import { formats } from './print.ts'
import { sayNotice, type NoticeKey } from './words.ts'

/** What was typed. */
export interface TypedGiving extends TypedMoment {
  readonly channel?: string
  readonly signature?: string
  readonly interpreter?: string
  readonly choice?: string
  readonly offered?: string
  readonly why?: string
}

/** What the page shows. */
export interface NoticeShown {
  readonly record: CaseRecord
  readonly row: CaseRecord['notices'][number]
  readonly kind: PaperKind
  readonly language: LanguageState
  /** The codes of all languages that a paper can be offered in. */
  readonly languages: readonly string[]
  readonly works: boolean
  /** Whether what was sealed of the person is known to be destroyed. */
  readonly isDestroyed: boolean
  readonly typed: TypedGiving
  readonly faults: Faults
  readonly news: NoticeKey | null
}

/** Makes the main part. */
export function noticeMain(shown: NoticeShown, frame: Frame): Markup {
  const { record, row, kind, language, works, faults, news } = shown
  const say = sayNotice(frame.lang)
  const { reference } = record
  const here = `/cases/${reference}/notices/${row.id}`
  return markup`${faultList(frame.lang, faults)}<p class="over"><a href="${href(`/cases/${reference}/notices`)}">${say('back', { reference })}</a></p>
<h1>${say(kind)}</h1><p class="lead">${say('for-in', { who: recipientName(row.recipient, frame.lang), language: languageName(row.language, frame.lang) })}</p>
${news === null ? null : note(say(news))}${draftNote(language, kind, frame.lang)}${otherLanguageNote(shown, frame.lang)}${stillMissing(shown, frame.lang)}
<section class="section"><h2>${say('print')}</h2>
<p>${printLead(shown, frame.lang)}</p>
${works ? namelessNote(shown, frame.lang) : null}${works ? printForm(here, frame) : null}
<p><a href="${href(`${here}/preview`)}">${say('preview')}</a></p>
<p class="soft">${say('translation-state', { language: languageName(row.language, frame.lang), state: stateWords(language, record.timeZone, frame.lang) })}</p></section>
${row.given_at === null ? (works ? giveForm(shown, here, frame) : null) : givenSection(shown, frame.lang)}`
}

function note(words: string): Markup {
  return markup`<div class="note" role="status"><p>${words}</p></div>`
}

function draftNote({ inUse, lang }: LanguageState, kind: PaperKind, screen: string): Markup | null {
  if (inUse.state !== 'draft') return null
  const say = sayNotice(screen)
  const missing = missingPhrases(inUse.words, [factsOf(kind).section]).length
  const lacks = missing === 0 ? '' : ` ${say('needs-translation', { count: missing })}`
  return note(`${say('draft', { language: languageName(lang, screen) })}${lacks}`)
}

/** Says in which languages the paper is still to be given, once this one is. */
function stillMissing({ record, row, kind }: NoticeShown, screen: string): Markup | null {
  const words = missingWords(row.given_at === null ? [] : missingAfter(record, row, kind), screen)
  return words === null ? null : note(words)
}

/** Lists the languages that the law wants and that are missing though this paper is given. */
function missingAfter(record: CaseRecord, row: NoticeShown['row'], kind: PaperKind): readonly string[] {
  if (row.recipient !== 'person') return []
  const missing = demandsOf(record).find((demand) => demand.kind === kind)?.missing ?? []
  return missing.filter((code) => code !== row.language)
}

/** Asks why this one is enough, where another language is missing. Nothing is chosen before somebody chooses. */
function enoughField({ record, row, kind, typed, faults }: NoticeShown, lang: string): Markup | null {
  const missing = missingAfter(record, row, kind)
  if (missing.length === 0) return null
  const names = joined(
    missing.map((code) => languageName(code, lang)),
    'and',
    lang,
  )
  const label = sayNotice(lang)('other-language', { languages: names })
  return listField({ name: 'why', label, options: languageOptions(lang), value: typed.why ?? '' }, faults)
}

/** Says where a paper for the person is in none of the languages that the law names. */
function otherLanguageNote({ record, row, kind }: NoticeShown, screen: string): Markup | null {
  const named = demandsOf(record).find((demand) => demand.kind === kind)?.languages ?? []
  if (named.length === 0 || named.includes(row.language) || row.recipient === 'requesting-agency') return null
  const languages = joined(
    named.map((code) => languageName(code, screen)),
    'and',
    screen,
  )
  return note(sayNotice(screen)('law-names-others', { languages, language: languageName(row.language, screen) }))
}

/** Says what printing opens, and puts on record. */
function printLead({ row, isDestroyed }: NoticeShown, lang: string): string {
  const say = sayNotice(lang)
  if (row.recipient === 'requesting-agency') return say('print-plain')
  return isDestroyed ? say('print-destroyed') : say('print-lead', { reason: reasonOf(row.recipient, lang) })
}

/** Says where nobody has entered who the person is: the paper has a line to write on then. */
function namelessNote({ record, row }: NoticeShown, lang: string): Markup | null {
  const { identityAt, reference } = record
  if (identityAt !== null || row.recipient === 'requesting-agency' || closingNow(record) !== null) return null
  const say = sayNotice(lang)
  return markup`<div class="note"><p>${say('nameless')} <a href="${href(`/cases/${reference}/person`)}">${say('nameless-enter')}</a></p></div>`
}

function reasonOf(recipient: string, lang: string): string {
  return sayNotice(lang)(recipient === 'person' ? 'reason-print-notice' : 'reason-serve-notice')
}

function printForm(here: string, frame: Frame): Markup {
  const say = sayNotice(frame.lang)
  const buttons = formats.map((format, at) => {
    const look = at === 0 ? null : trusted(' class="second"')
    return markup`<button name="format" value="${format}"${look}>${say(format)}</button> `
  })
  return markup`<form class="row" method="post" action="${href(`${here}/print`)}">${formWordField(frame)}${buttons}</form>`
}

function giveForm(shown: NoticeShown, here: string, frame: Frame): Markup {
  const { record, kind, row, languages, typed, faults } = shown
  const say = sayNotice(frame.lang)
  const group = { typed, faults, lang: frame.lang }
  const isToPerson = row.recipient === 'person'
  return markup`<section class="section"><h2>${say('give')}</h2>
<form method="post" action="${href(`${here}/given`)}">${formWordField(frame)}
${radios('channel', channels, (value) => say(value), group)}
${isToPerson ? radios('signature', signatures, (value) => say(value), group) : null}
${isToPerson ? listField({ name: 'offered', label: say('offered'), hint: say('offered-hint'), options: offersOf(languages, frame.lang), value: typed.offered ?? '' }, faults) : null}
${isToPerson ? radios('interpreter', ['no', 'yes'] as const, (value) => say(value), group) : null}
${enoughField(shown, frame.lang)}
${factsOf(kind).hasChoice ? radios('choice', ['none', 'no', 'with-attorney', 'yes'] as const, (value) => say(choiceWords[value]), group) : null}
${momentFields({ legend: say('given-when'), hint: say('given-when-hint', { zone: zoneName(record.timeZone, frame.lang) }) }, typed, { faults, lang: frame.lang })}
<button>${say('record')}</button></form></section>`
}

/** What can have been offered. Nothing is chosen before somebody chooses. */
function offersOf(languages: readonly string[], lang: string): readonly { value: string; name: string }[] {
  const named = languages.map((code) => ({ value: code, name: languageName(code, lang) }))
  const beside = offersBeside.map((value) => ({ value, name: sayNotice(lang)(`offered-${value}`) }))
  return [{ value: '', name: sayNotice(lang)('choose') }, ...named, ...beside]
}

interface Group {
  readonly typed: TypedGiving
  readonly faults: Faults
  readonly lang: string
}

/** Choices of equal weight; none is chosen before somebody chooses. */
function radios<Value extends string>(
  name: 'channel' | 'signature' | 'interpreter' | 'choice',
  values: readonly Value[],
  words: (value: Value) => string,
  { typed, faults, lang }: Group,
): Markup {
  const fault = faults.get(name)
  const items = values.map((value, at) => {
    const isChosen = typed[name] === value ? trusted(' checked') : null
    const id = at === 0 ? markup` id="${name}"` : null
    return markup`<label><input type="radio"${id} name="${name}" value="${value}"${isChosen}><span>${words(value)}</span></label>`
  })
  const wrong = fault === undefined ? null : markup`<p class="fault">${fault}</p>`
  return markup`<fieldset class="field choices${fault === undefined ? '' : ' wrong'}"><legend>${sayNotice(lang)(name)}</legend>${wrong}${items}</fieldset>`
}
