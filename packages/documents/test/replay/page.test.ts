import { describe, expect, it } from 'vitest'
import { replayPhrases } from '@brightline/wording'
import { sample } from '../../../wording/test/replay/sample.ts'
import { replayPage } from '../../src/index.ts'

const english = replayPage(sample, 'en')
const spanish = replayPage(sample, 'es')

describe('the page of a replay', () => {
  it('is in one language', () => {
    expect([english, spanish].map((page) => /<html lang="(\w+)" dir="ltr">/.exec(page)?.[1])).toEqual(['en', 'es'])
    const [en, es] = [replayPhrases.en, replayPhrases.es]
    for (const key of ['title', 'disclaimer', 'workloadNote', 'missing', 'answers', 'howRead'] as const) {
      expect([english.includes(en[key]), spanish.includes(es[key])], key).toEqual([true, true])
      expect([english.includes(es[key]), spanish.includes(en[key])], key).toEqual([false, false])
    }
  })

  it('falls back to English as a whole in a language that nobody wrote', () => {
    expect(replayPage(sample, 'vi')).toBe(english)
  })

  it('needs no script and no other file', () => {
    expect(english).not.toMatch(/<script|<link|<img|@import|url\(/)
    expect(english.match(/(?:src|href)="(?!#|data:)/g)).toBeNull()
  })

  it('shows texts of the data for what they are', () => {
    expect(english).toContain('Sample &lt;b&gt;data&lt;/b&gt;')
    expect(english).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(english).toContain('a note \\u{1b}[2J')
    expect(english).toContain('SAMPLE COUNTY &lt;i&gt;JAIL&lt;/i&gt;')
  })

  it('begins with the news, and says above and below what it is not', () => {
    expect(english).toMatch(/<h1>40 requests under the law of /)
    expect(english.split(replayPhrases.en.disclaimer)).toHaveLength(3)
    expect(replayPage({ ...sample, isPublic: true }, 'en')).toContain(replayPhrases.en.suppressed)
  })

  it('has a table with numbers for each bar, and a download for each table of verdicts', () => {
    const tables = english
      .split('<table')
      .slice(1)
      .map((text) => text.split('</table>')[0] ?? '')
    for (const table of tables) {
      expect(table).toContain('<caption')
      for (const row of table.split('<tr>').slice(2))
        if (row.includes('class="bar"')) expect(row).toMatch(/class="number">[\d,*–]+</)
    }
    const downloads = [...english.matchAll(/download="([^"]+)" href="data:text\/csv;charset=utf-8,([^"]*)"/g)]
    expect(downloads.map(([, name]) => name)).toHaveLength(11)
    const place = downloads.find(([, name]) => name?.endsWith('-place.csv'))
    expect(
      decodeURIComponent(place?.[2] ?? '')
        .split('\n')
        .slice(0, 2),
    ).toEqual([
      'By place,requests,"may, least","may, most","must not, least","must not, most",open,not bound',
      'SAMPLE COUNTY <i>JAIL</i>,20,10,30,0,20,20,10',
    ])
  })

  it('links every part that it names', () => {
    const ids = new Set([...english.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, id] of english.matchAll(/href="#([^"]+)"/g)) expect(ids.has(id ?? '')).toBe(true)
  })
})
