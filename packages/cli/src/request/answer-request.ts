/** One request, answered and printed. */
import { joinParts, readRequest, tryAnswer, type RequestPart } from '@brightline/engine'
import { lawFor } from '@brightline/law-files'
import type { Result } from '@brightline/language'
import type { Context } from '../context.ts'
import { needLang } from '../flag/lang.ts'
import { Refusal, type PlaceWords } from '../refusal.ts'
import { exitCode } from '../terminal/output.ts'
import { printDecisions } from './print-decisions.ts'

/** How to say the answer. */
interface Saying {
  readonly json: boolean
  readonly lang: string
  readonly placeWords?: PlaceWords
}

/** Decides one request and prints the answer. Returns the exit code. */
export async function answerRequest(
  parts: readonly RequestPart[],
  { json, lang, placeWords }: Saying,
  context: Context,
): Promise<number> {
  const need = <Value>(result: Result<Value>): Value => {
    if (result.ok) return result.value
    throw new Refusal(result.problems, placeWords)
  }
  const raw = need(joinParts(parts))
  const library = context.need(await lawFor(context.openLaw(), raw.place))
  needLang(lang, library)
  const request = need(readRequest(library, raw, { now: context.now().toString() }))
  const document = need(tryAnswer(request))
  if (json) context.printJson(document)
  else printDecisions(document, request.stack, lang)
  return exitCode.fine
}
