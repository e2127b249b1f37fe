/** Finds English where another language should stand alone. */

/** English words that a Spanish text has only in what the law itself says. */
const englishWords =
  /(?<!\p{L})(the|and|or|of|on|in|to|with|by|for|is|are|from|than|that|where|unless|anything|but|yes|never|not|any|more|less|later|earlier|before|after|each|all|every|cases?|chang\w+|added|removed|rules?|dut(y|ies)|must|may|years?|dates?|facts?|sections?|acts?|findings?|claims?|holds?|refuted|nothing|example|recorded|requests?|counsel|which|what|who|whether|at|this|there|entr(y|ies)|checkpoints?|witness\w*|unwitnessed|keys?|sizes?|lines?|records?|receipts?|proved|wrote|files?|folders?)(?!\p{L})/giu

/** The words of a text that are English, without examples, identifiers and the texts of the law. */
export function englishIn(text: string, textsOfLaw: readonly string[] = []): readonly string[] {
  const said = textsOfLaw.reduce(
    (left, one) => left.replaceAll(one, ''),
    text.replaceAll(/^example "[^]*?^  then .*$/gm, '').replaceAll(/\s+/g, ' '),
  )
  return said.replaceAll(/<style>[^]*?<\/style>|<[a-z/!][^>]*>|`[^`]*`|\S*[./]\S*/g, ' ').match(englishWords) ?? []
}
