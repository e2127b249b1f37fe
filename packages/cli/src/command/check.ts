/** `brightline check`: names, dates, overrides, contradictions, examples and promises. */
import { existsSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { checkInstruments } from '@brightline/engine'
import { printDiagnostic, type Diagnostic } from '@brightline/language'
import { lawPaths, readAllLaw } from '../law-files.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'

/** What to check and how to say it. */
export interface CheckOptions {
  readonly law: string
  readonly json: boolean
}

/** Checks the whole law folder, or the files and folders of it that are named. Returns the exit code. */
export async function check(targets: readonly string[], options: CheckOptions): Promise<number> {
  const started = performance.now()
  const { folder, isWanted } = whatToCheck(targets, options.law)
  const reading = await readAllLaw(folder)
  const { library } = reading
  const broken = new Set(reading.diagnostics.filter(isError).map(({ file }) => file))
  const instruments = library.instruments.filter(({ file }) => isWanted(file) && !broken.has(file))
  const report = checkInstruments(library, instruments)
  const diagnostics = [...reading.diagnostics.filter(({ file }) => isWanted(file)), ...report.diagnostics]
  const counts = { ...report.counts, files: lawPaths(folder).filter(isWanted).length }
  const milliseconds = Math.round(performance.now() - started)
  if (options.json) print(JSON.stringify({ version: 1, counts, diagnostics }))
  else {
    for (const diagnostic of diagnostics) print(printDiagnostic(diagnostic))
    const { rules, duties, examples, promises } = counts
    const found = diagnostics.length === 0 ? 'no findings' : `${diagnostics.length} findings`
    const parts = `${counts.instruments} instruments, ${rules} rules, ${duties} duties, ${examples} examples, ${promises} promises`
    tell(`${parts} in ${counts.files} files: ${found} (${milliseconds} ms)`)
  }
  return diagnostics.some(isError) ? exitCode.findings : exitCode.fine
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** A target inside the law folder narrows the check; a folder with a vocabulary is a law folder of its own. */
function whatToCheck(targets: readonly string[], law: string): { folder: string; isWanted: (path: string) => boolean } {
  const missing = targets.find((target) => !existsSync(target))
  if (missing !== undefined) throw new UsageError(`there is no file or folder \`${missing}\``)
  const [first] = targets
  const folder =
    targets.length === 1 && first !== undefined && statSync(first).isDirectory() && existsSync(join(first, 'vocabulary'))
      ? resolve(first)
      : resolve(law)
  const paths = targets.map((target) => relative(folder, resolve(target)))
  const outside = paths.findIndex((path) => path.startsWith('..'))
  if (outside >= 0) {
    throw new UsageError(`\`${targets[outside]}\` is not in the law folder`, 'name the folder with --law, or put the file into it')
  }
  const wanted = paths.filter((path) => path !== '')
  return {
    folder,
    isWanted: (path) => wanted.length === 0 || wanted.some((prefix) => path === prefix || path.startsWith(`${prefix}/`)),
  }
}
