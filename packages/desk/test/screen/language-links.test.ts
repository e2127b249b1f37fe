/** The links to the other language on what answers a form: each leads to a page, also where the form's address has none. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fill, routesOf, visitorOf } from '../security/route-table.ts'
import { makeScene, type Scene } from '../security/scene.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'

let desk: TestDesk
let scene: Scene
beforeAll(async () => {
  desk = await startTestDesk()
  scene = await makeScene(desk)
}, 60_000)
afterAll(async () => await desk?.end())

it('lead to a page from every form that is refused', { timeout: 60_000 }, async () => {
  const nowhere: string[] = []
  const looked = new Set<string>()
  for (const role of ['clerk', 'supervisor', 'counsel', 'records-officer', 'administrator'] as const)
    for (const { method, url } of routesOf(desk)) {
      if (method !== 'POST' || url.startsWith('/api/')) continue
      // An administrator sees no page of a case.
      if (role === 'administrator' && url.startsWith('/cases/')) continue
      await desk.superuser.query('delete from desk.rate_limits')
      const visitor = await visitorOf(desk, role, scene.agency)
      const { status, page } = await visitor.post(fill(url, scene.placesOf({ url })), { version: '1', seen: '1' })
      // What is refused to a role, or is not there, is no page of a form.
      if (status === 403 || status === 404) continue
      const [, link] = /href="([^"]+)" lang="es" hreflang="es"/.exec(page) ?? []
      if (link === undefined) continue
      looked.add(url)
      const { status: found } = await visitor.get(link.replaceAll('&amp;', '&'))
      if (found === 404) nowhere.push(`${role}: ${url} to ${link}`)
    }
  expect(nowhere).toEqual([])
  expect([...looked]).toEqual(expect.arrayContaining(['/cases/:reference/decisions', '/account/password']))
})
