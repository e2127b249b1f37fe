import { describe, expect, it } from 'vitest'
import { languagesOf, readLibrary } from '../../src/index.ts'
import { header, sample } from '../sample.ts'

describe('languagesOf', () => {
  it('is what the texts of a vocabulary and of provisions speak, wherever they stand', async () => {
    const { library } = await readLibrary(sample)
    expect(languagesOf(library)).toEqual(['en', 'es'])
    const rule = 'section 1 "One" (a) police must not hold note "no" / vi "không" / zh-hant "不" read in code'
    const added = await readLibrary([...sample, { path: 'us/xx/test-act.policy', text: `${header}${rule}` }])
    expect(added.problems).toEqual([])
    expect(languagesOf(added.library)).toEqual(['en', 'es', 'vi', 'zh-Hant'])
  })
})
