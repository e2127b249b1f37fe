/** `brightline log record`: what was decided into the log, from the JSON of `brightline decide`. */
import { commit, newNonce, type NewEntry } from '@brightline/ledger'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { examples } from '../flag/help.ts'
import { langOption } from '../flag/lang.ts'
import { tell } from '../terminal/output.ts'
import { appendEntries, machine, readyToAppend, type AppendFlags, type AppendWorld } from './append.ts'
import { keepCase } from './case-folder.ts'
import { decideCommand, readDecisionDocument, type LoggedDocument } from './decision-document.ts'
import { readInput } from './entry-input.ts'
import { logVoice } from './phrases.ts'
import { orRefuse } from './problem-lines.ts'
import { runIn } from './run-in.ts'
import { wrongUse } from '../terminal/usage.ts'

/** The desk and the case of a decision. */
interface RecordFlags extends AppendFlags {
  readonly case: string
  readonly desk?: string
  readonly day?: string
}

/** Declares the command. */
export function declareRecord(log: Command, context: Context): void {
  log
    .command('record <folder>')
    .description('log what was decided: reads one document of `brightline decide --json` from standard input')
    .requiredOption('--case <folder>', 'a new private folder for the key and the records of the case')
    .option('--desk <place>', 'the desk that decided (default: the place of the decision)')
    .option('--day <date>', 'the day of the decision (default: the date of the law that was applied)')
    .option('--policy <file>', 'whom to ask for witness (default: log.policy in the folder)')
    .option('--seen <checkpoint>', 'a checkpoint kept elsewhere: a log that went back or forked is refused')
    .option('--timeout <seconds>', 'how long the witnesses have', '5')
    .addOption(langOption())
    .addHelpText(
      'before',
      examples(
        'brightline decide us/ca/san-francisco --form i-247a --agency sheriff --json | brightline log record log --desk us/ca/san-francisco/jail --case case-0017',
      ),
    )
    .action(async (folder: string, flags: RecordFlags) => {
      await runIn(context, flags, async (spoken) => await record(folder, spoken))
    })
}

/**
 * Logs each decision of the document with the next serial of its desk, all or none. A second try with the folder of
 * the case finds what the first one logged.
 */
export async function record(folder: string, flags: RecordFlags, world: AppendWorld = machine): Promise<number> {
  const options = await readyToAppend(folder, flags, world)
  const document = readDecisionDocument(await readInput(world.input))
  for (const { act } of document.decisions) {
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(act)) throw wrongUse('USE-0208', { word: act, command: decideCommand })
  }
  const { key, isNew } = await keepCase(flags.case, document.decisions, world.random)
  const entries = entriesOf(document, key, flags, world)
  const code = await appendEntries(folder, entries, { ...options, isRetry: !isNew }, flags.lang)
  tell(logVoice(flags.lang)('case-folder', { folder: flags.case }))
  return code
}

function entriesOf(
  { place, asOf, decisions }: LoggedDocument,
  key: Uint8Array,
  { desk = place, day = asOf }: RecordFlags,
  { random }: AppendWorld,
): readonly NewEntry[] {
  return decisions.map(({ verdict, rules, policy, record: committed }) => {
    const commitment = orRefuse(commit(key, committed))
    return { kind: 'decision', place: desk, day, policy, rules, verdict, commitment, nonce: newNonce(random) }
  })
}
