/** `brightline test`: the examples of the law, each by name. */
import { runExample, stackCache, unshownDays, unshownSides } from '@brightline/engine'
import { isError, judged, readAllLaw, readTargets, type LawReading } from '@brightline/law-files'
import type { Example, FileProblem } from '@brightline/language'
import { examplesWords, notJudgedWords, printProblem, sentence, sidesWords, unshownWords } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'

interface TestFlags {
  readonly lang: string
  readonly json: boolean
  readonly sides: boolean
}

/** The first day since which the days around dates are looked for. */
const firstDay = '2010-01-01'

/** One example that was run; no problems where it holds. */
interface Run {
  readonly instrument: string
  readonly example: Example
  readonly problems: readonly FileProblem[]
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('test [targets...]')
    .description('run the examples of the law')
    .addOption(langOption())
    .option('--sides', 'what no example shows: rules that never apply, conditions that never fail, days', false)
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples('brightline test', 'brightline test law/us/ca', 'brightline test --sides law/us/ca'),
    )
    .action(async (targets: readonly string[], flags: TestFlags) => {
      context.finish(await test(targets, flags, context))
    })
}

/** Runs the examples of the whole law, or of the files and folders that are named. */
async function test(targets: readonly string[], flags: TestFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const { folders, isWanted } = context.need(readTargets(targets, context.folders()))
  const reading = await readAllLaw(context.openLaw(folders))
  const { library } = reading
  const isJudged = judged(reading)
  const wanted = library.instruments.filter((instrument) => isWanted(instrument.file) && instrument.examples.length > 0)
  if (flags.sides) return printSides(reading, isWanted, flags, context)
  const stackAt = stackCache(library)
  const runs = wanted.filter(isJudged).flatMap((instrument): readonly Run[] =>
    instrument.examples.map((example) => ({
      instrument: instrument.id,
      example,
      problems: runExample(instrument, example, stackAt),
    })),
  )
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  if (flags.json) context.printJson({ ...toDocument(runs, lang), notJudged })
  else printRuns(runs, lang, context)
  const errors = errorsIn(reading, isWanted, notJudged)
  tellErrors(errors, notJudged, lang, context)
  return errors.length + failedIn(runs) === 0 ? exitCode.fine : exitCode.findings
}

/** Lists the errors of what was asked for; all of them where they keep something of it from being judged. */
function errorsIn(
  { problems }: LawReading,
  isWanted: (file: string) => boolean,
  notJudged: readonly string[],
): readonly FileProblem[] {
  return problems.filter((one) => isError(one) && (isWanted(one.where.file) || notJudged.length > 0))
}

function tellErrors(
  errors: readonly FileProblem[],
  notJudged: readonly string[],
  lang: string,
  { tell }: Context,
): void {
  for (const error of errors) tell(printProblem(error, lang))
  if (notJudged.length > 0) tell(notJudgedWords(notJudged, lang))
}

/** Prints what the examples leave unshown. Of law with errors nobody says that they leave nothing. */
function printSides(
  reading: LawReading,
  isWanted: (file: string) => boolean,
  flags: TestFlags,
  context: Context,
): number {
  const { print, printJson, tell } = context
  const { library } = reading
  const { vocabulary } = library
  const isJudged = judged(reading)
  const wanted = library.instruments.filter((instrument) => isWanted(instrument.file))
  const instruments = wanted.filter(isJudged)
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  const unshown = [
    ...unshownSides(library, instruments, stackCache(library)),
    ...unshownDays(instruments, firstDay),
  ].map((one) => ({ ...one.position, rule: one.rule, words: unshownWords(one, vocabulary, flags.lang) }))
  if (flags.json) printJson({ version: 1, unshown, notJudged })
  else for (const { file, line, rule, words } of unshown) print(`${file}:${line}: ${rule}: ${words}`)
  const errors = errorsIn(reading, isWanted, notJudged)
  tellErrors(errors, notJudged, flags.lang, context)
  if (errors.length === 0 || unshown.length > 0) tell(sidesWords(unshown.length, flags.lang))
  return unshown.length + errors.length === 0 ? exitCode.fine : exitCode.findings
}

function printRuns(runs: readonly Run[], lang: string, { print, paint, tell }: Context): void {
  let instrument = ''
  for (const run of runs) {
    if (run.instrument !== instrument) print(paint('bold', run.instrument))
    instrument = run.instrument
    const holds = run.problems.length === 0
    print(`  ${holds ? paint('green', 'ok  ') : paint('red', 'FAIL')} ${run.example.name}`)
    for (const problem of run.problems) {
      const { message, help } = sentence(problem, lang)
      print(`       ${problem.where.file}:${problem.where.line}: ${message}${help === null ? '' : `; ${help}`}`)
    }
  }
  tell(examplesWords(runs.length - failedIn(runs), failedIn(runs), lang))
}

function failedIn(runs: readonly Run[]): number {
  return runs.filter(({ problems }) => problems.length > 0).length
}

function toDocument(runs: readonly Run[], lang: string): object {
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
      problems: problems.map((problem) => {
        const { message, help } = sentence(problem, lang)
        return { message, help }
      }),
    })),
  }
}
