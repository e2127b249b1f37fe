/** The voice of a paper: phrases of a translation, filled. Under a draft the English stands beside each. */
import { textIn, type Texts } from '@brightline/language'
import { sayIn, type PhraseValues, dayWords } from '@brightline/wording'
import { timeWords } from './time.ts'
import type { Words } from './paper.ts'
import { en, type NoticeKey } from './words/en.ts'
import { es } from './words/es.ts'
import type { Translation } from './words/translation.ts'

/** What makers of papers speak with. */
export interface Voice {
  readonly lang: string
  readonly isDraft: boolean
  readonly say: (key: NoticeKey, values?: PhraseValues) => Words
  /** Says a text that has languages of its own. */
  readonly tell: (texts: Texts) => Words
  readonly day: (day: string) => Texts
  readonly time: (time: string) => Texts
  /** A phrase in every language of the paper, to stand in another. */
  readonly texts: (key: NoticeKey) => Texts
}

/** Makes the voice of a translation. What it lacks is said in English. */
export function voiceOf({ lang, state, words }: Translation): Voice {
  const isDraft = state === 'draft'
  const table = { ...en, ...(lang === 'es' ? es : {}), ...words }
  const [own, english] = [sayIn({ es, [lang]: table, en }, lang), sayIn({ en, es }, 'en')]
  const pair = (text: string, inEnglish: string): Words => ({
    text,
    beside: isDraft && text !== inEnglish ? inEnglish : null,
  })
  const inBoth = (say: (lang: string) => string): Texts => ({ [lang]: say(lang), en: say('en') })
  return {
    lang,
    isDraft,
    say: (key, values) => pair(own(key, values), english(key, values)),
    tell: (texts) => pair(textIn(texts, lang), texts.en),
    day: (day) => inBoth((lang) => dayWords(day, lang)),
    time: (time) => inBoth((lang) => timeWords(time, lang)),
    texts: (key) => ({ [lang]: own(key), en: english(key) }),
  }
}

/** Words that are the same in every language, such as a name. */
export function plain(text: string): Words {
  return { text, beside: null }
}
