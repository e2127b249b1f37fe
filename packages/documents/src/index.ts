/** The door of documents. */
export { comparisonMemo } from './comparison/memo.ts'
export { comparisonPage, type ComparisonParts } from './comparison/page.ts'
export { dutyCalendar } from './calendar/duty-calendar.ts'
export { replayPage } from './replay/page.ts'
