/** The file in which a translation goes out to a translator and comes back: the English beside each phrase. */
import { noticeEnglish, noticeKeys, translationFaults, type NoticeWords } from '@brightline/documents/notice'
import { Type } from 'typebox'
import { Value } from 'typebox/value'

const Phrase = Type.Object({ english: Type.String(), text: Type.String() }, { additionalProperties: false })

const TranslationFile = Type.Object(
  {
    format: Type.Literal('brightline-papers-1'),
    lang: Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }),
    phrases: Type.Record(Type.String(), Phrase),
  },
  { additionalProperties: false },
)

/** Writes the file. A phrase that needs translation is empty. */
export function printTranslationFile(lang: string, words: NoticeWords): string {
  const phrases = Object.fromEntries(
    noticeKeys.map((key) => [key, { english: noticeEnglish[key], text: words[key] ?? '' }]),
  )
  return `${JSON.stringify({ format: 'brightline-papers-1', lang, phrases }, null, 2)}\n`
}

/** What is wrong with a phrase of a file; `changed` where its English is not the one that is printed now. */
interface FileFault {
  readonly key: string
  readonly fault: 'unknown' | 'empty' | 'long' | 'placeholders' | 'changed'
}

/** What a file holds, or why it is refused. */
export type ReadFile =
  | { readonly kind: 'words'; readonly lang: string; readonly words: NoticeWords }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'faults'; readonly faults: readonly FileFault[] }

/** Reads a file. Phrases that are still empty are left out; every other fault refuses the whole. */
export function readTranslationFile(text: string): ReadFile {
  const file = parse(text)
  if (!Value.Check(TranslationFile, file)) return { kind: 'no-file' }
  const written = Object.entries(file.phrases).filter(([, { text }]) => text.trim() !== '')
  const words = Object.fromEntries(written.map(([key, { text }]) => [key, text.trim().normalize('NFC')]))
  const faults: readonly FileFault[] = [
    ...translationFaults(words),
    ...written.flatMap(([key, { english }]) => {
      const now = noticeKeys.find((known) => known === key)
      return now === undefined || noticeEnglish[now] === english ? [] : [{ key, fault: 'changed' } as const]
    }),
  ]
  if (faults.length > 0) return { kind: 'faults', faults }
  return Object.keys(words).length === 0 ? { kind: 'no-file' } : { kind: 'words', lang: file.lang, words }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
