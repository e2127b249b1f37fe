/** Tables as people have them: with titles above, in other encodings, from other programs, or not there at all. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { tableFromArrays, tableToIPC } from 'apache-arrow'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, it } from 'vitest'
import { runToEnd } from '../../../scripts/child.ts'
import { readCases, type CaseSet } from '../src/index.ts'
import { readDay } from '../src/cases/day.ts'
import { loaded, PackageMissing } from '../src/table/optional-package.ts'
import { unpackedBytes } from '../src/table/zip.ts'
import { brief, planOf, tableFile, testLaw } from './law.ts'
import { workbook, zip } from './workbook.ts'

const library = await testLaw()
const json = {
  date: { column: 'day', formats: ['iso', 'us'] },
  label: ['jail'],
  facts: { 'request.form': { column: 'form', values: { A: 'i-247a', G: 'i-247g' } } },
}
const { plan } = planOf(json, library)
const rows = ['2026-01-02,A,Doña Ana', '2026-01-03,A,Doña Ana', '2026-02-03,G,Y']
const text = `day,form,jail\n${rows.join('\n')}\n`
const plain = await read(text)

async function read(data: string | Uint8Array, of: typeof plan = plan): Promise<CaseSet> {
  return readCases(tableFile(data), of, { workers: 0 })
}

/** What was read, whatever the order of the cases. */
function content({ size, counts, labels, rowsRead, problems }: CaseSet): unknown {
  return { size, requests: [...counts].reduce((a, b) => a + b, 0), labels: [...labels].sort(), rowsRead, problems }
}

const titled = `Detainers received\nFiscal year 2026, prepared "for the board"\n\n${text}`

describe('a table that is read', () => {
  const same = [
    { name: 'below titles', data: titled, titleRows: 3 },
    { name: 'below a title with a quote that never closes', data: `"Detainers\n${text}`, titleRows: 1 },
    { name: 'below titles with as many fields', data: `Report,,\nof,2026,\n${text}`, titleRows: 2 },
    { name: 'with semicolons', data: text.replaceAll(',', ';'), titleRows: 0 },
    { name: 'with tabs below a title', data: `Report, 2026\n${text.replaceAll(',', '\t')}`, titleRows: 1 },
    { name: 'with bars', data: text.replaceAll(',', '|'), titleRows: 0 },
    { name: 'with a header over two lines', data: text.replace('day,form', '"day","  form\n"'), titleRows: 0 },
    { name: 'in UTF-8 with a mark', data: `\uFEFF${text}`, titleRows: 0 },
    { name: 'in UTF-16 with a mark', data: Buffer.from(`\uFEFF${text}`, 'utf16le'), titleRows: 0 },
    { name: 'in UTF-16 without a mark', data: Buffer.from(text, 'utf16le'), titleRows: 0 },
    { name: 'in UTF-16 of the other order', data: Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), titleRows: 0 },
    { name: 'in Windows-1252', data: Buffer.from(text, 'latin1'), titleRows: 0 },
    { name: 'in UTF-16, packed', data: gzipSync(Buffer.from(`\uFEFF${titled}`, 'utf16le')), titleRows: 3 },
    {
      name: 'of a workbook',
      data: workbook({
        Data: text
          .trim()
          .split('\n')
          .map((row) => row.split(',')),
      }),
      titleRows: 0,
    },
    {
      name: 'of the second sheet of a workbook, below a title',
      data: workbook({
        Notes: [['Everything about these data'], ['form', 'is explained here']],
        Data: [
          ['Detainers', null, null],
          ['day', 'form', 'jail', 'more'],
          [new Date('2026-01-02T00:00:00Z'), 'A', 'Doña Ana', 1],
          [new Date('2026-01-03T00:00:00Z'), 'A', 'Doña Ana', 2],
          [null, null, null],
          ['2/3/2026', 'G', 'Y', 3],
        ],
      }),
      titleRows: 1,
    },
  ]
  it.each(same)('is the same $name', async ({ data, titleRows }) => {
    const set = await read(data)
    expect(content(set)).toEqual(content(plain))
    expect(set.form.titleRows).toBe(titleRows)
  })

  it('says its delimiter and its sheet', async () => {
    expect((await read(text.replaceAll(',', ';'))).form).toEqual({
      ...{ titleRows: 0, delimiter: ';', encoding: null, sheet: null },
    })
    const book = workbook({
      Other: [['x']],
      Data: text
        .trim()
        .split('\n')
        .map((row) => row.split(',')),
    })
    expect((await read(book)).form).toEqual({
      ...{ titleRows: 0, delimiter: null, encoding: null, sheet: 'Data' },
    })
    expect((await read(Buffer.from(text, 'latin1'))).form.encoding).toBe('windows-1252')
  })

  it('keeps to a delimiter that the mapping names, as long as it finds the header', async () => {
    const bars = planOf({ ...json, delimiter: '|' }, library).plan
    expect(content(await read('day|form|jail\n2026-01-02|A|X, Y\n', bars))).toEqual(
      content(await read('day,form,jail\n2026-01-02,A,"X, Y"\n')),
    )
    expect(content(await read(text, bars))).toEqual(content(plain))
  })

  it('counts rows below the header, wherever it stands', async () => {
    const wrong = `${titled}2026-02-30,A,X\n`
    expect((await read(wrong)).problems.map(brief)).toEqual([['DATA-0009', 4, 'day', 1, null]])
  })

  it('leaves out a total and a note below, and says so', async () => {
    const set = await read(`${text}Total,3\n"Source: the jail"\n`)
    expect(set.problems.map(brief)).toEqual([
      ['DATA-0002', 4, null, 1, null],
      ['DATA-0002', 5, null, 1, null],
    ])
    expect(content({ ...set, problems: [], rowsRead: 3 })).toEqual(content(plain))
  })

  const days = [
    { text: '2025-05-16 am', formats: ['iso'] },
    { text: '2025-05-16 PM', formats: ['iso'] },
    { text: '2025-05-16 10:00 a.m.', formats: ['iso'] },
    { text: '2025-05-16T10:00:00,5+02', formats: ['iso'] },
    { text: '2025-05-16  23:59', formats: ['iso'] },
    { text: '5/16/2025 am', formats: ['us'] },
    { text: '05/16/2025 1:02:03 PM', formats: ['us'] },
  ] as const
  it.each(days)('takes the day of $text', ({ text: given, formats }) => {
    expect(readDay(given, formats)).toEqual({ year: 2025, month: 5, day: 16 })
  })

  it.each(['2025-05-16 noon', '2025-05-16T', '2025-05-1', '16-05-2025', '2025-05-16am!', '2025-05-32 am'])(
    'takes no day of %s',
    (given) => {
      expect(readDay(given, ['iso', 'us'])).toBeNull()
    },
  )
})

