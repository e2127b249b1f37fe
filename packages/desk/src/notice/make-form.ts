/** The way from a row of a list to a new paper: the language alone where nothing else is open, or else a page. */
import { markup, type Markup } from '@brightline/documents/html'
import { href } from '../screen/href.ts'
import { languageName } from '../translation/language.ts'
import type { LanguageState } from '../translation/translation.ts'
import { factsOf, type PaperKind } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** What a paper can be made with, for whoever makes papers. */
export interface PaperMaking {
  /** The hidden field of the form. */
  readonly formWord: Markup
  readonly languages: readonly LanguageState[]
}

/** The languages in which a paper of a kind can be printed: those that have its title. */
export function languagesFor(kind: PaperKind, languages: readonly LanguageState[]): readonly LanguageState[] {
  const section = factsOf(kind).section
  return languages.filter(({ inUse }) => Object.hasOwn(inUse.words, `${section}-title`))
}

/** Lists the languages to choose from. Nothing is chosen at first: a form that is sent as it came makes no paper. */
export function languageOptions(
  kind: PaperKind,
  languages: readonly LanguageState[],
  lang: string,
): readonly { readonly value: string; readonly name: string }[] {
  const say = sayNotice(lang)
  const options = languagesFor(kind, languages).map(({ lang: code, inUse }) => {
    const name = `${languageName(code, lang)} · ${languageName(code, code)}`
    return { value: code, name: inUse.state === 'draft' ? say('language-draft', { language: name }) : name }
  })
  return [{ value: '', name: say('choose') }, ...options]
}

/** Tells if nothing but the language is open. */
export function isMadeAtOnce(kind: PaperKind): boolean {
  const { recipients, tellsRelease } = factsOf(kind)
  return recipients.length === 1 && !tellsRelease
}

/** Makes the form of a row, in the words for the first paper or for another one. */
export function makeForm(
  { kind, reference, words }: { kind: PaperKind; reference: string; words: 'make' | 'make-another' },
  { formWord, languages }: PaperMaking,
  lang: string,
): Markup {
  const say = sayNotice(lang)
  const id = `language-${kind}`
  const options = languageOptions(kind, languages, lang).map(
    ({ value, name }) => markup`<option value="${value}">${name}</option>`,
  )
  return markup`<form class="make" method="post" action="${href(`/cases/${reference}/notices/new/${kind}`)}">${formWord}
<label for="${id}">${say('language')}</label><select id="${id}" name="language">${options}</select>
<button class="small">${say(words)}<span class="hidden">: ${say(kind)}</span></button></form>`
}
