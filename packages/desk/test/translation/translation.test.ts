/** Translations: files out and in, whose words are a draft until another person approves them in a reviewer's name. */
import { noticeEnglish, noticeKeys, noticeTranslations } from '@brightline/documents/notice'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printTranslationFile, readTranslationFile } from '../../src/translation/translation-file.ts'
import { makeCase } from '../notice/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

/** A file of a translator who put every phrase in brackets. */
function fileOf(lang: string, change: (text: string) => string = (text) => `[${text}]`): string {
  const phrases = Object.fromEntries(
    noticeKeys.map((key) => [key, { english: noticeEnglish[key], text: change(noticeEnglish[key]) }]),
  )
  return JSON.stringify({ format: 'brightline-papers-1', lang, phrases })
}

describe('a file', () => {
  it('comes back as it went out', () => {
    for (const { lang, words } of noticeTranslations)
      expect(readTranslationFile(printTranslationFile(lang, words))).toEqual({ kind: 'words', lang, words })
  })

  it('is refused for placeholders that differ, and says each', () => {
    const text = fileOf('fr', (english) => english.replace('{cites}', 'citations'))
    expect(readTranslationFile(text)).toEqual({
      kind: 'faults',
      faults: ['paper-rule', 'paper-rules', 'paper-demanded'].map((key) => ({ key, fault: 'placeholders' })),
    })
  })

  it('is refused where the English was another one', () => {
    const text = fileOf('fr').replace(noticeEnglish['consent-no'], 'No, thank you.')
    expect(readTranslationFile(text)).toMatchObject({
      kind: 'faults',
      faults: [{ key: 'consent-no', fault: 'changed' }],
    })
  })

  it('leaves out what is still empty, and is none where all of it is', () => {
    const some = readTranslationFile(printTranslationFile('fr', { 'consent-no': 'Non.' }))
    expect(some).toEqual({ kind: 'words', lang: 'fr', words: { 'consent-no': 'Non.' } })
    expect(readTranslationFile(printTranslationFile('fr', {}))).toEqual({ kind: 'no-file' })
  })

  it('is refused for whatever else it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readTranslationFile(text).kind).not.toBe('words')
      }),
    )
    const strange = JSON.stringify({ format: 'brightline-papers-1', lang: '../x', phrases: {} })
    expect(readTranslationFile(strange)).toEqual({ kind: 'no-file' })
  })
})

describe('the page', () => {
  it('says what is translated, by whom, and that drafts of the program were reviewed by nobody', async () => {
    const visitor = await desk.signedIn(await desk.addUser('auditor'))
    const { page, status } = await visitor.get('/translations')
    expect(status).toBe(200)
    expect(page.match(/Draft\. It came with the program, and nobody has reviewed it\./g)).toHaveLength(4)
    expect(page.match(/Written with the program/g)).toHaveLength(2)
    expect(page).not.toContain('Bring it in as a draft')
    expect((await visitor.post('/translations', { translator: 'x', text: fileOf('fr') })).status).toBe(403)
    const file = await visitor.get('/translations/vi.json')
    expect(readTranslationFile(file.page)).toMatchObject({ kind: 'words', lang: 'vi' })
    expect((await visitor.get('/translations/xx.json')).status).toBe(404)
  })

  it('takes a file in as a draft, and lets another person approve it', async () => {
    const bringer = await desk.signedIn(await desk.addUser('records-officer'))
    await bringer.get('/translations')
    const brought = await bringer.post('/translations', { translator: 'Office of Languages', text: fileOf('vi') })
    expect((await bringer.follow(brought)).page).toContain('The translation is in.')
    const own = await bringer.get('/translations')
    expect(own.page).toContain('Draft, version 1, translated by Office of Languages')
    expect(own.page).toContain('you brought it in, so somebody else approves it')
    const { rows } = await desk.superuser.query(`select id from desk.translations where language = 'vi'`)
    const id = String(rows[0].id)
    const approval = `/translations/${id}/approval`
    expect((await bringer.post(approval, { [`reviewer-${id}`]: 'Lan Example' })).page).toContain(
      'you brought it in yourself',
    )
    const other = await desk.signedIn(await desk.addUser('supervisor'))
    await other.get('/translations')
    expect((await other.post(approval, {})).status).toBe(422)
    const approved = await other.post(approval, { [`reviewer-${id}`]: 'Lan Example' })
    expect((await other.follow(approved)).page).toMatch(/Approved by Lan Example on \w+ \d+, \d{4}, version 1/)
    expect((await other.post(approval, { [`reviewer-${id}`]: 'Somebody else' })).status).toBe(422)
  })

  it('lets an approved language be printed without the English, and a newer draft wait', async () => {
    const clerkName = await desk.addUser('clerk')
    const clerk = await desk.signedIn(clerkName)
    const made = await makeCase(desk, clerkName)
    const path = `/cases/${made.reference}/notices/new/request-copy`
    await clerk.get(path)
    const at = String((await clerk.post(path, { language: 'vi' })).headers['location'])
    expect((await clerk.get(at)).page).not.toContain('Draft language')
    const printed = (await clerk.get(`${at}/preview`)).page
    expect(printed).toContain('[A request about you from immigration authorities]')
    expect(printed).not.toContain('class="beside"')
    const bringer = await desk.signedIn(await desk.addUser('counsel'))
    await bringer.get('/translations')
    await bringer.post('/translations', { translator: 'Another', text: fileOf('vi', (text) => `(${text})`) })
    expect((await clerk.get(`${at}/preview`)).page).toBe(printed)
    expect((await bringer.get('/translations')).page).toContain('Version 2 by Another waits for approval.')
  })

  it('keeps what was typed where the file is refused', async () => {
    const visitor = await desk.signedIn(await desk.addUser('supervisor'))
    await visitor.get('/translations')
    const text = fileOf('fr', (english) => english.replace('{when}', ''))
    const { status, page } = await visitor.post('/translations', { translator: '', text })
    expect(status).toBe(422)
    expect(page).toContain('href="#text"')
    expect(page).toContain('href="#translator"')
    expect(page).toContain('copy-lead: the words in braces are not those of the English')
    expect(page).toContain('brightline-papers-1')
    expect((await visitor.post('/translations', { translator: 'x', text: fileOf('es') })).page).toContain(
      'English and Spanish come with the program',
    )
  })
})

describe('the line of contact', () => {
  it('is set by an administrator, and stands on papers that are made from then on', async () => {
    const administrator = await desk.administrator()
    await administrator.get('/translations')
    const saved = await administrator.post('/translations/contact', { contact: 'Records desk, 555-0100' })
    expect((await administrator.follow(saved)).page).toContain('value="Records desk, 555-0100"')
    expect((await administrator.post('/translations/contact', { contact: 'x'.repeat(201) })).status).toBe(422)
    const clerkName = await desk.addUser('clerk')
    const clerk = await desk.signedIn(clerkName)
    const made = await makeCase(desk, clerkName)
    const path = `/cases/${made.reference}/notices/new/agency-reply`
    await clerk.get(path)
    const at = String((await clerk.post(path, { language: 'es' })).headers['location'])
    expect((await clerk.get(`${at}/preview`)).page).toContain('<dd>Records desk, 555-0100</dd>')
    expect((await clerk.post('/translations/contact', { contact: 'x' })).status).toBe(403)
  })
})
