/** `brightline ask`: an interview that ends with a decision. */
import { formFact, nameMeant, stackOf, unknownName, type RequestCode } from '@brightline/engine'
import type { Agency, Value, Vocabulary } from '@brightline/language'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption, readAsOf } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { readPlace } from '../flag/place.ts'
import { atTerminal } from '../interview/at-terminal.ts'
import { callingOf, converse } from '../interview/conversation.ts'
import { Refusal } from '../refusal.ts'
import { isTerminal } from '../terminal/terminal.ts'
import type { StatsFlags } from '../interview/question-stats.ts'
import { wrongUse } from '../terminal/usage.ts'

interface AskFlags extends StatsFlags {
  readonly agency?: string
  readonly form?: string
  readonly lang: string
  readonly stats: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('ask <place>')
    .description('answer questions at the terminal and get the decision')
    .option('--agency <kind>', 'who you are, such as sheriff')
    .option('--form <form>', 'the form you received; it asks for its acts')
    .addOption(asOfOption())
    .addOption(langOption())
    .option('--stats', 'no interview: print the average number of questions for each act', false)
    .option('--data <file>', 'with --stats: the average over this data set')
    .option('--mapping <file>', 'with --data: how its columns become facts')
    .option('--json', 'with --stats: as JSON', false)
    .addHelpText(
      'before',
      examples('brightline ask us/ca/san-francisco', 'brightline ask us/tx/houston --agency police --lang es'),
    )
    .action(async (place: string, flags: AskFlags) => {
      const lang = readLang(flags.lang, context)
      if (flags.stats) {
        const { askStats } = await import('../interview/question-stats.ts')
        context.finish(await askStats(place, flags, context))
        return
      }
      const read = await readPlace(place, context)
      const stack = stackOf(read.library, read.place, readAsOf(flags.asOf, read.place, read.library, context))
      const begun = beginning(stack.vocabulary, flags)
      if (!isTerminal()) {
        throw wrongUse('USE-0112', { command: `brightline decide ${read.place} --form FORM --fact NAME=VALUE` })
      }
      const talk = { stack, ...begun, lang, ...callingOf(context) }
      context.finish(await atTerminal(lang, (terminal) => converse(terminal, talk)))
    })
}

/** Reads the names that the interview begins with. */
function beginning(
  { agencies, facts }: Vocabulary,
  flags: AskFlags,
): { readonly agency: string | null; readonly form: string | null } {
  const type = facts.find(({ name }) => name === formFact)?.type
  return {
    agency: nameIn('REQ-0002', flags.agency, agencies),
    form: nameIn('REQ-0005', flags.form, type?.kind === 'one-of' ? type.values : []),
  }
}

function nameIn(
  code: RequestCode,
  text: string | undefined,
  known: readonly Agency[] | readonly Value[],
): string | null {
  if (text === undefined) return null
  const meant = nameMeant(text, known)
  if (meant !== null) return meant
  const names = known.map(({ name }) => name)
  throw new Refusal([unknownName(code, { kind: 'whole' }, text, names)])
}
