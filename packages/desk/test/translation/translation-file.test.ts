/** Files of translations: what goes out comes back, and what is wrong is refused whole, with its place and its fault. */
import { noticeEnglish, noticeKeys, noticeTranslations, type NoticeWords } from '@brightline/documents/notice'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileForms, printTranslationFile, readTranslationFile } from '../../src/translation/translation-file.ts'

const drafts = noticeTranslations.filter(({ state }) => state === 'draft')
const words: NoticeWords = Object.fromEntries(noticeKeys.map((key) => [key, `« ${noticeEnglish[key]} »`]))
const xliff = printTranslationFile('xlf', 'fr', words)
const table = printTranslationFile('csv', 'fr', words)

describe.each(fileForms)('a file of the form %s', (form) => {
  it('comes back as it went out, in every language', () => {
    for (const { lang, words } of drafts)
      expect(readTranslationFile(printTranslationFile(form, lang, words))).toEqual({ kind: 'words', lang, words })
  })

  it('comes back as it went out, whatever stands in it', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'ab"\',;<>&] \u00a0é文🙂!?-=.'), minLength: 1, maxLength: 30 })
    const some = fc.dictionary(fc.constantFrom(...noticeKeys), odd, { minKeys: 1 })
    fc.assert(
      fc.property(some, (texts) => {
        const phrases = Object.entries(texts).map(([key, text]) => {
          const english = noticeKeys.find((one) => one === key) ?? 'paper-date'
          // A letter comes first, and whatever stands in braces is kept.
          return [key, `x${text} ${noticeEnglish[english]}`.replaceAll(/ +/g, ' ').normalize('NFC')]
        })
        const words: NoticeWords = Object.fromEntries(phrases)
        expect(readTranslationFile(printTranslationFile(form, 'vi', words))).toEqual({
          kind: 'words',
          lang: 'vi',
          words,
        })
      }),
    )
  })

  it('leaves out what is still empty, and is none where all of it is', () => {
    const some = readTranslationFile(printTranslationFile(form, 'fr', { 'consent-no': 'Non.' }))
    expect(some).toEqual({ kind: 'words', lang: 'fr', words: { 'consent-no': 'Non.' } })
    expect(faultsOf(printTranslationFile(form, 'fr', {}))).toEqual([expect.stringMatching(/nothing$/)])
  })

  it('is never taken half, wherever it is cut', () => {
    const whole = printTranslationFile(form, 'fr', words)
    fc.assert(
      fc.property(fc.nat(whole.trimEnd().length - 1), (at) => {
        const read = readTranslationFile(whole.slice(0, at))
        // The last row of a table may end before its last letters: then only a cut placeholder would show it.
        if (form === 'csv' && at > whole.lastIndexOf('\n', whole.length - 2)) return
        expect(read.kind).toBe('faults')
      }),
    )
  })
})

it('is refused for whatever else it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(readTranslationFile(text).kind).toBe('faults')
    }),
  )
})

const wrongTables = [
  ['no table', 'hello', 'row 1: malformed'],
  ['another head', table.replace('key,english,fr', 'key,French,fr'), 'row 1: malformed'],
  ['a quote that stays open', table.replace('« Date »', '"« Date »'), /^line \d+: malformed$/],
  ['a row that is short', table.replace(',« Date »', ''), 'row 3: malformed'],
  ['a cell too many', table.replace('« Date »', '« Date »,more'), 'row 3: malformed'],
  ['a language that is none', table.replace('english,fr', 'english,zz9'), 'row 1: language'],
  ['no language', table.replace('english,fr', 'english,'), 'row 1: language'],
  ['a language of ours', table.replace('english,fr', 'english,es'), 'row 1: own-language'],
  ['a phrase of no paper', table.replace('\npaper-date,', '\npaper-day,'), 'row 3: paper-day unknown'],
  ['a phrase twice', table.replace(/(paper-date,.*\n)/, '$1$1'), 'row 4: paper-date twice'],
  ['a phrase that is gone', table.replace(/paper-date,.*\n/, ''), /^row \d+: paper-date missing$/],
  ['a placeholder that is lost', table.replace('« The rule: {cites}. »', 'x'), 'row 8: paper-rule placeholders'],
  ['English that has changed', table.replace('paper-date,Date', 'paper-date,Day'), 'row 3: paper-date changed'],
  ['a formula', table.replace('« Date »', '=1+1'), 'row 3: paper-date formula'],
  ['a sign that nobody sees', table.replace('« Date »', 'a\u202Eb'), 'row 3: paper-date signs'],
  ['a text without end', table.replace('« Date »', 'x'.repeat(601)), 'row 3: paper-date long'],
] as const

