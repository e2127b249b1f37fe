import { describe, expect, it } from 'vitest'
import { canonicalLanguage, textIn } from '../../src/index.ts'

describe('textIn', () => {
  const texts = { en: 'hearing', es: 'audiencia', 'zh-Hant': '聽證會' }
  const cases: readonly { name: string; lang: string; want: string }[] = [
    { name: 'the language itself', lang: 'es', want: 'audiencia' },
    { name: 'the wider code where the region has no text', lang: 'es-MX', want: 'audiencia' },
    { name: 'the script before the language', lang: 'zh-Hant-HK', want: '聽證會' },
    { name: 'English where nothing was translated', lang: 'vi', want: 'hearing' },
    { name: 'English where only a narrower code has a text', lang: 'zh', want: 'hearing' },
    { name: 'English for a name that every object has', lang: 'constructor', want: 'hearing' },
    { name: 'English for nothing', lang: '', want: 'hearing' },
  ]
  it.each(cases)('$name', ({ lang, want }) => expect(textIn(texts, lang)).toBe(want))
})

describe('canonicalLanguage', () => {
  const cases: readonly (readonly [code: string, want: string | null])[] = [
    ['vi', 'vi'],
    ['VI', 'vi'],
    ['zh-hant', 'zh-Hant'],
    ['pt-br', 'pt-BR'],
    ['es-419', 'es-419'],
    ['iw', 'he'],
    ['spa', 'es'],
    ['mam', 'mam'],
    ['xx', null],
    ['english', null],
    ['e', null],
    ['', null],
    ['zh-hant-x-ours', null],
    ['de-1996', null],
    ['en-u-ca-buddhist', null],
    ['vi_VN', null],
    ['../es', null],
  ]
  it.each(cases)('reads `%s` as %s', (code, want) => expect(canonicalLanguage(code)).toBe(want))
})
