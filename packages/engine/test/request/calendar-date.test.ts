import { describe, expect, it } from 'vitest'
import { isDate, localTime, readDate, todayAt, zoneOf } from '../../src/request/calendar-date.ts'

const places = [
  {
    id: 'us/ca',
    title: { en: 'California' },
    division: '',
    geoid: '',
    timeZone: 'America/Los_Angeles',
    covers: [],
    checked: null,
    file: '',
  },
]

describe('a date in a request', () => {
  it.each([
    { name: 'is written as in ISO 8601', text: '2026-11-22', is: '2026-11-22' },
    { name: 'may stand between spaces', text: ' 2026-11-22 ', is: '2026-11-22' },
    { name: 'is read as Americans write it', text: '1/2/2026', is: '2026-01-02' },
    { name: 'may be the first day that law is kept for', text: '1900-01-01', is: '1900-01-01' },
    { name: 'may be the last one', text: '2100-12-31', is: '2100-12-31' },
  ])('$name', ({ text, is }) => {
    expect(readDate(text)).toEqual({ ok: true, value: is })
    expect(isDate(text)).toBe(true)
  })

  it.each([
    { name: 'that the calendar does not have', text: '2026-02-29', problem: 'no-date' },
    { name: 'in words', text: 'today', problem: 'no-date' },
    { name: 'with more behind it', text: '2026-11-22T10:00', problem: 'no-date' },
    { name: 'of two digits for the year', text: '1/2/26', problem: 'no-date' },
    { name: 'before all law', text: '1899-12-31', problem: 'too-far' },
    { name: 'after all law', text: '2101-01-01', problem: 'too-far' },
  ])('is refused $name', ({ text, problem }) => {
    expect(readDate(text)).toEqual({ ok: false, problems: [problem] })
    expect(isDate(text)).toBe(false)
  })
})

it('tells the time and the day of a place at an instant', () => {
  expect(zoneOf({ places }, 'us/ca')).toBe('America/Los_Angeles')
  expect(localTime('2026-11-22T03:30:00Z', 'America/Los_Angeles')).toBe('2026-11-21T19:30')
  expect(todayAt({ places }, 'us/ca', '2026-11-22T03:30:00Z')).toBe('2026-11-21')
})

it('tells the time of a place that it does not know as that of no place', () => {
  expect(zoneOf({ places }, 'us/tx')).toBe('UTC')
  expect(todayAt({ places }, 'us/tx', '2026-11-22T03:30:00Z')).toBe('2026-11-22')
})
