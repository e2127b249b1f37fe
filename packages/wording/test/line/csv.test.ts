import { describe, expect, it } from 'vitest'
import { csvText } from '../../src/index.ts'

describe('CSV', () => {
  const cells = [
    { name: 'a text with a comma', cell: 'a, b', want: '"a, b"' },
    { name: 'a text with quotes', cell: 'the "old" one', want: '"the ""old"" one"' },
    { name: 'a line break', cell: 'a\nb', want: '"a\nb"' },
    { name: 'a formula', cell: '=HYPERLINK("http://x")', want: `"'=HYPERLINK(""http://x"")"` },
    { name: 'a formula behind blanks', cell: '  =1+1', want: "'  =1+1" },
    { name: 'a formula in full width', cell: '＝1+1', want: "'＝1+1" },
    { name: 'a plus', cell: '+1', want: "'+1" },
    { name: 'a minus', cell: '-1+cmd', want: "'-1+cmd" },
    { name: 'an at sign', cell: '@SUM(A1)', want: "'@SUM(A1)" },
    { name: 'a tab', cell: '\t=1', want: "'\t=1" },
    { name: 'a carriage return', cell: '\r=1', want: `"'\r=1"` },
    { name: 'a number', cell: -3, want: '-3' },
    { name: 'a number that is not shown', cell: null, want: '*' },
    { name: 'a plain text', cell: 'us/ca', want: 'us/ca' },
  ]
  it.each(cells)('writes $name', ({ cell, want }) => {
    expect(csvText([[cell, 'x']])).toBe(`${want},x\n`)
  })
})
