/** A syntax error explained: what stands there, what could stand there, and what was probably meant. */
import type { IToken } from 'chevrotain'
import type { Finding } from '../file-problem.ts'
import { nearest } from '../names/nearest.ts'
import { anotherWord, anyName, type Expected } from './expected.ts'
import { factKinds } from './items.ts'

/** A place at which reading an item failed. */
export interface Failure {
  readonly tokens: readonly IToken[]
  /** Position of the token that does not fit; the number of tokens where the item ends too early. */
  readonly index: number
  /** The things that could stand there; empty when the parser does not say. */
  readonly expected: Expected
}

/** Explains one syntax error. */
export function explain(failure: Failure): Finding {
  const { tokens, expected } = failure
  const first = tokens[failure.index]
  // Two words of which the second is wrong are reported at the first: `at lest`.
  const isSecond = first !== undefined && expected.includes(first.image)
  const index = isSecond ? failure.index + 1 : failure.index
  const found = tokens[index]
  const wanted = isSecond ? [] : moreExactly(expected, tokens[index - 1])
  if (found === undefined) return explainEnd(tokens, wanted)
  return explainConnective(tokens, index, found) ?? explainWord(tokens, found, wanted)
}

/** Says what is expected, as far as the word before it tells more than the parser knows. */
function moreExactly(expected: Expected, before: IToken | undefined): Expected {
  const word = before?.image ?? ''
  // A few words of the grammar are codes of languages too, and are listed beside the name.
  if (word === '/' && expected[0] === anyName && expected.length > 1) return ['a-language']
  return expected.map((one) => (one === anyName ? nameAfter(word) : one))
}

function nameAfter(word: string): string {
  if (['must', 'not', 'may', 'decides'].includes(word)) return 'a-name-of-act'
  if (word === 'in') return 'a-name-of-source'
  return word === 'after' || word === 'before' ? 'a-name-of-event' : anyName
}

function explainEnd(tokens: readonly IToken[], wanted: Expected): Finding {
  const last = tokens.at(-1)
  const expected = wanted.length === 0 ? ['anything-more'] : wanted
  if (last === undefined) return { code: 'POL-0107', values: { expected } }
  const isCondition = last.image === 'when' || last.image === 'unless'
  return {
    code: 'POL-0106',
    values: { expected, after: shorten(last), advice: isCondition ? 'write-condition' : null },
  }
}

function explainWord(tokens: readonly IToken[], found: IToken, expected: Expected): Finding {
  // A mark may end without its source, so the parser takes the word behind it for the next item.
  if (found.image === 'in' && found === tokens.at(-1)) {
    return { code: 'POL-0106', values: { expected: ['a-name-of-source'], after: 'in' } }
  }
  const values = { found: shorten(found), ...adviceFor(tokens, found, expected) }
  if (expected.length === 0) return { code: 'POL-0101', values }
  const wantsName = expected.some((one) => one.startsWith(anyName))
  if (wantsName && isKeyword(found)) {
    // Lawyers write `may not` for a prohibition, and it could be read as leave to do nothing.
    const isMayNot = found.image === 'not' && tokens[tokens.indexOf(found) - 1]?.image === 'may'
    const advice = isMayNot ? 'must-or-need-not' : null
    return { code: 'POL-0108', values: { expected, found: shorten(found), advice } }
  }
  return { code: 'POL-0105', values: { expected, ...values } }
}

/** Explains `and` or `or` where it cannot stand: mixed without brackets, or in a list that is joined otherwise. */
function explainConnective(tokens: readonly IToken[], index: number, found: IToken): Finding | null {
  if (found.image !== 'and' && found.image !== 'or') return null
  const before = tokens.slice(0, index)
  const start = before.findLastIndex(({ image }) => ['when', 'unless', 'means', ':'].includes(image))
  const other = found.image === 'and' ? 'or' : 'and'
  const isMixed = start !== -1 && before.slice(start).some(({ image }) => image === other)
  return { code: isMixed ? 'POL-0103' : 'POL-0109', values: { found: found.image } }
}

/** Finds what was meant, or what to keep in mind. */
function adviceFor(
  tokens: readonly IToken[],
  found: IToken,
  expected: Expected,
): { meant: string | null; advice: string | null } {
  const told = adviceByNeighbours(tokens, found, expected)
  if (told !== null) return told
  if (found.tokenType.name === 'NAME') {
    const meant = synonyms[found.image] ?? nearestKeyword(found.image)
    return { meant: meant !== null && couldStand(meant, expected) ? meant : null, advice: null }
  }
  if (isLongLabel(tokens, found)) return { meant: null, advice: 'short-label' }
  if (found.tokenType.name === 'INT') return { meant: null, advice: 'order-of-date' }
  return { meant: null, advice: clauseWords.has(found.image) ? orderOf(tokens) : null }
}

