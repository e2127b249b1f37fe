/** Whoever enters after midnight what came before it is told which day that was. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readArrival } from '../../src/intake/arrival.ts'
import { sayIntake } from '../../src/intake/words.ts'

const zone = 'America/Chicago'
const asked = { fitting: [], others: [], mustSay: false }

function faultAt(clock: string, now: string, day = '30'): string | undefined {
  const typed = { channel: 'fax', day, month: '11', year: '2026', clock, paper: '', edition: '', boxes: [], acts: [] }
  const setting = { zone, now: Temporal.Instant.from(now) }
  return readArrival(typed, setting, asked).faults[0]?.key
}

describe('a time that is still to come', () => {
  it('was most likely that of the evening before, where the night is not over', () => {
    expect(faultAt('23:50', '2026-11-30T00:20-06:00')).toBe('time-yesterday')
    expect(faultAt('22:00', '2026-11-30T07:00-06:00')).toBe('time-yesterday')
  })

  it('is one that is still to come, later in the day and on another day', () => {
    expect(faultAt('15:30', '2026-11-30T14:50-06:00')).toBe('time-future')
    expect(faultAt('11:00', '2026-11-30T00:20-06:00')).toBe('time-future')
    expect(faultAt('23:50', '2026-11-29T23:40-06:00')).toBe('time-future')
    expect(faultAt('0:10', '2026-11-30T00:20-06:00')).toBeUndefined()
  })

  it('is said with the day before, in both languages', () => {
    const values = { now: 'Mon 00:20', yesterday: 'November 29, 2026' }
    expect(sayIntake('en')('time-yesterday', values)).toContain('enter the day before, November 29, 2026')
    expect(sayIntake('es')('time-yesterday', values)).toContain('escriba el día anterior, November 29, 2026')
  })
})
