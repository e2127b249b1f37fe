/**
 * Kills the server of a desk and its database with signal 9 under load, again and again, and checks what was promised.
 *
 *     node --conditions=brightline-source packages/desk/soak/crash.ts [CYCLES]     200 without a number
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { databaseOn, transaction } from '../src/database/transaction.ts'
import { readCase } from '../src/case/read-case.ts'
import { seenOf } from '../src/decision/seen.ts'
import { stopServer } from '../src/embedded/server.ts'
import { placeOf } from '../src/embedded/place.ts'
import { serverAccount } from '../src/embedded/account.ts'
import { decideNow, interviewOf } from '../src/question/case-interview.ts'
import { logSchema } from '../src/record/line.ts'
import { openSampleCase } from '../test/case/sample-case.ts'
import { postForm } from '../test/load/http.ts'
import { makeWorkplace, type Worker, type Workplace } from '../test/load/workplace.ts'
import { testLaw } from '../test/test-law.ts'
import { checkLog, checkRecord, proveAll, soakActs, waitForPublished } from './check-record.ts'
import { endDesk, killDesk, lookInside, startSoakDesk, type Inside, type SoakDesk } from './soak-desk.ts'

/** What a soak did. */
export interface SoakSummary {
  readonly cycles: number
  readonly serverKills: number
  readonly databaseKills: number
  readonly acknowledged: number
  readonly decided: number
  readonly proved: number
  readonly entries: number
}

/** What dies in a cycle, in turn. The server alone leaves its database behind, which the next one adopts. */
const deaths = ['server', 'both', 'database'] as const

const clients = 6
const eachCycle = 48
const longestFirstAnswer = 10_000
const answers = { 'warrant.form': 'none', 'release.public': 'no', 'person.in-custody': 'yes' }

interface Soak {
  readonly folder: string
  readonly inside: Inside
  readonly place: Workplace
  readonly schema: string
  readonly seen: string
  readonly acknowledged: string[]
}

/** Runs the cycles in a folder of its own; throws at the first broken promise. */
export async function soakCrashes(
  cycles: number,
  tell: (cycle: number) => void = () => undefined,
): Promise<SoakSummary> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'))
  // The database runs as a user of its own where this runs as root.
  chmodSync(folder, 0o755)
  try {
    let desk = await startSoakDesk(folder)
    const soak = await begin(folder, desk)
    const kills = { server: 0, database: 0 }
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const death = deaths[cycle % deaths.length] ?? 'both'
      await loadAndKill(soak, desk, death)
      kills.server += 1
      kills.database += death === 'server' ? 0 : 1
      desk = await startSoakDesk(folder)
      await checkRecord(soak.inside, soak.schema, soak.acknowledged)
      tell(cycle + 1)
    }
    const summary = await finish(soak)
    await endDesk(desk)
    return { ...summary, cycles, serverKills: kills.server, databaseKills: kills.database }
  } finally {
    await stopServer(await placeOf(folder, { account: serverAccount() })).catch(() => undefined)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function begin(folder: string, { address }: SoakDesk): Promise<Soak> {
  const inside = await lookInside(folder)
  const place = await makeWorkplace(inside.superuser, 3)
  const [clerk] = place.clerks
  if (clerk === undefined) throw new Error('nobody works there')
  const reference = await openOne(inside, clerk)
  const database = databaseOn(inside.application)
  const record = await transaction(database, clerk.who, async (work) => await readCase(work, reference))
  const seen = seenOf(decideNow(await interviewOf(testLaw, record)))
  // The first one shows which duties follow, and makes the log.
  const { status } = await postForm(address, `/cases/${reference}/decisions`, clerk, { version: '1', seen })
  if (status !== 303) throw new Error(`the first decision was answered with ${status}`)
  return { folder, inside, place, seen, schema: logSchema(place.agency), acknowledged: [reference] }
}

async function openOne({ superuser, application }: Inside, { who }: Worker): Promise<string> {
  return await openSampleCase({ superuser, database: databaseOn(application) }, who, { answers, acts: soakActs })
}

/** Decides from several clients, and kills at a random moment. Every answer that arrived is remembered. */
async function loadAndKill(soak: Soak, desk: SoakDesk, death: (typeof deaths)[number]): Promise<void> {
  const left: { readonly reference: string; readonly by: Worker }[] = []
  for (let at = 0; at < eachCycle; at += 1) {
    const by = soak.place.clerks[at % soak.place.clerks.length]
    if (by !== undefined) left.push({ reference: await openOne(soak.inside, by), by })
  }
  let isOver = false
  const queue = left.values()
  const client = async (): Promise<void> => {
    for (const { reference, by } of queue) {
      if (isOver) return
      const fields = { version: '1', seen: soak.seen }
      const answer = await postForm(desk.address, `/cases/${reference}/decisions`, by, fields).catch(() => null)
      if (answer?.status === 303) soak.acknowledged.push(reference)
      else if (answer !== null && answer.status < 500)
        throw new Error(`${reference} was answered with ${answer.status}`)
    }
  }
  const before = soak.acknowledged.length
  const load = Promise.all(Array.from({ length: clients }, client))
  // A server that has just started is slow: the load is there with its first answer.
  const patience = performance.now() + longestFirstAnswer
  while (soak.acknowledged.length === before && performance.now() < patience) await wait(10)
  await wait(Math.random() * 800)
  if (death !== 'server') await soak.inside.killDatabase()
  // Without its database a server answers that it cannot go on, and does not end.
  if (death === 'database') await wait(Math.random() * 300)
  if (desk.child.process.exitCode !== null) throw new Error(`the server ended by itself: ${desk.child.said()}`)
  isOver = true
  await killDesk(desk)
  await load
}

/** Proves everything at the end: each entry from its row, and the log as a whole. */
async function finish({
  inside,
  place,
  schema,
  acknowledged,
}: Soak): Promise<Pick<SoakSummary, 'acknowledged' | 'decided' | 'proved' | 'entries'>> {
  await waitForPublished(inside.superuser, schema, 60_000)
  const { rows } = await inside.superuser.query<{ reference: string; is_decided: boolean }>(
    `select c.reference, exists (select from desk.decisions as d where d.case_id = c.id) as is_decided from desk.cases as c`,
  )
  const proved = await proveAll(
    inside,
    place.supervisor.who,
    rows.map(({ reference }) => reference),
  )
  const entries = await checkLog(inside, schema)
  await inside.end()
  const decided = rows.filter((row) => row.is_decided).length
  return { acknowledged: acknowledged.length, decided, proved, entries }
}

if (import.meta.main) {
  const cycles = Number(process.argv[2] ?? 200)
  const begun = performance.now()
  const seconds = (): number => Math.round((performance.now() - begun) / 1000)
  const summary = await soakCrashes(cycles, (cycle) => {
    if (cycle % 10 === 0) console.error(`${cycle} cycles, ${seconds()} s`)
  })
  const { serverKills, databaseKills, acknowledged, decided, proved, entries } = summary
  console.log(`${cycles} cycles in ${seconds()} s: server killed ${serverKills} times, database ${databaseKills} times`)
  console.log(`${acknowledged} forms acknowledged, each with both decisions on record, in the log, once; none lost`)
  console.log(`${decided} forms decided in all; duties complete, serials of each desk without a gap`)
  console.log(`${proved} rows proved by inclusion, fsck of ${entries} entries: nothing found`)
  console.log(
    `load average ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
  )
}
