/**
 * Characters that a screen does not show, or that make it show others in another order: controls, escapes, direction
 * marks, zero-width characters, private use, and code points that are no characters. No law needs them.
 */

/** A character that is not seen as it is written, with its offset. */
export interface HiddenCharacter {
  readonly offset: number
  readonly character: string
}

// Persian, Urdu and the scripts of South Asia spell words with the two joiners: between letters they are writing.
const joined = String.raw`[[\p{L}\p{M}]&&[${[
  ...['Arab', 'Syrc', 'Nkoo', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda', 'Mlym', 'Sinh'],
  ...['Khmr', 'Mymr', 'Tibt'],
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('')}]]`

const hidden = new RegExp(
  String.raw`(?!(?<=${joined})[\u200C\u200D](?=${joined}))` +
    // A return without its line end writes over a line on one screen, and begins a new one on another.
    String.raw`(?:\r(?!\n)|[[\p{Cc}--[\t\n\r]]\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{DI}\p{NChar}])`,
  'gv',
)

// Most texts are plain Latin, and are read at once.
const plain = /^[\t\n\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF]*$/

/**
 * Finds the hidden characters of a text. Tabs and line ends are none, and neither is a byte-order mark at its beginning.
 *
 * @example
 * hiddenIn('no\u202Eyes') // => [{ offset: 2, character: '\u202E' }]
 */
export function hiddenIn(text: string): readonly HiddenCharacter[] {
  if (plain.test(text)) return []
  return [...text.matchAll(hidden)]
    .map(({ index, 0: character }) => ({ offset: index, character }))
    .filter(({ offset, character }) => offset > 0 || character !== '\uFEFF')
}

/** Tells whether a text has no hidden character. */
export function isShown(text: string): boolean {
  return hiddenIn(text).length === 0
}

/** Writes something in place of each hidden character. */
export function replaceHidden(text: string, write: (character: string) => string): string {
  return plain.test(text) ? text : text.replaceAll(hidden, write)
}

/**
 * Names a character as Unicode does, in characters that show.
 *
 * @example
 * nameOfCharacter('\u202E') // => 'U+202E'
 */
export function nameOfCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
