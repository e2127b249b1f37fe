/** `brightline check`: names, dates, overrides, contradictions, examples and promises. */
import { checkInstruments } from '@brightline/engine'
import { isError, judged, lawPaths, readAllLaw, readTargets } from '@brightline/law-files'
import { printDiagnostic } from '@brightline/language'
import { printProblem } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { exitCode } from '../terminal/output.ts'
import { waitingLine } from '../terminal/waiting.ts'

interface CheckFlags {
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('check [targets...]')
    .description('check policy texts: names, contradictions, examples, promises')
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples('brightline check', 'brightline check law/us/ca', 'brightline --with draft check draft'),
    )
    .action(async (targets: readonly string[], flags: CheckFlags) => {
      context.finish(await check(targets, flags, context))
    })
}

/** Checks the whole law, or the files and folders of it that are named. */
async function check(targets: readonly string[], { json }: CheckFlags, context: Context): Promise<number> {
  const started = performance.now()
  const { folders, isWanted } = context.need(readTargets(targets, context.folders()))
  const law = context.openLaw(folders)
  const reading = await readAllLaw(law)
  const wanted = reading.library.instruments.filter(({ file }) => isWanted(file))
  const isJudged = judged(reading)
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  const report = checkInstruments(reading.library, wanted.filter(isJudged))
  const isShown = (file: string, found: Parameters<typeof isError>[0]): boolean =>
    isWanted(file) || (notJudged.length > 0 && isError(found))
  const problems = reading.problems.filter((problem) => isShown(problem.where.file, problem))
  const diagnostics = [
    ...reading.diagnostics.filter((diagnostic) => isShown(diagnostic.file, diagnostic)),
    ...report.diagnostics,
  ]
  const counts = { ...report.counts, files: lawPaths(law).filter(isWanted).length }
  const found = problems.length + diagnostics.length
  const milliseconds = Math.round(performance.now() - started)
  if (json) context.printJson({ version: 1, counts, notJudged, diagnostics: [...problems, ...diagnostics] })
  else {
    for (const problem of problems) context.print(printProblem(problem, 'en'))
    for (const diagnostic of diagnostics) context.print(printDiagnostic(diagnostic))
    context.tell(countsLine(counts, found, milliseconds))
    if (notJudged.length > 0) context.tell(waitingLine(notJudged))
  }
  return problems.some(isError) || diagnostics.some(isError) ? exitCode.findings : exitCode.fine
}

type Counts = ReturnType<typeof checkInstruments>['counts'] & { readonly files: number }

function countsLine(counts: Counts, found: number, milliseconds: number): string {
  const { instruments, rules, duties, examples: cases, promises, files } = counts
  const parts = `${instruments} instruments, ${rules} rules, ${duties} duties, ${cases} examples, ${promises} promises`
  return `${parts} in ${files} files: ${found === 0 ? 'no findings' : `${found} findings`} (${milliseconds} ms)`
}
