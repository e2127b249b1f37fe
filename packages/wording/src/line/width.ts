/** The columns that a terminal gives to a text. */

// A letter, digit or sign of Latin takes one column; most lines have nothing else.
const narrow = /^[\u0020-\u007E\u00A0-\u02FF]*$/

/** Scripts whose signs are as wide as two letters, the full forms of others, and pictures. */
const wide =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)/u

/** Signs that stand on the one before them. */
const riding = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]+$/u

let segmenter: Intl.Segmenter | null = null

/** Parts a text into signs. Made when it is first asked: it takes milliseconds to load, and most lines are plain letters. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/**
 * Counts the columns of a text: an accent on a letter takes none, a sign of Chinese takes two.
 *
 * @example
 * columnsOf('niño') // => 4
 * columnsOf('nin\u0303o') // => 4
 * columnsOf('拘留') // => 4
 */
export function columnsOf(text: string): number {
  if (narrow.test(text)) return text.length
  let columns = 0
  for (const { segment } of graphemesOf(text)) columns += columnsOfOne(segment)
  return columns
}

/** Parts a text into the pieces between which a line may break where a script has no spaces; others stay whole. */
export function breakable(text: string): readonly string[] {
  if (narrow.test(text)) return [text]
  const pieces: string[] = []
  let isJoined = false
  for (const { segment } of graphemesOf(text)) {
    const isWide = columnsOfOne(segment) === 2
    if (isJoined && !isWide) pieces.push(`${pieces.pop() ?? ''}${segment}`)
    else pieces.push(segment)
    isJoined = !isWide
  }
  return pieces
}

function columnsOfOne(grapheme: string): number {
  if (wide.test(grapheme)) return 2
  return riding.test(grapheme) ? 0 : 1
}
