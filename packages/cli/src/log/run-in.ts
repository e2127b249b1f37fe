/** Runs the commands on logs, each in the language of its flag. */
import { LedgerFailure } from '@brightline/ledger'
import type { Context } from '../context.ts'
import { readLang } from '../flag/lang.ts'
import { exitCode, tell } from '../terminal/output.ts'
import { Misuse, problemLine } from './problem-lines.ts'

/** The language in which people are spoken to. */
export interface LangFlag {
  readonly lang: string
}

/** Runs a command in the language of its flag, and hands on its exit code. */
export async function runIn<Flags extends LangFlag>(
  context: Context,
  flags: Flags,
  work: (flags: Flags) => Promise<number>,
): Promise<void> {
  const lang = readLang(flags.lang, context)
  context.finish(await refusing(lang, async () => await work({ ...flags, lang })))
}

/** Runs a command; what the ledger refuses is told, with the exit code of findings or of wrong use. */
export async function refusing(lang: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LedgerFailure || error instanceof Misuse)) throw error
    for (const problem of error.problems) tell(`brightline: ${problemLine(problem, lang)}`)
    return error instanceof Misuse ? exitCode.usage : exitCode.findings
  }
}
