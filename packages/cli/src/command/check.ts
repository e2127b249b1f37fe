/** `brightline check`: names, dates, overrides, contradictions, examples and promises. */
import { existsSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { checkInstruments, placesAbove } from '@brightline/engine'
import { printDiagnostic, type Diagnostic, type Instrument } from '@brightline/language'
import { lawFolders, lawPaths, readAllLaw } from '../law-files.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'

/** What to check and how to say it. */
export interface CheckOptions {
  readonly law: string
  readonly json: boolean
}

/** Checks the whole law folder, or the files and folders of it that are named. Returns the exit code. */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const started = performance.now()
  const { law, isWanted } = whatToCheck(targets, options.law)
  const reading = await readAllLaw(law)
  const { library } = reading
  const wanted = library.instruments.filter(({ file }) => isWanted(file))
  const isJudged = judged(reading.diagnostics)
  const instruments = wanted.filter(isJudged)
  const notJudged = wanted.filter((instrument) => !isJudged(instrument)).map(({ id }) => id)
  const report = checkInstruments(library, instruments)
  const isShown = (one: Diagnostic): boolean => isWanted(one.file) || (notJudged.length > 0 && isError(one))
  const diagnostics = [...reading.diagnostics.filter(isShown), ...report.diagnostics]
  const counts = { ...report.counts, files: lawPaths(law).filter(isWanted).length }
  const milliseconds = Math.round(performance.now() - started)
  if (options.json) print(JSON.stringify({ version: 1, counts, notJudged, diagnostics }))
  else {
    for (const diagnostic of diagnostics) print(printDiagnostic(diagnostic))
    const { rules, duties, examples, promises } = counts
    const found = diagnostics.length === 0 ? 'no findings' : `${diagnostics.length} findings`
    const parts = `${counts.instruments} instruments, ${rules} rules, ${duties} duties, ${examples} examples, ${promises} promises`
    tell(`${parts} in ${counts.files} files: ${found} (${milliseconds} ms)`)
    if (notJudged.length > 0) tell(waiting(notJudged))
  }
  return diagnostics.some(isError) ? exitCode.findings : exitCode.fine
}

/** What is said of instruments that are read but not judged. */
export function waiting(instruments: readonly string[]): string {
  return `not judged until the law that binds with them has no errors: ${instruments.join(', ')}`
}

/**
 * Which instruments can be judged: neither in their file nor in any other that binds their place is an error. Law with
 * holes has no meaning, and what lies beside it must not be called right or wrong for it.
 */
export function judged(diagnostics: readonly Diagnostic[]): (instrument: Pick<Instrument, 'place'>) => boolean {
  const folders = new Set(diagnostics.filter(isError).map(({ file }) => dirname(file)))
  const isEverywhere = folders.has('vocabulary') || folders.has('.')
  return ({ place }) => !isEverywhere && !placesAbove(place).some((above) => folders.has(above))
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** A target inside a law folder narrows what is looked at; a folder with a vocabulary is a law folder of its own. */
export function whatToCheck(
  targets: readonly string[],
  law: string,
): { law: string; isWanted: (path: string) => boolean } {
  const missing = targets.find((target) => !existsSync(target))
  if (missing !== undefined) throw new UsageError(`there is no file or folder \`${missing}\``)
  const [first] = targets
  const isLaw = targets.length === 1 && first !== undefined && existsSync(join(first, 'vocabulary'))
  const folders = isLaw ? [resolve(first)] : lawFolders(law)
  const wanted = targets.flatMap((target): readonly string[] => {
    const path = folders.map((folder) => relative(folder, resolve(target))).find((inside) => !inside.startsWith('..'))
    if (path === undefined) {
      throw new UsageError(
        `\`${target}\` is not in the law folder`,
        'name its folder with --law, or add it with --with',
      )
    }
    return path === '' ? [] : [path]
  })
  return {
    law: folders.join(delimiter),
    isWanted: (path) =>
      wanted.length === 0 || wanted.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  }
}
