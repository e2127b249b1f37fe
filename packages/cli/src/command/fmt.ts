/** `brightline fmt`: policy texts in the one layout. */
import { readText } from '@brightline/law-files'
import type { Problem } from '@brightline/language'
import { formatPolicy } from '@brightline/language/format'
import { laidOutWords } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { joined, policiesIn, toldLine, type Found, type Policy } from '../file/policies.ts'
import { rewriteFile } from '../file/write-given.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'
import { wrongUse } from '../terminal/usage.ts'

interface FormatFlags {
  readonly check: boolean
  readonly stdout: boolean
  readonly lang: string
}

/** A file before and after. */
interface Laid extends Policy {
  readonly before: string
  readonly text: string
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('fmt [files...]')
    .description('lay policy texts out in the one layout')
    .option('--check', 'write nothing, name the files that differ', false)
    .option('--stdout', 'print the text instead of writing it', false)
    .addOption(langOption())
    .addHelpText('before', examples('brightline fmt law/us/ca/values-act.policy', 'brightline fmt --check'))
    .action(async (files: readonly string[], flags: FormatFlags) => {
      context.finish(fmt(files, flags, context))
    })
}

/** Lays out the files that are named, those of the folders that are named, or the whole law. */
function fmt(targets: readonly string[], flags: FormatFlags, context: Context): number {
  if (flags.check && flags.stdout) throw wrongUse('USE-0102', { flags: ['--check', '--stdout'] })
  const lang = readLang(flags.lang, context)
  const policies = joined((targets.length === 0 ? context.folders() : targets).map(policiesIn))
  if (flags.stdout && policies.found.length !== 1) throw wrongUse('USE-0114', { flag: '--stdout' })
  const laid = joined(policies.found.map(layOut))
  const changed = laid.found.filter(({ before, text }) => before !== text)
  if (flags.stdout) for (const { text } of laid.found) context.printText(text)
  const unwritten = flags.stdout ? [] : changed.flatMap((one) => replaced(one, flags.check, context))
  const told = [...policies.told, ...laid.told, ...unwritten]
  for (const problem of told) context.tell(toldLine(problem, lang))
  if (!flags.stdout) context.tell(laidOutWords(laid.found.length, changed.length, flags.check, lang))
  return told.length > 0 || (flags.check && changed.length > 0) ? exitCode.findings : exitCode.fine
}

/** Writes a text in its new layout and names its file; gives the problems of one that cannot be written. */
function replaced({ file, folder, before, text }: Laid, isOnlyChecked: boolean, context: Context): readonly Problem[] {
  const written = isOnlyChecked ? null : rewriteFile(file, folder, before, text)
  if (written !== null && !written.ok) return written.problems
  context.print(file)
  return []
}

function layOut({ file, folder }: Policy): Found<Laid> {
  const read = readText(file, file)
  if (!read.ok) return { found: [], told: read.problems }
  const formatted = formatPolicy(read.value, file)
  if (!formatted.ok) return { found: [], told: formatted.problems }
  return { found: [{ file, folder, before: read.value, text: formatted.value }], told: [] }
}
