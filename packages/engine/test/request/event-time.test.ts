/** Times as people and systems write them: read exactly, or refused. */
import * as fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { readTime, writeTime } from '../../src/request/event-time.ts'

const zone = 'America/Chicago'

/** Says the clock of the place, or why there is none. */
function said(text: string, today: string | null = null, at = zone): string {
  const read = readTime(text, { zone: at, today })
  if (!read.ok) {
    const [fault] = read.problems
    return fault?.kind === 'twice' ? `twice ${fault.offsets.join(' ')}` : (fault?.kind ?? '')
  }
  const { at: moment, isDateOnly } = read.value
  expect(moment.timeZoneId).toBe(at)
  return `${moment.toString({ timeZoneName: 'never' })}${isDateOnly ? ' day' : ''}`
}

const sameMoment = '2026-05-05T14:30:00-05:00'
const cases: readonly { readonly text: string; readonly want: string; readonly today?: string }[] = [
  // Local time of the place.
  { text: '2026-05-05T14:30', want: sameMoment },
  { text: '2026-05-05t14:30:00', want: sameMoment },
  { text: '2026-05-05 14:30', want: sameMoment },
  { text: ' 2026-05-05  14:30 ', want: sameMoment },
  { text: '20260505T1430', want: sameMoment },
  { text: '20260505T143000', want: sameMoment },
  { text: '2026-05-05T14:30:15.5', want: '2026-05-05T14:30:15.5-05:00' },
  { text: '2026-05-05T14:30:15,250', want: '2026-05-05T14:30:15.25-05:00' },
  { text: '2026-05-05T14', want: '2026-05-05T14:00:00-05:00' },
  // With an offset, in every form of ISO 8601.
  ...['+0000', '+00', '+00:00', 'Z', 'z', '-00:00', '+00:00:00', ' Z', '\u221200:00'].map((offset) => ({
    text: `2026-05-05T19:30${offset}`,
    want: sameMoment,
  })),
  { text: '2026-05-06T01:15+0545', want: sameMoment },
  { text: '2026-05-05T14:30-05', want: sameMoment },
  { text: '20260505T193000,000Z', want: sameMoment },
  { text: '2026-05-05T19Z', want: '2026-05-05T14:00:00-05:00' },
  // With a zone, which says what the clock there showed.
  { text: '2026-05-06T01:15[Asia/Kathmandu]', want: sameMoment },
  { text: '2026-05-06T01:15+05:45[Asia/Kathmandu]', want: sameMoment },
  { text: '2026-05-05T19:30Z[Asia/Kathmandu]', want: sameMoment },
  { text: '2026-05-05T14:30[!America/Chicago]', want: sameMoment },
  { text: '2026-05-05T14:30-05:00[+05:45]', want: 'offset-disagrees' },
  { text: '2026-05-05T14:30-05:00[Asia/Kathmandu]', want: 'offset-disagrees' },
  { text: '2026-05-05T14:30-05:00[Nowhere/City]', want: 'no-time' },
  { text: '2026-05-05T14:30[u-ca=hebrew]', want: 'no-time' },
  { text: '2026-05-05T14:30[America/Chicago][u-ca=hebrew]', want: 'no-time' },
  // As an American desk writes.
  { text: '5/5/2026 14:30', want: sameMoment },
  { text: '05/05/2026 2:30 pm', want: sameMoment },
  { text: '05/05/2026, 2:30 PM', want: sameMoment },
  { text: '5/5/2026 2:30 p.m.', want: sameMoment },
  { text: '2026-05-05 2:30pm', want: sameMoment },
  { text: '11/28/2026 18:30', want: '2026-11-28T18:30:00-06:00' },
  { text: '11/28/2026 6 pm', want: '2026-11-28T18:00:00-06:00' },
  { text: '5/5/2026 12:05 am', want: '2026-05-05T00:05:00-05:00' },
  { text: '5/5/2026 12:05 pm', want: '2026-05-05T12:05:00-05:00' },
  { text: '28/11/2026 18:30', want: 'no-time' },
  { text: '5/5/26 14:30', want: 'no-time' },
  { text: '5/5/2026 13:30 pm', want: 'no-time' },
  { text: '5/5/2026 0:30 am', want: 'no-time' },
  // A time alone, only where the day is known.
  { text: '14:30', today: '2026-05-05', want: sameMoment },
  { text: '2:30 pm', today: '2026-05-05', want: sameMoment },
  { text: '9:05', today: '2026-05-05', want: '2026-05-05T09:05:00-05:00' },
  { text: '14:30', want: 'no-time' },
  { text: '2026', today: '2026-05-05', want: 'no-time' },
  { text: '1430', today: '2026-05-05', want: 'no-time' },
  // A date alone begins its day.
  { text: '2026-05-05', want: '2026-05-05T00:00:00-05:00 day' },
  { text: '5/5/2026', want: '2026-05-05T00:00:00-05:00 day' },
  { text: '2026-05-05[America/Chicago]', want: 'no-time' },
  // Nights on which clocks change.
  { text: '2026-03-08T02:30', want: 'skipped' },
  { text: '2026-03-08T01:59', want: '2026-03-08T01:59:00-06:00' },
  { text: '2026-03-08T03:00', want: '2026-03-08T03:00:00-05:00' },
  { text: '2026-11-01T01:30', want: 'twice -05:00 -06:00' },
  { text: '2026-11-01T01:30-05:00', want: '2026-11-01T01:30:00-05:00' },
  { text: '2026-11-01T01:30-06:00', want: '2026-11-01T01:30:00-06:00' },
  { text: '2026-11-01T01:30[America/Los_Angeles]', want: 'twice -07:00 -08:00' },
  { text: '2026-11-01T01:30-07:00[America/Los_Angeles]', want: '2026-11-01T02:30:00-06:00' },
  { text: '2026-11-01T02:00', want: '2026-11-01T02:00:00-06:00' },
  // What is no time, or no time of ours.
  ...['', 'noon', 'now', '2026-02-30T10:00', '2026-05-05T24:00', '2026-05-05T14:60', '2026-05-05T14:30:60'].map(
    (text) => ({ text, want: 'no-time' }),
  ),
  ...['2026-05-05T14:30 CST', '2026-05-05T14:30+5', '2026-05-05T14:30+24:00', '2026-05-05T14:30m', '2026-05-05T1'].map(
    (text) => ({ text, want: 'no-time' }),
  ),
  ...['2026-W19-2T14:30', '2026-125T14:30', '2026-05-05T14,5', '2026-05-05T14:30,5', '202605051430'].map((text) => ({
    text,
    want: 'no-time',
  })),
  { text: '0226-05-05T14:30', want: 'too-far' },
  { text: '2260-05-05T14:30', want: 'too-far' },
  { text: '2100-12-31T23:00-12:00', want: 'too-far' },
]