describe('standard input', () => {
  /** Bytes in pieces, as a pipe brings them. */
  async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }

  const columns = {
    day: ['2026-01-02', '2026-01-03', '2026-02-03'],
    form: ['A', 'A', 'G'],
    jail: ['Doña Ana', 'Doña Ana', 'Y'],
  }
  const parquet = parquetWriteBuffer({
    columnData: Object.entries(columns).map(([name, data]) => ({ name, data, type: 'STRING' as const })),
  })
  const inputs = [
    { name: 'CSV', bytes: Buffer.from(text) },
    { name: 'CSV in UTF-16', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') },
    { name: 'gzip CSV', bytes: gzipSync(text) },
    { name: 'Parquet', bytes: new Uint8Array(parquet) },
    { name: 'an Arrow file', bytes: tableToIPC(tableFromArrays(columns), 'file') },
    { name: 'an Arrow stream', bytes: tableToIPC(tableFromArrays(columns), 'stream') },
    {
      name: 'a workbook',
      bytes: workbook({
        Data: text
          .trim()
          .split('\n')
          .map((row) => row.split(',')),
      }),
    },
  ]
  it.each(inputs)('brings $name', async ({ bytes }) => {
    for (const size of [7, bytes.length]) {
      const set = await readCases({ kind: 'stream', stream: pieces(bytes, size) }, plan)
      expect(content(set)).toEqual(content(plain))
    }
  })

  it('that is empty is named', async () => {
    const set = await readCases({ kind: 'stream', stream: pieces(new Uint8Array(0), 1) }, plan)
    expect(set.problems.map(brief)).toEqual([['DATA-0021', null, null, null, null]])
  })
})

