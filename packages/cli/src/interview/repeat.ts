/** The command line that gives the same decision without an interview. */
import type { RequestPart } from '@brightline/engine'
import type { Vocabulary } from '@brightline/language'

/** The command, and the protected facts that are left out of it: a command line ends in the shell's history. */
export interface Repeat {
  readonly command: string
  readonly leftOut: readonly string[]
}

/** The call of the command, and the language in which it speaks. */
export interface Calling {
  readonly program: string
  /** The flags that name the law folders, where they are not the usual ones. */
  readonly law: readonly string[]
  readonly lang: string
}

/** Writes the command of a request. */
export function repeatCommand(request: RequestPart, { facts }: Vocabulary, { program, law, lang }: Calling): Repeat {
  const protectedNames = new Set(facts.filter(({ isProtected }) => isProtected).map(({ name }) => name))
  const given = Object.entries(request.facts ?? {})
  const shown = given.filter(([name]) => !protectedNames.has(name))
  const { place = '', agency, form, acts = [], events = {}, asOf } = request
  const words = [
    ...law,
    'decide',
    place,
    ...acts,
    ...flag('--agency', agency),
    ...flag('--form', form),
    ...shown.flatMap(([name, value]) => ['--fact', `${name}=${value ?? 'cannot-say'}`]),
    ...Object.entries(events).flatMap(([name, time]) => (time === null ? [] : ['--event', `${name}=${time}`])),
    ...flag('--as-of', asOf),
    ...(lang === 'en' ? [] : ['--lang', lang]),
  ]
  const leftOut = given.map(([name]) => name).filter((name) => protectedNames.has(name))
  return { command: [program, ...words.map(quoted)].join(' '), leftOut }
}

/** Finds how the command is called from where it runs: a package manager finds a program that no path leads to. */
export function programName(environment: NodeJS.ProcessEnv): string {
  return environment['npm_lifecycle_event'] === undefined ? 'brightline' : 'npx brightline'
}

function flag(name: string, value: string | null | undefined): readonly string[] {
  return value === undefined || value === null ? [] : [name, value]
}

/** Quotes a word for a shell where it has to be. */
function quoted(word: string): string {
  return /^[\w./:=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
