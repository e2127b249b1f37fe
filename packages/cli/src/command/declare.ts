/** The commands that people use to look around: declared here, loaded when they are run. */
import type { Command } from 'commander'
import { collect, examples } from '../help.ts'
import type { AskFlags } from './ask.ts'
import type { StatsFlags } from './ask-stats.ts'
import type { FormatFlags } from './fmt.ts'
import type { ShowFlags } from './show.ts'
import type { SqlFlags } from './sql.ts'
import type { VocabularyFlags } from './vocabulary.ts'

/** Adds the commands. `finish` takes the exit code; `law` says the law folder once the flags are read. */
export function declareCommands(program: Command, law: () => string, finish: (code: number) => void): void {
  declareInterviews(program, law, finish)
  declareReading(program, law, finish)
  declareWriting(program, law, finish)
}

function declareInterviews(program: Command, law: () => string, finish: (code: number) => void): void {
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
  program
    .command('start')
    .description('choose a place and answer questions; without a terminal, show three worked decisions')
    .option('--lang <lang>', 'en or es', 'en')
    .action(async (flags: { lang: string }) => {
      const { start } = await import('./start.ts')
      finish(await start(flags, law()))
    })
}

function declareReading(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('places')
    .description('list the places of law')
    .option('--json', 'as JSON', false)
    .action(async (flags: { json: boolean }) => {
      const { places } = await import('./places.ts')
      finish(await places(flags, law()))
    })
  program
    .command('vocabulary')
    .description('list agencies, acts, forms, facts and events')
    .option('--place <place>', 'only the words of this place and those above it')
    .option('--json', 'as JSON', false)
    .action(async (flags: VocabularyFlags) => {
      const { vocabulary } = await import('./vocabulary.ts')
      finish(await vocabulary(flags, law()))
    })
  program
    .command('show <place> [section]')
    .description('print the law of a place in words, as of a date; a section number or an instrument id narrows it')
    .option('--as-of <date>', 'the date of the law (default: today)')
    .option('--lang <lang>', 'en or es', 'en')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline show us/ca 7284.6', 'brightline show us/il/chicago --as-of 2015-01-01'))
    .action(async (place: string, section: string | undefined, flags: ShowFlags) => {
      const { show } = await import('./show.ts')
      finish(await show(place, section, flags, law()))
    })
  program
    .command('sql <place>')
    .description('write the law of one act as SQL that decides the rows of a table')
    .requiredOption('--act <act>', 'the act to decide')
    .option('--as-of <date>', 'the date of the law (default: today)')
    .option('--dialect <dialect>', 'postgresql, duckdb or spark', 'postgresql')
    .option('--table <table>', 'the table with a column a fact, perhaps with its schema', 'cases')
    .option(
      '--key <column>',
      'a column to keep beside the answer, `id` where none is named; again for more',
      collect,
      [],
    )
    .option('--create', 'not the verdicts: the statement that makes the table', false)
    .option('--rules', 'not the verdicts: the live rules of each row', false)
    .addHelpText(
      'before',
      examples(
        'brightline sql us/ca@2026-11-01 --act notify-release --dialect duckdb --table cases --key id',
        'brightline sql us/ca --act hold --create',
        'brightline sql us/tx --act hold --table jail.requests --key booking --rules',
      ),
    )
    .action(async (place: string, flags: SqlFlags) => {
      const { sql } = await import('./sql.ts')
      finish(await sql(place, flags, law()))
    })
}

function declareWriting(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('fmt [files...]')
    .description('lay policy texts out in the one layout')
    .option('--check', 'write nothing, name the files that differ', false)
    .option('--stdout', 'print the text instead of writing it', false)
    .addHelpText('before', examples('brightline fmt law/us/ca/values-act.policy', 'brightline fmt --check'))
    .action(async (files: string[], flags: FormatFlags) => {
      const { fmt } = await import('./fmt.ts')
      finish(await fmt(files, flags, law()))
    })
  program
    .command('test [targets...]')
    .description('run the examples of the law')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline test', 'brightline test law/us/ca'))
    .action(async (targets: string[], flags: { json: boolean }) => {
      const { test } = await import('./test.ts')
      finish(await test(targets, flags, law()))
    })
}
