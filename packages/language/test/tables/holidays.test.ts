import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printed } from '../sentence.ts'
import { readHolidays } from '../../src/tables/holidays.ts'
import { parseHolidayRule } from '../../src/tables/holiday-rule.ts'

const header = 'name,rule,from,through,cite,mark'
const repair =
  'write `07-04`, `07-04 observed`, `02-12 sunday observed`, `third monday january`, `last monday may`, `day after fourth thursday november` or `2025-01-09`'

describe('readHolidays', () => {
  it('reads each kind of rule', () => {
    const rules = [
      '07-04',
      '07-04 observed',
      'third monday january',
      'last monday may',
      'day after fourth thursday november',
      '2025-01-09',
    ]
    const text = [header, ...rules.map((rule) => `Holiday,${rule},2021-06-17,,5 USC 6103(a),read`)].join('\n')
    const { rows, problems } = readHolidays('us/holidays.csv', text)
    expect(problems).toEqual([])
    expect(rows.map((row) => row.rule)).toEqual(rules)
    expect(rows[0]).toEqual({
      name: 'Holiday',
      rule: '07-04',
      force: { from: '2021-06-17', through: null },
      cite: '5 USC 6103(a)',
      mark: 'read',
    })
  })

  it('reports every error of the file', () => {
    const text = [
      header,
      ',fifth monday may,,,5 USC 6103,read',
      'Leap Day,02-30 observed,,2021,,read',
      'Day of Mourning,2025-02-29,,,Proc. 10872,read',
      'Labor Day,,,,5 USC 6103,',
    ].join('\n')
    expect(readHolidays('us/holidays.csv', text).problems.map(printed)).toEqual([
      'us/holidays.csv:2:1: error POL-0406: the name is missing; write the name of the holiday as the law has it',
      `us/holidays.csv:2:2: error POL-0407: \`fifth monday may\` is not a holiday rule; ${repair}`,
      `us/holidays.csv:3:10: error POL-0412: \`02-30 observed\` is not a day that exists; ${repair}`,
      'us/holidays.csv:3:26: error POL-0404: `2021` is not a date that exists; write year-month-day, such as 2026-02-28, or leave the cell empty',
      'us/holidays.csv:3:31: error POL-0403: this line cites no law; write the pin citation of the law behind this line',
      `us/holidays.csv:4:17: error POL-0412: \`2025-02-29\` is not a day that exists; ${repair}`,
      `us/holidays.csv:5:11: error POL-0406: the rule is missing; ${repair}`,
      'us/holidays.csv:5:25: error POL-0406: the mark is missing; write `read`, `reported` or `unverified`',
    ])
  })

  it('never throws and always places an error inside the text', () => {
    const piece = fc.constantFrom(...'",\n\r é\uFEFF', 'read', '07-04', header, '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, hasHeader) => {
        const text = `${hasHeader ? `${header}\n` : ''}${pieces.join('')}`
        const lines = text.split(/\r\n?|\n/)
        for (const {
          where: { line, column },
        } of readHolidays('holidays.csv', text).problems) {
          expect(column).toBeGreaterThan(0)
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1)
        }
      }),
    )
  })
})

describe('parseHolidayRule', () => {
  const refused = [
    '',
    '7-4',
    '00-10',
    '13-01',
    '07-04 Observed',
    '07-04  observed',
    'first may',
    'third monday',
    'day after 07-04',
    '2025-01-09 observed',
  ]
  for (const rule of refused) {
    it(`finds no meaning in \`${rule}\``, () => expect(parseHolidayRule(rule)).toBeNull())
  }

  it('counts the day after from the weekday that is named', () => {
    expect(parseHolidayRule('day after fourth thursday november')).toEqual({
      kind: 'weekday',
      ordinal: 4,
      weekday: 4,
      month: 11,
      daysAfter: 1,
    })
  })

  it('reads 29 February as a holiday of leap years', () => {
    expect(parseHolidayRule('02-29')).toEqual({ kind: 'fixed', month: 2, day: 29, moves: 'never' })
  })
})
