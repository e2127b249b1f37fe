/** `brightline sql`: the law of one act as statements that decide the rows of a table. */
import { DiagramTooLarge, unknown } from '@brightline/engine'
import { SqlTooLarge, columnProblem, nameProblem, sqlFor, type Dialect } from '@brightline/engine/sql'
import { readSide, type Side } from '../analysis/side.ts'
import { exitCode, print, printText, tell, UsageError } from '../output.ts'
import { today } from './decide-flags.ts'

/** As the command line gives them. */
export interface SqlFlags {
  readonly act: string
  readonly asOf?: string
  readonly dialect: string
  readonly table: string
  readonly key: readonly string[]
  readonly create: boolean
  readonly rules: boolean
}

const dialects = ['postgresql', 'duckdb', 'spark'] as const

/** Prints the statements. Exit 1 where the law is too large to be written as SQL. */
export async function sql(place: string, flags: SqlFlags, law: string): Promise<number> {
  const dialect = dialects.find((name) => name === flags.dialect)
  if (dialect === undefined) throw refusal('dialect', flags.dialect, dialects)
  const table = flags.table.split('.').map((name) => named('--table', name, nameProblem))
  const keep = (flags.key.length === 0 ? ['id'] : flags.key).map((name) => named('--key', name, columnProblem))
  const side = await readSide(place.includes('@') ? place : `${place}@${flags.asOf ?? today()}`, law, null, 'en')
  const acts = side.library.vocabulary.acts.map(({ name }) => name)
  if (!acts.includes(flags.act)) throw refusal('act', flags.act, acts)
  try {
    const written = statements(side, dialect, table, keep, flags)
    print(`-- ${flags.act}: ${side.label}`)
    for (const statement of written) printText(`${statement};\n`)
    return exitCode.fine
  } catch (error) {
    if (!(error instanceof DiagramTooLarge || error instanceof SqlTooLarge)) throw error
    tell(`\`${flags.act}\` is too large to be written as SQL: ${error.message}`)
    return exitCode.findings
  }
}

function statements(
  { stack, label }: Side,
  dialect: Dialect,
  table: readonly string[],
  keep: readonly string[],
  { act, create, rules }: SqlFlags,
): readonly string[] {
  const written = sqlFor(stack, act, dialect)
  if (written.rules.length === 0) tell(`no rule speaks of \`${act}\`: ${label}`)
  if (!create && !rules) return [written.verdictQuery(table, keep)]
  return [create ? [written.createTable(table, keep)] : [], rules ? [written.ruleQuery(table, keep)] : []].flat()
}

function named(flag: string, name: string, problemOf: (name: string) => string | null): string {
  const problem = problemOf(name)
  if (problem === null) return name
  throw new UsageError(`\`${flag}\`: ${problem}`, 'write names such as `--table public.cases --key case_number`')
}

function refusal(noun: string, name: string, known: readonly string[]): UsageError {
  const { message, help } = unknown('', noun, name, known)
  return new UsageError(message, help)
}
