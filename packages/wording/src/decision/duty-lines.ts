/** Duties: what to do, by when, in which languages, and what if it is missed. */
import type { Decision, DutyDue, Stack } from '@brightline/engine'
import { byCharacters, textIn } from '@brightline/language'
import { dueWords } from '../calendar/deadline.ts'
import { namesOf } from '../law/names.ts'
import { languageName } from '../phrase/language-name.ts'
import { clockWords, type Pen } from './look.ts'
import { pinWords } from './pin.ts'

/**
 * Chooses the duties that are due whatever is decided, each once: those of the request, and those of an act that must be
 * done. What has a time comes first, the earliest at the top.
 */
export function dutiesNow(decisions: readonly Pick<Decision, 'duties'>[]): readonly DutyDue[] {
  const due = decisions.flatMap(({ duties }) => duties.filter(({ arises }) => arises === 'now'))
  const distinct = [...new Map(due.map((duty) => [duty.duty, duty])).values()]
  return distinct.toSorted(
    (a, b) => urgency(a) - urgency(b) || byCharacters(a.at ?? '', b.at ?? '') || hours(a) - hours(b),
  )
}

/** Chooses the duties that arise only if the act is done. */
export function dutiesAfter({ duties }: Pick<Decision, 'duties'>): readonly DutyDue[] {
  return duties.filter(({ arises }) => arises === 'if-done')
}

/** Writes a duty as an item of a list that stands so many columns deep. */
export function dutyLines(duty: DutyDue, depth: number, stack: Stack, pen: Pen): readonly string[] {
  const { say, lang, item, line, paint } = pen
  const action = textIn(duty.action, lang)
  const whole = duty.recipient === null ? action : say('duty-to', { action, recipient: textIn(duty.recipient, lang) })
  const spoken = duty.office === null ? whole : say('duty-of', { action: whole, office: textIn(duty.office, lang) })
  const languages = duty.languages.map((code) => languageName(code, lang))
  return [
    ...item(depth, '-', duty.certain ? spoken : say('uncertain', { text: spoken })),
    ...dueLines(duty, depth + 2, stack, pen),
    ...(languages.length === 0
      ? []
      : line(depth + 2, say(duty.inEveryLanguage ? 'duty-languages' : 'duty-languages-or', { languages }))),
    ...(duty.ifMissed === null ? [] : line(depth + 2, say('duty-missed', { action: textIn(duty.ifMissed, lang) }))),
    ...line(depth + 2, pinWords(duty, say)).map((one) => paint('dim', one)),
  ]
}

function dueLines(
  { due, at }: DutyDue,
  depth: number,
  stack: Stack,
  { say, lang, line, paint }: Pen,
): readonly string[] {
  if (due === null) return []
  const words = dueWords(due, namesOf(stack, lang), lang)
  if (at === null) return line(depth, words)
  const clock = clockWords(at)
  const text = say('duty-due', { due: words, at: clock })
  return line(
    depth,
    text.replace(clock, () => paint('bold', clock)),
  )
}

/** Counts roughly how long there is; only the order counts. */
function hours({ due }: DutyDue): number {
  const byUnit: Readonly<Record<string, number>> = {
    ...{ minutes: 1 / 60, hours: 1, days: 24, weeks: 168, months: 720, years: 8760 },
  }
  return due?.kind === 'within' ? due.span.amount * (byUnit[due.span.unit] ?? 1) : 0
}

function urgency({ at, due }: DutyDue): number {
  if (at !== null) return 0
  if (due === null) return 3
  return due.kind === 'at-once' || due.kind === 'promptly' ? 1 : 2
}
