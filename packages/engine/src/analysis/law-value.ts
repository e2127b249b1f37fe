/** The value of a field of the law, with its nature, so that it can be put into words and compared. */
import type {
  Challenge,
  Claim,
  Condition,
  Due,
  Interval,
  LifeEvent,
  Limit,
  Outcome,
  Source,
  Texts,
  Trigger,
} from '@brightline/language'

/** The value of one field. */
export type LawValue =
  | { readonly kind: 'nothing' }
  /** A text that stands as it is, such as a citation. */
  | { readonly kind: 'text'; readonly text: string }
  /** A text that is translated. */
  | { readonly kind: 'texts'; readonly texts: Texts }
  /** A word of the language, such as `must-not`, `ceiling` or `read`. */
  | { readonly kind: 'word'; readonly word: string }
  /** Kinds of agency; null is every agency. */
  | { readonly kind: 'agencies'; readonly agencies: readonly string[] | null }
  | { readonly kind: 'acts'; readonly acts: readonly string[] }
  /** Ids of rules. */
  | { readonly kind: 'rules'; readonly rules: readonly string[] }
  /** Codes of languages; each of them is needed, or one is enough. */
  | { readonly kind: 'languages'; readonly languages: readonly string[]; readonly each: boolean }
  /** Labels of subdivisions. */
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'condition'; readonly condition: Condition }
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'due'; readonly due: Due }
  | { readonly kind: 'trigger'; readonly trigger: Trigger }
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'force'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'suits'; readonly suits: readonly Challenge[] }
  | { readonly kind: 'event'; readonly event: LifeEvent }
  | { readonly kind: 'place'; readonly place: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [fact: string, value: string | number | null])[] }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'claim'; readonly claim: Claim }

export const nothing: LawValue = { kind: 'nothing' }

/** Makes a value of a text that may be missing. */
export function textValue(text: string | null): LawValue {
  return text === null ? nothing : { kind: 'text', text }
}

/** Makes a value of a translated text that may be missing. */
export function textsValue(texts: Texts | null): LawValue {
  return texts === null ? nothing : { kind: 'texts', texts }
}

/** Makes a value of a word of the language. */
export function wordValue(word: string): LawValue {
  return { kind: 'word', word }
}
