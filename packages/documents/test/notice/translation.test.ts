import { describe, expect, it } from 'vitest'
import { missingWords, noticeKeys, noticeTranslations, translationFaults } from '../../src/notice.ts'

const toPeople = ['copy', 'consent', 'same', 'receipt']

describe('the translations that come with the papers', () => {
  it('are those of the languages that the law names, and only two are ours', () => {
    expect(noticeTranslations.map(({ lang, state }) => `${lang} ${state}`)).toEqual([
      'en ours',
      'es ours',
      'zh draft',
      'tl draft',
      'vi draft',
      'ko draft',
    ])
  })

  it.each(noticeTranslations)('name in $lang what the English names', ({ words }) => {
    expect(translationFaults(words)).toEqual([])
  })

  it.each(noticeTranslations)('have every phrase in $lang that a person reads', ({ words }) => {
    expect(missingWords(words, toPeople)).toEqual([])
  })

  it('are whole where they are ours', () => {
    for (const { state, words } of noticeTranslations) {
      if (state === 'ours') expect(Object.keys(words).toSorted()).toEqual([...noticeKeys].toSorted())
    }
  })
})

describe('a translation from outside', () => {
  const faults: readonly {
    readonly name: string
    readonly words: Readonly<Record<string, string>>
    readonly fault: string
  }[] = [
    { name: 'a phrase that no paper has', words: { 'copy-other': 'x' }, fault: 'unknown' },
    { name: 'a key of every object', words: { constructor: 'x' }, fault: 'unknown' },
    { name: 'nothing', words: { 'paper-date': ' ' }, fault: 'empty' },
    { name: 'a phrase without end', words: { 'paper-date': 'x'.repeat(601) }, fault: 'long' },
    { name: 'a placeholder that is missing', words: { 'paper-rule': 'x' }, fault: 'placeholders' },
    { name: 'a placeholder that is new', words: { 'paper-date': 'x {name}' }, fault: 'placeholders' },
    { name: 'a placeholder written otherwise', words: { 'paper-rule': '{cites:or}' }, fault: 'placeholders' },
    { name: 'a placeholder said twice', words: { 'paper-rule': '{cites} {cites}' }, fault: 'placeholders' },
    { name: 'a brace that stands alone', words: { 'paper-date': 'x {' }, fault: 'placeholders' },
  ]
  it.each(faults)('is refused for $name', ({ words, fault }) => {
    expect(translationFaults(words)).toEqual([{ key: Object.keys(words)[0], fault }])
  })

  it('may say things in another order', () => {
    const words = { 'copy-lead': '{from} → {agency}, {when}' }
    expect(translationFaults(words)).toEqual([])
  })
})
