/** The reference page of the language, from its grammar. */

/** A production of the grammar, as its file states it. */
interface Production {
  readonly name: string
  readonly doc: string
  readonly body: string
  readonly isTerminal: boolean
}

/**
 * Writes the page: the introduction, then a section for each production with its form and its example.
 *
 * The examples are texts by production; their first line says how the tests read them and is left out.
 */
export function languageReference(
  introduction: string,
  grammar: string,
  exampleByName: ReadonlyMap<string, string>,
): string {
  const productions = productionsOf(grammar)
  const links = new Set(productions.map(({ name }) => name))
  const sections = productions.map((production) => printSection(production, exampleByName.get(production.name), links))
  return `${introduction}\n## Reference\n\n${sections.join('\n')}`
}

/** Lists the productions of a grammar in its order. */
export function productionsOf(grammar: string): readonly Production[] {
  const production =
    /(?:\/\*\*([^]*?)\*\/\s*)?^(?:entry |fragment |hidden )*(terminal |type )?([A-Za-z]+)(?: (?:returns|infers) \w+)?\s*[:=]([^]*?);$/gm
  return [...grammar.matchAll(production)].map(([, doc = '', kind, name = '', body = '']) => ({
    name,
    doc: doc.replace(/\s*\n\s*\*\s?/g, ' ').trim(),
    body: body.trim(),
    isTerminal: kind === 'terminal ',
  }))
}

/**
 * Writes a production's body in words: no names of the syntax tree, and signs that everybody knows.
 *
 * @example
 * readableForm("'pin' pin=STRING (unit=NAME)?") // => 'pin ‹text› [‹name›]'
 */
export function readableForm(body: string): string {
  const listed = body
    .replace(/\{infer [\w.+=]+\} ?/g, '')
    .replace(/(\w+)\+=(\[[\w:]+\]|\w+) \(',' \1\+=\2\)\* \('(?:or|and)' \1\+=\2\)\?/g, '$1+=$2 LIST')
    .replace(/(\w+)\+=(\[[\w:]+\]|\w+) \('and' \1\+=\2\)\*/g, '$1+=$2 AND')
    .replace(/\w+(?:\+|\?)?=(?=['([\w])/g, '')
  return printForm(listed)
}

const filledIn: Readonly<Record<string, string>> = {
  ...{ STRING: 'text', NAME: 'name', FACT: 'fact', PATH: 'path', DATE: 'date', MONTHDAY: 'month-day', INT: 'number' },
  ...{ LABEL: 'label', SECTION: 'section', WS: 'space', COMMENT: 'comment', PathOrName: 'path', RuleRef: 'rule' },
}

/** Names what a reference refers to: its kind of thing, in small letters. */
function filled(name: string): string {
  const words = filledIn[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  return `‹${words}›`
}

function printForm(body: string): string {
  const tokens = body.match(/'[^']*'|\[\w+(?::\w+)?\]|\w+|[()|?*+\n]/g) ?? []
  const closers: number[] = []
  const words: string[] = []
  tokens.forEach((token, index) => {
    if (token === '(') {
      closers.push(words.length)
      words.push('(')
    } else if (token === ')') {
      const open = closers.pop() ?? 0
      const sign = tokens[index + 1] ?? ''
      const inside = words.splice(open).slice(1).join(' ')
      words.push(bracketed(inside, sign))
    } else if (token === 'LIST' || token === 'AND') {
      const item = words.pop() ?? ''
      words.push(token === 'LIST' ? `${item}, ${item} or ${item}` : `${item} and ${item}`)
    } else if (['?', '*', '+'].includes(token)) {
      if (tokens[index - 1] !== ')') words.push(bracketed(words.pop() ?? '', token))
    } else words.push(wordOf(token))
  })
  return words
    .join(' ')
    .replace(/ ([,:])/g, '$1')
    .replace(/ *\n */g, '\n  ')
}

function bracketed(inside: string, sign: string): string {
  if (sign === '?') return `[${inside}]`
  if (sign === '*') return `{${inside}}`
  return sign === '+' ? `${inside} {${inside}}` : `(${inside})`
}

function wordOf(token: string): string {
  if (token.startsWith("'")) return token.slice(1, -1)
  if (token === '|' || token === '\n') return token
  const [, type = token] = /^\[(\w+)/.exec(token) ?? []
  return filled(type)
}

function printSection(
  { name, doc, body, isTerminal }: Production,
  example: string | undefined,
  links: ReadonlySet<string>,
): string {
  if (example === undefined) throw new Error(`no example of ${name}`)
  const shown = example.replace(/^-- setting: .*\n/, '').trimEnd()
  const form = isTerminal ? body : readableForm(body)
  const uses = [...new Set(body.match(/\b[A-Z]\w+\b/g) ?? [])].filter((other) => links.has(other) && other !== name)
  const seeAlso =
    uses.length === 0 ? '' : `\nMade of: ${uses.map((other) => `[${other}](#${anchorOf(other)})`).join(', ')}.\n`
  const language = isTerminal ? 'regex' : 'text'
  return `### ${titleOf(name)}\n\n${doc}\n\n\`\`\`${language}\n${form}\n\`\`\`\n${seeAlso}\n\`\`\`policy\n${shown}\n\`\`\`\n`
}

/** Makes the heading of a production. Tokens are in capitals, and would look like the productions of the same name. */
function titleOf(name: string): string {
  return name === name.toUpperCase() ? `The token ${name}` : name
}

function anchorOf(name: string): string {
  return titleOf(name).toLowerCase().replaceAll(' ', '-')
}
