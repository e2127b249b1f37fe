/** The days of duties as an iCalendar file: one event of a whole day for each day on which a duty is due. */
import { textIn } from '@brightline/language'
import { dutyPin, dutyTitle, forceWords, type DutiesDocument, type ShownDuty } from '@brightline/wording'
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
        id: `${day}-${duty.duty.replaceAll(' ', '_')}@brightline`,
        stamp: now,
        start: `${day}T00:00:00Z`,
        allDay: true,
        timezone: 'UTC',
        summary: dutyTitle(duty, lang),
        description: descriptionOf(duty, lang),
      })
    }
  }
  // Each line of the format ends, and so does the last.
  return `${calendar.toString()}\r\n`
}

/** Says of a duty what its reader must know before it is done: in which case it arises, its text, its force and a note. */
function descriptionOf(duty: ShownDuty, lang: string): string {
  const { condition, note } = duty
  return [
    ...(condition === null ? [] : [textIn(condition, lang)]),
    dutyPin(duty, lang),
    ...forceWords(duty, lang),
    ...(note === null ? [] : [textIn(note, lang)]),
  ].join('\n\n')
}
