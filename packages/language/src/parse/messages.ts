/** Syntax errors in words: what stands there, what could stand there, and how to repair it. */
import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'

const nameOfToken: Readonly<Record<string, string>> = {
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

/** Builds the messages of the parser. */
export class PolicyParserMessages implements IParserErrorMessageProvider {
  buildMismatchTokenMessage(options: { expected: TokenType; actual: IToken; ruleName: string }): string {
    return sentence(options.actual, [options.expected])
  }

  buildNotAllInputParsedMessage(options: { firstRedundant: IToken; ruleName: string }): string {
    return sentence(options.firstRedundant, [])
  }

  buildNoViableAltMessage(options: {
    expectedPathsPerAlt: TokenType[][][]
    actual: IToken[]
    ruleName: string
  }): string {
    const firsts = options.expectedPathsPerAlt.flatMap((alternative) => alternative.map((path) => path[0]))
    return sentence(
      options.actual[0],
      firsts.filter((token) => token !== undefined),
    )
  }

  buildEarlyExitMessage(options: { expectedIterationPaths: TokenType[][]; actual: IToken[]; ruleName: string }): string {
    const firsts = options.expectedIterationPaths.map((path) => path[0])
    return sentence(
      options.actual[0],
      firsts.filter((token) => token !== undefined),
    )
  }
}

function sentence(found: IToken | undefined, expected: readonly TokenType[]): string {
  const foundWords = found === undefined || found.tokenType.name === 'EOF' ? 'the file ends here' : `\`${shorten(found.image)}\``
  if (found !== undefined && (found.image === 'and' || found.image === 'or')) {
    return `\`${found.image}\` cannot stand here: \`and\` and \`or\` are not mixed without brackets`
  }
  const names = [...new Set(expected.map(describe))]
  if (names.length === 0) return `${foundWords} cannot stand here`
  const list = names.length > 6 ? `${names.slice(0, 6).join(', ')} or another word of the grammar` : names.join(' or ')
  const isWord = found !== undefined && /^[a-z-]+$/.test(found.image) && found.tokenType.name === found.image
  return `expected ${list}, found ${isWord ? `the word of the language ${foundWords}` : foundWords}`
}

function describe(token: TokenType): string {
  return nameOfToken[token.name] ?? `\`${token.name}\``
}

function shorten(image: string): string {
  return image.length > 40 ? `${image.slice(0, 40)}…` : image
}
