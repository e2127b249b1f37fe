/** When the events of a request happened. */
import type { Result, Vocabulary } from '@brightline/language'
import type { Temporal } from 'temporal-polyfill'
import { years } from './calendar-date.ts'
import { readTime, type ReadTime, type TimeFault } from './event-time.ts'
import { nameMeant, unknownName } from './known-name.ts'
import type { Said } from './part.ts'
import { pointerTo, problem, type RequestProblem } from './problem.ts'

/** The times by event, and what must be said of them. */
export interface ReadEvents {
  readonly times: Readonly<Record<string, Temporal.ZonedDateTime>>
  readonly notes: readonly RequestProblem[]
}

/** Reads the time of each event by the clock of the place. What is said twice must be the same moment. */
export function readEvents(
  { events }: Pick<Vocabulary, 'events'>,
  zone: string,
  said: readonly Said<string>[],
): Result<ReadEvents, RequestProblem> {
  const times = new Map<string, ReadTime>()
  const problems: RequestProblem[] = []
  for (const { name: written, value, keys } of said) {
    const where = pointerTo(...keys)
    const name = nameMeant(written, events)
    const read = readTime(value, { zone, today: null })
    if (name === null) {
      const names = events.map(({ name: known }) => known)
      problems.push(unknownName('REQ-0007', where, written, names))
    } else if (!read.ok) problems.push(...read.problems.map((fault) => timeProblem(fault, name)))
    else {
      const before = times.get(name)
      if (before !== undefined && !before.at.equals(read.value.at)) problems.push(problem('REQ-0013', where, { name }))
      times.set(name, read.value)
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  const notes = [...times].flatMap(([name, { isDateOnly }]) => (isDateOnly ? [startOfDay(name)] : []))
  return { ok: true, value: { times: Object.fromEntries([...times].map(([name, { at }]) => [name, at])), notes } }
}

/** Says of the time of an event why it cannot be used. */
function timeProblem(fault: TimeFault, event: string): RequestProblem {
  const where = pointerTo('events', event)
  switch (fault.kind) {
    case 'no-time':
      return problem('REQ-0023', where, { event })
    case 'too-far':
      return problem('REQ-0024', where, { event, ...years })
    case 'skipped':
      return problem('REQ-0025', where, { event })
    case 'twice':
      return problem('REQ-0026', where, { event, earlier: fault.offsets[0], later: fault.offsets[1] })
    case 'offset-disagrees':
      return problem('REQ-0027', where, { event })
  }
}

/** Notes that a date without a time was taken for the beginning of its day: no deadline comes later than it would. */
function startOfDay(event: string): RequestProblem {
  return { ...problem('REQ-0030', pointerTo('events', event), { event }), severity: 'warning' }
}
