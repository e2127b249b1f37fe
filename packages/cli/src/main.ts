/**
 * The `brightline` command: one file a subcommand, in `command/`, with its flags and what it does.
 *
 * Only the file of the command that runs is loaded, so that a decision does not wait for the parser or the log.
 */
import { Command, CommanderError } from 'commander'
import { contextOf, type Context, type Surroundings } from './context.ts'
import { examples } from './flag/help.ts'
import { addLaw, flagsWithValue } from './flag/law.ts'
import { langIn } from './flag/lang.ts'
import { refuseRepeats } from './flag/once.ts'
import { misread } from './flag/misread.ts'
import { problemLine, Refusal } from './refusal.ts'
import { isTooLarge, tooLarge } from './too-large.ts'
import { exitCode, printText, tell, tellText, ToldError } from './terminal/output.ts'

type Declare = (program: Command, context: Context) => void

/** The files of commands, in the order of the help. */
const commands: readonly { readonly names: readonly string[]; readonly load: () => Promise<Declare> }[] = [
  { names: ['check'], load: async () => (await import('./command/check.ts')).declare },
  { names: ['decide'], load: async () => (await import('./command/decide.ts')).declare },
  { names: ['ask'], load: async () => (await import('./command/ask.ts')).declare },
  { names: ['start'], load: async () => (await import('./command/start.ts')).declare },
  { names: ['places'], load: async () => (await import('./command/places.ts')).declare },
  { names: ['vocabulary'], load: async () => (await import('./command/vocabulary.ts')).declare },
  { names: ['cases'], load: async () => (await import('./command/cases.ts')).declare },
  { names: ['duties'], load: async () => (await import('./command/duties.ts')).declare },
  { names: ['law'], load: async () => (await import('./command/law.ts')).declare },
  { names: ['show'], load: async () => (await import('./command/show.ts')).declare },
  { names: ['sql'], load: async () => (await import('./command/sql.ts')).declare },
  { names: ['fmt'], load: async () => (await import('./command/fmt.ts')).declare },
  { names: ['migrate'], load: async () => (await import('./command/migrate.ts')).declare },
  { names: ['test'], load: async () => (await import('./command/test.ts')).declare },
  { names: ['language-server'], load: async () => (await import('./command/language-server.ts')).declare },
  { names: ['simulate'], load: async () => (await import('./command/simulate.ts')).declare },
  { names: ['compare'], load: async () => (await import('./command/compare.ts')).declare },
  { names: ['prove'], load: async () => (await import('./command/prove.ts')).declare },
  { names: ['gaps', 'overlaps'], load: async () => (await import('./command/gaps.ts')).declare },
  { names: ['log', 'witness'], load: async () => (await import('./log/declare.ts')).declare },
]

/** Runs the command line and returns the exit code. */
export async function run(args: readonly string[], surroundings: Surroundings = {}): Promise<number> {
  const versions = await versionsAskedBy(args)
  const program = programOf(versions)
  const context = contextOf(program, surroundings)
  context.speak(langIn(args))
  const named = commands.filter(({ names }) => names.includes(commandIn(args)))
  // Help and a mistyped name need every command.
  const needed = named.length > 0 || versions !== '' ? named : commands
  for (const { load } of needed) (await load())(program, context)
  refuseRepeats(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return context.code()
  } catch (error) {
    return explain(error, context)
  }
}

/** The versions of program, language and law, where they are asked for: other commands do not wait for them. */
async function versionsAskedBy(args: readonly string[]): Promise<string> {
  return args.includes('--version') ? (await import('./versions.ts')).versions() : ''
}

function programOf(versions: string): Command {
  const program = new Command('brightline').description(
    'Decides what a sanctuary policy says, under the law above it, with citations.',
  )
  addLaw(program)
  program
    .option('--no-color', 'plain text, as with NO_COLOR')
    .version(versions, '--version', 'the versions of the program, the policy language and the law')
    .addHelpText(
      'before',
      examples(
        'brightline decide us/ca/san-francisco --form i-247a --agency sheriff',
        'brightline show us/il/chicago --as-of 2021-01-26',
        'brightline check law/us/tx',
      ),
    )
    // What the parser of the command line says is told in a sentence of ours.
    .configureOutput({ writeOut: printText, writeErr: tellText, outputError: () => undefined })
    .showSuggestionAfterError()
    .exitOverride()
  program.hook('preAction', () => {
    if (!program.opts<{ color: boolean }>().color) process.env['NO_COLOR'] = '1'
  })
  return program
}

/** The first word that is neither a flag nor the value of one. */
function commandIn(args: readonly string[]): string {
  return args.find((arg, at) => !arg.startsWith('-') && !flagsWithValue.includes(args[at - 1] ?? '')) ?? ''
}

function explain(error: unknown, context: Context): number {
  if (error instanceof Refusal) {
    for (const problem of error.problems) tell(problemLine(problem, context.lang(), error.placeWords))
    return exitCode.usage
  }
  if (error instanceof ToldError) {
    for (const line of error.lines) tell(line)
    return error.code
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return exitCode.fine
    // Without a command there is only the help, which was printed.
    return error.code === 'commander.help' ? exitCode.usage : explain(misread(error), context)
  }
  if (isTooLarge(error)) return explain(tooLarge(error), context)
  tellText(`brightline: internal error: ${error instanceof Error ? error.stack : 'unknown'}\n`)
  return exitCode.internal
}
