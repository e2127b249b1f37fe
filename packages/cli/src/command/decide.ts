/** `brightline decide`: one request, one decision an act; or a file of requests, one a line. */
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption } from '../flag/as-of.ts'
import { collect, examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { placeCalled } from '../flag/place.ts'
import { flagOf, requestParts, type RequestFlags } from '../flag/request-parts.ts'
import { answerRequest } from '../request/answer-request.ts'

interface DecideFlags extends RequestFlags {
  readonly batch?: string
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('decide [place] [acts...]')
    .description('decide a request: one decision an act, with reasons, duties and due times')
    .option('--agency <kind>', 'who you are, such as sheriff')
    .option('--form <form>', 'the form you received; it asks for its acts')
    .addOption(asOfOption())
    .option('--facts <file>', 'a request as JSON: facts, convictions, events, and what else no flag says')
    .option('--fact <name=value>', 'one fact; again for more', collect, [])
    .option(
      '--event <name=time>',
      'when something happened, such as receipt=2026-11-22T14:00; again for more',
      collect,
      [],
    )
    .option('--batch <file>', 'JSON Lines, one request a line; - for standard input')
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline decide us/ca hold notify-release --agency sheriff --fact request.form=i-247a --fact warrant.form=none',
        'brightline decide us/ny/new-york-city --form i-247a --agency jail --as-of 2018-11-14 --json',
        'brightline decide us/tx --form i-247a --agency sheriff --event release=2026-11-06T18:00',
        'brightline decide --batch requests.jsonl',
      ),
    )
    .action(async (place: string | undefined, acts: string[], flags: DecideFlags) => {
      context.finish(await runDecide(place, acts, flags, context))
    })
}

/** Runs the command. With `--batch`, the other flags complete every line. */
async function runDecide(
  text: string | undefined,
  acts: readonly string[],
  flags: DecideFlags,
  context: Context,
): Promise<number> {
  const lang = readLang(flags.lang, context)
  const place = text === undefined ? null : await placeCalled(text, context)
  const parts = await requestParts(place, acts, flags, context)
  if (flags.batch !== undefined) {
    const { decideBatch } = await import('../request/decide-batch.ts')
    return decideBatch(flags.batch, parts, context)
  }
  return answerRequest(parts, { json: flags.json, lang, placeWords: flagOf(flags) }, context)
}
