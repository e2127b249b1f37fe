/**
 * What a paper seems to say: words from short lists, for somebody to confirm or deny. Nothing else of a paper leaves the
 * program that reads it.
 */

/** The text of one page from top to bottom, and the values of the boxes that are ticked. */
export interface PageText {
  readonly lines: readonly string[]
  readonly ticked: number
}

/** One hint, as it is kept: its kind and its word, such as `form:i-247a`. */
export type Hint = string

const forms: readonly (readonly [RegExp, string])[] = [
  [/\bI-?247\s?A\b/, 'i-247a'],
  [/\bI-?247\s?G\b/, 'i-247g'],
  [/\bI-?247\s?N\b/, 'i-247n'],
  [/\bI-?247\s?D\b/, 'i-247d'],
  [/\bI-?247\s?X\b/, 'i-247x'],
  [/\bI-?247\b/, 'i-247-earlier'],
  [/\bI-?200\b/, 'i-200'],
  [/\bI-?203A?\b/, 'i-203'],
  [/\bI-?205\b/, 'i-205'],
  [/\bI-?138\b/, 'i-138'],
  [/\bI-?862\b/, 'i-862'],
  [/\bAO\s?93\b/, 'ao-93'],
  [/\bAO\s?442\b/, 'ao-442'],
  [/\bAO\s?88B?\b/, 'ao-88b'],
]

const tops: readonly (readonly [RegExp, string])[] = [
  [/\bimmigration court\b/i, 'immigration-court'],
  [/\b(?:united states|u\.\s?s\.) district court\b/i, 'us-court'],
  [/\b(?:superior|circuit|county|district|municipal|supreme) court\b/i, 'court'],
  [/\bhomeland security\b|\bimmigration and customs\b|\bcustoms and border\b/i, 'homeland-security'],
]

const titles: readonly (readonly [RegExp, string])[] = [
  [/\bimmigration judge\b/i, 'immigration-judge'],
  [/\bmagistrate judge\b/i, 'magistrate'],
  [/\b(?:district|superior court|circuit) judge\b|\bjudge of the\b|\bhon\./i, 'judge'],
  [/\b(?:deputy )?clerk of (?:the )?court\b|\bdeputy clerk\b/i, 'clerk'],
  [
    /\b(?:immigration|deportation|detention) (?:and deportation )?officer\b|\bfield office director\b/i,
    'immigration-officer',
  ],
]

/** How many lines from the top are the head of a page, and from the bottom its foot. */
const edgeLines = 6

/**
 * Reads the hints of a paper.
 *
 * @example
 * hintsOf([{ lines: ['Department of Homeland Security', 'DHS Form I-247A (3/17)'], ticked: 1 }])
 * // => ['form:i-247a', 'edition:3/17', 'top:homeland-security', 'ticked:1']
 */
export function hintsOf(pages: readonly PageText[]): readonly Hint[] {
  // A report of immigration authorities about a person is told by its number, and nothing of it is read.
  if (pages.some(({ lines }) => lines.some((line) => /\bI-?213\b/.test(line)))) return ['form:i-213']
  const feet = pages.flatMap(({ lines }) => lines.slice(-edgeLines))
  const heads = pages.flatMap(({ lines }) => lines.slice(0, edgeLines))
  const ticked = pages.reduce((sum, page) => sum + page.ticked, 0)
  return [
    ...first(feet, forms, 'form'),
    ...editionOf(feet),
    ...first(heads, tops, 'top'),
    ...first(feet, titles, 'title'),
    ...lastDay(pages.flatMap(({ lines }) => lines)),
    ...(ticked > 0 ? [`ticked:${Math.min(ticked, 99)}`] : []),
  ]
}

function first(lines: readonly string[], words: readonly (readonly [RegExp, string])[], kind: string): readonly Hint[] {
  const found = words.find(([pattern]) => lines.some((line) => pattern.test(line)))
  return found === undefined ? [] : [`${kind}:${found[1]}`]
}

/** The edition stands beside the number of the form. */
function editionOf(lines: readonly string[]): readonly Hint[] {
  for (const line of lines) {
    const [, month, year] =
      /\b(?:I-?\d{3}|AO\s?\d{2,3})\s?[A-Z]?\b.{0,12}?\b(0?[1-9]|1[0-2])\/(\d{2}|\d{4})\b/.exec(line) ?? []
    if (month !== undefined && year !== undefined) return [`edition:${Number(month)}/${year.slice(-2)}`]
  }
  return []
}

/** The last day on which a search may be made. */
function lastDay(lines: readonly string[]): readonly Hint[] {
  for (const line of lines) {
    const [, month, day, year] = /\bon or before\W{0,4}(\d{1,2})\/(\d{1,2})\/(\d{4})\b/i.exec(line) ?? []
    if (month === undefined || day === undefined || year === undefined) continue
    return [`last-day:${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`]
  }
  return []
}
