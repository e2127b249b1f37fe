/** `brightline show`: the law of a place in words, as of a date. */
import { isDate, stackOf, unknown, type Stack } from '@brightline/engine'
import { exitCode, print, UsageError } from '../output.ts'
import { instrumentsOf, sectionNumber, toLawDocument, type Narrowing } from '../show/law-document.ts'
import { printLaw } from '../show/print-law.ts'
import { readLang } from './ask.ts'
import { today } from './decide-flags.ts'
import { lawFor } from './decide.ts'

/** As the command line gives them. */
export interface ShowFlags {
  readonly asOf?: string
  readonly lang: string
  readonly json: boolean
}

/** Prints the law. `narrow` is a section number or an instrument id. */
export async function show(place: string, narrow: string | undefined, flags: ShowFlags, law: string): Promise<number> {
  const lang = readLang(flags.lang)
  const asOf = flags.asOf ?? today()
  if (!isDate(asOf)) throw new UsageError(`\`${asOf}\` is not a date`, 'write year-month-day, such as 2026-11-22')
  const stack = stackOf(await lawFor(place, law), place, asOf)
  const document = toLawDocument(stack, lang, narrow === undefined ? null : narrowingOf(stack, narrow))
  if (flags.json) print(JSON.stringify(document))
  else printLaw(document)
  return exitCode.fine
}

function narrowingOf(stack: Stack, name: string): Narrowing {
  const instruments = instrumentsOf(stack)
  const byId = instruments.find(({ id }) => id === name || id.endsWith(`/${name}`))
  if (byId !== undefined) return { kind: 'instrument', name: byId.id }
  const numbers = instruments.flatMap(({ sections }) => sections.map(({ number }) => sectionNumber(number)))
  const number = sectionNumber(name)
  if (numbers.includes(number)) return { kind: 'section', name: number }
  const { message, help } = unknown('REQ-0010', 'section or instrument', name, [
    ...numbers,
    ...instruments.map(({ id }) => id),
  ])
  throw new UsageError(message, help)
}
