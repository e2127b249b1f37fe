/** A place as people name it on the command line. */
import { divisionTitle, findPlace, lawFor, othersNamed } from '@brightline/law-files'
import type { Library } from '@brightline/language'
import { stackOf, type Stack } from '@brightline/engine'
import { takenAsWords } from '@brightline/wording'
import type { Context } from '../context.ts'
import { readAsOf } from './as-of.ts'
import { needLang } from './lang.ts'
import { wrongUse } from '../terminal/usage.ts'

/** A place with the law that binds it. */
export interface PlaceOfLaw {
  readonly place: string
  readonly library: Library
}

/** Finds a place by its id or its name. A name that others have, which nobody encoded, is told beside the answer. */
export async function placeCalled(text: string, context: Context): Promise<string> {
  const law = context.openLaw()
  const place = context.need(await findPlace(law, text))
  const others = await othersNamed(law, text)
  if (others.length > 0) context.tell(takenAsWords(text, place, others.map(divisionTitle), context.lang()))
  return place
}

/** Finds a place by its id or its name, and reads its law. */
export async function readPlace(text: string, context: Context): Promise<PlaceOfLaw> {
  const law = context.openLaw()
  const place = await placeCalled(text, context)
  const library = context.need(await lawFor(law, place))
  needLang(context.lang(), library)
  return { place, library }
}

/** Reads a place and a date, such as `us/ca@2018-01-01`; where none stands there, the date of `--as-of` or today. */
export async function readStack(text: string, asOf: string | undefined, context: Context): Promise<Stack> {
  const at = text.lastIndexOf('@')
  const [name, date] = at < 0 ? [text, asOf] : [text.slice(0, at), text.slice(at + 1)]
  if (at >= 0 && asOf !== undefined && asOf !== date) throw wrongUse('USE-0101')
  const { place, library } = await readPlace(name, context)
  return stackOf(library, place, readAsOf(date, place, library, context))
}
