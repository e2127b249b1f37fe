/** `brightline test`: the examples of the law, each by name. */
import { runExample, stackCache } from '@brightline/engine'
import { printDiagnostic, type Diagnostic, type Example } from '@brightline/language'
import { readAllLaw } from '../law-files.ts'
import { exitCode, paint, print, tell } from '../output.ts'
import { isError, judged, waiting, whatToCheck } from './check.ts'

/** One example that was run; no problems where it holds. */
interface Run {
  readonly instrument: string
  readonly example: Example
  readonly problems: readonly Diagnostic[]
}

/** Runs the examples of the whole law, or of the files and folders that are named. Returns the exit code. */
export async function test(
  targets: readonly string[],
  flags: { readonly json: boolean },
  lawPath: string,
): Promise<number> {
  const { law, isWanted } = whatToCheck(targets, lawPath)
  const { library, diagnostics } = await readAllLaw(law)
  const isJudged = judged(diagnostics)
  const wanted = library.instruments.filter(({ file, examples }) => isWanted(file) && examples.length > 0)
  const stackAt = stackCache(library)
  const runs = wanted.filter(isJudged).flatMap((instrument): readonly Run[] =>
    instrument.examples.map((example) => ({
      instrument: instrument.id,
      example,
      problems: runExample(library, instrument, example, stackAt),
    })),
  )
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  if (flags.json) print(JSON.stringify({ ...toDocument(runs), notJudged }))
  else printRuns(runs)
  const errors = diagnostics.filter(
    (diagnostic) => isError(diagnostic) && (isWanted(diagnostic.file) || notJudged.length > 0),
  )
  for (const diagnostic of errors) tell(printDiagnostic(diagnostic))
  if (notJudged.length > 0) tell(waiting(notJudged))
  return errors.length > 0 || runs.some(({ problems }) => problems.length > 0) ? exitCode.findings : exitCode.fine
}

function printRuns(runs: readonly Run[]): void {
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
  const failed = runs.filter(({ problems }) => problems.length > 0).length
  tell(`${runs.length - failed} ok, ${failed} failed`)
}

function toDocument(runs: readonly Run[]): object {
  const failed = runs.filter(({ problems }) => problems.length > 0).length
  return {
    version: 1,
    counts: { ok: runs.length - failed, failed },
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
