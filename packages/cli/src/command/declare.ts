/** The commands that decide: declared here, loaded when they are run. */
import type { Command } from 'commander'
import { collect, examples } from '../flag/help.ts'
import type { AskFlags } from './ask.ts'
import type { StatsFlags } from './ask-stats.ts'
import type { DecideFlags } from './decide-flags.ts'

/** Adds the commands. `finish` takes the exit code; `law` says the law folder once the flags are read. */
export function declareRequests(program: Command, law: () => string, finish: (code: number) => void): void {
  declareDecide(program, law, finish)
  declareAsk(program, law, finish)
}

function declareDecide(program: Command, law: () => string, finish: (code: number) => void): void {
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
      const { runDecide } = await import('./decide-flags.ts')
      finish(await runDecide(place, acts, options, law()))
    })
}

function declareAsk(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('ask <place>')
    .description('answer questions at the terminal and get the decision')
    .option('--agency <kind>', 'who you are, such as sheriff')
    .option('--form <form>', 'the form you received; it asks for its acts')
    .option('--as-of <date>', 'the date of the law (default: today)')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--stats', 'no interview: print the average number of questions for each act', false)
    .option('--data <file>', 'with --stats: the average over this data set')
    .option('--mapping <file>', 'with --data: how its columns become facts')
    .option('--json', 'with --stats: as JSON', false)
    .addHelpText(
      'before',
      examples('brightline ask us/ca/san-francisco', 'brightline ask us/tx/houston --agency police --lang es'),
    )
    .action(async (place: string, flags: AskFlags & StatsFlags & { readonly stats: boolean }) => {
      if (flags.stats) {
        const { askStats } = await import('./ask-stats.ts')
        finish(await askStats(place, flags, law()))
        return
      }
      const { ask } = await import('./ask.ts')
      finish(await ask(place, flags, law()))
    })
}
