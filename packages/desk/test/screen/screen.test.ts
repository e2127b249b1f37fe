/** What all screens stand on: addresses, languages, words. */
import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { clockTime } from '../../src/home/time.ts'
import { clockPhrases } from '../../src/clock/words.ts'
import { answerPhrases } from '../../src/answer/words.ts'
import { casePhrases } from '../../src/case/words.ts'
import { convictionPhrases } from '../../src/conviction/words.ts'
import { decisionWordPhrases } from '../../src/decision/words.ts'
import { evidencePhrases } from '../../src/evidence/words.ts'
import { outcomePhrases } from '../../src/outcome/words.ts'
import { intakePhrases } from '../../src/intake/words.ts'
import { auditPhrases } from '../../src/administration/audit-words.ts'
import { administrationPhrases } from '../../src/administration/words.ts'
import { demonstrationPhrases } from '../../src/demonstration/words.ts'
import { homePhrases } from '../../src/home/words.ts'
import { lawPhrases } from '../../src/law-reader/words.ts'
import { obstaclePhrases } from '../../src/obstacle.ts'
import { accountPhrases } from '../../src/people/account-words.ts'
import { peoplePhrases } from '../../src/people/words.ts'
import { reportPhrases } from '../../src/report/words.ts'
import { questionPhrases } from '../../src/question/words.ts'
import { queuePhrases } from '../../src/queue/words.ts'
import { recordPhrases } from '../../src/record/words.ts'
import { href, ownPath } from '../../src/screen/href.ts'
import { languageFor } from '../../src/screen/language.ts'
import { framePhrases } from '../../src/screen/words.ts'
import { closingPhrases } from '../../src/closing/words.ts'
import { refusalPhrases } from '../../src/server/refusal-words.ts'
import { setUpPlacePhrases } from '../../src/setup/place-words.ts'
import { setUpPhrases } from '../../src/setup/words.ts'
import { noticePhrases } from '../../src/notice/words.ts'
import { receiptPhrases } from '../../src/receipt/words.ts'
import { translationPhrases } from '../../src/translation/words.ts'
import { uploadPhrases } from '../../src/upload/words.ts'
import { sheetPhrases } from '../../src/sheet/words.ts'
import { startPhrases } from '../../src/start-words.ts'

const source = join(import.meta.dirname, '../../src')

describe('an address', () => {
  it('is a path of ours or a page over https', () => {
    expect(href('/duties', { days: 7, of: 'a b&c' })).toBe('/duties?days=7&of=a+b%26c')
    expect(href('/duties?days=7', { lang: 'es' })).toBe('/duties?days=7&lang=es')
    expect(href('https://law.example/a')).toBe('https://law.example/a')
  })

  for (const address of [
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/\\evil.example',
    'http://evil.example',
    'relative',
    '',
    '/a\nb',
    '/\t/evil.example',
    'https://',
    '/é',
  ]) {
    it(`is never ${JSON.stringify(address)}`, () => {
      expect(() => href(address)).toThrow()
      expect(ownPath(address)).toBe('/')
    })
  }

  it('is written by no template of ours without a look', () => {
    const faults = globSync('**/*.ts', { cwd: source }).flatMap((file) =>
      [...readFileSync(join(source, file), 'utf8').matchAll(/(?:href|action|src)="(?!\$\{href\(|#)/g)].map(() => file),
    )
    expect(faults).toEqual([])
  })
})

describe('a language', () => {
  const cases = [
    { asked: 'es', kept: 'en', accepted: 'en', want: 'es' },
    { asked: 'xx', kept: 'es', accepted: 'en', want: 'es' },
    { asked: undefined, kept: undefined, accepted: 'vi, es-MX;q=0.8, en;q=0.5', want: 'es' },
    { asked: undefined, kept: undefined, accepted: undefined, want: 'en' },
    { asked: '__proto__', kept: 'constructor', accepted: ',,;', want: 'en' },
  ]
  for (const { want, ...wishes } of cases) {
    it(`is ${want} for ${JSON.stringify(wishes)}`, () => expect(languageFor(wishes)).toBe(want))
  }
})

describe('the words', () => {
  const tables = {
    frame: framePhrases,
    people: peoplePhrases,
    account: accountPhrases,
    setUp: setUpPhrases,
    setUpPlace: setUpPlacePhrases,
    home: homePhrases,
    refusals: refusalPhrases,
    closings: closingPhrases,
    obstacles: obstaclePhrases,
    clocks: clockPhrases,
    outcomes: outcomePhrases,
    reports: reportPhrases,
    cases: casePhrases,
    questions: questionPhrases,
    answers: answerPhrases,
    decisions: decisionWordPhrases,
    record: recordPhrases,
    queue: queuePhrases,
    notices: noticePhrases,
    receipts: receiptPhrases,
    sheets: sheetPhrases,
    translations: translationPhrases,
    intake: intakePhrases,
    evidence: evidencePhrases,
    convictions: convictionPhrases,
    uploads: uploadPhrases,
    law: lawPhrases,
    administration: administrationPhrases,
    audit: auditPhrases,
    demonstration: demonstrationPhrases,
    start: startPhrases,
  }
  for (const [name, table] of Object.entries(tables)) {
    it(`of ${name} say the same in both languages, with the same values`, () => {
      const placeholders = (text: string): readonly string[] =>
        [...text.matchAll(/\{[^}]+\}/g)].map(([found]) => found).toSorted()
      const english = Object.entries(table.en)
      const spanish = new Map(Object.entries(table.es))
      expect([...spanish.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
      for (const [key, text] of english) {
        expect(placeholders(spanish.get(key) ?? ''), key).toEqual(placeholders(text))
        expect(text, key).not.toMatch(/!/)
      }
    })

    it(`of ${name} are all said somewhere`, () => {
      const code = globSync('**/*.ts', { cwd: source })
        .map((file) => readFileSync(join(source, file), 'utf8'))
        .join('\n')
      // A key that is put together is named by its parts.
      const isMade = (key: string): boolean =>
        /-(?:wrong|hint|next|lead|supervisor|counsel|do|do-not|none|some|more)$/.test(key) ||
        /^(?:number|wait|effect|life|mark|rank|reach|modal|flag|kind|reason)-/.test(key) ||
        table === framePhrases ||
        table === startPhrases
      const isPutTogether = (key: string): boolean =>
        key.split('-').some((_, at, parts) => {
          const [before, after] = [parts.slice(0, at).join('-'), parts.slice(at).join('-')]
          return at > 0 && (code.includes(`\`${before}-\${`) || code.includes(`}-${after}\``))
        })
      const unused = Object.keys(table.en).filter(
        (key) =>
          !isMade(key) && !isPutTogether(key) && code.split(`'${key}'`).length + code.split(` ${key}: '`).length < 5,
      )
      expect(unused).toEqual([])
    })
  }
})

describe('a time', () => {
  const now = Temporal.Instant.from('2026-12-30T12:00Z')
  const said = (at: string, lang: string): string => clockTime(Temporal.Instant.from(at), 'America/Chicago', lang, now)

  it('has its year where that is another one than now, by the clock of the place', () => {
    expect(said('2026-11-25T04:58Z', 'en')).toBe('Tue, Nov 24, 22:58 CST')
    expect(said('2027-01-01T05:59Z', 'en')).toBe('Thu, Dec 31, 23:59 CST')
    expect(said('2027-01-01T06:00Z', 'en')).toBe('Fri, Jan 1, 2027, 00:00 CST')
    expect(said('2025-11-25T04:58Z', 'es')).toContain('2025')
  })
})
