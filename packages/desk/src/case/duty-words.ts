/** Duties of a case in the words of the law. */
import type { Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { readStoredDuty } from '../duty/stored-duty.ts'
import { sayCase } from './words.ts'

interface DutyRow {
  readonly rule: string
  readonly document: unknown
}

/** Says what a duty demands; one that the law no longer has says what it said when it arose. */
export function dutyWords({ rule, document }: DutyRow, { library }: Stack, lang: string): string {
  const found = library.instruments.flatMap(({ duties }) => duties).find(({ id }) => id === rule)
  const action = found?.action ?? readStoredDuty(document)?.action
  return action === undefined ? sayCase(lang)('duty') : textIn(action, lang)
}
