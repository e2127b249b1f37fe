/** `brightline check`: names, dates, overrides, contradictions, examples and promises. */
import { isError, judged, lawPaths, readAllLaw, readTargets } from '@brightline/law-files'
import type { FileProblem } from '@brightline/language'
import { checkedWords, notJudgedWords, printProblem, sentence } from '@brightline/wording'
import type { Command } from 'commander'
import { checkAnew } from '../check/check-anew.ts'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'

interface CheckFlags {
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('check [targets...]')
    .description('check policy texts: names, contradictions, examples, promises')
    .addOption(langOption())
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
async function check(targets: readonly string[], flags: CheckFlags, context: Context): Promise<number> {
  const started = performance.now()
  const lang = readLang(flags.lang, context)
  const { folders, isWanted } = context.need(readTargets(targets, context.folders()))
  const law = context.openLaw(folders)
  const reading = await readAllLaw(law)
  const wanted = reading.library.instruments.filter(({ file }) => isWanted(file))
  const isJudged = judged(reading)
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  const report = await checkAnew(reading.library, wanted.filter(isJudged), law.cache)
  const isShown = (one: FileProblem): boolean => isWanted(one.where.file) || (notJudged.length > 0 && isError(one))
  const problems = [...reading.problems.filter(isShown), ...report.problems]
  const counts = { ...report.counts, files: lawPaths(law).filter(isWanted).length }
  const milliseconds = Math.round(performance.now() - started)
  if (flags.json) {
    const diagnostics = problems.map((problem) => toDocument(problem, lang))
    context.printJson({ version: 1, counts, notJudged, diagnostics })
  } else {
    for (const problem of problems) context.print(printProblem(problem, lang))
    context.tell(checkedWords({ ...counts, findings: problems.length, milliseconds }, lang))
    if (notJudged.length > 0) context.tell(notJudgedWords(notJudged, lang))
  }
  return problems.some(isError) ? exitCode.findings : exitCode.fine
}

/** Makes JSON of a problem: where it is, what it says in the language, and its values for whoever says it otherwise. */
function toDocument(problem: FileProblem, lang: string): object {
  const { code, severity, where, values } = problem
  const { message, help } = sentence(problem, lang)
  return { code, severity, file: where.file, line: where.line, column: where.column, message, help, values }
}
