/** Why: what speaks for the verdict, what gave way, and what each reading of a contested text says. */
import type { Decision, Reason } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { joined } from '../phrase/list.ts'
import type { Pen } from './look.ts'
import { possibleWords } from './verdict.ts'

/** Writes the flags, the reasons and the readings of a decision. */
export function reasonLines({ flags, verdict, reasons, readings }: Decision, pen: Pen): readonly string[] {
  const { say, item } = pen
  return [
    ...flags.flatMap((flag) => item(2, '!', say(`flag-${flag}`))),
    // Without a verdict, no rule has decided yet.
    ...(verdict === 'needs-facts'
      ? []
      : reasons.flatMap((reason, index) => oneReason(reason, reasons.slice(0, index), pen))),
    ...readings.flatMap((reading) => oneReading(reading, pen)),
  ]
}

/** Writes a reason. A suit that one before has told of is not told again. */
export function oneReason(reason: Reason, before: readonly Reason[], pen: Pen): readonly string[] {
  const { say, line, lang, paint } = pen
  const lines = line(2, say(`effect-${reason.effect}`, { rule: ruleWords(reason, pen) }))
  if (reason.effect !== 'decides') return lines
  const { note, source } = reason
  // A suit against several rules is told once.
  const told = before.filter(({ effect }) => effect === 'decides').flatMap((other) => other.challenged)
  const challenged = reason.challenged.filter((suit) => !told.includes(suit))
  const where = source === null ? null : say('source', { url: source.url, date: source.read })
  return [
    ...lines,
    ...(note === null ? [] : line(4, textIn(note, lang))),
    ...(challenged.length === 0 ? [] : line(4, say('challenged', { cites: challenged }))),
    ...(where === null ? [] : line(4, where).map((one) => paint('dim', one))),
  ]
}

/** Says what a rule says of the act, if that is certain, and how its text is known. */
export function ruleWords({ cite, isPart, modal, certain, mark }: Reason, { say }: Pick<Pen, 'say'>): string {
  const rule = say('rule', { cite: isPart ? say('part', { cite }) : cite, modal: say(`modal-${modal}`) })
  const known = certain ? rule : say('uncertain', { text: rule })
  return mark === 'read' ? known : say(`mark-${mark}`, { text: known })
}

/** Writes what follows where some texts do not count. */
export function oneReading(
  { without, verdicts }: Decision['readings'][number],
  { say, line, lang }: Pen,
): readonly string[] {
  const words = joined(
    verdicts.map((verdict) => possibleWords(verdict, lang)),
    'or',
    lang,
  )
  if (without.length === 0) return line(4, say('all-counted', { verdicts: words }))
  return line(4, say('without', { texts: without, verdicts: words }))
}
