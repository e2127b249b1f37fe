/** The commands that analyse the law: declared here, loaded when they are run. */
import type { Command } from 'commander'
import { collect, examples } from '../help.ts'
import type { CompareFlags } from '../command/compare.ts'
import type { GapsFlags } from '../command/gaps.ts'
import type { ProveFlags } from '../command/prove.ts'

/** Adds the commands. `finish` takes the exit code; `law` says the law folder once the flags are read. */
export function declareAnalysis(program: Command, law: () => string, finish: (code: number) => void): void {
  declareCompare(program, law, finish)
  declareProve(program, law, finish)
  program
    .command('gaps <place>')
    .alias('overlaps')
    .description('find cases nobody decided, conflicts, rules that never decide or add nothing, and words never used')
    .option('--as-of <date>', 'the date of the law (default: today)')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline gaps us/ca', 'brightline gaps us/ny/new-york-city --as-of 2018-11-14'))
    .action(async (place: string, flags: GapsFlags) => {
      const { gaps } = await import('../command/gaps.ts')
      finish(await gaps(place, flags, law()))
    })
}

function declareProve(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('prove <place-or-file>')
    .description('prove the promises of a place or a working text, and claims given here, or show a case against them')
    .option('--as-of <date>', 'only the law of this date (default: promises on every date, claims today)')
    .option('--claim <claim>', 'a claim in the words of a promise; again for more', collect, [])
    .option('--blind <fact>', 'no verdict or duty depends on this fact; again for more', collect, [])
    .option('--never-silent <act>', 'every case of this act is decided; again for more', collect, [])
    .option('--floor <instrument>', 'nothing is permitted that this instrument prohibits; again for more', collect, [])
    .option(
      '--ceiling <instrument>',
      'nothing is prohibited that this instrument requires, or permits as a ceiling; again for more',
      collect,
      [],
    )
    .option('--equivalent <place@date>', 'every case comes out as it does there; again for more', collect, [])
    .option('--agency <kind>', 'the claims given here are about this kind of agency')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline prove us/ca',
        'brightline prove us/ca --claim "staff never may hold when request.form is i-247a"',
        'brightline prove draft.policy --blind person.race',
      ),
    )
    .action(async (target: string, flags: ProveFlags) => {
      const { prove } = await import('../command/prove.ts')
      finish(await prove(target, flags, law()))
    })
}

function declareCompare(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('compare <left> [right]')
    .description('say exactly what changes between two dates, two places, or the law and a working text')
    .option('--file <policy>', 'a working text: the second side has it in place of the instrument it names')
    .option('--act <act>', 'only this act; again for more', collect, [])
    .option('--agency <kind>', 'only cases of this kind of agency')
    .option('--budget <nodes>', 'how large the diagrams of one act may grow (default: 200000)')
    .option('--memo <file>', 'also write a memo in Markdown')
    .option('--picture <file>', 'also write a picture: .svg, or .html with a table')
    .option('--data <file>', 'also count the recorded requests that change: CSV, gzip CSV, Parquet or Arrow')
    .option('--mapping <file>', 'with --data: how its columns become facts, or the name of a ready mapping')
    .option('--from <date>', 'with --data: the first day that counts')
    .option('--through <date>', 'with --data: the last day that counts')
    .option('--public', 'with --data: suppress small counts, so that the result can be published', false)
    .option('--workers <number>', 'with --data: worker threads (default: two for large files)')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline compare us/ca@2017-12-31 us/ca@2018-01-01 --memo change.md',
        'brightline compare us/ca --file draft.policy --picture change.svg',
        'brightline compare us/ca --file draft.policy --data detainers.csv.gz --mapping ice-detainers-fy2015',
      ),
    )
    .action(async (left: string, right: string | undefined, flags: CompareFlags) => {
      const { compare } = await import('../command/compare.ts')
      finish(await compare(left, right, flags, law()))
    })
}
