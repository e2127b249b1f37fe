/** The page of translations: what there is, by whom, reviewed by whom; files out and in; the line of contact. */
import { markup, type Markup, type MarkupValue } from '@brightline/documents/html'
import { missingWords } from '@brightline/documents/notice'
import { dayWords } from '@brightline/wording'
import { administrationTrail } from '../administration/page.ts'
import { sayAdministration } from '../administration/words.ts'
import { factsOf, paperKindNames, type PaperKind } from '../notice/paper-kind.ts'
import { sayNotice } from '../notice/words.ts'
import { faultList, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import { rowsTable } from '../screen/rows.ts'
import { bringSection } from './bring-form.ts'
import { languageName } from './language.ts'
import { fileForms } from './translation-file.ts'
import type { LanguageState } from './translation.ts'
import { sayTranslation, type TranslationKey } from './words.ts'

/** What the page shows. */
export interface TranslationsShown {
  readonly languages: readonly LanguageState[]
  readonly contact: string | null
  readonly timeZone: string
  /** The user who reads, and whether this user brings, approves, and administers. */
  readonly reader: { readonly user: string; readonly works: boolean; readonly administers: boolean }
  readonly faults: Faults
  readonly typed: { readonly translator?: string; readonly text?: string; readonly reviewer?: string }
  readonly news: TranslationKey | null
}

/** Makes the main part. */
export function translationsMain(shown: TranslationsShown, frame: Frame): Markup {
  const { languages, reader, faults, news } = shown
  const say = sayTranslation(frame.lang)
  return markup`${faultList(frame.lang, faults)}${reader.administers ? administrationTrail(frame.lang, sayAdministration(frame.lang)('papers')) : null}<h1>${say('title')}</h1><p class="lead">${say('lead')}</p>
${news === null ? null : markup`<div class="note" role="status"><p>${say(news)}</p></div>`}
<section class="section">${rowsTable({ caption: say('language'), columns: [say('language'), say('state'), say('missing'), say('file')], rows: languages.map((language) => rowOf(language, shown, frame)) })}</section>
${papersSection(languages, frame.lang)}
${reader.works ? [approveSection(shown, frame), bringSection(shown, frame)] : null}
${reader.administers ? contactSection(shown, frame) : null}`
}

/** Every paper but the reply to an agency, which is in English and Spanish. */
const sections = ['copy', 'consent', 'same', 'receipt']

function rowOf(
  language: LanguageState,
  { timeZone }: TranslationsShown,
  { lang: screen }: Frame,
): readonly MarkupValue[] {
  const say = sayTranslation(screen)
  const { lang, inUse, waiting, version } = language
  const missing = missingWords(inUse.words, sections).length
  const waits =
    waiting === null || waiting === version
      ? null
      : markup`<br>${say('waiting', { version: waiting.version, translator: waiting.translator })}`
  const [here, own] = [languageName(lang, screen), languageName(lang, lang)]
  return [
    here === own ? here : markup`${here} <span class="soft" lang="${lang}">${own}</span>`,
    markup`${stateWords(language, timeZone, screen)}${waits}`,
    missing === 0 ? say('none') : say('count-missing', { count: missing }),
    fileForms.map(
      (form) =>
        markup`<a href="${href(`/translations/${lang}.${form}`)}" download>${say(`take-${form}`)}<span class="hidden"> ${here}</span></a> `,
    ),
  ]
}

/** Says how far a translation is: ours, a draft and by whom, or approved, by whom and when. */
export function stateWords({ inUse, version }: LanguageState, timeZone: string, screen: string): string {
  const say = sayTranslation(screen)
  if (version === null) return say(inUse.state === 'ours' ? 'ours' : 'shipped-draft')
  const { translator, reviewer, approved_at: at } = version
  if (reviewer === null || at === null) return say('draft', { version: version.version, translator })
  const when = dayWords(at.toZonedDateTimeISO(timeZone).toPlainDate().toString(), screen)
  return say('approved', { version: version.version, translator, reviewer, when })
}

/** Shows each paper in each language: written, a draft, reviewed and by whom, or missing. */
function papersSection(languages: readonly LanguageState[], screen: string): Markup {
  const say = sayTranslation(screen)
  const heads = languages.map(({ lang }) => markup`<th scope="col">${languageName(lang, screen)}</th>`)
  const rows = paperKindNames.map((kind) => {
    const cells = languages.map(
      (language) =>
        markup`<td data-column="${languageName(language.lang, screen)}">${paperState(language, kind, screen)}</td>`,
    )
    return markup`<tr><th scope="row">${sayNotice(screen)(kind)}</th>${cells}</tr>`
  })
  return markup`<section class="section"><h2 id="by-paper">${say('papers')}</h2><div class="scroll" tabindex="0" role="region" aria-labelledby="by-paper"><table class="rows"><thead><tr><th scope="col">${sayNotice(screen)('paper')}</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div></section>`
}

function paperState({ inUse, version }: LanguageState, kind: PaperKind, screen: string): string {
  const say = sayTranslation(screen)
  const { section } = factsOf(kind)
  if (!Object.hasOwn(inUse.words, `${section}-title`)) return say('paper-missing')
  const reviewer = version?.reviewer ?? ''
  const state = inUse.state === 'approved' ? say('paper-reviewed', { reviewer }) : say(`paper-${inUse.state}`)
  const count = missingWords(inUse.words, [section]).length
  return count === 0 ? state : say('paper-lacks', { state, count })
}

function approveSection({ languages, reader, faults, typed }: TranslationsShown, frame: Frame): Markup | null {
  const say = sayTranslation(frame.lang)
  const waiting = languages.flatMap(({ waiting }) => (waiting === null ? [] : [waiting]))
  if (waiting.length === 0) return null
  const forms = waiting.map(({ id, language, version, brought_by: by }) => {
    const named = { language: languageName(language, frame.lang), version }
    if (by === reader.user) return markup`<p class="quiet">${say('own-waiting', named)}</p>`
    const name = `reviewer-${id}`
    return markup`<form method="post" action="${href(`/translations/${id}/approval`)}">${formWordField(frame)}
${textField({ name, label: say('reviewer'), value: typed.reviewer ?? '' }, faults)}
<button>${say('approve-button', named)}</button></form>`
  })
  return markup`<section class="section"><h2>${say('approve')}</h2><p>${say('approve-lead')}</p>${forms}</section>`
}

function contactSection({ contact, faults }: TranslationsShown, frame: Frame): Markup {
  const say = sayTranslation(frame.lang)
  return markup`<section class="section"><h2>${say('contact')}</h2><p>${say('contact-lead')}</p>
<form method="post" action="${href('/translations/contact')}">${formWordField(frame)}
${textField({ name: 'contact', label: say('contact-label'), value: contact ?? '' }, faults)}
<button>${say('contact-button')}</button></form></section>`
}
