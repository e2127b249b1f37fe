/** `brightline show`: the law of a place in words, as of a date. */
import type { Stack } from '@brightline/engine'
import { instrumentsOf, lawLines, sectionNumber, toLawDocument, type Narrowing } from '@brightline/wording'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { asOfOption } from '../flag/as-of.ts'
import { examples } from '../flag/help.ts'
import { langOption, readLang } from '../flag/lang.ts'
import { readStack } from '../flag/place.ts'
import { exitCode } from '../terminal/output.ts'
import { screenWidth } from '../terminal/screen.ts'
import { unknownWord } from '../terminal/unknown.ts'

interface ShowFlags {
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** Declares the command. */
export function declare(program: Command, context: Context): void {
  program
    .command('show <place> [section]')
    .description('print the law of a place in words, as of a date; a section number or an instrument id narrows it')
    .addOption(asOfOption())
    .addOption(langOption())
    .option('--json', 'as JSON', false)
    .addHelpText(
      'before',
      examples(
        'brightline show us/ca 7284.6',
        'brightline show us/ca/values-act',
        'brightline show us/il/chicago --as-of 2015-01-01',
      ),
    )
    .action(async (place: string, section: string | undefined, flags: ShowFlags) => {
      context.finish(await show(place, section, flags, context))
    })
}

/** Prints the law. `narrow` is a section number or an instrument id. */
async function show(name: string, section: string | undefined, flags: ShowFlags, context: Context): Promise<number> {
  const lang = readLang(flags.lang, context)
  const { place, narrow = section } = section === undefined ? placeOfLaw(name, context) : { place: name }
  const stack = await readStack(place, flags.asOf, context)
  const document = toLawDocument(stack, lang, narrow === undefined ? null : narrowingOf(stack, narrow))
  if (flags.json) context.printJson(document)
  else for (const line of lawLines(document, context.paint, screenWidth())) context.print(line)
  return exitCode.fine
}

/** Reads `us/ca/values-act` as that law of its place. Other names are left to the search for places. */
function placeOfLaw(name: string, context: Context): { readonly place: string; readonly narrow?: string } {
  const [, id = '', folder = '', date = ''] = /^(([a-z0-9/-]+)\/[a-z0-9-]+)(@.*)?$/.exec(name) ?? []
  const { fileByPath } = context.openLaw()
  const isLaw = fileByPath.has(`${id}.policy`) && fileByPath.has(`${folder}/place.policy`) && !id.endsWith('/place')
  return isLaw ? { place: `${folder}${date}`, narrow: id } : { place: name }
}

function narrowingOf(stack: Stack, name: string): Narrowing {
  const instruments = instrumentsOf(stack)
  const byId = instruments.find(({ id }) => id === name || id.endsWith(`/${name}`))
  if (byId !== undefined) return { kind: 'instrument', name: byId.id }
  const numbers = instruments.flatMap(({ sections }) => sections.map(({ number }) => sectionNumber(number)))
  const number = sectionNumber(name)
  if (numbers.includes(number)) return { kind: 'section', name: number }
  const known = [...numbers, ...instruments.map(({ id }) => id)]
  throw unknownWord('section', name, known)
}
