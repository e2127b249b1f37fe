/** The items of a text, found by how their lines begin: what one error can spoil, and no more. */
import type { IToken } from 'chevrotain'

/** A stretch of tokens, from the first token of one item to the first of the next. */
export interface Item {
  /** Position of its first token among the tokens. */
  readonly first: number
  readonly startOffset: number
  readonly endOffset: number
  /** The text that stands in its place when it cannot be read. */
  readonly standIn: string
  /** The production that reads it alone, or null for a header or a section heading. */
  readonly production: string | null
}

const eventKinds = ['enacted', 'effective', 'amended', 'repealed', 'enjoined', 'stayed', 'contested', 'challenged']

/** The words before `fact` that say what kind of fact it is. */
export const factKinds: readonly string[] = ['protected', 'judged', 'volunteered']

const beginnings = new Set([
  ...['section', 'throughout', 'term', 'group', 'duty', 'example', 'promise', 'source', 'authority', ...eventKinds],
  ...['agency', 'act', 'event', 'fact', ...factKinds, 'impossible'],
])

/** After these words a label or a section is a reference, even at the beginning of a line. */
const beforeReference = new Set([
  ...[',', 'or', 'and', 'by', 'to', 'of', 'despite', 'displacing', 'outline', 'throughout', ...eventKinds],
])

/** Words that begin an item only together with a second one. */
const secondWords: Readonly<Record<string, string>> = { in: 'doubt', not: 'encoded', judged: 'fact' }

/** Words that stand inside an item and end like the beginning of one. */
const insideItems = ['then not', 'on no act', 'binds every agency']

/** Parts a text into its items. */
export function itemsOf(text: string, tokens: readonly IToken[]): readonly Item[] {
  const starts = tokens.flatMap((_, index) => (index === 0 || beginsItem(tokens, index) ? [index] : []))
  return starts.map((first, index) => {
    const next = starts[index + 1]
    return {
      first,
      startOffset: tokens[first]?.startOffset ?? 0,
      endOffset: next === undefined ? text.length : (tokens[next]?.startOffset ?? text.length),
      standIn: standInOf(tokens, first),
      production: first === 0 ? null : productionOf(tokens, first),
    }
  })
}

/** Puts a stand-in in the place of one item, on as many lines. */
export function withoutItem(text: string, { startOffset, endOffset, standIn }: Item): string {
  const lost = text.slice(startOffset, endOffset)
  const lastLine = lost.slice(lost.lastIndexOf('\n') + 1)
  const lines = lost.split('\n').length - 1
  const filler =
    lines === 0
      ? ' '.repeat(Math.max(1, lost.length - standIn.length))
      : `${'\n'.repeat(lines)}${' '.repeat(lastLine.length)}`
  return `${text.slice(0, startOffset)}${standIn}${filler}${text.slice(endOffset)}`
}

function beginsItem(tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (token === undefined || before === undefined || token.startLine === before.endLine) return false
  const kind = token.tokenType.name
  if (['LABEL', 'SECTION', 'group'].includes(kind)) return !beforeReference.has(before.image)
  const second = secondWords[kind]
  if (second === undefined ? !beginnings.has(kind) : tokens[index + 1]?.image !== second) return false
  const words = [tokens[index - 2]?.image, before.image, kind].join(' ')
  return !factKinds.includes(before.image) && !insideItems.some((inside) => words.endsWith(inside))
}

const productions: Readonly<Record<string, string | null>> = {
  ...{ term: 'Term', group: 'Group', duty: 'Duty', in: 'Doubt', not: 'NotEncoded', throughout: 'LeadIn' },
  ...{
    example: 'Example',
    promise: 'PolicyPromise',
    source: 'Source',
    authority: 'Authority',
    SECTION: null,
    section: null,
  },
  ...{ agency: 'Agency', act: 'Act', event: 'TimedEvent', fact: 'Fact', impossible: 'Impossible' },
  ...Object.fromEntries(factKinds.map((word) => [word, 'Fact'])),
  ...Object.fromEntries(eventKinds.map((word) => [word, 'Event'])),
}

function productionOf(tokens: readonly IToken[], first: number): string | null {
  const kind = tokens[first]?.tokenType.name ?? ''
  const named = productions[kind === 'LABEL' ? (tokens[first + 1]?.image ?? '') : kind]
  return named === undefined ? 'Rule' : named
}

function standInOf(tokens: readonly IToken[], first: number): string {
  if (tokens[first]?.tokenType.name === 'SECTION') return 'section x ""'
  if (first > 0) return ''
  // The version of the language, which stands first, is two tokens.
  const kind = tokens[tokens[0]?.image === 'language' ? 2 : 0]?.tokenType.name
  if (kind === 'vocabulary') return 'vocabulary x ""'
  if (kind === 'authorities') return 'authorities x'
  return kind === 'place'
    ? 'place x "" division "" geoid "" time-zone ""'
    : 'instrument x "" cite "" rank city place x binds every agency'
}
