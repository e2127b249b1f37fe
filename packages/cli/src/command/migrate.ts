/** `brightline migrate`: texts of version 1 in version 2, and what a person must look at. */
import { lawPaths, readText } from '@brightline/law-files'
import type { TextFile } from '@brightline/language'
import { adviceOn, migratePolicy } from '@brightline/language/migrate'
import { migratedWords, printProblem } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { joined, policiesIn, toldLine, type Found, type Policy } from '../file/policies.ts'
import { rewriteFile } from '../file/write-given.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { exitCode } from '../terminal/output.ts'

interface MigrateFlags {
  readonly check: boolean
  readonly lang: string
}

/** A text before and after. */
interface Migrated extends Policy {
  readonly before: string
  readonly text: string
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('migrate <files...>')
    .description('rewrite policy texts of version 1 in version 2, and list what a person must look at')
    .option('--check', 'write nothing, list what would be rewritten and what to look at', false)
    .addOption(langOption())
    .addHelpText(
      'before',
      examples('brightline migrate --check my-law', 'brightline migrate my-law/us/tx/harris.policy'),
    )
    .action(async (files: readonly string[], flags: MigrateFlags) => {
      context.finish(await migrate(files, flags, context))
    })
}

/** Rewrites the files that are named, and those of the folders that are named. What cannot be read stays as it is. */
async function migrate(targets: readonly string[], flags: MigrateFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const { found, told } = joined(targets.map(migratedIn))
  // Advice names the lines of the files as they will be on disk, and is there before anything is written.
  const texts = found.map(({ file, before, text }) => ({ file, text: flags.check ? before : text }))
  const all = texts.length === 0 ? [] : await adviceOn(texts, lawTexts(context))
  const written = joined(found.map((one) => (flags.check ? { found: [one], told: [] } : write(one))))
  const advice = all.filter(({ where }) => written.found.some(({ file }) => file === where.file))
  for (const { file } of written.found) {
    context.print(file)
    for (const one of advice) if (one.where.file === file) context.print(printProblem(one, lang))
  }
  const problems = [...told, ...written.told]
  for (const problem of problems) context.tell(toldLine(problem, lang))
  context.tell(migratedWords(written.found.length, advice.length, flags.check, lang))
  const isOpen = problems.length > 0 || (flags.check && written.found.length > 0)
  return isOpen ? exitCode.findings : exitCode.fine
}

/** Migrates the file that is named, or those of the folder that is named: in a folder, what is migrated already is passed over. */
function migratedIn(target: string): Found<Migrated> {
  const policies = policiesIn(target)
  const migrated = joined(policies.found.map(migrateFile))
  const isFolder = policies.found.every(({ file }) => file !== target)
  const told = migrated.told.filter(({ code }) => !isFolder || code !== 'POL-0701')
  return { found: migrated.found, told: [...policies.told, ...told] }
}

function migrateFile({ file, folder }: Policy): Found<Migrated> {
  const read = readText(file, file)
  if (!read.ok) return { found: [], told: read.problems }
  const migrated = migratePolicy(read.value, file)
  if (!migrated.ok) return { found: [], told: migrated.problems }
  return { found: [{ file, folder, before: read.value, text: migrated.value }], told: [] }
}

function write(one: Migrated): Found<Migrated> {
  const written = rewriteFile(one.file, one.folder, one.before, one.text)
  return written.ok ? { found: [one], told: [] } : { found: [], told: written.problems }
}

/** Reads the texts of the law, with whose words the migrated ones are read. */
function lawTexts(context: Context): readonly TextFile[] {
  const law = context.openLaw()
  return lawPaths(law).flatMap((path) => {
    const read = readText(law.fileByPath.get(path) ?? path, path)
    return read.ok ? [{ path, text: read.value }] : []
  })
}
