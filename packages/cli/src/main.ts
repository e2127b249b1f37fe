/**
 * The `brightline` command: one file a subcommand, in `command/`.
 *
 * A subcommand's file is loaded when it runs, so that a decision does not wait for the parser or the interview.
 */
import { delimiter } from 'node:path'
import { Command } from 'commander'
import { declareAnalysis } from './analysis/declare.ts'
import { declareCommands } from './command/declare.ts'
import type { DecideFlags } from './command/decide-flags.ts'
import { declareSimulation } from './command/declare-simulate.ts'
import { collect, examples } from './help.ts'
import { shippedLaw } from './law-files.ts'
import { declareLog } from './log/declare.ts'
import { exitCode, FindingsError, printText, tell, tellText, UsageError } from './terminal/output.ts'

/** Runs the command line and returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = exitCode.fine
  const program = new Command('brightline')
    .description('Decides what a sanctuary policy says, under the law above it, with citations.')
    .option('--law <folder>', 'the law folder', shippedLaw)
    .option(
      '--with <folder>',
      'a folder whose files are added to the law, or replace files of the same path',
      collect,
      [],
    )
    .option('--no-color', 'plain text, as with NO_COLOR')
    .addHelpText(
      'before',
      examples(
        'brightline decide us/ca/san-francisco --form i-247a --agency sheriff',
        'brightline show us/il/chicago --as-of 2021-01-26',
        'brightline check law/us/tx',
      ),
    )
    .configureOutput({ writeOut: printText, writeErr: tellText })
    .showSuggestionAfterError()
    .exitOverride()
  program.hook('preAction', () => {
    if (!program.opts<{ color: boolean }>().color) process.env['NO_COLOR'] = '1'
  })
  program
    .command('check [targets...]')
    .description('check policy texts: names, contradictions, examples, promises')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples('brightline check', 'brightline check law/us/ca', 'brightline --with draft check draft'),
    )
    .action(async (targets: string[], options: { json: boolean }) => {
      const { check } = await import('./command/check.ts')
      code = await check(targets, { ...options, law: lawOf(program) })
    })
  program
    .command('decide [place] [acts...]')
    .description('decide a request: one decision an act, with reasons, duties and due times')
    .option('--agency <kind>', 'who you are, such as sheriff')
    .option('--form <form>', 'the form you received; it asks for its acts')
    .option('--as-of <date>', 'the date of the law (default: today)')
    .option('--facts <file>', 'facts as JSON: names and values, and optionally convictions and events')
    .option('--fact <name=value>', 'one fact; again for more', collect, [])
    .option(
      '--event <name=time>',
      'when something happened, such as receipt=2026-11-22T14:00; again for more',
      collect,
      [],
    )
    .option('--batch <file>', 'JSON Lines, one request a line; - for standard input')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline decide us/ca hold notify-release --agency sheriff --fact request.form=i-247a --fact warrant.form=none',
        'brightline decide us/ny/new-york-city --form i-247a --agency jail --as-of 2018-11-14 --json',
        'brightline decide us/tx --form i-247a --agency sheriff --event release=2026-11-06T18:00',
        'brightline decide --batch requests.jsonl',
      ),
    )
    .action(async (place: string | undefined, acts: string[], options: DecideFlags) => {
      const { runDecide } = await import('./command/decide-flags.ts')
      code = await runDecide(place, acts, options, lawOf(program))
    })
  const finish = (finished: number): void => {
    code = finished
  }
  declareCommands(program, () => lawOf(program), finish)
  declareSimulation(program, () => lawOf(program), finish)
  declareAnalysis(program, () => lawOf(program), finish)
  declareLog(program, finish)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return explain(error)
  }
}

/** The law folders of the command line, later ones over earlier ones, as one path list. */
function lawOf(program: Command): string {
  const { law, with: added } = program.opts<{ law: string; with: readonly string[] }>()
  return [law, ...added].join(delimiter)
}

const splitIt = 'let fewer rules of one act read the same facts'

function explain(error: unknown): number {
  if (error instanceof UsageError) {
    tell(`brightline: ${error.message}${error.help === null ? '' : `; ${error.help}`}`)
    return exitCode.usage
  }
  if (error instanceof FindingsError) {
    for (const line of error.lines) tell(line)
    return exitCode.findings
  }
  if (error instanceof Error && 'exitCode' in error && 'code' in error) {
    return error.exitCode === 0 ? exitCode.fine : exitCode.usage // commander has said why
  }
  // By its name, so that the engine is not loaded to explain something else.
  if (error instanceof Error && error.name === 'DiagramTooLarge') {
    tell(`brightline: the law is too large to be decided exactly, so nothing is decided: ${error.message}; ${splitIt}`)
    return exitCode.usage
  }
  tellText(`brightline: internal error: ${error instanceof Error ? error.stack : 'unknown'}\n`)
  return exitCode.internal
}
