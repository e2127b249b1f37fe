/** One side of a comparison as people write it: a place, perhaps with a date, and perhaps a working text over its law. */
import { lawFor, readWorking, workingFor, type Working } from '@brightline/law-files'
import type { Library } from '@brightline/language'
import { stackOf } from '@brightline/engine'
import type { Side } from '@brightline/wording/analysis'
import type { Context } from '../context.ts'
import { readAsOf, readLawDate } from './as-of.ts'
import { placeCalled } from './place.ts'
import { wrongUse } from '../terminal/usage.ts'

/** A place and its law, with the working text that stands in it. */
export interface LawToRead {
  readonly place: string
  readonly working: Working | null
  readonly library: Library
}

/** Reads the working text that a flag names; null where none does. */
export function readWorkingText(file: string | undefined, context: Context): Working | null {
  return file === undefined ? null : context.need(readWorking(file))
}

/** Reads the law of a place, perhaps with a working text, which must bind the place. */
export async function readLawWith(name: string, working: Working | null, context: Context): Promise<LawToRead> {
  const law = context.openLaw()
  const place = await placeCalled(name, context)
  if (working !== null) context.need(workingFor(working, place))
  return { place, working, library: context.need(await lawFor(law, place, working)) }
}

/** Reads one side, such as `us/ca@2018-01-01`; a place alone is taken on the date of the flag, or today. */
export async function readSide(text: string, working: Working | null, context: Context, flag?: string): Promise<Side> {
  const at = text.lastIndexOf('@')
  const [name, said] = at < 0 ? [text, flag] : [text.slice(0, at), text.slice(at + 1)]
  // A date that is none is refused before any law is read.
  if (said !== undefined) readLawDate(said)
  if (flag !== undefined && said !== flag) throw wrongUse('USE-0101')
  const { place, library } = await readLawWith(name, working, context)
  const asOf = readAsOf(said, place, library, context)
  return { stack: stackOf(library, place, asOf), working: working?.instrument ?? null }
}
