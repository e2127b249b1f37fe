/** What is written once a language: the sentences of all codes, and the words around them. */
import type { LedgerCode } from '../problem/codes.ts'
import type { Sentence } from './english.ts'
import { english } from './english.ts'
import { spanish } from './spanish.ts'

/** The words of one language. */
interface LanguageWords {
  readonly sentences: Readonly<Record<LedgerCode, Sentence>>
  readonly line: string
  readonly entry: string
  /** Reasons of ours, where the system gave no code. */
  readonly reasons: Readonly<Record<OwnReason, string>>
}

type OwnReason = 'unknown error' | 'too long' | 'timeout' | 'not a file'

/** Every language that is written. */
export const languages: ByLanguage = {
  en: {
    sentences: english,
    line: 'line',
    entry: 'entry',
    reasons: {
      'unknown error': 'unknown error',
      'too long': 'too long',
      timeout: 'timeout',
      'not a file': 'not a file',
    },
  },
  es: {
    sentences: spanish,
    line: 'línea',
    entry: 'asiento',
    reasons: {
      'unknown error': 'error desconocido',
      'too long': 'demasiado largo',
      timeout: 'se agotó el tiempo',
      'not a file': 'no es un archivo',
    },
  },
}

type ByLanguage = Readonly<Record<'en' | 'es', LanguageWords>>

/**
 * Takes the words of a language, of the wider one of its code, or of English where nobody wrote them.
 *
 * @example
 * wordsIn('es-MX').line // 'línea'
 * wordsIn('vi').line // 'line'
 */
export function wordsIn(lang: string): LanguageWords {
  const [wider] = lang.split('-')
  return wider === 'es' ? languages.es : languages.en
}
