import { gzipSync } from 'node:zlib'
import {
  Binary,
  DateDay,
  DateMillisecond,
  Dictionary,
  Field,
  Int32,
  List,
  Table,
  TimestampMicrosecond,
  TimestampMillisecond,
  Utf8,
  tableFromArrays,
  tableToIPC,
  vectorFromArray,
  type Vector,
} from 'apache-arrow'
import fc from 'fast-check'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it } from 'vitest'
import { readCases, type CaseSet } from '../src/index.ts'
import { brief, inRoot, planOf, tableFile, testLaw } from './law.ts'
import { times } from '../../../scripts/test-counts.ts'

const library = await testLaw()
const planned = planOf(
  {
    date: { column: 'day', formats: ['iso', 'us'] },
    label: ['jail'],
    facts: {
      'request.form': { column: 'form', values: { A: 'i-247a', G: 'i-247g' } },
      'warrant.shown': { column: 'warrant', yes: ['Y'], no: ['N'] },
      'crime.years': { yearsSince: 'convicted', never: ['never'] },
    },
  },
  library,
)
const header = 'day,form,warrant,convicted,jail'

async function read(text: string | Uint8Array, workers: number = 0): Promise<CaseSet> {
  return readCases(tableFile(text), planned.plan, { workers })
}

/** Cases as a map, whatever their order. */
function casesOf(set: CaseSet): ReadonlyMap<string, number> {
  const width = set.fields.length
  const label = set.fields.indexOf('label')
  return new Map(
    Array.from({ length: set.size }, (_, at) => {
      const cells = [...set.cells.slice(at * width, at * width + width)]
      const words = cells.map((cell, index) => (index === label ? (set.labels[cell] ?? '') : String(cell)))
      return [words.join('|'), set.counts[at] ?? 0]
    }),
  )
}

const total = (set: CaseSet): number => [...set.counts].reduce((sum, count) => sum + count, 0)

