/** The file in which a translation goes out to a translator and comes back: the English beside each phrase. */
import { noticeEnglish, noticeKeys, translationFaults, type NoticeWords } from '@brightline/documents/notice'
import { shown } from '@brightline/wording'
import { printCsv, readCsv } from './csv-file.ts'
import type { FilePhrase, FormFault, Place } from './file-phrase.ts'
import { printXliff, readXliff } from './xliff-file.ts'

/** The forms of a file, by the ending of its name. */
export const fileForms = ['csv', 'xlf'] as const

/** One of them. */
export type FileForm = (typeof fileForms)[number]

/** Writes the file. A phrase that needs translation is empty. */
export function printTranslationFile(form: FileForm, lang: string, words: NoticeWords): string {
  const phrases = noticeKeys.map((key) => ({ key, english: noticeEnglish[key], text: words[key] ?? '' }))
  return form === 'csv' ? printCsv(lang, phrases) : printXliff(lang, phrases)
}

/** What is wrong with a phrase; `changed` where its English is not the one that is printed now. */
type PhraseFault = 'unknown' | 'twice' | 'missing' | 'changed' | 'signs' | 'formula' | 'long' | 'placeholders'

/** Something that is wrong with a file, and where. */
export interface FileFault {
  readonly fault: FormFault | PhraseFault | 'own-language' | 'nothing'
  readonly place: Place
  readonly key: string
  readonly found: string
}

/** What a file holds, or everything for which it is refused. */
export type ReadFile =
  | { readonly kind: 'words'; readonly lang: string; readonly words: NoticeWords }
  | { readonly kind: 'faults'; readonly faults: readonly FileFault[] }

/** Reads a file. Phrases that are still empty are left out; every other fault refuses the whole. */
export function readTranslationFile(text: string): ReadFile {
  const raw = /^\s*</.test(text.replace(/^\uFEFF/, '')) ? readXliff(text.replace(/^\uFEFF/, '')) : readCsv(text)
  if (raw.kind === 'unreadable') return { kind: 'faults', faults: [{ ...raw, key: '' }] }
  const phrases = raw.phrases.map((phrase) => ({ ...phrase, text: evened(phrase.text) }))
  const start: Place = { unit: raw.end.unit, at: 1 }
  const faults = [
    ...languageFaults(raw.lang, start),
    ...phrases.flatMap((phrase, at) => phraseFaults(phrase, phrases.slice(0, at))),
    ...noticeKeys
      .filter((key) => phrases.every((phrase) => phrase.key !== key))
      .map((key) => ({ fault: 'missing', place: raw.end, key, found: '' }) as const),
  ]
  const words = Object.fromEntries(phrases.filter(({ text }) => text !== '').map(({ key, text }) => [key, text]))
  if (faults.length > 0) return { kind: 'faults', faults }
  if (Object.keys(words).length > 0) return { kind: 'words', lang: raw.lang, words }
  return { kind: 'faults', faults: [{ fault: 'nothing', place: start, key: '', found: '' }] }
}

/** Makes text that was wrapped or typed otherwise the same text again. */
function evened(text: string): string {
  return text
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .normalize('NFC')
}

function languageFaults(lang: string, place: Place): readonly FileFault[] {
  if (lang === 'en' || lang === 'es') return [{ fault: 'own-language', place, key: '', found: lang }]
  return isLanguage(lang) ? [] : [{ fault: 'language', place, key: '', found: lang.slice(0, 40) }]
}

/** Tells if a text is the code of a language that has a name. */
function isLanguage(code: string): boolean {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return false
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code) !== undefined
  } catch {
    return false
  }
}

function phraseFaults({ key, english, text, place }: FilePhrase, before: readonly FilePhrase[]): readonly FileFault[] {
  const fault = faultOf({ key, english, text }, before)
  return fault === null ? [] : [{ fault, place, key: key.slice(0, 60), found: '' }]
}

function faultOf({ key, english, text }: Omit<FilePhrase, 'place'>, before: readonly FilePhrase[]): PhraseFault | null {
  const now = noticeKeys.find((known) => known === key)
  if (now === undefined) return 'unknown'
  if (before.some((phrase) => phrase.key === key)) return 'twice'
  if (evened(english) !== noticeEnglish[now]) return 'changed'
  if (text === '') return null
  if (shown(text) !== text || /[\p{Cs}\uFFFE\uFFFF]/u.test(text)) return 'signs'
  if (/^[=+@\-＝＋－＠]/.test(text)) return 'formula'
  const [fault] = translationFaults({ [key]: text })
  return fault === undefined || fault.fault === 'empty' || fault.fault === 'unknown' ? null : fault.fault
}
