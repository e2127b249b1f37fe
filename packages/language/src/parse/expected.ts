/**
 * The things that could stand where reading failed: words of the language as they are, everything else by a key.
 *
 * The parser's message is only that list; `explain.ts` adds what the text around tells.
 */
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'

/** Words of the language and keys such as `a-date`, which no word of the language is; the keys are said in words by whoever makes the sentence. */
export type Expected = readonly string[]

/** The key of a name, whatever it names; the keys of certain names begin with it. */
export const anyName = 'a-name'

const keyByToken: Readonly<Record<string, string>> = {
  STRING: 'a-text',
  NAME: anyName,
  FACT: 'a-name-of-fact',
  PATH: 'a-path',
  DATE: 'a-date',
  MONTHDAY: 'a-day',
  INT: 'a-number',
  LABEL: 'a-label',
  SECTION: 'a-section',
  EOF: 'the-end',
}

/** The key of all that a list leaves out. */
export const anotherWord = 'another-word'

/** After so many the list helps no more. */
const mostListed = 6

/** The words of the language that a value or a source may have for a name: the production `Word` of the grammar. */
const wordsAsNames = [
  ...['act', 'all', 'counsel', 'first', 'group', 'here', 'nobody'],
  ...['nothing', 'power', 'private', 'request', 'rule', 'this'],
]

/** Lists what could stand where reading failed. */
export class ExpectedTokens implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: { expected: TokenType }): string {
    return write([options.expected])
  }

  buildNotAllInputParsedMessage(): string {
    return ''
  }

  buildNoViableAltMessage(options: { expectedPathsPerAlt: TokenType[][][] }): string {
    return write(options.expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path.slice(0, 1))))
  }

  buildEarlyExitMessage(options: { expectedIterationPaths: TokenType[][]; actual: IToken[] }): string {
    return write(options.expectedIterationPaths.flatMap((path) => path.slice(0, 1)))
  }
}

/**
 * Reads the list from the parser's message.
 *
 * @example
 * expectedIn('must may') // => ['must', 'may']
 * expectedIn('') // => []
 */
export function expectedIn(message: string): Expected {
  return message === '' ? [] : message.split(' ')
}

function write(expected: readonly TokenType[]): string {
  const names = new Set(expected.map((token) => token.name))
  if (names.has('FACT') && names.has('(')) return 'a-condition'
  if (names.has('any') && names.has('never')) return 'a-value'
  // Where a value or a source is named, words of the language stand that may be its name.
  if (wordsAsNames.every((word) => names.has(word))) for (const word of wordsAsNames) names.delete(word)
  const keys = [...names].map((name) => keyByToken[name] ?? name)
  return (keys.length > mostListed ? [...keys.slice(0, mostListed), anotherWord] : keys).join(' ')
}
