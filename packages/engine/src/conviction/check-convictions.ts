/** Convictions as other systems and forms send them. */
import { dateExists, type Conviction } from '@brightline/language'

/** What is wrong with outside data, at a JSON Pointer; it never repeats what a record says. */
export interface Problem {
  readonly path: string
  readonly message: string
  readonly help: string
}

/**
 * Reads a list of convictions from outside data. Items with a problem are left out, so a list with problems must not be
 * decided on: what is left out could count.
 *
 * @example
 * checkConvictions([{ offence: 'robbery', date: '2020-05-01' }])
 * // => { convictions: [{ offence: 'robbery', level: null, date: '2020-05-01', place: null }], problems: [] }
 * checkConvictions([{ offence: 'Ex. Pen. Code 11', date: '2020-05-32' }]).problems[0].path // => '/0/date'
 */
export function checkConvictions(input: unknown): {
  readonly convictions: readonly Conviction[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  if (!Array.isArray(input)) {
    const help = 'send a list, `[]` where no conviction is known'
    return { convictions: [], problems: [{ path: '', message: 'the convictions are not a list', help }] }
  }
  const items: readonly unknown[] = input
  const convictions = items.flatMap((item, index) => checkConviction(item, `/${index}`, problems))
  return { convictions, problems }
}

const keys = ['offence', 'level', 'date', 'place']

function checkConviction(item: unknown, path: string, problems: Problem[]): readonly Conviction[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    problems.push({
      path,
      message: 'a conviction is not an object',
      help: 'send `offence`, `level`, `date` and `place`',
    })
    return []
  }
  const valueByKey = new Map<string, unknown>(Object.entries(item))
  const before = problems.length
  for (const key of valueByKey.keys()) {
    const help = 'send only `offence`, `level`, `date` and `place`: nothing else is read or kept'
    if (!keys.includes(key)) problems.push({ path: `${path}/${pointerKey(key)}`, message: 'a key is not known', help })
  }
  const text = (key: string, isRequired: boolean, isRight: (value: string) => boolean, help: string): string | null => {
    const value = valueByKey.get(key) ?? null
    if (value === null && !isRequired) return null
    if (typeof value === 'string' && isRight(value)) return value
    const message = value === null ? `the ${key} of a conviction is missing` : `the ${key} of a conviction is wrong`
    problems.push({ path: `${path}/${key}`, message, help })
    return null
  }
  const offence = text('offence', true, isOffence, 'write the statute or the name of the offence as the record does')
  const level = text('level', false, isLevel, 'write `felony` or `misdemeanor`, or leave it out')
  const date = text('date', true, isDate, 'write the day of the conviction as year-month-day, such as 2026-02-28')
  const place = text(
    'place',
    false,
    isPlaceId,
    'write the id of the place of the court, such as `us/ca`, or leave it out',
  )
  return problems.length > before || offence === null || date === null ? [] : [{ offence, level, date, place }]
}

function isOffence(value: string): boolean {
  return value.trim() !== ''
}

function isLevel(value: string): boolean {
  return value === 'felony' || value === 'misdemeanor'
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && dateExists(value)
}

function isPlaceId(value: string): boolean {
  return /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)*$/.test(value)
}

/** A key inside a JSON Pointer (RFC 6901). */
function pointerKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}
