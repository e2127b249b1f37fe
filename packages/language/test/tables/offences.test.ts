import { describe, expect, it } from 'vitest'
import { printed } from '../sentence.ts'
import { readOffences } from '../../src/tables/offences.ts'

const header = 'class,statute,name,level,from,through,cite,mark'
const good = 'listed-felony,Ex. Pen. Code 11,burglary,felony,2018-01-01,,Ex. Code 30.1(c),read'

describe('readOffences', () => {
  it('reads a line with empty cells, quotes and Windows line ends', () => {
    const line = '"listed-felony",Ex. Pen. Code 12,"robbery, armed",,,2021-12-31,"Ex. Code ""30""",reported'
    const read = readOffences('us/xx/offences.csv', `\uFEFF${header}\r\n\r\n${good}\r\n${line}\r\n`)
    expect(read).toEqual({
      rows: [
        {
          class: 'listed-felony',
          statute: 'Ex. Pen. Code 11',
          name: 'burglary',
          level: 'felony',
          force: { from: '2018-01-01', through: null },
          cite: 'Ex. Code 30.1(c)',
          mark: 'read',
        },
        {
          class: 'listed-felony',
          statute: 'Ex. Pen. Code 12',
          name: 'robbery, armed',
          level: null,
          force: { from: null, through: '2021-12-31' },
          cite: 'Ex. Code "30"',
          mark: 'reported',
        },
      ],
      problems: [],
    })
  })

  it('reads a table without lines', () => {
    expect(readOffences('us/xx/offences.csv', `${header}\n`)).toEqual({ rows: [], problems: [] })
  })

  const cases: readonly { name: string; text: string; want: readonly string[] }[] = [
    {
      name: 'an empty file has no header',
      text: '',
      want: [
        `1:1: error POL-0401: the line ends where the column \`class\` belongs; write the first line as \`${header}\``,
      ],
    },
    {
      name: 'a header in another order points at the first column that differs',
      text: `class,name,statute,level,from,through,cite,mark\n${good}`,
      want: [
        `1:7: error POL-0401: \`name\` stands where the column \`statute\` belongs; write the first line as \`${header}\``,
      ],
    },
    {
      name: 'a header with one column too many points at it',
      text: `${header},source\n`,
      want: [
        `1:49: error POL-0401: \`source\` stands where no further column belongs; write the first line as \`${header}\``,
      ],
    },
    {
      name: 'a line with too few cells says how many',
      text: `${header}\n${good}\nlisted,Ex. Pen. Code 12`,
      want: [
        '3:1: error POL-0410: this line has 2 cells and the header has 8; leave empty cells between commas, and put a text with a comma in double quotes',
      ],
    },
    {
      name: 'every error of every line is reported in the order of the text',
      text: [
        header,
        'Listed Felony,Ex. Pen. Code 11,,felny,2018-02-30,,,maybe',
        good,
        ',,,infraction,2019-01-01,2018-01-01, Ex. Code 30 ,red',
      ].join('\n'),
      want: [
        '2:1: error POL-0408: `Listed Felony` is not the name of a class; write small letters, digits and hyphens, such as `listed-felony`',
        '2:33: error POL-0402: unknown level `felny`; did you mean `felony`?',
        '2:39: error POL-0404: `2018-02-30` is not a date that exists; write year-month-day, such as 2026-02-28, or leave the cell empty',
        '2:51: error POL-0403: this line cites no law; write the pin citation of the law behind this line',
        '2:52: error POL-0402: unknown mark `maybe`; write `read`, `reported` or `unverified`',
        '4:1: error POL-0406: the class is missing; write small letters, digits and hyphens, such as `listed-felony`',
        '4:2: error POL-0411: this line has neither a statute nor a name; write what a record of conviction says',
        '4:4: error POL-0402: unknown level `infraction`; write `felony`, `misdemeanor` or leave it empty',
        '4:26: error POL-0413: this line begins on 2019-01-01 and ends on 2018-01-01; `through` is the last day and cannot be earlier than the first',
        '4:51: error POL-0402: unknown mark `red`; did you mean `read`?',
      ],
    },
    {
      name: 'a citation of blanks in quotes is no citation',
      text: `${header}\nlisted,Ex. Pen. Code 11,,,,,"  ",read`,
      want: ['2:29: error POL-0403: this line cites no law; write the pin citation of the law behind this line'],
    },
    {
      name: 'a range of statutes is refused, because a record names one',
      text: `${header}\nlisted,Ex. Pen. Code 241–243,,,,,Ex. Code 30,read\nlisted,Ex. Pen. Code 266 through 269,,,,,Ex. Code 30,read`,
      want: [
        '2:8: error POL-0409: `Ex. Pen. Code 241–243` is a range; write one line for each statute of the range',
        '3:8: error POL-0409: `Ex. Pen. Code 266 through 269` is a range; write one line for each statute of the range',
      ],
    },
    {
      name: 'a quote that never closes stops the reading at its cell and keeps the errors before it',
      text: `${header}\nlisted,Ex. Pen. Code 11,,,,,,read\nlisted,"Ex. Pen. Code 12,,,,,Ex. Code 30,read\n${good}`,
      want: [
        '2:29: error POL-0403: this line cites no law; write the pin citation of the law behind this line',
        '3:8: error POL-0405: a quote in this cell does not fit, so nothing from here on can be read; put the whole cell in double quotes and write each quote inside it twice',
      ],
    },
    {
      name: 'a quote in the middle of a cell stops the reading there, also past letters with accents and lines in quotes',
      text: `${header}\nlisted,"niño\nperdido",,,,,Ex. Code 30,read\nlisted,é,5" knife,,,,Ex. Code 30,read`,
      want: [
        '4:10: error POL-0405: a quote in this cell does not fit, so nothing from here on can be read; put the whole cell in double quotes and write each quote inside it twice',
      ],
    },
  ]
  for (const { name, text, want } of cases) {
    it(name, () => {
      const { problems } = readOffences('offences.csv', text)
      expect(problems.map(printed)).toEqual(want.map((line) => `offences.csv:${line}`))
    })
  }

  it('keeps the good lines beside a bad one', () => {
    expect(readOffences('offences.csv', `${header}\n${good}\nlisted,,,,,,,read`).rows).toHaveLength(1)
  })
})
