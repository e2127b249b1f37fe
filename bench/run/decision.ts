/**
 * How fast decisions are: bulk, single, next question, cold command, check of the law, sizes of diagrams.
 *
 *     node bench/decision.ts [--rows 1000000] [--runs 9] [--cold 10] [--json]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { decide, stackOf, type CompleteCase, type FactState, type Knowledge } from '@brightline/engine'
import { encode, generateAct, makeColumn, type Column, type GeneratedAct } from '@brightline/engine/bulk'
import { compiledFor } from '../../packages/engine/src/decide/decide.ts'
import { compileAct } from '../../packages/engine/src/diagram/compile.ts'
import { interpret } from '../../packages/engine/src/interpret/interpret.ts'
import { openQuestions } from '../../packages/engine/src/question/next.ts'
import type { Library } from '@brightline/language'
import { liveRules, rulesFor } from '../../packages/engine/src/interpret/interpret.ts'
import { everyLaw, randomCase, randomFrom, readLawFolder } from '../../packages/engine/test/whole-law.ts'
import { install } from '../installed.ts'
import { decideByHand, rulesByHand, type Columns } from '../california-by-hand.ts'
import { atLeast, below, median, percentile, printTable, report, time, timeEach, type Line } from '../measure.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '9' },
    cold: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
})
const root = join(import.meta.dirname, '../..')
const act = 'notify-release'
const agreementCases = 20_000

const library = await readLawFolder(join(root, 'law'))
const stack = stackOf(library, 'us/ca', '2026-11-01')
const compiled = compiledFor(stack, act)
const generated = generateAct(stack, act)
const random = randomFrom(1)
checkAgreement()
const lines = [...bulk(), ...single(), ...cold(), ...sizes(library)]
console.log(values.json ? JSON.stringify(lines, null, 2) : printTable(lines))

function sheriffCase(): CompleteCase {
  return new Map([...randomCase(compiled, random), ['agency', 'sheriff']])
}

/** Generated code and the function written by hand must say what the interpreter says before either is timed. */
function checkAgreement(): void {
  const ids = generated.rules.map(({ id }) => id)
  if (ids.join() !== rulesByHand.join())
    throw new Error(`the rules have changed; by hand: ${rulesByHand.join(', ')}; now: ${ids.join(', ')}`)
  // Of every agency here, so that the bounds of the agencies are checked too.
  const cases = Array.from({ length: agreementCases }, (_, index) =>
    index % 2 ? sheriffCase() : randomCase(compiled, random),
  )
  const columns = columnsOf(generated, cases)
  const byCode = runGenerated(columns, cases.length)
  const byHand = runByHand(columns, cases.length)
  for (const [row, facts] of cases.entries()) {
    const { state } = interpret(stack, act, facts)
    const live = new Set(
      stack.layers
        .flatMap(({ instruments }) => instruments)
        .flatMap((standing) => liveRules(rulesFor(standing, act, []), facts, stack.vocabulary))
        .map(({ id }) => id),
    )
    const bits = ids.reduce((sum, id, index) => sum | (live.has(id) ? 1 << index : 0), 0)
    for (const [name, { states, live: found }] of [
      ['generated code', byCode],
      ['the function by hand', byHand],
    ] as const) {
      if (states[row] === state && found[row] === bits) continue
      throw new Error(
        `${name} gives ${states[row]} with rules ${found[row]}, not ${state} with ${bits}, for ${JSON.stringify([...facts])}`,
      )
    }
  }
}

function bulk(): readonly Line[] {
  const rows = Number(values.rows)
  const columns = columnsOf(generated, Array.from({ length: rows }, sheriffCase))
  const code: number[] = []
  const hand: number[] = []
  const byCode = makeOutput(rows)
  const byHand = makeOutput(rows)
  for (let run = 0; run < Number(values.runs) + 2; run++) {
    // Each writes into memory of its own that is already in use; the first to write into new memory would also pay for
    // getting it from the system.
    const codeMs = time(() => generated.decideColumns(columns, rows, byCode.states, [byCode.live]))
    const handMs = time(() => decideByHand(typed(columns), rows, byHand.states, byHand.live))
    // The first two runs warm both.
    if (run < 2) continue
    code.push(codeMs)
    hand.push(handMs)
  }
  const perSecond = (ms: readonly number[]): number => rows / median(ms) / 1000
  return [
    atLeast(
      `bulk: generated code against code by hand, ${generated.rules.length} rules`,
      perSecond(code) / perSecond(hand),
      '',
      0.85,
    ),
    report('bulk: generated code with all rule ids', perSecond(code), 'M rows/s'),
    report('bulk: code by hand', perSecond(hand), 'M rows/s'),
  ]
}