describe('a time', () => {
  for (const { text, want, today } of cases) {
    it(`\`${text}\`${today === undefined ? '' : ' today'} is ${want}`, () => {
      expect(said(text, today)).toBe(want)
    })
  }

  it('begins its day also where midnight is skipped', () => {
    expect(said('2026-09-06', null, 'America/Santiago')).toBe('2026-09-06T01:00:00-03:00 day')
  })

  it('is the same moment in whatever zone and form it is written', () => {
    const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) })
    const zones = fc.constantFrom(
      'America/Chicago',
      'America/Los_Angeles',
      'Asia/Kathmandu',
      'Pacific/Kiritimati',
      'UTC',
    )
    fc.assert(
      fc.property(moments, zones, fc.boolean(), fc.boolean(), (milliseconds, written, isBasic, hasZone) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(written)
        const text = moment.toString({ timeZoneName: hasZone ? 'auto' : 'never' })
        const read = readTime(isBasic ? basic(text) : text, { zone, today: null })
        expect(read.ok && read.value.at.epochMilliseconds, text).toBe(milliseconds)
        expect(read.ok && read.value.at.timeZoneId).toBe(zone)
      }),
    )
  })

  it('without an offset is what the clock of the place showed, or is refused', () => {
    const moments = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) })
    fc.assert(
      fc.property(moments, (milliseconds) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO('UTC').toPlainDateTime()
        const read = readTime(plain.toString(), { zone, today: null })
        if (read.ok) expect(read.value.at.toPlainDateTime().equals(plain)).toBe(true)
        else expect(['skipped', 'twice']).toContain(read.problems[0]?.kind)
      }),
    )
  })

  it('never throws', () => {
    const parts = fc.constantFrom(
      '2026-11-01',
      'T',
      ' ',
      '01:30',
      '1:30',
      'pm',
      '+',
      '0600',
      '[',
      ']',
      'Z',
      '/',
      '99',
      '',
    )
    fc.assert(
      fc.property(fc.array(parts), fc.string(), (list, tail) => {
        said(`${list.join('')}${tail}`, '2026-11-01')
      }),
    )
  })
})

describe('a time that is written', () => {
  const written = [
    ['2026-05-05T14:30:00-05:00', '2026-05-05T14:30'],
    ['2026-05-05T14:30:15.5-05:00', '2026-05-05T14:30:15.5'],
    // The clock shows this hour twice.
    ['2026-11-01T01:30:00-06:00', '2026-11-01T01:30-06:00'],
    ['2026-11-01T01:30:00-05:00', '2026-11-01T01:30-05:00'],
  ] as const
  for (const [moment, want] of written) {
    it(`is ${want} for ${moment}`, () => {
      expect(writeTime(Temporal.Instant.from(moment).toZonedDateTimeISO(zone))).toBe(want)
    })
  }

  for (const day of ['2026-03-08', '2026-11-01']) {
    it(`is read again as the same moment, in every half hour around ${day}`, () => {
      const start = Temporal.Instant.from(`${day}T00:00:00Z`)
      for (let half = 0; half < 96; half++) {
        const at = start.add({ minutes: 30 * half }).toZonedDateTimeISO(zone)
        const read = readTime(writeTime(at), { zone, today: null })
        expect(read.ok && read.value.at.equals(at)).toBe(true)
      }
    })
  }
})

/** The basic form of ISO 8601: the same without hyphens and colons. A zone keeps its name. */
function basic(text: string): string {
  const [, date = '', time = '', rest = ''] = /^([^T]+)T([0-9:.]+)(.*)$/.exec(text) ?? []
  const [, offset = '', name = ''] = /^([^[]*)(.*)$/.exec(rest) ?? []
  return `${date.replaceAll('-', '')}T${time.replaceAll(':', '')}${offset.replaceAll(':', '')}${name}`
}
