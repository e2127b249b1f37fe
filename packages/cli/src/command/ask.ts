/** `brightline ask`: an interview that ends with a decision. */
import { delimiter } from 'node:path'
import { actsOfForm, formFact, isDate, stackOf, unknown } from '@brightline/engine'
import type { Library } from '@brightline/language'
import { converse, type Ending } from '../interview/conversation.ts'
import { openTerminal, type Terminal } from '../interview/lines.ts'
import { interviewWords } from '../interview/words.ts'
import { shippedLaw } from '../law-files.ts'
import { exitCode, UsageError } from '../output.ts'
import type { Lang } from '../words.ts'
import { today } from './decide-flags.ts'
import { lawFor } from './decide.ts'

/** As the command line gives them. */
export interface AskFlags {
  readonly agency?: string
  readonly form?: string
  readonly asOf?: string
  readonly lang: string
}

/** Ctrl-C, as shells report it. */
const interruptedCode = 130

/** Asks, at the terminal, and decides. Returns the exit code. */
export async function ask(place: string, flags: AskFlags, law: string): Promise<number> {
  const lang = readLang(flags.lang)
  const asOf = flags.asOf ?? today()
  if (!isDate(asOf)) throw new UsageError(`\`${asOf}\` is not a date`, 'write year-month-day, such as 2026-11-22')
  const library = await lawFor(place, law)
  checkNames(library, flags)
  if (!isTerminal()) {
    throw new UsageError('an interview needs a terminal', `use \`brightline decide ${place}\` with --form and --fact`)
  }
  const { agency = null, form = null } = flags
  const stack = stackOf(library, place, asOf)
  return atTerminal(lang, (terminal) => converse(terminal, { stack, agency, form, lang, law: lawFlags(law) }))
}

/** Opens the terminal for a conversation, gives it back, and turns its ending into an exit code. */
export async function atTerminal(lang: Lang, talk: (terminal: Terminal) => Promise<Ending>): Promise<number> {
  const terminal = openTerminal(process.stdin, process.stderr)
  try {
    const ending = await talk(terminal)
    if (ending !== 'decided') {
      terminal.say()
      terminal.say(interviewWords[lang].end)
    }
    return ending === 'interrupted' ? interruptedCode : exitCode.fine
  } finally {
    terminal.close()
  }
}

/** The flags that name the law folders; none for the law that ships with the command. */
export function lawFlags(law: string): readonly string[] {
  const [first = '', ...added] = law.split(delimiter)
  return [...(first === shippedLaw ? [] : ['--law', first]), ...added.flatMap((folder) => ['--with', folder])]
}

/** Whether a person can be asked. */
export function isTerminal(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

/** A language that the command speaks. */
export function readLang(lang: string): Lang {
  if (lang === 'en' || lang === 'es') return lang
  throw new UsageError(`unknown language \`${lang}\``, 'write en or es')
}

function checkNames(library: Library, { agency, form }: AskFlags): void {
  const agencies = library.vocabulary.agencies.map(({ name }) => name)
  if (agency !== undefined && !agencies.includes(agency)) refuse(unknown('REQ-0002', 'agency', agency, agencies))
  const type = library.vocabulary.facts.find(({ name }) => name === formFact)?.type
  const forms = type?.kind === 'one-of' ? type.values.map(({ name }) => name) : []
  if (form !== undefined && actsOfForm(library, form) === null) refuse(unknown('REQ-0005', 'form', form, forms))
}

function refuse({ code, message, help }: ReturnType<typeof unknown>): never {
  throw new UsageError(`${code}: ${message}`, help)
}
