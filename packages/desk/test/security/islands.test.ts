/** No page is an island: whatever somebody may open, some page of that role leads to. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../../src/people/role.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { fill, routesOf, visitorOf } from './route-table.ts'
import { makeScene, type Scene } from './scene.ts'

let desk: TestDesk
let scene: Scene
beforeAll(async () => {
  desk = await startTestDesk()
  scene = await makeScene(desk)
}, 120_000)
afterAll(async () => await desk?.end())

/** Pages that nobody is led to from within: whoever has no session, the machine, and an address that is given by hand. */
const fromOutside = new Set(['/healthz', '/readyz', '/api/openapi.json', '/sign-in', '/demonstration-places'])

/** Walks every link from home on, one address of each route, and gives the routes that were found. */
async function routesLinked(role: Role): Promise<ReadonlySet<string>> {
  const visitor = await visitorOf(desk, role, scene.agency)
  const patterns = routesOf(desk)
    .filter(({ method }) => method === 'GET')
    .map(({ url }) => ({ url, pattern: new RegExp(`^${url.replace(/:\w+/g, '[^/]+').replace('*', '.+')}$`) }))
    // A route without places counts before one with them.
    .toSorted((one, other) => one.url.split(':').length - other.url.split(':').length)
  const found = new Set<string>(['/'])
  const left = ['/']
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    await desk.superuser.query('delete from desk.rate_limits')
    const { page } = await visitor.get(path)
    for (const [, address = ''] of page.matchAll(/href="(\/[^"#]*)"/g)) {
      const plain = address.replaceAll('&amp;', '&')
      const route = patterns.find(({ pattern }) => pattern.test(plain.split('?')[0] ?? ''))
      if (route === undefined || found.has(route.url)) continue
      found.add(route.url)
      left.push(plain)
    }
  }
  return found
}

/** Pages of a request that another page of it leads to only where the request is as they need it. */
const whereItFits = /\/(?:arrival|closing|convictions|evidence|result|paper|express|way)$/

describe('a page', () => {
  for (const role of roles)
    it(`that a ${role} may open is linked from one that is`, async () => {
      const linked = await routesLinked(role)
      const visitor = await visitorOf(desk, role, scene.agency)
      const islands: string[] = []
      for (const { method, url } of routesOf(desk)) {
        const isOfRequest = url.startsWith('/cases/:reference') && !whereItFits.test(url)
        const places = isOfRequest ? scene.placesOf({ url }) : {}
        const isGiven = /[:*]/.test(isOfRequest ? url.replace(':reference', '') : url)
        if (method !== 'GET' || isGiven || fromOutside.has(url) || linked.has(url)) continue
        await desk.superuser.query('delete from desk.rate_limits')
        const { status, headers } = await visitor.get(fill(url, places))
        if (status === 200 && String(headers['content-type']).startsWith('text/html')) islands.push(url)
      }
      expect(islands).toEqual([])
    }, 120_000)
})
