/** The papers as PDF: their text in every language, their tags and fonts, and that data stays data. */
import { makePaper, noticeTranslations, type Notice } from '@brightline/documents/notice'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identityFor, samples } from '../../../documents/test/notice/sample.ts'
import { printer } from '../../src/notice/printer.ts'
import { fontsIn, readPdf } from './read-pdf.ts'

const toAgencies: ReadonlySet<Notice['kind']> = new Set<Notice['kind']>(['agency-reply'])

const all = noticeTranslations.flatMap((translation) =>
  samples
    .filter(({ kind }) => translation.state === 'ours' || !toAgencies.has(kind))
    .map((notice) => ({ name: `${notice.kind}.${translation.lang}`, notice, translation })),
)

function bytesOf({ notice, translation }: Omit<(typeof all)[number], 'name'>): Uint8Array {
  const printed = printer()(makePaper(notice, translation, identityFor(notice)))
  if (printed.kind !== 'pdf') throw new Error(`no PDF: ${printed.lacks}`)
  return printed.bytes
}

describe('a paper as PDF', () => {
  it.each(all)('$name says what it said before', async ({ name, notice, translation }) => {
    const { text } = await readPdf(bytesOf({ notice, translation }))
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it.each(all)('$name is read aloud as it is written, letter by letter', async ({ notice, translation }) => {
    const { text } = await readPdf(bytesOf({ notice, translation }))
    const read = text.replaceAll(/\s+/g, '')
    const said: string[] = []
    JSON.stringify(makePaper(notice, translation, identityFor(notice)).blocks, (key, value: unknown) => {
      if (/^(?:text|beside|value)$/.test(key) && typeof value === 'string') said.push(value.replaceAll(/\s+/g, ''))
      return value
    })
    // The name of a picture is among its tags, not in the text.
    const unread = said.filter((words) => !read.includes(words))
    expect(unread.length).toBeLessThanOrEqual(notice.kind === 'receipt' ? 2 : 0)
  })

  it.each(all)('$name is tagged, titled, in its language, and in our fonts', async ({ notice, translation }) => {
    const bytes = bytesOf({ notice, translation })
    const read = await readPdf(bytes)
    expect(read).toMatchObject({ isMarked: true, lang: translation.lang })
    expect(read.title).toBe(makePaper(notice, translation).title.text)
    expect(read.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'L', 'LI', 'P']))
    const extra = { 'agency-reply': ['Table', 'TD', 'TH'], receipt: ['Figure'] } as const
    if (notice.kind === 'agency-reply' || notice.kind === 'receipt')
      expect(read.tags).toEqual(expect.arrayContaining([...extra[notice.kind]]))
    for (const font of fontsIn(bytes)) expect(font).toMatch(/^NotoSans(?:SC|KR)?-(?:Regular|Bold)$/)
    expect(fontsIn(bytes)).toEqual(expect.arrayContaining(['NotoSans-Bold', 'NotoSans-Regular']))
  })

  it('keeps a section sign on the line of its number', async () => {
    const [one] = all
    if (one === undefined) throw new Error('no paper')
    const paper = makePaper(one.notice, one.translation, identityFor(one.notice))
    // Lines of growing length, so that the sign would stand at the end of one of them.
    const blocks = Array.from({ length: 30 }, (_, at) => ({
      kind: 'paragraph' as const,
      words: { text: `${'o '.repeat(35 + at)}§ 123456789`, beside: null },
    }))
    const printed = printer()({ ...paper, blocks })
    const { text } = await readPdf(printed.kind === 'pdf' ? printed.bytes : new Uint8Array())
    const signs = text.split('\n').filter((line) => line.includes('§'))
    expect(signs).toHaveLength(30)
    expect(signs.filter((line) => !line.includes('§ 123456789'))).toEqual([])
    expect(text.split('\n').some((line) => line === '§ 123456789')).toBe(true)
  })

  it('is the same bytes each time, whatever was printed between', () => {
    const [first, ...rest] = all
    if (first === undefined) throw new Error('no paper')
    const before = bytesOf(first)
    for (const other of rest.slice(0, 5)) bytesOf(other)
    expect(Buffer.compare(before, bytesOf(first))).toBe(0)
  })

  it('fits on one page where its language is ours', async () => {
    for (const one of all.filter(({ translation }) => translation.state === 'ours'))
      expect((await readPdf(bytesOf(one))).pages).toBe(1)
  })
})

describe('what a paper is given', () => {
  const [notice] = samples
  const [translation] = noticeTranslations
  if (notice === undefined || translation === undefined) throw new Error('no paper')
  const printed = (name: string): ReturnType<ReturnType<typeof printer>> =>
    printer()(makePaper(notice, translation, { name }))

  it.each([
    '#evil[*x*]',
    '$x^2$',
    'a\\ b \\u{41}',
    '@ref <label>',
    '`raw` ```block```',
    '#import "x": *',
    '= Heading',
    '/ term: x',
    '// comment',
    '#read("/etc/passwd")',
    '"quoted" \'too\'',
    '{name} {page}',
  ])('stays what it is: %s', async (name) => {
    const result = printed(name)
    if (result.kind !== 'pdf') throw new Error('no PDF')
    expect((await readPdf(result.bytes)).text.replaceAll(/\s+/g, ' ')).toContain(name)
  })

  it('never changes the paper around it', async () => {
    const letters = 'ab#$\\@`*_=-+/<>[](){}"\'~^&%;:,.|! '
    const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 24 })
    await fc.assert(
      fc.asyncProperty(name, async (given) => {
        const result = printed(`x${given}x`)
        if (result.kind !== 'pdf') throw new Error('no PDF')
        const { text } = await readPdf(result.bytes)
        const [around, without] = [text.replaceAll(/\s+/g, ''), `x${given}x`.replaceAll(/\s+/g, '')]
        expect(around).toContain(`Name:${without}Bookingnumber`.replace('Bookingnumber', 'Reference'))
      }),
      { numRuns: 60 },
    )
  })

  it('is refused where no font of ours has a letter, and nothing of it is said', () => {
    expect(printed('نام')).toEqual({ kind: 'refused', lacks: 'glyph' })
    expect(printed('x 😀')).toEqual({ kind: 'refused', lacks: 'glyph' })
  })

  it('is shown where it would turn the direction of reading', async () => {
    const result = printed('a\u202Eb\u0007')
    if (result.kind !== 'pdf') throw new Error('no PDF')
    expect((await readPdf(result.bytes)).text).toContain('a\\u{202e}b\\u{7}')
  })
})