function single(): readonly Line[] {
  const cases = Array.from({ length: 4096 }, sheriffCase)
  const records = cases.map((facts) => Object.fromEntries(facts))
  const complete = cases.map((facts) => known([...facts]))
  const partial = cases.map((facts) => known([...facts].filter(() => random() < 0.5)))
  let sink = 0
  const record = (index: number): void => {
    sink += generated.decideRecord(records[index % records.length] ?? {})
  }
  const decideFrom =
    (from: readonly Knowledge[]) =>
    (index: number): void => {
      sink += decide(stack, act, from[index % from.length] ?? new Map()).reasons.length
    }
  const ask = (index: number): void => {
    sink += openQuestions(compiled, partial[index % partial.length] ?? new Map()).length
  }
  timeEach(500, 100, record)
  timeEach(3000, 1, decideFrom(complete))
  timeEach(3000, 1, decideFrom(partial))
  timeEach(500, 1, ask)
  const records50 = timeEach(5000, 100, record)
  const reasons = timeEach(10_000, 1, decideFrom(complete))
  const unknown = timeEach(5000, 1, decideFrom(partial))
  const asked = timeEach(2000, 1, ask)
  if (sink === 0) throw new Error('nothing was decided')
  return [
    below('single: verdict of a record, p50', percentile(records50, 50), 'µs', 1),
    report('single: verdict of a record, p99', percentile(records50, 99), 'µs'),
    below('single: decision with reasons, complete case, p50', percentile(reasons, 50), 'µs', 100),
    report('single: decision with reasons, complete case, p99', percentile(reasons, 99), 'µs'),
    report('single: decision with reasons, half the facts unknown, p50', percentile(unknown, 50), 'µs'),
    report('single: decision with reasons, half the facts unknown, p99', percentile(unknown, 99), 'µs'),
    below('single: next question, p50', percentile(asked, 50), 'µs', 1000),
  ]
}

/** The command as it is installed. */
function cold(): readonly Line[] {
  if (values.cold === '0') return []
  const { run, forgetChecked } = install(root)
  const command = (...words: readonly string[]): number => time(() => run(...words))
  const decideWords = [
    'decide',
    'us/ca',
    act,
    '--agency',
    'sheriff',
    '--as-of',
    '2026-11-01',
    '--fact',
    'request.form=i-247a',
  ]
  // The first run compiles the modules, and the first check reads the law.
  command(...decideWords)
  command('check')
  const decides = Array.from({ length: Number(values.cold) }, () => command(...decideWords))
  const anew = Array.from({ length: 3 }, () => {
    forgetChecked()
    return command('check')
  })
  const again = Array.from({ length: 3 }, () => command('check'))
  return [
    below('command: brightline decide, cold process', median(decides), 'ms', 300),
    below('command: brightline check law, all of it', median(anew), 'ms', 5000),
    below('command: brightline check law, nothing changed', median(again), 'ms', 1000),
  ]
}

/** Every act of every place at every date of change; the same law once. */
function sizes(of: Library): readonly Line[] {
  const measured = everyLaw(of).laws.map(({ stack: at, act: on }) => {
    const start = performance.now()
    const { store } = compileAct(at, on)
    return { name: `${at.place} ${on} as of ${at.asOf}`, nodes: store.size, ms: performance.now() - start }
  })
  const byNodes = measured.toSorted((a, b) => b.nodes - a.nodes)
  return [
    report('diagrams: different laws on an act, over all places and dates', measured.length, ''),
    report('diagrams: nodes made, median', median(measured.map(({ nodes }) => nodes)), 'nodes'),
    report('diagrams: time to compile, median', median(measured.map(({ ms }) => ms)), 'ms'),
    report(
      'diagrams: time to compile, p99',
      percentile(
        measured.map(({ ms }) => ms),
        99,
      ),
      'ms',
    ),
    // The table shows the largest, JSON all.
    ...byNodes
      .slice(0, values.json ? undefined : 5)
      .flatMap(({ name, nodes, ms }) => [
        report(`diagram: ${name}`, nodes, 'nodes'),
        report(`compile: ${name}`, ms, 'ms'),
      ]),
  ]
}

function columnsOf(of: GeneratedAct, cases: readonly CompleteCase[]): readonly Column[] {
  return of.columns.map((type) => {
    const column = makeColumn(type, cases.length)
    for (const [row, facts] of cases.entries()) column[row] = encode(type, facts.get(type.fact)) ?? 0
    return column
  })
}

/** The columns as code by hand would have them, each of its own type. */
function typed(columns: readonly Column[]): Columns {
  const find = (fact: string): Column | undefined => columns[generated.columns.findIndex((type) => type.fact === fact)]
  return {
    bytes: (fact) => {
      const column = find(fact)
      if (column instanceof Uint8Array) return column
      throw new Error(`no column of names for ${fact}`)
    },
    numbers: (fact) => {
      const column = find(fact)
      if (column instanceof Int32Array) return column
      throw new Error(`no column of numbers for ${fact}`)
    },
  }
}

interface Output {
  readonly states: Uint8Array
  readonly live: Int32Array
}

function makeOutput(rows: number): Output {
  return { states: new Uint8Array(rows), live: new Int32Array(rows) }
}

function runGenerated(columns: readonly Column[], rows: number): Output {
  const out = makeOutput(rows)
  generated.decideColumns(columns, rows, out.states, [out.live])
  return out
}

function runByHand(columns: readonly Column[], rows: number): Output {
  const out = makeOutput(rows)
  decideByHand(typed(columns), rows, out.states, out.live)
  return out
}

function known(facts: readonly (readonly [string, string | number])[]): Knowledge {
  return new Map(facts.map(([name, value]) => [name, { kind: 'value', value } satisfies FactState]))
}
