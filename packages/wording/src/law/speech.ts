/** The voice in which law is said. */
import { sayIn, type Say } from '../phrase/phrases.ts'
import { lawPhrases, lawWords, type LawPhrase } from './phrases.ts'

/** Speaks about law in a language. */
export function lawSpeech(lang: string): Say<LawPhrase> {
  return sayIn(lawPhrases, lang, lawWords)
}
