/** Finds for each route of the server an address that shows something, and who may see it. */
import { fill, visitorOf, type Caller } from '../security/route-table.ts'
import { makeScene } from '../security/scene.ts'
import type { TestDesk } from '../server/test-desk.ts'
import type { Visitor } from '../server/visitor.ts'

export interface Screens {
  readonly agency: string
  readonly find: (url: string) => Promise<{ readonly path: string; readonly caller: Caller } | null>
  /** Routes that answer with something that is no page: a file, a check, data. */
  readonly noPages: ReadonlySet<string>
}

/** Who looks, in order: whoever works with it, before whoever looks over it. */
const lookers: readonly Caller[] = [
  'clerk',
  'supervisor',
  'counsel',
  'records-officer',
  'auditor',
  'administrator',
  'stranger',
]
/** Pages of a request that is not decided yet. */
const ofBegun = /\/(?:arrival|way|person|papers|evidence|convictions|questions$|express)/
const seenEvidence = { court: 'yes', signed: 'yes', judge: 'yes', 'names-person': 'yes' }

export async function makeScreens(desk: TestDesk): Promise<Screens> {
  const scene = await makeScene(desk)
  const visitors = new Map<Caller, Visitor>()
  for (const looker of lookers) visitors.set(looker, await visitorOf(desk, looker, scene.agency))
  const clerk = visitors.get('clerk')
  if (clerk === undefined) throw new Error('there is no clerk')
  const { page } = await clerk.get(`${scene.begun}/evidence`)
  const seen = /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await clerk.post(`${scene.begun}/evidence`, { ...seenEvidence, seen })
  const [user] = (await desk.superuser.query(`select id from desk.users limit 1`)).rows
  // A question that is open is asked of a decided case too.
  const { reference = '' } = scene.placesOf({ url: '/cases' })
  // Two papers of one kind, for one person, in one language.
  for (const language of ['es', 'en'])
    await clerk.post(`/cases/${reference}/notices/new/request-copy`, { recipient: 'person', language })
  const answer = (await clerk.get(`/cases/${reference}/answer`)).page
  const [, address = ''] = /\/questions\/([^"?#]+)"/.exec(answer) ?? []
  const files = ['/calendar/:file', '/paper-fonts/:file', '/receipts/:id/proof', '/translations/:file']
  // A picture is open for one minute, which is over when a long walk comes to it.
  const noPages = new Set([...files, '/cases/:reference/papers/:paper/picture'])
  const find: Screens['find'] = async (url) => {
    const places = {
      ...scene.placesOf({ url }, ofBegun.test(url)),
      user: String(user?.id),
      address,
    }
    const path = fill(url, places)
    for (const [caller, visitor] of visitors) {
      await desk.superuser.query('delete from desk.rate_limits')
      const { status, headers } = await visitor.get(path)
      if (status === 200 && String(headers['content-type']).startsWith('text/html')) return { path, caller }
      if (status === 200) noPages.add(url)
    }
    return null
  }
  return { agency: scene.agency, find, noPages }
}
