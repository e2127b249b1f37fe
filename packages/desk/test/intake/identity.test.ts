/** Who it is about: sealed, never lost by an empty field, and nowhere else. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replaceHidden } from '@brightline/language'
import { mergeIdentity, tidyLine, valuesOf, type PersonField } from '../../src/intake/person.ts'
import { destroyDay } from '../../src/intake/retention.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Answer, Visitor } from '../server/visitor.ts'
import { arrive, begin, seenOf } from './received.ts'

describe('a line of an identity', () => {
  it('loses what no screen shows, and nothing else, once', () => {
    expect(tidyLine(' Ada\u202E\u2066 Example\u200F\u0000 ')).toBe('Ada Example')
    expect(tidyLine('👩 עדה دانا Ñandú Łukasz 阿达')).toBe('👩 עדה دانا Ñandú Łukasz 阿达')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const tidy = tidyLine(text)
        expect(replaceHidden(tidy, () => '#')).toBe(tidy)
        expect(tidyLine(tidy)).toBe(tidy)
      }),
      { numRuns: 150 },
    )
  })

  it('is never overwritten by an empty field, and saving what is there changes nothing', () => {
    const line = fc.constantFrom('Ada Example', '', 'B. Sample')
    const typed = fc.record({
      name: line,
      'booking-number': line,
      attorney: line,
      designee: line,
      language: fc.constantFrom('', 'es'),
    })
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const values = (of: typeof first): ReadonlyMap<PersonField, string> =>
          new Map(Object.entries(of) as [PersonField, string][])
        const before = mergeIdentity({}, { values: values(first), cleared: [] })
        const after = mergeIdentity(before, { values: values(second), cleared: [] })
        for (const [field, value] of valuesOf(after)) expect(value).toBe(second[field] || first[field])
        expect(mergeIdentity(before, { values: valuesOf(before), cleared: [] })).toEqual(before)
      }),
    )
  })
})

describe('the day of destruction', () => {
  it('is counted by the clock of the agency', () => {
    const evening = Temporal.Instant.from('2026-12-01T02:35Z')
    expect(destroyDay(evening, 'America/Chicago').toString()).toBe('2031-11-30')
    expect(destroyDay(evening, 'UTC').toString()).toBe('2031-12-01')
  })
})

describe('the page of the person', () => {
  let desk: TestDesk
  let clerk: Visitor
  beforeAll(async () => {
    desk = await startTestDesk()
    clerk = await desk.signedIn(await desk.addUser('clerk'))
  }, 60_000)
  afterAll(async () => await desk?.end())

  const save = async (path: string, fields: Readonly<Record<string, string>>): Promise<Answer> => {
    const { page } = await clerk.get(`${path}/person`)
    return await clerk.post(`${path}/person`, { ...fields, seen: seenOf(page) })
  }
  const reasons = async (): Promise<readonly string[]> => {
    const { rows } = await desk.superuser.query<{ reason: string }>(
      'select reason from desk.vault_openings order by id',
    )
    return rows.map(({ reason }) => reason)
  }

  it('can be skipped', async () => {
    const path = await begin(clerk, 'i-247a')
    expect(await save(path, {})).toMatchObject({ status: 303 })
    expect(await reasons()).toEqual([])
    expect((await clerk.get(`${path}/person`)).page).not.toMatch(/Open it, to look/)
  })

  it('seals what is typed, opens it for a reason on record, and corrects it', async () => {
    const path = await begin(clerk, 'i-247a')
    const name = '👩‍👧 עדה \u202EExample'
    const saved = await save(path, { name, attorney: 'B. Sample, 1 Main St', language: 'ar' })
    expect(saved).toMatchObject({ status: 303 })
    const closed = await clerk.get(`${path}/person`)
    expect(`${closed.page}${String(saved.headers['location'])}`).not.toMatch(/עדה|Sample/)
    await save(path, { attorney: '', 'booking-number': 'B-17' })
    await clerk.get(`${path}/person`)
    const opened = await clerk.post(`${path}/person/open`)
    expect(opened.page).toContain('value="👩👧 עדה Example"')
    expect(opened.page).toContain('value="B. Sample, 1 Main St"')
    expect(opened.page).toContain('value="B-17"')
    expect(opened.page).toMatch(/<option value="ar" lang="ar" selected>/)
    expect(opened.page.slice(0, opened.page.indexOf('</title>'))).not.toMatch(/עדה/)
    expect(await reasons()).toEqual(['enter-identity', 'correct-identity', 'correct-identity'])
    const cleared = await clerk.post(`${path}/person`, { clear: 'attorney', seen: seenOf(opened.page) })
    expect(cleared).toMatchObject({ status: 303 })
    await clerk.get(`${path}/person`)
    expect((await clerk.post(`${path}/person/open`)).page).not.toContain('B. Sample')
  })

  it('refuses what is too long or in no list, and shows it again', async () => {
    const path = await begin(clerk, 'i-247a')
    const answer = await save(path, { name: 'x'.repeat(201), language: 'klingon' })
    expect(answer).toMatchObject({ status: 422 })
    expect(answer.page).toMatch(/at most 200 characters/)
    expect(answer.page).toContain('x'.repeat(201))
    expect(await save(path, { name: 'x'.repeat(1001) })).toMatchObject({ status: 400 })
  })

  it('says so where it was destroyed', async () => {
    const path = await begin(clerk, 'i-247a')
    await arrive(clerk, path)
    await save(path, { name: 'Ada Example' })
    await desk.superuser.query(
      `update desk.vault set sealed = null, wrapped_key = null, master_key_id = null, destroyed_at = now()`,
    )
    const answer = await save(path, { name: 'Ada Example' })
    expect(answer.page).toMatch(/It was destroyed on its day/)
    const { page } = await clerk.get(`${path}/person`)
    expect(page).toMatch(/It was destroyed on its day/)
    expect(page).not.toMatch(/Open it, to look/)
    expect((await clerk.post(`${path}/person/open`)).page).toMatch(/It was destroyed on its day/)
  })
})
