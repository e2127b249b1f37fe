/** The law reader: dated addresses, text with effects, and cases that are tried. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawHref, readLawAddress } from '../../src/law-reader/law-address.ts'
import { sectionSource } from '../../src/law-reader/source-text.ts'
import { lawPhrases } from '../../src/law-reader/words.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { springfield, testLaw } from '../test-law.ts'

const ordinance = '/law/us/ex/springfield/welcoming-ordinance/2026-11-29'
const whatIf = '/law/us/ex/springfield/2026-11-29/what-if'

let desk: TestDesk
let reader: Visitor
beforeAll(async () => {
  desk = await startTestDesk()
  reader = await desk.signedIn(await desk.addUser('clerk'))
})
afterAll(async () => await desk?.end())

describe('an address of law', () => {
  it('names a place or an instrument, a date, and a section that may hold slashes', () => {
    const cases = [
      ['us/ca', { name: 'us/ca', asOf: null, section: null }],
      ['us/ca/2026-11-29', { name: 'us/ca', asOf: '2026-11-29', section: null }],
      ['us/il/trust-act/2026-11-29/805/15', { name: 'us/il/trust-act', asOf: '2026-11-29', section: '805/15' }],
      ['us/la/x/2026-11-29/46:56', { name: 'us/la/x', asOf: '2026-11-29', section: '46:56' }],
      ['us/ca/2026-02-30', null],
      ['us/../secret', null],
      ['US/ca', null],
      ['', null],
    ] as const
    for (const [rest, wanted] of cases) expect(readLawAddress(rest), rest).toEqual(wanted)
  })

  it('reads back what it prints', () => {
    const segment = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
    const section = fc.stringMatching(/^[A-Za-z0-9.:-]{1,8}(\/[A-Za-z0-9.:-]{1,8})?$/)
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), section, (parts, number) => {
        const path = lawHref(parts.join('/'), '2026-11-29', number)
        const read = readLawAddress(decodeURIComponent(path.slice('/law/'.length)))
        expect(read).toEqual({ name: parts.join('/'), asOf: '2026-11-29', section: number })
      }),
      { numRuns: 100 },
    )
  })
})

describe('a section of a canonical text', () => {
  it('ends where the next thing begins', () => {
    const text = 'section 1 "One"\n  (a) staff must hold\n\nsection 10 "Ten"\n  (a) x\nexample "y"\n'
    expect(sectionSource(text, '1')).toBe('section 1 "One"\n  (a) staff must hold')
    expect(sectionSource(text, '10')).toBe('section 10 "Ten"\n  (a) x')
    expect(sectionSource(text, '2')).toBeNull()
  })
})

describe('the pages of law', () => {
  it('are for whoever is signed in, in any role', async () => {
    expect((await new Visitor(desk.app).get('/law')).headers['location']).toBe('/sign-in?next=%2Flaw')
    for (const role of ['supervisor', 'counsel', 'records-officer', 'auditor', 'administrator'] as const) {
      const visitor = await desk.signedIn(await desk.addUser(role))
      expect((await visitor.get('/law')).status, role).toBe(200)
    }
  })

  it('list places by name, each below what it lies in, wherever places are chosen', async () => {
    const namesOf = (page: string): readonly string[] => {
      const links = page.matchAll(/href="\/(?:law|sheet)\/us(?:\/[a-z/-]+)?(?:\?lang=\w+)?"[^>]*>([^<]+)<\/a>/g)
      return [...links].map(([, name = '']) => name)
    }
    for (const path of ['/law', '/sheet']) {
      const names = namesOf((await reader.get(`${path}?lang=en`)).page)
      const places = names.slice(names.indexOf('United States'))
      expect(places.slice(0, 7), path).toEqual([
        'United States',
        'Alabama',
        'Arizona',
        'Arkansas',
        'California',
        'California State University',
        'Culver City',
      ])
      const pairs = [
        ['Delaware', 'District of Columbia'],
        ['Idaho', 'Iowa'],
        ['Mississippi', 'Missouri'],
      ] as const
      for (const [first, then] of pairs)
        expect(places.indexOf(first), `${path}: ${first}`).toBeLessThan(places.indexOf(then))
      const spanish = namesOf((await reader.get(`${path}?lang=es`)).page)
      expect(spanish.indexOf('Nuevo México'), path).toBeGreaterThan(spanish.indexOf('Nueva York'))
    }
    await reader.get('/law?lang=en')
  })

  it('lead an address without a date to the law of today, and one with three boxes to their date', async () => {
    const today = await reader.get('/law/us/ex/springfield')
    expect(String(today.headers['location'])).toMatch(/^\/law\/us\/ex\/springfield\/\d{4}-\d{2}-\d{2}$/)
    const boxes = await reader.get('/law/us/ex/springfield/welcoming-ordinance?month=5&day=1&year=2026')
    expect(boxes.headers['location']).toBe('/law/us/ex/springfield/welcoming-ordinance/2026-05-01')
    const wrong = await reader.get('/law/us/ex/springfield?month=2&day=30&year=2026')
    expect(wrong.status).toBe(422)
    expect(wrong.page).toContain('Enter a date that exists')
  })

  it('show the words with what each provision does, its mark, and what wins over it', async () => {
    const { page } = await reader.get(ordinance)
    for (const words of [
      'Staff must not hold the person past the time of release',
      'Bars 1 act.',
      '1 exception: (b).',
      'Wins over (a).',
      'Decided by the watch commander.',
      'Settles doubt.',
      'Duty.',
      'read, November 22, 2026',
      'Open in what-if',
      'In force since April 2, 2026: Ord. 2026-12',
      'Law of Springfield checked through November 22, 2026',
    ])
      expect(page, words).toContain(words)
  })

  it('say in Spanish what they say in English', async () => {
    const { page } = await reader.get(`${ordinance}?lang=es`)
    for (const words of ['El personal no debe retener', 'Prohíbe 1 acto.', 'Prevalece sobre (a).', 'Deber.', 'leído'])
      expect(page, words).toContain(words)
    await reader.get('/law?lang=en')
    expect(Object.keys(lawPhrases.es)).toEqual(Object.keys(lawPhrases.en))
  })

  it('show what courts said of the law as of their day, and lead to the ruling that decides', async () => {
    const { page } = await reader.get('/law/us/2026-11-29')
    for (const words of ['What courts and attorneys general said', 'It decides nothing.', 'Galarza v. Szalczyk'])
      expect(page, words).toContain(words)
    expect(page).toContain('href="/law/us/anti-commandeering/2026-11-29"')
    expect(page).toMatch(/href="https:\/\/law\.justia\.com\/[^"]*"[^>]*>Morales v\. Chadbourne/)
    const earlier = await reader.get('/law/us/2014-03-03')
    expect(earlier.page).toContain('Printz v. United States')
    expect(earlier.page).not.toContain('Galarza')
    const instrument = await reader.get('/law/us/detainer-regulation/2026-11-29')
    expect(instrument.page).toContain('Moreno v. Napolitano')
    expect(instrument.page).not.toContain('Plyler')
  })

  it('say that an instrument is not in force on a date, and what became of it', async () => {
    const { status, page } = await reader.get('/law/us/ex/springfield/welcoming-ordinance/2026-04-01')
    expect(status).toBe(200)
    expect(page).toContain('This instrument is not in force on April 1, 2026.')
    expect(page).toContain('Ord. 2026-12')
  })

  it('give the policy text in its canonical layout, and JSON', async () => {
    const text = await reader.get(`${ordinance}?as=policy`)
    const file = join(springfield, 'us/ex/springfield/welcoming-ordinance.policy')
    expect(text.page).toBe(readFileSync(file, 'utf8'))
    const json = await reader.get(`${ordinance}?as=json`)
    expect(JSON.parse(json.page)).toMatchObject({ id: 'us/ex/springfield/welcoming-ordinance' })
  })

  it('mark what decides in the stack, and show what gives way', async () => {
    const { page } = await reader.get('/law/us/ex/springfield/2026-11-29')
    expect(page).toMatch(/class="strict"><p class="decides"><b>must not<\/b>.*?12\.40\(a\), decides/s)
    expect(page).toMatch(/class="displaced|class="overridden/)
    expect(page).toContain('Standard situations, as answered here')
  })

  it('refuse what is no law', async () => {
    for (const path of [
      '/law/us/zz',
      '/law/us/ca/2026-13-01',
      `${ordinance}/99.99`,
      '/law/us/ca/2026-11-29/nothing',
      '/law/us%2f..%2fca',
    ]) {
      expect((await reader.get(path)).status, path).toBe(404)
    }
  })

  it(
    'answer for instruments of every place, in both languages, each under 60 kB compressed',
    { timeout: 120_000 },
    async () => {
      const { library } = await testLaw.all()
      const heavy: string[] = []
      // Each seventh, and the largest.
      const some = library.instruments.filter(({ id }, at) => at % 7 === 0 || id === 'us/ca/values-act')
      for (const [at, { id }] of some.entries()) {
        const lang = at % 2 === 0 ? 'en' : 'es'
        const { status, page } = await reader.get(`/law/${id}/2026-11-29?lang=${lang}`)
        expect(status, id).toBe(200)
        expect(page, id).not.toMatch(
          /<script(?! src="\/static\/[0-9a-f]{16}\.js" defer><\/script>)|<style|\sstyle=|undefined|\[object/,
        )
        if (gzipSync(page).length > 60_000) heavy.push(id)
      }
      for (const { id } of library.places) {
        const { status, page } = await reader.get(`/law/${id}/2026-11-29?lang=en`)
        expect(status, id).toBe(200)
        if (gzipSync(page).length > 60_000) heavy.push(id)
      }
      expect(heavy).toEqual([])
    },
  )
})

describe('a case that is tried', () => {
  const facts = 'f.person.in-custody=yes&f.request.form=i-247a&f.warrant.form=none&f.release.public'

  it('has the answer of the engine, the law that bears on it, and what would change it', async () => {
    const { page } = await reader.get(`${whatIf}?agency=jail&act=notify-release&${facts}=no`)
    expect(page).toMatch(/v-must-not">.*?<span>MUST NOT<\/span>/s)
    expect(page).toMatch(/class="bearing live"><p>staff must not tell immigration authorities/)
    expect(page).toMatch(/Is the release date already open to the public\? Yes: may/)
    const other = await reader.get(`${whatIf}?agency=jail&act=notify-release&${facts}=yes`)
    expect(other.page).toMatch(/v-may">.*?<span>MAY<\/span>/s)
  })

  it('says what is still possible where facts are missing, and which rule would decide', async () => {
    const { page } = await reader.get(
      `${whatIf}?agency=jail&act=notify-release&f.request.form=i-247a&f.warrant.form=none`,
    )
    expect(page).toContain('Still possible: must not or may.')
    expect(page).toMatch(/decides, if: Is the release date already open to the public\? No/)
  })

  it('keeps what was chosen, and nothing else', async () => {
    const { page } = await reader.get(`${whatIf}?agency=jail&act=hold&f.request.form=i-247a&f.warrant.form=i-200`)
    expect(page).toMatch(/<option value="i-200" selected>/)
    const { rows } = await desk.superuser.query<{ count: string }>('select count(*) from desk.cases')
    expect(rows[0]?.count).toBe('0')
  })

  it('takes no protected fact', async () => {
    const { status, page } = await reader.get(`${whatIf}?agency=jail&act=hold&f.person.birthplace=Sampleland`)
    expect(status).toBe(200)
    expect(page).toMatch(/class="fault"/)
    expect(page).not.toMatch(/MUST NOT|<option value="Sampleland"/)
  })

  it('of any shape is answered in words, and never fails', async () => {
    const name = fc.constantFrom(
      'agency',
      'act',
      'f.request.form',
      'f.warrant.form',
      'f.person.status',
      'f.x',
      '__proto__',
      'lang',
      'as',
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.string({ unit: 'binary', maxLength: 80 })), async (query) => {
        const { status } = await reader.get(`${whatIf}?${new URLSearchParams(query).toString()}`)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
  })
})
