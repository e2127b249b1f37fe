/** `brightline sql`: the law of one act as statements that decide the rows of a table. */
import { DiagramTooLarge } from '@brightline/engine'
import {
  SqlTooLarge,
  columnProblem,
  keptColumnProblems,
  nameProblem,
  type NameFault,
  sqlFor,
} from '@brightline/engine/sql'
import type { Vocabulary } from '@brightline/language'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption } from '../flag/as-of.ts'
import { collect, examples } from '../flag/help.ts'
import { readStack } from '../flag/place.ts'
import { Refusal } from '../refusal.ts'
import { exitCode } from '../terminal/output.ts'
import { unknownWord } from '../terminal/unknown.ts'
import { wrongUse } from '../terminal/usage.ts'

interface SqlFlags {
  readonly act: string
  readonly agency?: string
  readonly asOf?: string
  readonly dialect: string
  readonly table: string
  readonly key: readonly string[]
  readonly create: boolean
  readonly rules: boolean
}

const dialects = ['postgresql', 'duckdb', 'spark'] as const

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('sql <place>')
    .description('write the law of one act as SQL that decides the rows of a table')
    .requiredOption('--act <act>', 'the act to decide')
    .option('--agency <kind>', 'every row is of this kind of agency: no column for it, and a much shorter statement')
    .addOption(asOfOption())
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
        'brightline sql us/ca --act disclose --agency police',
        'brightline sql us/tx --act hold --table jail.requests --key booking --rules',
      ),
    )
    .action(async (place: string, flags: SqlFlags) => {
      context.finish(await sql(place, flags, context))
    })
}

/** Prints the statements. Exit 1 where the law is too large to be written as SQL. */
async function sql(text: string, flags: SqlFlags, context: Context): Promise<number> {
  const { act } = flags
  const dialect = dialects.find((name) => name === flags.dialect)
  if (dialect === undefined) throw unknownWord('dialect', flags.dialect, dialects)
  const table = flags.table.split('.').map((name) => named('--table', name, nameProblem))
  const keep = (flags.key.length === 0 ? ['id'] : flags.key).map((name) => named('--key', name, columnProblem))
  const stack = await readStack(text, flags.asOf, context)
  const acts = stack.library.vocabulary.acts.map(({ name }) => name)
  if (!acts.includes(act)) throw unknownWord('act', act, acts)
  const agency = readAgency(flags.agency, stack.vocabulary)
  const refused = keptColumnProblems(stack, keep)
  if (refused.length > 0) throw new Refusal(refused)
  const label = [stack.place, ...(agency === null ? [] : [agency]), `on ${stack.asOf}`].join(' ')
  try {
    const written = sqlFor(stack, act, dialect, { agency })
    if (written.rules.length === 0) context.tell(`no rule speaks of \`${act}\`: ${label}`)
    context.print(`-- ${act}: ${label}`)
    for (const statement of statements(written, table, keep, flags)) context.printText(`${statement};\n`)
    return exitCode.fine
  } catch (error) {
    if (!(error instanceof DiagramTooLarge || error instanceof SqlTooLarge)) throw error
    const repair =
      agency === null ? '; with `--agency KIND` the law on one kind of agency is written, which is shorter' : ''
    context.tell(`\`${act}\` is too large to be written as SQL: ${error.message}${repair}`)
    return exitCode.findings
  }
}

function readAgency(given: string | undefined, { agencies }: Vocabulary): string | null {
  const kinds = agencies.map(({ name }) => name)
  if (given !== undefined && !kinds.includes(given)) throw unknownWord('agency', given, kinds)
  return given ?? null
}

function statements(
  written: ReturnType<typeof sqlFor>,
  table: readonly string[],
  keep: readonly string[],
  { create, rules }: SqlFlags,
): readonly string[] {
  if (!create && !rules) return [written.verdictQuery(table, keep)]
  return [create ? [written.createTable(table, keep)] : [], rules ? [written.ruleQuery(table, keep)] : []].flat()
}

function named(flag: string, name: string, problemOf: (name: string) => NameFault | null): string {
  const fault = problemOf(name)
  if (fault === null) return name
  throw wrongUse('USE-0006', fault === 'taken' ? { flag, taken: name } : { flag, why: fault })
}
