/**
 * What could stand where reading failed, in words.
 *
 * The parser's message is only that list; `syntax-errors.ts` makes the sentence, because only it sees the text around.
 */
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'

const wordsByToken: Readonly<Record<string, string>> = {
  STRING: 'a text in double quotes',
  NAME: 'a name',
  FACT: 'a fact such as `request.form`',
  PATH: 'a path such as `us/ca/values-act`',
  DATE: 'a date such as `2026-11-22`',
  MONTHDAY: 'a day such as `03-01`',
  INT: 'a whole number',
  LABEL: 'a label such as `(a)(1)`',
  SECTION: 'a section such as `section 30.1`',
  EOF: 'the end of the file',
}

/** What a name is called among the things that could stand somewhere. */
export const nameWords = 'a name'

/** Lists what could stand where reading failed. */
export class PolicyParserMessages implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: { expected: TokenType }): string {
    return inWords([options.expected])
  }

  buildNotAllInputParsedMessage(): string {
    return ''
  }

  buildNoViableAltMessage(options: { expectedPathsPerAlt: TokenType[][][] }): string {
    return inWords(options.expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path.slice(0, 1))))
  }

  buildEarlyExitMessage(options: { expectedIterationPaths: TokenType[][]; actual: IToken[] }): string {
    return inWords(options.expectedIterationPaths.flatMap((path) => path.slice(0, 1)))
  }
}

function inWords(expected: readonly TokenType[]): string {
  const names = new Set(expected.map((token) => token.name))
  if (names.has('FACT') && names.has('(')) return 'a condition such as `not warrant.expired`'
  if (names.has('any') && names.has('never'))
    return 'a value, `any of` several, or a comparison such as `at least 5 years`'
  const words = [...names].map((name) => wordsByToken[name] ?? `\`${name}\``)
  if (words.length > 6) return `${words.slice(0, 6).join(', ')} or another word of the language`
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}