/** Finds what was meant by a word and the one beside it, or by a word that is never there; null where they say nothing. */
function adviceByNeighbours(
  tokens: readonly IToken[],
  found: IToken,
  expected: Expected,
): { meant: string | null; advice: string | null } | null {
  const at = tokens.indexOf(found)
  const [before = '', after = ''] = [tokens[at - 1]?.image, tokens[at + 1]?.image]
  if (found.image === 'if' && after !== 'missed') return { meant: 'when', advice: null }
  if (expected.length === 1 && expected[0] === 'term') return { meant: null, advice: 'in-a-section' }
  if (headsOfSections.has(found.image)) return { meant: null, advice: 'head-of-section' }
  if (found.image === '/' && after === '/') return { meant: null, advice: 'free-text' }
  const isInBusinessDays = ['days', 'day'].includes(found.image) && ['business', 'working', 'work'].includes(before)
  return isInBusinessDays ? { meant: null, advice: 'without-weekends' } : null
}

/** Tells whether a bracket opens what would be a label, were it shorter. */
function isLongLabel(tokens: readonly IToken[], found: IToken): boolean {
  const [open, inside, close] = tokens.slice(tokens.indexOf(found)).map(({ image }) => image)
  return open === '(' && close === ')' && /^[a-z0-9-]{2,}$/i.test(inside ?? '')
}

/** Tells whether a word of the language is among what is expected, as far as that is known. */
function couldStand(word: string, expected: Expected): boolean {
  const [first = ''] = word.split(' ')
  return expected.length === 0 || expected.includes(first) || expected.includes(anotherWord)
}

/** Finds the order of the clauses of an item by its first words; null where it has no clauses. */
function orderOf(tokens: readonly IToken[]): string | null {
  const images = tokens.map(({ image }) => image)
  const start = images.slice(0, 2)
  // What begins a file may stand behind the version of the language.
  const [first] = images[0] === 'language' ? images.slice(2) : images
  if (first === 'instrument') return 'order-of-header'
  if (first === 'source') return null
  if (start.includes('authority')) return 'order-of-authority'
  if (first === 'authorities') return null
  if (first === 'place' || first === 'vocabulary') return null
  if (start.includes('term') || start.includes('group')) return 'order-of-term'
  if (start.includes('throughout')) return 'order-of-lead-in'
  if (images.slice(0, 3).includes('encoded')) return 'order-of-not-encoded'
  if (['fact', ...factKinds].includes(images[0] ?? '')) return 'order-of-fact'
  return start.includes('duty') ? 'order-of-duty' : 'order-of-rule'
}

const synonyms: Readonly<Record<string, string>> = {
  ...{ shall: 'must', will: 'must', cannot: 'must not', can: 'may', except: 'unless', where: 'when', if: 'when' },
}

/** Words that stand at the head of a section alone. */
const headsOfSections = new Set(['throughout', 'outline'])

const clauseWords = new Set([
  ...['when', 'unless', 'decided', 'until', 'for', 'whoever', 'counsel', 'as', 'forced', 'from', 'through', 'cite'],
  ...['note', 'read', 'inferred', 'reported', 'unverified', 'because', 'if', 'in', 'to', 'within', 'promptly'],
  ...[
    'pin',
    'rank',
    'place',
    'binds',
    'reach',
    'source',
    'outline',
    'said',
    'denied',
    'known',
    'judged',
    'cost',
    'makes',
    'binding',
    'bears',
    'limited',
    'overruled',
    'superseded',
    'holding',
  ],
])

const keywords = [
  ...clauseWords,
  ...['must', 'not', 'may', 'need', 'nobody', 'nothing', 'forbid', 'forbids', 'staff', 'despite', 'subject'],
  ...['section', 'throughout', 'term', 'group', 'means', 'duty', 'about', 'doubt', 'whether', 'treat', 'encoded'],
  ...['example', 'given', 'convicted', 'then', 'displacing', 'power', 'conflict', 'facts', 'needed'],
  ...['promise', 'never', 'always', 'decides', 'depends', 'permits', 'prohibits', 'before', 'excluding', 'weekends'],
  ...['holidays', 'languages', 'missed', 'enacted', 'effective', 'amended', 'repealed', 'enjoined', 'stayed'],
  ...['contested', 'challenged', 'agency', 'private', 'fact', 'event', 'protected', 'volunteered', 'impossible'],
  ...['derived', 'convictions', 'known', 'lasts', 'asks', 'sense', 'number', 'least', 'most', 'language', 'instrument'],
  ...['vocabulary', 'division', 'checked', 'authorities', 'authority'],
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

function shorten({ image }: IToken): string {
  return image.length > 40 ? `${image.slice(0, 40)}…` : image
}