describe('what is no table', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brightline-tables-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`
  const others = [
    { name: 'a pointer of Git LFS', data: pointer, says: ['DATA-0025', { tool: 'git-lfs' }] },
    {
      name: 'a pointer of git-annex',
      data: '/annex/objects/SHA256E-s12--abc.csv\n',
      says: ['DATA-0025', { tool: 'git-annex' }],
    },
    {
      name: 'a workbook of the old kind',
      data: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      says: ['DATA-0026', { kind: 'xls' }],
    },
    {
      name: 'a spreadsheet of OpenDocument',
      data: zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
      says: ['DATA-0026', { kind: 'ods' }],
    },
    { name: 'a zip', data: zip({ 'data.csv': text }), says: ['DATA-0026', { kind: 'zip' }] },
    { name: 'a PDF', data: '%PDF-1.7\n', says: ['DATA-0026', { kind: 'pdf' }] },
    {
      name: 'a web page',
      data: '\n<!DOCTYPE html>\n<html><body>Not found</body></html>',
      says: ['DATA-0026', { kind: 'html' }],
    },
    { name: 'XML', data: '<?xml version="1.0"?><rows/>', says: ['DATA-0026', { kind: 'xml' }] },
    { name: 'JSON', data: '[{"day": "2026-01-02"}]', says: ['DATA-0026', { kind: 'json' }] },
    { name: 'a database', data: 'SQLite format 3\0', says: ['DATA-0026', { kind: 'sqlite' }] },
    { name: 'an empty workbook', data: workbook({ Data: [] }), says: ['DATA-0021', {}] },
    {
      name: 'a workbook that breaks off',
      data: workbook({ Data: [['x']] }).subarray(0, 900),
      says: ['DATA-0005', null],
    },
  ] as const
  it.each(others)('is named: $name', async ({ data, says }) => {
    const { problems } = await read(data)
    expect(problems.map(({ code, values }) => [code, says[1] === null ? null : values])).toEqual([says])
  })

  it('is named where nothing can be opened', async () => {
    const missing = join(folder, 'missing.csv')
    const [broken, annexed, loop, pipe] = ['broken', 'annexed', 'loop', 'pipe'].map((name) => join(folder, name))
    symlinkSync(missing, broken ?? '')
    symlinkSync('../.git/annex/objects/aa/bb/SHA256E-s12--abc.csv/SHA256E-s12--abc.csv', annexed ?? '')
    symlinkSync(loop ?? '', loop ?? '')
    expect(runToEnd('mkfifo', [pipe ?? '']).status).toBe(0)
    const found: unknown[] = []
    for (const path of [missing, broken, annexed, loop, pipe, folder]) {
      const { problems } = await readCases(path ?? '', plan)
      found.push(problems.map(({ code, values }) => [code, ...Object.values(values)]))
    }
    expect(found).toEqual([
      [['DATA-0020', 'ENOENT']],
      [['DATA-0028']],
      [['DATA-0025', 'git-annex']],
      [['DATA-0020', 'ELOOP']],
      [['DATA-0019', 'pipe']],
      [['DATA-0019', 'folder']],
    ])
  })

  it('is named where no row names every column, with the header that comes nearest', async () => {
    const { problems } = await read(titled.replace('form', 'from'))
    expect(problems.map(({ code, where, values }) => [code, where, values])).toEqual([
      ['DATA-0001', { kind: 'cell', row: null, column: 'form' }, { meant: 'from' }],
    ])
  })

  it('says which package is missing, and hides no other error', async () => {
    const absentName: string = 'no-such-package-anywhere'
    const absent = async (): Promise<unknown> => import(absentName)
    await expect(loaded('no-such-package-anywhere', absent)).rejects.toThrow(PackageMissing)
    await expect(loaded('other', absent)).rejects.not.toThrow(PackageMissing)
  })

  it('a workbook that unpacks to too much is refused before it is unpacked', () => {
    const honest = workbook({ Data: [['x']] })
    expect(unpackedBytes(honest)).toBeGreaterThan(1000)
    const bomb = Buffer.from(honest)
    const entry = bomb.indexOf(Buffer.from('PK\u0001\u0002'))
    bomb.writeUInt32LE(0xffff_fff0, entry + 24)
    expect(unpackedBytes(bomb)).toBeGreaterThan(0xffff_0000)
    expect(unpackedBytes(Buffer.from('PK\u0003\u0004 and no directory'))).toBe(0)
  })
})
