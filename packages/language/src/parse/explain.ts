/** A syntax error in words: what stands there, what could stand there, and how to repair it. */
import type { IToken } from 'chevrotain'
import { nearest } from '../names/nearest.ts'
import { nameWords } from './expected.ts'

/** Where reading an item failed. */
export interface Failure {
  readonly tokens: readonly IToken[]
  /** Position of the token that does not fit; the number of tokens where the item ends too early. */
  readonly index: number
  /** What could stand there, in words; empty when the parser does not say. */
  readonly expected: string
}

interface Explanation {
  readonly code: string
  readonly message: string
  readonly help: string | null
}

const ruleOrder = 'when, unless, decided by, until, as a, forced by, from, through, cite, note, and the mark last'
const dutyOrder = 'the deadline, in languages, when, unless, if missed, from, through, cite, note, and the mark last'
const headerOrder = 'cite, pin, rank, place, binds, reach, sources, and dated events last'

/** Explains one syntax error. */
export function explain(failure: Failure): Explanation {
  const { tokens, expected } = failure
  const first = tokens[failure.index]
  // Two words of which the second is wrong are reported at the first: `at lest`.
  const isSecond = first !== undefined && expected.includes(`\`${first.image}\``)
  const index = isSecond ? failure.index + 1 : failure.index
  const wanted = isSecond ? '' : expected
  const found = tokens[index]
  const before = tokens[index - 1]
  const exactly = wanted === nameWords ? nameAfter(before) : afterSlash(before, wanted)
  if (found === undefined) return explainEnd(tokens, exactly)
  return explainConnective(tokens, index, found) ?? explainWord(tokens, found, exactly)
}

/** What a name stands for, as the word before it tells. */
function nameAfter(before: IToken | undefined): string {
  const word = before?.image ?? ''
  if (['must', 'not', 'may', 'decides'].includes(word)) return 'an act such as `hold`'
  if (word === 'in') return 'a source that is named at the top'
  return word === 'after' || word === 'before' ? 'an event such as `release`' : nameWords
}

/** A language is named by a code, and a few words of the grammar are codes too. */
function afterSlash(before: IToken | undefined, wanted: string): string {
  return before?.image === '/' && wanted.startsWith(`${nameWords}, `) ? 'a language code such as `vi`' : wanted
}

function explainEnd(tokens: readonly IToken[], wanted: string): Explanation {
  const last = tokens.at(-1)
  const what = wanted === '' ? 'more' : wanted
  if (last === undefined) return { code: 'POL-0101', message: `the file says nothing: expected ${what}`, help: null }
  const help = last.image === 'when' || last.image === 'unless' ? 'write a condition, or leave the word out' : null
  return { code: 'POL-0101', message: `expected ${what} after ${inQuotes(last)}`, help }
}

function explainWord(tokens: readonly IToken[], found: IToken, wanted: string): Explanation {
  const help = helpFor(tokens, found)
  if (wanted === '') return { code: 'POL-0101', message: `${inQuotes(found)} cannot stand here`, help }
  const message = `expected ${wanted}, found ${inQuotes(found)}`
  const wantsName = /\b(?:name|act|source|event)\b/.test(wanted)
  if (!wantsName || !isKeyword(found)) return { code: 'POL-0101', message, help }
  const reserved = 'a word of the language cannot be a name: choose another, or add what is missing before it'
  return { code: 'POL-0101', message: `${message}, which is a word of the language`, help: reserved }
}

/** `and` or `or` where it cannot stand: mixed without brackets, or in a list that is joined otherwise. */
function explainConnective(tokens: readonly IToken[], index: number, found: IToken): Explanation | null {
  if (found.image !== 'and' && found.image !== 'or') return null
  const before = tokens.slice(0, index)
  const start = before.findLastIndex(({ image }) => ['when', 'unless', 'means', ':'].includes(image))
  const other = found.image === 'and' ? 'or' : 'and'
  if (start !== -1 && before.slice(start).some(({ image }) => image === other)) {
    const message = `\`${found.image}\` cannot stand here: \`and\` and \`or\` are not mixed without brackets`
    return { code: 'POL-0103', message, help: 'put brackets around the part that belongs together' }
  }
  const help = 'a list is written with commas and one `or` before the last: `hold, transfer or disclose`'
  return { code: 'POL-0101', message: `\`${found.image}\` cannot stand here`, help }
}

function helpFor(tokens: readonly IToken[], found: IToken): string | null {
  if (found.tokenType.name === 'NAME') {
    const meant = synonyms[found.image] ?? nearestKeyword(found.image)
    return meant === null ? null : `did you mean \`${meant}\`?`
  }
  if (found.tokenType.name === 'INT') return 'dates are written year-month-day, such as `2026-02-28`'
  if (!clauseWords.has(found.image)) return null
  const start = tokens.slice(0, 2).map(({ image }) => image)
  if (start.includes('instrument')) return `the header stands in this order: ${headerOrder}`
  if (start.includes('term')) return 'after its condition a term has only a mark'
  return `the clauses stand in this order: ${start.includes('duty') ? dutyOrder : ruleOrder}`
}

const synonyms: Readonly<Record<string, string>> = {
  ...{ shall: 'must', will: 'must', cannot: 'must not', can: 'may', except: 'unless', where: 'when', if: 'when' },
}

const clauseWords = new Set([
  ...['when', 'unless', 'decided', 'until', 'as', 'forced', 'from', 'through', 'cite', 'note', 'read', 'reported'],
  ...['unverified', 'if', 'in', 'within', 'promptly', 'pin', 'rank', 'place', 'binds', 'reach', 'source'],
])

const keywords = [
  ...clauseWords,
  ...[
    'must',
    'not',
    'may',
    'staff',
    'despite',
    'subject',
    'duty',
    'term',
    'means',
    'section',
    'example',
    'given',
    'then',
  ],
  ...['promise', 'never', 'always', 'decides', 'depends', 'permits', 'prohibits', 'before', 'excluding', 'weekends'],
  ...[
    'holidays',
    'languages',
    'missed',
    'doubt',
    'whether',
    'treat',
    'convicted',
    'displacing',
    'effective',
    'enacted',
  ],
  ...['amended', 'repealed', 'enjoined', 'stayed', 'contested', 'agency', 'fact', 'event', 'protected', 'impossible'],
  ...['derived', 'convictions', 'known', 'cost', 'number', 'least', 'most', 'instrument', 'vocabulary', 'division'],
]

function nearestKeyword(word: string): string | null {
  const letters = (text: string): string => text.split('').toSorted().join('')
  // Swapped letters are the commonest slip, so words of the same letters come first.
  const swapped = keywords.find((keyword) => letters(keyword) === letters(word))
  if (swapped !== undefined || word.length < 4) return swapped ?? null
  return nearest(
    word,
    keywords.filter(({ length }) => length > 3),
  )
}

function isKeyword(token: IToken): boolean {
  return token.tokenType.name === token.image && /^[a-z-]+$/.test(token.image)
}

function inQuotes({ image }: IToken): string {
  return `\`${image.length > 40 ? `${image.slice(0, 40)}…` : image}\``
}
