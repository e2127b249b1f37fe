/** One real case with all that hangs on it, and another agency beside it. */
import { arrive, begin } from '../intake/received.ts'
import { makeCase } from '../notice/sample-case.ts'
import type { TestDesk } from '../server/test-desk.ts'
import { madePdf } from '../upload/made-pdf.ts'
import { sendFile } from '../upload/send-file.ts'
import { addAgency, visitorOf, type Route } from './route-table.ts'

export interface Scene {
  readonly agency: string
  readonly other: string
  readonly begun: string
  /** What stands in the places of an address of a route. */
  readonly placesOf: (route: Pick<Route, 'url'>, isBegun?: boolean) => Readonly<Record<string, string>>
}

export async function makeScene(desk: TestDesk): Promise<Scene> {
  const name = await desk.addUser('clerk', 'supervisor', 'counsel', 'records-officer', 'auditor')
  const made = await makeCase(desk, name)
  const { agency } = made.clerk
  const clerk = await visitorOf(desk, 'clerk', agency)
  const begun = await begin(clerk, 'ao-93')
  await arrive(clerk, begun)
  await clerk.get(`${begun}/papers`)
  await sendFile(clerk, begun, { bytes: madePdf({ lines: ['Form I-247A'] }), fields: { kind: 'i-247a' } })
  await clerk.post(`/cases/${made.reference}/notices/new/request-copy`, { recipient: 'person', language: 'es' })
  const counsel = await visitorOf(desk, 'counsel', agency)
  await counsel.post('/calendar/addresses')
  const idOf = async (table: string, where = 'true'): Promise<string> => {
    const { rows } = await desk.superuser.query(`select id from desk.${table} where ${where} limit 1`)
    return String(rows[0]?.id ?? '00000000-0000-4000-8000-000000000000')
  }
  const ids: readonly (readonly [RegExp, string])[] = [
    [/decisions|receipts/, await idOf('decisions')],
    [/notices/, await idOf('notices')],
    [/duties/, await idOf('duties')],
    [/reports/, await idOf('reports')],
    [/addresses/, await idOf('calendar_feeds')],
    [/translations/, await idOf('translations')],
  ]
  const files: readonly (readonly [RegExp, string])[] = [
    [/translations/, 'vi.csv'],
    [/paper-fonts/, 'NotoSans-Regular.ttf'],
  ]
  const paper = await idOf('papers')
  const user = await idOf('users', `sign_in_name = '${name}'`)
  const placesOf: Scene['placesOf'] = ({ url }, isBegun = false) => ({
    reference: isBegun || url.includes(':paper') ? String(begun.split('/').at(-1)) : made.reference,
    id: ids.find(([pattern]) => pattern.test(url))?.[1] ?? '',
    ...{ user, action: 'roles-add', paper, address: 'warrant.form', kind: 'request-copy', token: 'A'.repeat(43) },
    file: files.find(([pattern]) => pattern.test(url))?.[1] ?? 'data.json',
    '*': 'us/ex/springfield/2026-11-28/what-if',
  })
  return { agency, other: await addAgency(desk, 'OT'), begun, placesOf }
}

/** Counts the rows of every table, but for those that say that somebody tried. */
export async function countRows({ superuser }: TestDesk): Promise<string> {
  const { rows } = await superuser.query<{ name: string }>(`select tablename as name from pg_tables
    where schemaname = 'desk'
      and tablename not in ('rate_limits', 'sessions', 'sign_in_attempts', 'vault_openings', 'digest_keys')`)
  const each = rows
    .map(({ name }) => `select '${name}' as name, count(*)::text as n from desk.${name}`)
    .join(' union all ')
  const { rows: counts } = await superuser.query(
    `select string_agg(name || ' ' || n, ', ' order by name) as all from (${each}) as t`,
  )
  return String(counts[0]?.all)
}
