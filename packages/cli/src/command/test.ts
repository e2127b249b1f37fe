/** `brightline test`: the examples of the law, each by name. */
import { runExample, stackCache } from '@brightline/engine'
import { isError, judged, readAllLaw, readTargets } from '@brightline/law-files'
import { printDiagnostic, type Diagnostic, type Example } from '@brightline/language'
import { printProblem } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode } from '../terminal/output.ts'
import { waitingLine } from '../terminal/waiting.ts'

interface TestFlags {
  readonly json: boolean
}

/** One example that was run; no problems where it holds. */
interface Run {
  readonly instrument: string
  readonly example: Example
  readonly problems: readonly Diagnostic[]
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('test [targets...]')
    .description('run the examples of the law')
    .option('--json', 'as JSON', false)
    .addHelpText('before', examples('brightline test', 'brightline test law/us/ca'))
    .action(async (targets: readonly string[], flags: TestFlags) => {
      context.finish(await test(targets, flags, context))
    })
}

/** Runs the examples of the whole law, or of the files and folders that are named. */
async function test(targets: readonly string[], { json }: TestFlags, context: Context): Promise<number> {
  const { folders, isWanted } = context.need(readTargets(targets, context.folders()))
  const reading = await readAllLaw(context.openLaw(folders))
  const { library } = reading
  const isJudged = judged(reading)
  const wanted = library.instruments.filter((instrument) => isWanted(instrument.file) && instrument.examples.length > 0)
  const stackAt = stackCache(library)
  const runs = wanted.filter(isJudged).flatMap((instrument): readonly Run[] =>
    instrument.examples.map((example) => ({
      instrument: instrument.id,
      example,
      problems: runExample(library, instrument, example, stackAt),
    })),
  )
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  if (json) context.printJson({ ...toDocument(runs), notJudged })
  else printRuns(runs, context)
  const isTold = (file: string): boolean => isWanted(file) || notJudged.length > 0
  const problems = reading.problems.filter((one) => isError(one) && isTold(one.where.file))
  const errors = reading.diagnostics.filter((one) => isError(one) && isTold(one.file))
  for (const problem of problems) context.tell(printProblem(problem, 'en'))
  for (const diagnostic of errors) context.tell(printDiagnostic(diagnostic))
  if (notJudged.length > 0) context.tell(waitingLine(notJudged))
  const isFine = problems.length + errors.length + failedIn(runs) === 0
  return isFine ? exitCode.fine : exitCode.findings
}

function printRuns(runs: readonly Run[], { print, paint, tell }: Context): void {
  let instrument = ''
  for (const run of runs) {
    if (run.instrument !== instrument) print(paint('bold', run.instrument))
    instrument = run.instrument
    const holds = run.problems.length === 0
    print(`  ${holds ? paint('green', 'ok  ') : paint('red', 'FAIL')} ${run.example.name}`)
    for (const { file, line, message, help } of run.problems) {
      print(`       ${file}:${line}: ${message}${help === null ? '' : `; ${help}`}`)
    }
  }
  tell(`${runs.length - failedIn(runs)} ok, ${failedIn(runs)} failed`)
}

function failedIn(runs: readonly Run[]): number {
  return runs.filter(({ problems }) => problems.length > 0).length
}

function toDocument(runs: readonly Run[]): object {
  return {
    version: 1,
    counts: { ok: runs.length - failedIn(runs), failed: failedIn(runs) },
    examples: runs.map(({ instrument, example, problems }) => ({
      instrument,
      name: example.name,
      asOf: example.asOf,
      file: example.position.file,
      line: example.position.line,
      ok: problems.length === 0,
      problems: problems.map(({ message, help }) => ({ message, help })),
    })),
  }
}
