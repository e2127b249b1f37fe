/** The language in which an editor is spoken to. */
import { canonicalLanguage } from '../policy/language-code.ts'
import { translationIn, type Texts } from '../policy/texts.ts'

/** The language of the words around the law; it is known once the editor has said who it is. */
export interface Spoken {
  readonly lang: string
}

/** Keeps the language that was asked for, or else that of the editor: English until it says another. */
export class SpokenByClient implements Spoken {
  readonly #asked: string | null
  #locale = 'en'

  constructor(asked: string | null) {
    this.#asked = asked
  }

  /** Takes the locale that the editor names, such as `es-MX`; one that names no language stays unheard. */
  hear(locale: string | undefined): void {
    this.#locale = canonicalLanguage((locale ?? '').replace('_', '-')) ?? this.#locale
  }

  get lang(): string {
    return this.#asked ?? this.#locale
  }
}

/** Fills a phrase: `{name}` stands for a value. */
export function fillIn(phrase: Texts, lang: string, values: Readonly<Record<string, string>> = {}): string {
  const text = translationIn(phrase, lang) ?? phrase.en
  return text.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole)
}
