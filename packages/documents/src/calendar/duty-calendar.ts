/** The days of duties as an iCalendar file: one event of a whole day for each day on which a duty is due. */
import { textIn, type Texts } from '@brightline/language'
import type { DutiesDocument, ShownDuty } from '@brightline/wording'
import ical, { ICalCalendarMethod } from 'ical-generator'

/**
 * Writes the calendar. Duties without a day are not in it. Every event keeps its identity when the file is made again,
 * so a calendar that takes it in twice has it once.
 *
 * @param now The moment at which the file is made, as ISO 8601 in UTC: the format asks for it.
 */
export function dutyCalendar(document: DutiesDocument, lang: string, now: string): string {
  const calendar = ical({
    name: textIn(document.placeTitle, lang),
    prodId: { company: 'Brightline', product: 'duties', language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const duty of document.duties) {
    for (const day of duty.days) {
      calendar.createEvent({
        id: `${day}-${duty.duty.replaceAll(/[^a-zA-Z0-9]+/g, '-')}@brightline`,
        stamp: now,
        start: `${day}T00:00:00Z`,
        allDay: true,
        timezone: 'UTC',
        summary: summaryOf(duty, lang),
        description: [`${duty.cite}, ${duty.instrument}`, duty.note].flatMap((part) => saidIn(part, lang)).join('\n\n'),
      })
    }
  }
  return calendar.toString()
}

function summaryOf({ action, recipient }: ShownDuty, lang: string): string {
  return [action, recipient].flatMap((part) => saidIn(part, lang)).join(': ')
}

function saidIn(part: Texts | string | null, lang: string): readonly string[] {
  if (part === null) return []
  return [typeof part === 'string' ? part : textIn(part, lang)]
}
