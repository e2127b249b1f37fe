/** Convictions of one shape, with their dates read. */
import type { Conviction, Result } from '@brightline/language'
import { readDate, years } from './calendar-date.ts'
import { pointerTo, problem, type RequestProblem } from './problem.ts'

/** A conviction as JSON has it. */
export interface ConvictionJson {
  readonly offence: string
  readonly level?: 'felony' | 'misdemeanor' | null
  readonly date: string
  readonly place?: string | null
}

/**
 * Reads the dates of convictions. A list with a problem must not be decided on: what is left out could count.
 *
 * @example
 * readConvictions([{ offence: 'robbery', date: '2020-05-01' }]).value
 * // => [{ offence: 'robbery', level: null, date: '2020-05-01', place: null }]
 * readConvictions([{ offence: 'robbery', date: '2020-05-32' }]).problems[0].where
 * // => { kind: 'pointer', pointer: '/convictions/0/date' }
 */
export function readConvictions(written: readonly ConvictionJson[]): Result<readonly Conviction[], RequestProblem> {
  const problems: RequestProblem[] = []
  const convictions = written.flatMap(({ offence, level = null, date, place = null }, index): readonly Conviction[] => {
    const read = readDate(date)
    if (read.ok) return [{ offence, level, date: read.value, place }]
    const where = pointerTo('convictions', index, 'date')
    const isFar = read.problems[0] === 'too-far'
    problems.push(isFar ? problem('REQ-0018', where, years) : problem('REQ-0020', where, { part: 'date' }))
    return []
  })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: convictions }
}
