/** A correction of the clock in words. */
import { markup, type Markup } from '@brightline/documents/html'
import { dayWords } from '@brightline/wording'
import { clockTime } from '../home/time.ts'
import type { ClockCorrection } from './clock-correction.ts'
import { sayRecord } from './words.ts'

/** Says what the clock had said, and what day it was. */
export function correctionWords(
  { ahead_day: ahead, right_day: right }: Pick<ClockCorrection, 'ahead_day' | 'right_day'>,
  lang: string,
): string {
  return sayRecord(lang)('what-clock', { ahead: dayWords(ahead, lang), right: dayWords(right, lang) })
}

/** Says of an entry that the wrong clock made it, and when that was confirmed. */
export function wrongClockWords({ corrected_at: at }: ClockCorrection, zone: string, lang: string): string {
  return sayRecord(lang)('by-wrong-clock', { when: clockTime(at, zone, lang) })
}

/** Makes the list of corrections: lines that were set back together, by the same days, are one. */
export function correctionList(corrections: readonly ClockCorrection[], zone: string, lang: string): Markup | null {
  const together = Map.groupBy(corrections, (row) => `${row.corrected_at.toString()} ${row.ahead_day} ${row.right_day}`)
  const items = [...together.values()].flatMap(([row]) =>
    row === undefined
      ? []
      : [
          markup`<p class="note">${correctionWords(row, lang)} ${sayRecord(lang)('clock-confirmed', { when: clockTime(row.corrected_at, zone, lang) })}</p>`,
        ],
  )
  return items.length === 0 ? null : markup`${items}`
}
