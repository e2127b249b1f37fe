import { describe, expect, it } from 'vitest'
import { widthOf } from '../../src/index.ts'
import { fittingLines, tableLines } from '../../src/line/table.ts'

const rows = [
  ['', 'Port City', 'Exampleland'],
  ['A family member asks whether somebody is in the jail', 'MUST NOT', 'MAY'],
  ['A detainer on the eve of a long weekend', 'MUST', 'needs facts'],
]

describe('a table on a screen', () => {
  it('stays as it is where it fits', () => {
    expect(fittingLines(rows, 100)).toEqual(tableLines(rows))
  })

  it('breaks its first column where it must', () => {
    expect(fittingLines(rows, 54)).toEqual([
      '                              Port City  Exampleland',
      'A family member asks whether  MUST NOT   MAY',
      '  somebody is in the jail',
      'A detainer on the eve of a    MUST       needs facts',
      '  long weekend',
    ])
  })

  it('becomes a list where the columns leave it no room', () => {
    expect(fittingLines(rows, 30)).toEqual([
      'A family member asks whether',
      '  somebody is in the jail',
      '  Port City: MUST NOT',
      '  Exampleland: MAY',
      'A detainer on the eve of a',
      '  long weekend',
      '  Port City: MUST',
      '  Exampleland: needs facts',
    ])
  })

  it.each([24, 30, 54, 80, 100])('has no line wider than %i columns', (width) => {
    expect(fittingLines(rows, width).filter((line) => widthOf(line) > width)).toEqual([])
  })
})
