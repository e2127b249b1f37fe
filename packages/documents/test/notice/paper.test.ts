import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePaper, noticeTranslations, paperHtml, paperText } from '../../src/notice.ts'
import { identityFor, samples } from './sample.ts'

const english = noticeTranslations[0] ?? { lang: 'en', state: 'ours', words: {} }
const all = noticeTranslations.flatMap((translation) =>
  samples.map((notice) => ({ kind: notice.kind, lang: translation.lang, notice, translation })),
)

/** Whatever somebody types or a form brings. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</dd><script>x</script>',
    '"><img src=x onerror=y>',
    '&lt;b&gt;',
    "'); DROP",
    '{name}',
    '${x}',
    '\u202Eabc',
    '\u001B[2J',
  ),
)

describe('a paper', () => {
  it.each(all)('$kind in $lang says its law, and a draft says that it is one', ({ notice, translation }) => {
    const text = paperText(makePaper(notice, translation, identityFor(notice)))
    for (const cite of notice.demandedBy) expect(text.replaceAll(/\s+/g, ' ')).toContain(cite)
    expect(text.includes('The translation on this paper is a draft')).toBe(translation.state === 'draft')
    expect(text).not.toMatch(/[{}…]/)
  })

  it('puts the refusal first, and no box is marked', () => {
    const form = samples.find(({ kind }) => kind === 'interview-consent')
    if (form === undefined) throw new Error('no form')
    const text = paperText(makePaper(form, english))
    expect([...text.matchAll(/^\[.\] (.*)$/gm)].map(([, words]) => words)).toEqual([
      'No. I do not want to be interviewed.',
      'Only with my own attorney there.',
      'Yes. I agree to be interviewed without an attorney.',
      'This form was read aloud to the person.',
      'The person got a copy of this form.',
    ])
    expect(text).toContain('If you do not choose, it means no.')
  })

  it('to the agency that asks tells nothing about the person', () => {
    const reply = samples.find(({ kind }) => kind === 'agency-reply')
    if (reply === undefined) throw new Error('no reply')
    expect(paperText(makePaper(reply, english))).not.toMatch(/Alex|Booking|Name:/)
  })

  it('keeps whatever a name brings inside its place on the page', () => {
    const [notice] = samples
    if (notice === undefined) throw new Error('no paper')
    const empty = paperHtml(makePaper(notice, english, { name: 'x' }))
    const tags = (page: string): string => page.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/>[^<]*/g, '>')
    fc.assert(
      fc.property(hostile, (name) => {
        const page = paperHtml(makePaper({ ...notice, agency: name, contact: null }, english, { name: `x${name}` }))
        expect(tags(page)).toBe(tags(empty))
      }),
    )
  })

  it('lets nothing through in plain text that a screen would obey', () => {
    const [notice] = samples
    if (notice === undefined) throw new Error('no paper')
    fc.assert(
      fc.property(hostile, (name) => {
        const text = paperText(makePaper(notice, english, { name: `x${name}` }))
        expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
      }),
    )
  })

  it('marks the English beside a draft as English', () => {
    const { notice, translation } = all.find(({ lang }) => lang === 'ko') ?? all[0] ?? { notice: undefined }
    if (notice === undefined) throw new Error('no paper')
    const page = paperHtml(makePaper(notice, translation))
    expect(page).toContain('<html lang="ko" dir="ltr">')
    expect(page).toContain('<span class="beside" lang="en">A request about you from immigration authorities</span>')
  })
})
