/** A paper as blocks of words, before anybody says how it looks. */

/** Words of a paper, and under a draft the English beside them. */
export interface Words {
  readonly text: string
  readonly beside: string | null
}

/** A line that is written on by hand, or a value that stands on it. */
export interface Fact {
  readonly label: Words
  readonly value: string
}

/** One block. */
export type Block =
  | { readonly kind: 'heading'; readonly words: Words }
  | { readonly kind: 'lead' | 'paragraph' | 'answer' | 'note' | 'small'; readonly words: Words }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Words[] }
  | { readonly kind: 'choices'; readonly hint: Words | null; readonly items: readonly Words[] }
  | { readonly kind: 'lines'; readonly labels: readonly Words[] }
  | { readonly kind: 'table'; readonly columns: readonly Words[]; readonly rows: readonly (readonly Words[])[] }
  | { readonly kind: 'code'; readonly name: Words; readonly address: string }

/** A whole paper. */
export interface Paper {
  readonly lang: string
  readonly title: Words
  readonly agency: string
  readonly place: string
  readonly blocks: readonly Block[]
  /** The words of the foot, with places for the numbers of page and pages. */
  readonly foot: string
  readonly reference: string
  readonly madeOn: string
}
