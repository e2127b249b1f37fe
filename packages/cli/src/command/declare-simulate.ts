/** The commands on data sets: declared here, loaded when they are run. */
import type { Command } from 'commander'
import { collect, examples } from '../help.ts'
import type { SimulateFlags } from './simulate.ts'

/** Adds the commands. `finish` takes the exit code; `law` says the law folders once the flags are read. */
export function declareSimulation(program: Command, law: () => string, finish: (code: number) => void): void {
  program
    .command('simulate <policies...>')
    .description('replay recorded requests under one policy or two (place@date): counts with bounds, duties, workload')
    .option('--data <file>', 'the data set: CSV, gzip CSV, Parquet or Arrow')
    .option('--mapping <file>', 'how its columns become facts: a file, or the name of a ready mapping')
    .option('--act <act>', 'only this act; again for more', collect, [])
    .option('--from <date>', 'the first day that counts')
    .option('--through <date>', 'the last day that counts')
    .option('--format <format>', 'text, csv, json or html', 'text')
    .option('--out <file>', 'write there instead of to standard output')
    .option('--public', 'suppress small counts, so that the result can be published', false)
    .option('--workers <number>', 'worker threads (default: two for large files)')
    .option('--lang <lang>', 'en or es', 'en')
    .addHelpText(
      'before',
      examples(
        'brightline simulate us/ca@2026-01-01 --data detainers.csv.gz --mapping ice-detainers-fy2015',
        'brightline simulate us/ca@2017-12-31 us/ca@2018-01-01 --data detainers.csv.gz --mapping ice-detainers-fy2015 --format html --out report.html',
        'brightline --with draft simulate us/ca --data detainers.csv.gz --mapping ice-detainers-fy2015',
      ),
    )
    .action(async (policies: string[], flags: SimulateFlags) => {
      const { simulate } = await import('./simulate.ts')
      finish(await simulate(policies, flags, law()))
    })
}