const wrongXliff = [
  ['not whole', xliff.replace('</file>', ''), /^line \d+: malformed$/],
  ['an entity of its own', xliff.replace('« Date »', '&date;'), 'line 5: malformed'],
  ['a document type', xliff.replace('<xliff', '<!DOCTYPE x [<!ENTITY d "x">]><xliff'), 'line 2: malformed'],
  ['version 1.2', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', 'line 1: version'],
  ['version 2.0', xliff.replace('version="2.1"', 'version="2.0"'), 'line 2: version'],
  ['other XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'line 1: malformed'],
  ['another source', xliff.replace('srcLang="en"', 'srcLang="de"'), 'line 2: language'],
  ['no target', xliff.replace(' trgLang="fr"', ''), 'line 1: language'],
  ['a target in another language', xliff.replace('<target>', '<target xml:lang="de">'), 'line 4: language'],
  ['markup in words', xliff.replace('« Date »', '« <pc id="1">Date</pc> »'), 'line 5: markup'],
  ['strange markup in words', xliff.replace('« Date »', '<b xmlns="x">Date</b>'), 'line 5: markup'],
  ['a language of ours', xliff.replace('trgLang="fr"', 'trgLang="en"'), 'line 1: own-language'],
  ['a phrase of no paper', xliff.replace('id="paper-date"', 'id="constructor"'), 'line 5: constructor unknown'],
  ['a phrase twice', xliff.replace(/( *<unit id="paper-date".*\n)/, '$1$1'), 'line 6: paper-date twice'],
  ['a phrase that is gone', xliff.replace(/ *<unit id="paper-date".*\n/, ''), /^line \d+: paper-date missing$/],
  [
    'a placeholder that is lost',
    xliff.replace(/(id="paper-rule".*<target>).*(<\/target>)/, '$1x$2'),
    'line 10: paper-rule placeholders',
  ],
  [
    'a placeholder of nothing',
    xliff.replace(/(id="paper-rule".*<target>.*)dataRef="d1"/, '$1dataRef="d9"'),
    'line 10: markup',
  ],
  ['words in a placeholder', xliff.replace(/(id="paper-rule".*<target>.*?)\/>/, '$1>x</ph>'), 'line 10: markup'],
] as const

describe('a file with a fault', () => {
  it.each([...wrongTables, ...wrongXliff])('is refused at its place: %s', (_, text, fault) => {
    expect(faultsOf(text)).toContainEqual(typeof fault === 'string' ? fault : expect.stringMatching(fault))
  })

  it('keeps placeholders as elements, each with what it stands for, and takes braces that a program wrote out', () => {
    const [unit = ''] = /<unit id="paper-rule".*/.exec(xliff) ?? []
    expect(unit).toContain('<originalData><data id="d1">{cites}</data></originalData>')
    expect(unit).toContain('<source>The rule: <ph id="p1" dataRef="d1" disp="{cites}"/>.</source>')
    expect(xliff.replaceAll(/<data[^>]*>[^<]*<\/data>|disp="[^"]*"/g, '')).not.toContain('{')
    const written = xliff
      .replaceAll(/<ph [^>]*disp="([^"]*)"\/>/g, '$1')
      .replaceAll(/<originalData>.*?<\/originalData>/g, '')
    expect(readTranslationFile(written)).toEqual({ kind: 'words', lang: 'fr', words })
  })

  it('that programs of translators make is none', () => {
    const tool = xliff
      .replace('« Date »', '<mrk id="m1" type="term">« Date »</mrk>')
      .replace('<segment', '<notes><note>Look here</note></notes><segment')
      .replace('<xliff', '<!-- made elsewhere --><xliff')
    expect(readTranslationFile(tool)).toEqual({ kind: 'words', lang: 'fr', words })
  })

  it('of a spreadsheet that puts other signs between cells, or fills rows, is none', () => {
    const rows = noticeKeys.map((key) => `"${key}";"${noticeEnglish[key]}";"${words[key] ?? ''}";\r\n`)
    const other = `key;english;fr;\r\n${rows.join('')};;;\r\n`
    expect(readTranslationFile(other)).toEqual({ kind: 'words', lang: 'fr', words })
  })
})

function faultsOf(text: string): readonly string[] {
  const read = readTranslationFile(text)
  if (read.kind === 'words') return []
  return read.faults.map(({ place: { unit, at }, key, fault }) => `${unit} ${at}: ${`${key} ${fault}`.trim()}`)
}
