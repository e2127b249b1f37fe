/** `brightline test`: the examples of the law, each by name. */
import { runExample, stackCache } from '@brightline/engine'
import { printDiagnostic, type Diagnostic, type Example } from '@brightline/language'
import { readAllLaw } from '../law-files.ts'
import { exitCode, paint, print, tell } from '../output.ts'
import { isError, whatToCheck } from './check.ts'

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
  const errors = diagnostics.filter((diagnostic) => isError(diagnostic))
  const broken = new Set(errors.map(({ file }) => file))
  const stackAt = stackCache(library)
  const runs = library.instruments
    .filter(({ file }) => isWanted(file) && !broken.has(file))
    .flatMap((instrument): readonly Run[] =>
      instrument.examples.map((example) => ({
        instrument: instrument.id,
        example,
        problems: runExample(library, instrument, example, stackAt),
      })),
    )
  if (flags.json) print(JSON.stringify(toDocument(runs)))
  else printRuns(runs)
  const unread = errors.filter(({ file }) => isWanted(file))
  for (const diagnostic of unread) tell(printDiagnostic(diagnostic))
  return unread.length > 0 || runs.some(({ problems }) => problems.length > 0) ? exitCode.findings : exitCode.fine
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
