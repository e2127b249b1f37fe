/** The sentences of a room about its problems: one for each code in each language, and the words that its values stand for. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'

/** A phrase, or several of which the first is said whose placeholders all have a value. */
export type Variants = string | readonly string[]

/** A sentence before its values are filled in: what happened, and how to repair it; null where there is nothing to advise. */
export interface Template {
  readonly message: Variants
  readonly help: Variants | null
}

/** The sentences of a room, by code and language. */
export type Sentences<Code extends string = string> = Readonly<Record<Code, ByLanguage<Template>>>

/** A room: its sentences, and its words by language. */
export interface Room<Code extends string = string> {
  readonly sentences: Sentences<Code>
  readonly words: ByLanguage<Words>
}
