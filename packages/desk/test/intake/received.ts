/** Steps that tests of what came in take again and again. */
import type { Answer, Visitor } from '../server/visitor.ts'

/** Begins a request of a way, and gives its path. */
export async function begin(visitor: Visitor, way: string): Promise<string> {
  const { page } = await visitor.get('/new')
  const answer = await visitor.post('/new', { way, opening: openingOf(page) })
  if (answer.status !== 303) throw new Error(`not begun: ${answer.status}`)
  return String(answer.headers['location']).replace(/\/arrival$/, '')
}

export function openingOf(page: string): string {
  return /name="opening" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

/** The version that a page shows. */
export function seenOf(page: string): string {
  return /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ''
}

export const goodArrival = {
  channel: 'fax',
  'received-day': '24',
  'received-month': '11',
  'received-year': '2025',
  clock: '14:30',
} as const

/** Says when it came, and what is asked where nothing else says so. */
export async function arrive(
  visitor: Visitor,
  path: string,
  fields: Readonly<Record<string, string>> = goodArrival,
): Promise<Answer> {
  const { page } = await visitor.get(`${path}/arrival`)
  const acts = page.includes('Only that is answered') ? { acts: firstAct(page) } : {}
  return await visitor.post(`${path}/arrival`, { ...acts, ...fields, seen: seenOf(page) })
}

/** The first act that a page offers. */
function firstAct(page: string): string {
  return /name="acts" value="([^"]+)"/.exec(page)?.[1] ?? ''
}
