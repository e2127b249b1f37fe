/** The page of an answer: its order, its words, counsel first, and what it says while a question is open. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentenceCase } from '../../src/screen/sentence-case.ts'
import { timeLeft } from '../../src/answer/time-left.ts'
import type { Who } from '../../src/database/transaction.ts'
import { openSampleCase, whoOf } from '../case/sample-case.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

let desk: TestDesk
let clerk: Visitor
let who: Who
beforeAll(async () => {
  desk = await startTestDesk()
  const name = await desk.addUser('clerk')
  who = await whoOf(desk, name, 'clerk')
  clerk = await desk.signedIn(name)
})
afterAll(async () => await desk?.end())

const answers = { 'warrant.form': 'none', 'release.public': 'yes', 'person.in-custody': 'yes' }
const authoritiesOf = (page: string): string =>
  /<section class="section" aria-labelledby="authorities"><details .*?<\/details><\/section>/s.exec(page)?.[0] ?? ''
const plain = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('an answer', () => {
  it('says each act first, then what to do with its time, then why, then what would change it', async () => {
    const reference = await openSampleCase(desk, who, { answers })
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    const order = [
      'MUST NOT hold the person past the time of release.',
      'MAY tell immigration authorities when the person will be released.',
      'Who decides: the sheriff',
      'Do these now',
      'Give the person a copy of the request and say whether the city will comply',
      'Springfield Mun. Code § 12.40(b)',
      'Because Ex. Gov. Code § 30.1(a): must not',
      'What would change it',
      'Law of Springfield checked through',
    ]
    const text = plain(page).replaceAll(' .', '.')
    const places = order.map((one) => text.indexOf(one))
    expect(order.filter((_, at) => (places[at] ?? -1) < 0)).toEqual([])
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(page).toMatch(/Wed, Nov 25, 22:42 CST/)
    expect(page).toMatch(/<svg class="sign v-prohibited"/)
  })

  it('says the same in Spanish', async () => {
    const reference = await openSampleCase(desk, who, { answers })
    const { page } = await clerk.get(`/cases/${reference}/answer?lang=es`)
    const text = plain(page)
    for (const one of ['NO DEBE retener', 'PUEDE avisar', 'Haga esto ahora', 'Quién decide: el alguacil', 'Por qué'])
      expect(text).toContain(one)
    await clerk.get('/?lang=en')
  })

  it('keeps what courts said folded, apart from the answer, with its standing and its source', async () => {
    const reference = await openSampleCase(desk, who, { answers })
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    const section = authoritiesOf(page)
    expect(section).toMatch(/What courts and attorneys general said \(\d+\)/)
    expect(section).toContain('It decides nothing here.')
    expect(plain(section)).toMatch(/Galarza v\. Szalczyk, 745 F\.3d 634 .*? Persuades, and does not bind here/)
    expect(section).toMatch(/<a href="https:[^>]*>Printz v\. United States/)
    expect(section).toContain('Onadia v. City of New York')
    expect(page.replace(section, '')).not.toContain('Onadia')
    const spanish = authoritiesOf((await clerk.get(`/cases/${reference}/answer?lang=es`)).page)
    expect(spanish).toContain('Aquí no decide nada.')
    await clerk.get('/?lang=en')
  })

  it('is not put on record while a question is open, and leads to the question', async () => {
    const reference = await openSampleCase(desk, who)
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    expect(page).toContain('A question is still open')
    expect(page).not.toContain('/decisions"')
    expect(page).not.toContain('What would change it')
    expect(page).toMatch(/22:42 CST/)
  })

  it('says what an open question keeps from the record, and does not say that nothing changes the answer', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/or', kind = 'jail'`)
    const acts = ['hold', 'notify-release']
    const reference = await openSampleCase(desk, who, { acts, answers: { 'warrant.form': 'none' } })
    const path = `/cases/${reference}/answer`
    const { page } = await clerk.get(path)
    expect(page).toContain('A question is still open')
    expect(page).toContain('The decision can be recorded once it is answered.')
    expect(page).toContain('The question that is still open may.')
    expect(page).not.toContain('No other single answer changes it')
    const spanish = (await clerk.get(`${path}?lang=es`)).page
    expect(spanish).toContain('La decisión se puede registrar cuando esté contestada.')
    expect(spanish).toContain('La pregunta que queda abierta puede cambiarlo.')
    await clerk.get('/?lang=en')
    await desk.superuser.query(`update desk.agencies set place = 'us/ex/springfield', kind = 'jail'`)
  })

  it('names what nobody could tell and what would settle it, with the way there', async () => {
    const reference = await openSampleCase(desk, who, { answers: { ...answers, 'release.public': null } })
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    expect(page).toContain('NEEDS FACTS')
    expect(page).toContain('Nobody could tell this yet.')
    expect(page).toMatch(/href="[^"]*\/questions\/release\.public">Is the release date already open to the public\?/)
    expect(page).not.toMatch(/href="[^"]*\/questions\/warrant\.form">/)
  })

  it('says of an act that needs facts what is known of the law so far, and why the question is asked', async () => {
    const reference = await openSampleCase(desk, who, { answers: { ...answers, 'release.public': null } })
    const why = async (lang: string): Promise<string> => {
      const { page } = await clerk.get(`/cases/${reference}/answer?lang=${lang}`)
      return plain(/<section class="section" aria-labelledby="why">.*?<\/section>/s.exec(page)?.[0] ?? '')
    }
    const english = await why('en')
    expect(english).toContain('Nothing is decided yet')
    expect(english).toMatch(/Known so far .*8 CFR 287\.7\(a\): may/)
    expect(english).toMatch(
      /What is asked: Is the release date already open to the public\?.* It is asked because these texts turn on it: .*§ \d+/,
    )
    // What is not decided has no "because".
    expect(english).not.toMatch(/Because 8 CFR 287\.7\(a\)/)
    expect(await why('es')).toMatch(/Lo que ya se sabe .*8 CFR 287\.7\(a\): puede/)
    await clerk.get('/?lang=en')
  })

  it('says on its face that the place that was asked for is not encoded', async () => {
    const ask = 'update desk.agencies set place_asked = $1'
    const reference = await openSampleCase(desk, who, { answers })
    await desk.superuser.query(ask, ['Mendota, California'])
    const [page, spanish] = [
      plain((await clerk.get(`/cases/${reference}/answer`)).page),
      plain((await clerk.get(`/cases/${reference}/answer?lang=es`)).page),
    ]
    await desk.superuser.query(ask, [null])
    await clerk.get('/?lang=en')
    expect(page).toMatch(/Mendota, California is not encoded .*itself has adopted.*Do these now/)
    expect(spanish).toMatch(/Mendota, California .*Haga esto ahora/)
  })

  it('is read by who oversees, without a way that is closed to them', async () => {
    const reference = await openSampleCase(desk, who, { answers })
    const empty = await openSampleCase(desk, who, { form: 'spoken', acts: [] })
    const open = await openSampleCase(desk, who)
    for (const role of ['auditor', 'records-officer'] as const) {
      const reader = await desk.signedIn(await desk.addUser(role))
      for (const path of [
        `/cases/${reference}`,
        `/cases/${reference}/answer`,
        `/cases/${reference}/record`,
        `/cases/${empty}`,
        `/cases/${open}/answer`,
      ]) {
        const { page, status } = await reader.get(path)
        expect(status, path).toBe(200)
        expect(page, path).not.toMatch(/href="[^"]*\/(?:questions|express)/)
      }
      expect((await reader.get(`/cases/${empty}/answer`)).status).toBeLessThan(400)
    }
  })

  it('shows what was entered as it is, whatever it is', async () => {
    const reference = await openSampleCase(desk, who, { answers })
    await desk.superuser.query(
      `update desk.requests set form = $1 where case_id = (select id from desk.cases where reference = $2)`,
      ['<img src=x onerror=alert(1)>\u202E', reference],
    )
    for (const path of ['', '/answer', '/questions']) {
      const { page, status } = await clerk.get(`/cases/${reference}${path}`)
      expect(status, path).toBe(200)
      expect(page, path).not.toMatch(/<img|\u202E/)
    }
    expect((await clerk.get('/queue?show=all')).page).not.toMatch(/<img|\u202E/)
  })

  it('asks counsel first where the law says so, and waits for counsel', async () => {
    await desk.superuser.query(`update desk.agencies set place = 'us/il', kind = 'school'`)
    const told = { 'request.from': 'immigration-authority', 'warrant.form': 'i-200' }
    const reference = await openSampleCase(desk, who, {
      form: 'warrant-only',
      acts: ['admit-to-nonpublic-area'],
      answers: told,
    })
    let at = await clerk.get(`/cases/${reference}/questions`)
    for (let turn = 0; turn < 15; turn += 1) {
      const next = /href="(\/cases\/[^"]*\/questions\/[^"]+)">Go on/.exec(at.page)?.[1]
      if (next === undefined) break
      const version = /name="version" value="(\d+)"/.exec((await clerk.get(next)).page)?.[1] ?? ''
      await clerk.post(next, { version, answer: '?' })
      at = await clerk.get(`/cases/${reference}/questions`)
    }
    const { page } = await clerk.get(`/cases/${reference}/answer`)
    expect(page).toMatch(/<svg class="sign v-counsel"/)
    expect(plain(page)).toContain('ASK COUNSEL FIRST')
    expect(plain(page)).toContain('Until counsel has answered, neither do it nor refuse it.')
    // The act stands as it is called, without what is left of the sentence of the verdict.
    expect(page).not.toMatch(/<th scope="rowgroup"[^>]*>(?!Let immigration officers)/)
    expect(page).toContain('Counsel confirms it before it counts')
    const fields = {
      version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? '',
      seen: /name="seen" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '',
      'choice.admit-to-nonpublic-area': 'do-not',
      'reason.admit-to-nonpublic-area': 'counsel-advised',
    }
    expect((await clerk.post(`/cases/${reference}/decisions`, fields)).status).toBe(303)
    const { rows } = await desk.superuser.query('select needs_role from desk.decisions')
    expect(rows).toEqual([{ needs_role: 'counsel' }])
  })
})

describe('a time', () => {
  const now = Temporal.Instant.from('2026-11-24T19:30Z')
  for (const [due, said, spanish] of [
    ['2026-11-24T22:42Z', 'in 3 h 12 min', 'en 3 h 12 min'],
    ['2026-11-24T19:12Z', '18 min late', '18 min de retraso'],
    ['2026-11-24T19:30Z', 'in 0 min', 'en 0 min'],
    ['2026-11-30T19:30Z', 'in 6 days', 'en 6 días'],
    ['2026-11-21T19:29Z', '3 days late', '3 días de retraso'],
  ] as const) {
    it(`is said as ${said}`, () => {
      expect(timeLeft(Temporal.Instant.from(due), now, 'en')).toBe(said)
      expect(timeLeft(Temporal.Instant.from(due), now, 'es')).toBe(spanish)
    })
  }

  it('and a sentence begins with a capital, in any script', () => {
    expect(['ñandú', 'who decides', '', '¿quién', '𐐨'].map((text) => sentenceCase(text, 'es'))).toEqual([
      'Ñandú',
      'Who decides',
      '',
      '¿quién',
      '𐐀',
    ])
  })
})
