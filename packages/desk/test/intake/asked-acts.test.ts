/** What a request asks for: it follows how the request came and the kind of agency, and somebody says it where nothing does. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askedActs, kindsWithoutCustody, type AskedActs } from '../../src/intake/asked-acts.ts'
import { findWay, ways } from '../../src/intake/way.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'
import { testLaw } from '../test-law.ts'
import { arrive, begin, goodArrival, seenOf } from './received.ts'

describe('what a request can ask for', () => {
  const asked = async (name: string, kind: string): Promise<AskedActs> => {
    const { stackOn } = await testLaw.of('us/ca')
    return askedActs(stackOn('2026-11-01'), findWay(name) ?? expect.fail(name), kind)
  }
  const cases = [
    {
      name: 'a call to a school asks it to let somebody in or to tell, and seldom to hold',
      way: 'call',
      kind: 'school',
      fitting: ['admit-to-nonpublic-area', 'disclose'],
    },
    {
      name: 'a call to a jail can ask for all of it',
      way: 'call',
      kind: 'jail',
      fitting: ['hold', 'notify-release', 'transfer', 'allow-interview', 'admit-to-nonpublic-area', 'disclose'],
    },
    { name: "a judge's search warrant opens doors", way: 'ao-93', kind: 'jail', fitting: ['admit-to-nonpublic-area'] },
    {
      name: 'a warrant of immigration authorities asks for no arrest on a warrant of a judge',
      way: 'i-200',
      kind: 'police',
      fitting: ['hold', 'transfer', 'arrest-on-civil-warrant', 'admit-to-nonpublic-area'],
    },
    {
      name: 'a detainer that came to a library asks what it asks',
      way: 'i-247a',
      kind: 'library',
      fitting: ['hold', 'notify-release', 'transfer'],
    },
  ]
  for (const { name, way, kind, fitting } of cases)
    it(name, async () => expect((await asked(way, kind)).fitting).toEqual(fitting))

  it('is said by somebody, where no paper says it', async () => {
    const said = await Promise.all(ways.map(async ({ name }) => [name, (await asked(name, 'jail')).mustSay] as const))
    const unsaid = said.flatMap(([name, mustSay]) => (mustSay ? [name] : []))
    expect(unsaid).toEqual([
      ...['i-200', 'i-205', 'i-203', 'ao-93', 'ao-442', 'state-warrant', 'court-order', 'i-213', 'other'],
      ...['call', 'officer'],
    ])
  })

  it('leaves nothing out that the form can ask', async () => {
    for (const { name } of ways) {
      const [school, jail] = await Promise.all([asked(name, 'school'), asked(name, 'jail')])
      const all = ({ fitting, others }: AskedActs): readonly string[] => [...fitting, ...others].toSorted()
      expect(all(school), name).toEqual(all(jail))
    }
  })

  it('names kinds of agency and acts that the vocabulary has', async () => {
    const { vocabulary } = (await testLaw.all()).library
    const names = [...vocabulary.agencies, ...vocabulary.acts].map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining([...kindsWithoutCustody, ...ways.flatMap(({ seldom }) => seldom)]))
  })
})

describe('the page of when it came', () => {
  let desk: TestDesk
  let clerk: Visitor
  beforeAll(async () => {
    desk = await startTestDesk()
    clerk = await desk.signedIn(await desk.addUser('clerk'))
  }, 60_000)
  afterAll(async () => await desk?.end())

  for (const way of ['call', 'officer', 'other', 'i-200'])
    it(`says what is missing where nothing of ${way} is ticked, and takes what is`, async () => {
      const path = await begin(clerk, way)
      const refused = await arrive(clerk, path, { ...goodArrival, acts: '' })
      expect(refused.status).toBe(422)
      expect(refused.page).toContain('Tick what it asks you to do. If that is not clear')
      expect((await arrive(clerk, path, { ...goodArrival, acts: 'hold' })).status).toBe(303)
      const questions = await clerk.get(`${path}/questions`)
      expect(questions.page).not.toContain('Let immigration officers into an area')
    })

  for (const [way, channel] of [
    ['call', 'telephone'],
    ['officer', 'in-person'],
  ] as const)
    it(`knows the channel of ${way}`, async () => {
      const { page } = await clerk.get(`${await begin(clerk, way)}/arrival`)
      expect(page).toMatch(new RegExp(`value="${channel}" checked`))
    })

  it('takes a detainer in which nothing is ticked: the form says what it asks', async () => {
    const path = await begin(clerk, 'i-247a')
    const { page } = await clerk.get(`${path}/arrival`)
    expect((await clerk.post(`${path}/arrival`, { ...goodArrival, seen: seenOf(page) })).status).toBe(303)
  })

  it('keeps what is seldom asked behind a line, which is open where it was ticked', async () => {
    const path = await begin(clerk, 'ao-93')
    const before = await clerk.get(`${path}/arrival`)
    expect(before.page).toMatch(/<details><summary>Something else is asked<\/summary>/)
    await arrive(clerk, path, { ...goodArrival, acts: 'hold' })
    expect((await clerk.get(`${path}/arrival`)).page).toMatch(/<details open><summary>Something else is asked/)
  })
})
