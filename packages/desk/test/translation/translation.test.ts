/** Translations: files out and in, whose words are a draft until another person approves them in a reviewer's name. */
import { noticeEnglish, noticeKeys, type NoticeWords } from '@brightline/documents/notice'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printTranslationFile, readTranslationFile } from '../../src/translation/translation-file.ts'
import { makeCase } from '../notice/sample-case.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

/** A file of a translator who put every phrase in brackets. */
function fileOf(lang: string, change: (text: string) => string = (text) => `[${text}]`): string {
  return printTranslationFile('xlf', lang, wordsOf(change))
}

function wordsOf(change: (text: string) => string): NoticeWords {
  return Object.fromEntries(noticeKeys.map((key) => [key, change(noticeEnglish[key])]))
}

describe('the page', () => {
  it('says what is translated, by whom, and that drafts of the program were reviewed by nobody', async () => {
    const visitor = await desk.signedIn(await desk.addUser('auditor'))
    const { page, status } = await visitor.get('/translations')
    expect(status).toBe(200)
    expect(page.match(/Draft\. It came with the program, and nobody has reviewed it\./g)).toHaveLength(4)
    // Two languages, and each of the five papers in both.
    expect(page.match(/Written with the program/g)).toHaveLength(12)
    expect(page.match(/<td data-column="\w+">Draft<\/td>/g)).toHaveLength(16)
    expect(page.match(/<td data-column="\w+">Not in this language<\/td>/g)).toHaveLength(4)
    // On a phone each value stands behind the name of its column.
    expect(page.match(/data-column="Needs translation">Nothing/g)).toHaveLength(6)
    expect(page).not.toContain('Bring it in as a draft')
    expect((await visitor.post('/translations', { 'pasted-by': 'x', text: fileOf('fr') })).status).toBe(403)
    for (const form of ['csv', 'xlf']) {
      const file = await visitor.get(`/translations/vi.${form}`)
      expect(file.headers['content-disposition']).toBe(`attachment; filename="papers-vi.${form}"`)
      expect(readTranslationFile(file.page)).toMatchObject({ kind: 'words', lang: 'vi' })
      expect((await visitor.get(`/translations/xx.${form}`)).status).toBe(404)
    }
  })

  it('takes a file in as a draft, and lets another person approve it', async () => {
    const bringer = await desk.signedIn(await desk.addUser('records-officer'))
    await bringer.get('/translations')
    const brought = await bringer.post('/translations', { 'pasted-by': 'Office of Languages', text: fileOf('vi') })
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
    expect((await other.get('/translations')).page).toContain(
      '<td data-column="Vietnamese">Reviewed by Lan Example</td>',
    )
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
    await bringer.post('/translations', { 'pasted-by': 'Another', text: fileOf('vi', (text) => `(${text})`) })
    expect((await clerk.get(`${at}/preview`)).page).toBe(printed)
    expect((await bringer.get('/translations')).page).toContain('Version 2 by Another waits for approval.')
  })

  it('keeps what was typed where the file is refused', async () => {
    const visitor = await desk.signedIn(await desk.addUser('supervisor'))
    await visitor.get('/translations')
    const text = fileOf('fr', (english) => english.replace('{when}', ''))
    const { status, page } = await visitor.post('/translations', { 'pasted-by': '', text })
    expect(status).toBe(422)
    expect(page).toContain('href="#text"')
    expect(page).toContain('href="#pasted-by"')
    expect(page).toContain('Nothing of the file was taken in.')
    expect(page).toMatch(/Line \d+: copy-lead: the words in braces are not those of the English\. Copy them from there/)
    expect(page).toContain('xmlns=&quot;urn:oasis:names:tc:xliff:document:2.0&quot;')
    const { rows } = await desk.superuser.query(`select 1 from desk.translations where language = 'fr'`)
    expect(rows).toEqual([])
    expect((await visitor.post('/translations', { 'pasted-by': 'x', text: fileOf('es') })).page).toContain(
      'English and Spanish come with the program',
    )
  })
})

describe('a file that is brought as a file', () => {
  const send = async (visitor: Visitor, bytes: Uint8Array, fields = { translator: 'An office' }): Promise<Answer> =>
    await visitor.postBytes('/translations/file', ...formOfFile(visitor.word, bytes, fields))

  it('is taken whole, or refused with its place and its repair', async () => {
    const visitor = await desk.signedIn(await desk.addUser('counsel'))
    await visitor.get('/translations')
    const table = printTranslationFile(
      'csv',
      'ht',
      wordsOf((text) => `(${text})`),
    )
    const brought = await visitor.follow(await send(visitor, Buffer.from(table)))
    expect(brought.page).toContain('The translation is in.')
    expect(brought.page).toContain('Haitian Creole')
    const latin = await send(visitor, Buffer.from(table.replace('(Date)', '(Dât)'), 'latin1'))
    expect([latin.status, latin.page.includes('the file is too large or is not Unicode')]).toEqual([422, true])
    const large = await send(visitor, Buffer.alloc(500_000, 'x'))
    expect([large.status, large.page.includes('Nothing of the file was taken in.')]).toEqual([422, true])
    const none = await send(visitor, Buffer.from(''), { translator: '' })
    expect([none.status, none.page.includes('href="#translator"')]).toEqual([422, true])
    const { rows } = await desk.superuser.query(`select version from desk.translations where language = 'ht'`)
    expect(rows).toHaveLength(1)
  })

  it('is refused without the word of its form, and from who brings none', async () => {
    const visitor = await desk.signedIn(await desk.addUser('counsel'))
    const file = Buffer.from(fileOf('ht'))
    const form = formOfFile('other', file, { translator: 'x' })
    expect((await visitor.postBytes('/translations/file', ...form)).status).toBe(403)
    const clerk = await desk.signedIn(await desk.addUser('clerk'))
    await clerk.get('/translations')
    expect((await send(clerk, file)).status).toBe(403)
  })
})

/** Writes a form with a file as a browser would. */
function formOfFile(
  word: string,
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>>,
): [Buffer, Record<string, string>] {
  const parts = Object.entries({ 'form-word': word, ...fields }).map(
    ([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="x"\r\ncontent-type: text/csv\r\n\r\n`
  const body = Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from('\r\n--b--\r\n')])
  return [body, { 'content-type': 'multipart/form-data; boundary=b' }]
}

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
