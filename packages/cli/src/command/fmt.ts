/** `brightline fmt`: policy texts in the one layout. */
import { existsSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printDiagnostic, type Diagnostic } from '@brightline/language'
import { formatPolicy } from '@brightline/language/format'
import { lawFolders, readText } from '../law-files.ts'
import { exitCode, print, tell, UsageError } from '../output.ts'

/** What to do with the text. */
export interface FormatFlags {
  readonly check: boolean
  readonly stdout: boolean
}

/** A file before and after. */
type Laid =
  | { readonly kind: 'laid'; readonly file: string; readonly before: string; readonly text: string }
  | { readonly kind: 'unread'; readonly diagnostics: readonly Diagnostic[] }

/** Lays out the files that are named, those of the folders that are named, or the whole law. Returns the exit code. */
export async function fmt(targets: readonly string[], flags: FormatFlags, law: string): Promise<number> {
  if (flags.check && flags.stdout) throw new UsageError('--check and --stdout exclude each other', 'choose one')
  const files = (targets.length === 0 ? lawFolders(law) : targets).flatMap(policiesIn)
  if (flags.stdout && files.length !== 1) throw new UsageError('--stdout takes one file', 'name it')
  const laid = files.map(layOut)
  const unread = laid.flatMap((one) => (one.kind === 'unread' ? one.diagnostics : []))
  for (const diagnostic of unread) tell(printDiagnostic(diagnostic))
  const read = laid.flatMap((one) => (one.kind === 'laid' ? [one] : []))
  const changed = read.filter(({ before, text }) => before !== text)
  if (flags.stdout) for (const { text } of read) process.stdout.write(text)
  else {
    for (const { file } of changed) print(file)
    if (!flags.check) for (const { file, text } of changed) replace(file, text)
    tell(`${read.length} files, ${changed.length} ${flags.check ? 'not in the layout' : 'laid out anew'}`)
  }
  return unread.length > 0 || (flags.check && changed.length > 0) ? exitCode.findings : exitCode.fine
}

function layOut(file: string): Laid {
  const read = readText(file, file)
  if ('diagnostic' in read) return { kind: 'unread', diagnostics: [read.diagnostic] }
  const formatted = formatPolicy(read.text, file)
  if ('diagnostics' in formatted) return { kind: 'unread', diagnostics: formatted.diagnostics }
  return { kind: 'laid', file, before: read.text, text: formatted.text }
}

function policiesIn(target: string): readonly string[] {
  if (!existsSync(target)) throw new UsageError(`there is no file or folder \`${target}\``)
  if (!statSync(target).isDirectory()) {
    if (!target.endsWith('.policy'))
      throw new UsageError(`\`${target}\` is not a policy file`, 'its name ends in .policy')
    return [target]
  }
  return readdirSync(target, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.policy'))
    .sort()
    .map((name) => join(target, name))
}

/** A reader sees the old text or the new one, never half of it. */
function replace(name: string, text: string): void {
  // A link stays a link: the file it leads to is written.
  const file = realpathSync(name)
  const temporary = `${file}.${process.pid}.new`
  try {
    writeFileSync(temporary, text, { mode: statSync(file).mode })
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
