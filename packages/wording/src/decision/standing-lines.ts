/** The duties about the acts of a request that no request gives rise to. */
import type { DecisionDocument, Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { conditionText } from '../duty/condition.ts'
import type { Pen } from './look.ts'
import { pinWords } from './pin.ts'

type Standing = DecisionDocument['standing'][number]

/** Writes them as items of a list. */
export function standingLines({ standing }: DecisionDocument, stack: Stack, pen: Pen): readonly string[] {
  const { say, item, line, lang, paint } = pen
  return standing.flatMap((duty) => {
    const { action, recipient, ifMissed } = duty
    const said = textIn(action, lang)
    const text = recipient === null ? said : say('duty-to', { action: said, recipient: textIn(recipient, lang) })
    const condition = conditionOf(duty, stack, lang)
    return [
      ...item(2, '-', text),
      ...(condition === null ? [] : line(4, condition)),
      ...line(4, dayWords(duty, pen)),
      ...(ifMissed === null ? [] : line(4, say('duty-missed', { action: textIn(ifMissed, lang) }))),
      ...line(4, pinWords(duty, say)).map((one) => paint('dim', one)),
    ]
  })
}

/** Says when a duty is due: its day, if the law names one, and its rhythm. */
function dayWords({ trigger, next, passed }: Standing, { say }: Pen): string {
  const rhythm = say(trigger.kind === 'on-request' || trigger.kind === 'after' ? 'at-all-times' : trigger.kind)
  if (passed !== null) return `${say('day-passed', { date: passed })} (${rhythm})`
  return next === null ? rhythm : `${say('due-on', { date: next })} (${rhythm})`
}

/** Says in which case a duty arises; null where it certainly does. */
function conditionOf({ duty: id, certain }: Standing, { library }: Stack, lang: string): string | null {
  if (certain) return null
  const found = library.instruments.flatMap(({ duties }) => duties).find((duty) => duty.id === id)
  return found === undefined ? null : conditionText(found, library.vocabulary, lang)
}