describe('readCases', () => {
  it('puts identical rows together', async () => {
    const set = await read(`${header}\n2026-01-02,A,Y,,X\n2026-01-03,A,Y,,X\n2026-02-01,A,Y,,X\n`)
    expect([set.size, total(set), set.problems]).toEqual([2, 3, []])
  })

  const wrong = [
    {
      name: 'a missing column',
      text: 'day,form,warrant,jail\n2026-01-02,A,Y,X\n',
      code: 'DATA-0001',
      row: null,
      column: 'convicted',
    },
    {
      name: 'too few fields',
      text: `${header}\n2026-01-02,A,Y,,X\n2026-01-02,A\n`,
      code: 'DATA-0002',
      row: 2,
      column: null,
    },
    { name: 'text behind a quote', text: `${header}\n2026-01-02,"A"x,Y,,X\n`, code: 'DATA-0018', row: 1, column: null },
    {
      name: 'an open quote at the end',
      text: `${header}\n2026-01-02,A,Y,,X\n2026-01-02,"A,Y,,X\n`,
      code: 'DATA-0003',
      row: 2,
      column: null,
    },
    {
      name: 'a value that is not mapped',
      text: `${header}\n2026-01-02,Z,Y,,X\n`,
      code: 'DATA-0008',
      row: 1,
      column: 'form',
    },
    {
      name: 'a date that does not exist',
      text: `${header}\n2026-02-30,A,Y,,X\n`,
      code: 'DATA-0009',
      row: 1,
      column: 'day',
    },
    {
      name: 'a date in another format',
      text: `${header}\n2026-01-02,A,Y,,X\n03.04.2026,A,Y,,X\n`,
      code: 'DATA-0009',
      row: 2,
      column: 'day',
    },
    {
      name: 'a conviction after the row',
      text: `${header}\n2026-01-02,A,Y,2027-01-01,X\n`,
      code: 'DATA-0015',
      row: 1,
      column: 'convicted',
    },
    {
      name: 'a column named twice',
      text: `${header},form\n2026-01-02,A,Y,,X,A\n`,
      code: 'DATA-0013',
      row: null,
      column: 'form',
    },
    {
      name: 'lines that end with a carriage return alone',
      text: `${header}\r2026-01-02,A,Y,,X\r`,
      code: 'DATA-0023',
      row: null,
      column: null,
    },
    { name: 'an empty file', text: '', code: 'DATA-0021', row: null, column: null },
    { name: 'a file that is not text', text: '\0\0\0\0\0\n\0\0', code: 'DATA-0022', row: null, column: null },
  ] as const
  it.each(wrong)('names the place of $name', async ({ text, code, row, column }) => {
    const found = (await read(text)).problems.map(brief)
    expect(found[0]?.slice(0, 3)).toEqual([code, row, column])
  })

  it('repeats a value that ten rows have, and none that may say something about one person', async () => {
    const rare = '2026-01-02,Juan Example A123,Y,never mind,X\n'.repeat(9)
    const frequent = '2026-01-02,I-999,Y,,X\n'.repeat(10)
    const { problems } = await read(`${header}\n${rare}${frequent}1/2/26,A,Y,,X\n`)
    expect(problems.map(brief)).toEqual([
      ['DATA-0008', 1, 'form', 9, null],
      ['DATA-0009', 1, 'convicted', 9, null],
      ['DATA-0008', 10, 'form', 10, 'I-999'],
      ['DATA-0009', 20, 'day', 1, null],
    ])
  })

  it('warns of places that are in none of the jurisdictions', async () => {
    const jurisdiction = [
      { columns: ['state', 'city'], values: { 'EX / SAMPLE': 'us/ex/sample' } },
      { columns: ['state'], values: { EX: 'us/ex' } },
    ]
    const { plan } = planOf({ jurisdiction, label: ['city'] }, library)
    const text = `state,city\n${'ZZ,A\n'.repeat(10)}EX,A\nex,Sample\n,A\nQQ,B\n`
    const { problems } = await readCases(tableFile(text), plan)
    expect(problems.map(brief)).toEqual([
      ['DATA-0017', 1, 'state', 10, 'ZZ'],
      ['DATA-0017', 14, 'state', 1, null],
    ])
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })

  it('lets nothing through that steers a terminal', async () => {
    const set = await read(`${header}\n${'2026-01-02,\u001B[2J,Y,,\u202Elaj\n'.repeat(10)}`)
    expect([set.labels, set.problems[0]?.values['value']]).toEqual([['\uFFFDlaj'], '\uFFFD[2J'])
  })

  it('reads days with times and zones, as they are written', async () => {
    const times = ['T23:59:59-08:00', 'T00:00:00Z', ' 10:11:12.5', ' 10:11 UTC', 'T10:11+0200']
    const set = await read(
      `${header}\n${times.map((time) => `2026-01-31${time},A,Y,,X\n`).join('')}1/31/2026 1:02 pm,A,Y,,X\n`,
    )
    expect([set.size, total(set), set.problems]).toEqual([1, 6, []])
  })

  it('refuses a folder, and what waits for a writer', async () => {
    const set = await readCases(inRoot('packages'), planned.plan)
    expect(set.problems.map(({ code, values }) => [code, values])).toEqual([['DATA-0019', { kind: 'folder' }]])
  })

  it('goes on behind a line without an end, in bounded memory', async () => {
    const long = `2026-01-02,A,Y,,${'x'.repeat(3 << 20)}`
    const set = await read(`${header}\n2026-01-02,A,Y,,X\n${long}\n2026-01-02,A,Y,,X\n`)
    expect([total(set), set.rowsRead, set.rowsRefused]).toEqual([2, 3, 1])
    expect(set.problems.map(brief)).toEqual([['DATA-0004', 2, null, 1, null]])
  })

  it('goes on behind a quote that is never closed', async () => {
    const rows = Array.from({ length: 60_000 }, () => '2026-01-02,A,Y,,X').join('\n')
    const set = await read(`${header}\n2026-01-02,"A,Y,,X\n${rows}\n`)
    expect([total(set), set.problems.map(brief)]).toEqual([60_000, [['DATA-0003', 1, null, 1, null]]])
  })

  it('refuses a header of endless columns', async () => {
    const set = await read(`${Array.from({ length: 300_000 }, (_, at) => `c${at}`).join(',')}\n`)
    expect([set.size, set.problems.map(({ code }) => code)]).toEqual([0, ['DATA-0006']])
  })

  it('counts what a gzip held before it was cut short', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, at) => `2026-01-${String((at % 28) + 1).padStart(2, '0')},A,Y,,J${(at * 7919) % 1000}`,
    )
    const packed = gzipSync(`${header}\n${rows.join('\n')}\n`)
    const set = await read(packed.subarray(0, packed.length / 2))
    expect(set.problems.map(({ code }) => code)).toEqual(['DATA-0007'])
    expect(total(set)).toBeGreaterThan(1000)
    expect(total(set)).toBeLessThan(30_000)
  })

  it('reads quotes, other line ends, a byte order mark and a last line without an end', async () => {
    const plain = await read(`${header}\n2026-01-02,A,Y,,"X, the ""old"""\n1/3/2026,G,N,never,Y\n`)
    const odd = await read(`\uFEFF${header}\r\n2026-01-02,"A",Y,,"X, the ""old"""\r\n"1/3/2026",G,N,never,"Y"`)
    expect(casesOf(odd)).toEqual(casesOf(plain))
    expect(odd.labels).toEqual(['X, the "old"', 'Y'])
  })

  it('gives the same cases on this thread, on one worker, on two, and packed', async () => {
    const rows = Array.from({ length: 40_000 }, (_, at) => {
      const label = at % 97 === 0 ? `"J\n""${at % 13}"""` : `J${at % 31}`
      return `2026-0${(at % 9) + 1}-11,${at % 3 === 0 ? 'A' : 'G'},${'YN'[at % 2]},${2000 + (at % 20)}-05-05,${label},${'pad'.repeat(20)}`
    })
    const text = `${header},more\n${rows.join('\n')}\n2026-01-01,Q,Y,,J,\n`
    const here = await read(text)
    for (const other of [await read(text, 1), await read(text, 2), await read(gzipSync(text), 2)]) {
      expect(casesOf(other)).toEqual(casesOf(here))
      expect(other.problems).toEqual(here.problems)
      expect(other.rowsRead).toBe(here.rowsRead)
    }
    expect(here.problems.map(brief)).toEqual([['DATA-0008', 40_001, 'form', 1, null]])
    expect(here.unreadColumns).toEqual(['more'])
  })

  it('counts every bad value where more rows differ than are kept at once', async () => {
    const rows = Array.from({ length: 130_000 }, (_, at) => `2026-01-02,${at % 2 === 0 ? 'Z' : 'A'},Y,,J${at}`)
    const set = await read(`${header}\n${rows.join('\n')}\n`)
    expect(total(set)).toBe(130_000)
    expect(set.labels.length).toBe(130_000)
    expect(set.problems.map(brief)).toEqual([['DATA-0008', 1, 'form', 65_000, 'Z']])
  })

  it('gives the same cases from CSV, Parquet and Arrow', async () => {
    const columns = {
      day: ['2026-01-02', '2026-01-02', '2026-03-04'],
      form: ['A', 'A', 'G'],
      warrant: ['Y', 'Y', ''],
      convicted: ['2020-01-02', '2020-01-02', 'never'],
      jail: ['X', 'X', 'Y'],
    }
    const rows = columns.day.map((_, row) =>
      Object.values(columns)
        .map((values) => values[row])
        .join(','),
    )
    const plain = casesOf(await read(`${header}\n${rows.join('\n')}\n`))
    const parquet = parquetWriteBuffer({
      columnData: Object.entries(columns).map(([name, data]) => ({ name, data, type: 'STRING' as const })),
    })
    expect(casesOf(await read(new Uint8Array(parquet)))).toEqual(plain)
    const table = tableFromArrays(columns)
    expect(casesOf(await read(tableToIPC(table, 'file')))).toEqual(plain)
    expect(casesOf(await read(tableToIPC(table, 'stream')))).toEqual(plain)
  })

  const day = new Date('2026-01-02T00:00:00Z')
  const night = new Date('2026-01-03T07:59:00Z')
  const typed = [
    { name: 'days', columns: { day: vectorFromArray([day], new DateDay()) } },
    { name: 'days as milliseconds', columns: { day: vectorFromArray([day], new DateMillisecond()) } },
    { name: 'times', columns: { day: vectorFromArray([day], new TimestampMicrosecond()) } },
    {
      name: 'times in a zone',
      columns: { day: vectorFromArray([night], new TimestampMillisecond('America/Los_Angeles')) },
    },
    {
      name: 'a dictionary',
      columns: { form: vectorFromArray(['A'], new Dictionary(new Utf8(), new Int32())) },
    },
    { name: 'bytes', columns: { form: vectorFromArray([new Uint8Array([65])], new Binary()) } },
  ]
  it.each(typed)('reads $name of Arrow as a table would write them', async ({ columns }) => {
    const text = (value: string): Vector => vectorFromArray([value], new Utf8())
    const plain = { day: '2026-01-02', form: 'A', warrant: 'Y', convicted: '', jail: 'X' }
    const all = { ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, text(value)])), ...columns }
    const set = await read(tableToIPC(new Table(all), 'file'))
    expect(set.problems).toEqual([])
    expect(casesOf(set)).toEqual(casesOf(await read(`${header}\n${Object.values(plain).join()}\n`)))
  })

  it('refuses a column of lists, and a file that breaks off', async () => {
    const list = vectorFromArray([['A', 'B']], new List(new Field('item', new Utf8())))
    const text = vectorFromArray(['2026-01-02'], new Utf8())
    const table = new Table({ day: text, form: list, warrant: text, convicted: text, jail: text })
    const bytes = tableToIPC(table, 'file')
    expect((await read(bytes)).problems.map(brief)).toEqual([['DATA-0016', null, 'form', null, null]])
    const broken = (await read(bytes.subarray(0, bytes.length / 2))).problems
    expect(broken.map(({ code, values }) => [code, values])).toEqual([['DATA-0005', {}]])
  })

  it('reads Parquet group by group, with times and missing values', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'day', data: [day, day, day], type: 'TIMESTAMP' },
        { name: 'form', data: ['A', null, 'A'], type: 'STRING' },
        ...['warrant', 'convicted', 'jail'].map((name) => ({ name, data: ['', null, ''], type: 'STRING' as const })),
      ],
      rowGroupSize: 2,
    })
    const set = await read(new Uint8Array(bytes))
    expect([total(set), set.size, set.problems]).toEqual([3, 2, []])
  })

  it('reads back any values that are written with quotes', async () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'B', ',', '"', '\n', ' ', 'é', '\r'), maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(fc.array(field, { minLength: 1, maxLength: 20 }), async (labels) => {
        const rows = labels.map((label) => `2026-01-02,A,Y,,"${label.replaceAll('"', '""')}"`)
        const set = await read(`${header}\n${rows.join('\n')}\n`)
        expect(set.problems).toEqual([])
        expect(new Set(set.labels)).toEqual(new Set(labels.map((label) => label.trim().replaceAll(/\s+/g, ' '))))
        expect(total(set)).toBe(labels.length)
      }),
      { numRuns: times(20, 200) },
    )
  })
})
