/** The same rows put to every evaluator: interpreter, diagram, generated code, and SQL on real databases. */
import { compileAct, type CompiledAct } from '../../src/diagram/compile.ts'
import { encode, makeColumn } from '../../src/bulk/columns.ts'
import { generateAct } from '../../src/bulk/generate.ts'
import { verdictsFor } from '../../src/decide/decide.ts'
import { agencyFact, type FactValue } from '../../src/fact/condition.ts'
import { cellIndex, sampleOf, type Cell } from '../../src/fact/space.ts'
import { leafValue, type Diagram } from '../../src/diagram/store.ts'
import { reachable } from '../../src/diagram/walk.ts'
import { possibleCells } from '../../src/fact/knowledge.ts'
import { interpret, liveRules, rulesFor } from '../../src/interpret/interpret.ts'
import { sqlOf, type ActSql } from '../../src/sql/act-sql.ts'
import { betweenRules } from '../../src/sql/rule-columns.ts'
import { writeValue } from '../../src/sql/predicate.ts'
import type { Stack } from '../../src/stack/layer.ts'
import { answeredOf } from '../../src/stack/answered.ts'
import { verdictOf } from '../../src/stack/verdict.ts'
import type { Database } from './databases.ts'

/** What is known of one case: facts without a value are unknown. */
export type Row = ReadonlyMap<string, FactValue>

/** The answer for one row; `rules` is null where a fact is unknown. */
export interface Answer {
  readonly verdict: string
  /** Whether something that is not encoded could change it. */
  readonly notEncoded: boolean
  readonly rules: readonly string[] | null
}

/** Random rows over the facts that the act reads: most complete, some with unknown facts. */
export function randomRows(compiled: CompiledAct, count: number, random: () => number): readonly Row[] {
  const { columns } = sqlOf(compiled, 'duckdb')
  const read = columns.flatMap(({ fact }) => compiled.space.variables.filter(({ name }) => name === fact))
  return Array.from({ length: count }, () => {
    const share = random() < 0.6 ? 0 : random() * 0.6
    return new Map(
      read.flatMap(({ name, cells }) =>
        random() < share ? [] : [[name, valueIn(cells[Math.floor(random() * cells.length)], random)] as const],
      ),
    )
  })
}

/**
 * The rows of one kind of agency for evaluators of the law on all kinds. A row that says all that the law on this one reads
 * lacks nothing, whatever law on others reads.
 */
export function rowsOfAgency(
  compiled: CompiledAct,
  { stack, act }: { readonly stack: Stack; readonly act: string },
  rows: readonly Row[],
  agency: string,
): readonly Row[] {
  const { columns } = sqlOf(compiled, 'duckdb')
  const ofOthers = compileAct(stack, act)
    .space.variables.filter(({ name }) => name !== 'agency' && columns.every(({ fact }) => fact !== name))
    .flatMap(({ name, cells }) => cells.slice(0, 1).map((cell) => [name, sampleOf(cell)] as const))
  return rows.map(
    (row) => new Map([...(isPartial(compiled, columns, row) ? [] : ofOthers), ...row, ['agency', agency]]),
  )
}

/** What interpreter, diagram and generated code say, after they were found to agree. */
export function expectedAnswers(stack: Stack, act: string, rows: readonly Row[]): readonly Answer[] {
  const compiled = compileAct(stack, act)
  const generated = generateAct(stack, act)
  const states = new Uint8Array(rows.length)
  const live = Array.from({ length: Math.ceil(generated.rules.length / 32) }, () => new Int32Array(rows.length))
  const columns = generated.columns.map((type) => {
    const column = makeColumn(type, rows.length)
    for (const [index, row] of rows.entries()) column[index] = encode(type, row.get(type.fact)) ?? -1
    return column
  })
  const anyValues = compiled.space.variables.flatMap(({ name, cells }) =>
    cells.slice(0, 1).map((cell) => [name, sampleOf(cell)] as const),
  )
  generated.decideColumns(columns, rows.length, states, live)
  return rows.map((row, index) => {
    const knowledge = new Map([...row].map(([fact, value]) => [fact, { kind: 'value', value } as const]))
    const possible = verdictsFor(compiled, knowledge)
    const [only = 'impossible', ...others] = possible
    if (isPartial(compiled, generated.columns, row)) {
      for (const verdict of possible) {
        const completed = completionOf(compiled, row, verdict)
        if (
          completed === null ||
          verdictOf(interpret(stack, act, new Map([...anyValues, ...completed])).state, compiled.needsPower) !== verdict
        )
          throw new Error(`the diagram holds ${verdict} possible, the interpreter does not give it`)
      }
      const found = reachable(compiled.store, compiled.diagram, possibleCells(compiled.space, knowledge))
      const notEncoded = [...found].some((value) => isOpenLeaf(compiled, value))
      return { verdict: others.length > 0 ? 'needs-facts' : only, notEncoded, rules: null }
    }
    // The interpreter also reads what duties turn on, which no verdict depends on.
    const facts = new Map([...anyValues, ...row])
    const { state } = interpret(stack, act, facts)
    const { verdict, silence } = answeredOf(state, compiled.needsPower)
    if (states[index] !== state) throw new Error(`generated code says ${states[index]}, the interpreter ${state}`)
    if (only !== 'impossible' && only !== verdict)
      throw new Error(`the diagram says ${only}, the interpreter ${verdict}`)
    const rules = liveIds(stack, act, facts)
    const bits = generated.rules
      .filter((_, rule) => ((live[rule >> 5]?.[index] ?? 0) >>> (rule & 31)) & 1)
      .map(({ id }) => id)
    if (bits.join() !== rules.join())
      throw new Error(`generated code has ${bits.join()} live, the interpreter ${rules.join()}`)
    return { verdict, notEncoded: silence.includes('not-encoded'), rules }
  })
}

/** Whether a row lacks a fact; what nobody volunteered counts as no. */
function isPartial({ stack }: CompiledAct, columns: readonly { readonly fact: string }[], row: Row): boolean {
  const volunteered = stack.vocabulary.facts.filter(({ isVolunteered }) => isVolunteered).map(({ name }) => name)
  return columns.some(({ fact }) => !row.has(fact) && !volunteered.includes(fact))
}

function isOpenLeaf({ leaves, needsPower }: CompiledAct, value: number): boolean {
  const leaf = leaves[value]
  return leaf?.kind === 'answer' && answeredOf(leaf.state, needsPower).silence.includes('not-encoded')
}

/** What the SQL says on a database; the table is made and dropped. */
export async function sqlAnswers(
  database: Database,
  compiled: CompiledAct,
  rows: readonly Row[],
): Promise<readonly Answer[]> {
  const sql = sqlOf(compiled, database.dialect)
  const table = ['cases']
  await database.run(sql.createTable(table, ['row id']))
  try {
    await insert(database, sql, rows)
    const verdicts = new Map(
      (await database.run(sql.verdictQuery(table, ['row id']))).map(([id, verdict, open]) => [id, { verdict, open }]),
    )
    const rules = new Map((await database.run(sql.ruleQuery(table, ['row id']))).map(([id, ids]) => [id, ids ?? '']))
    return rows.map((row, index) => ({
      verdict: verdicts.get(`${index}`)?.verdict ?? 'missing',
      notEncoded: isTrue(verdicts.get(`${index}`)?.open),
      rules: isPartial(compiled, sql.columns, row)
        ? null
        : (rules.get(`${index}`) ?? 'missing').split(betweenRules).filter((id) => id !== ''),
    }))
  } finally {
    await database.run('DROP TABLE cases')
  }
}

/** A case that agrees with a row and that the diagram gives a verdict, over the facts that the diagram looked at. */
function completionOf(compiled: CompiledAct, row: Row, verdict: string): Map<string, FactValue> | null {
  const { store, space, leaves } = compiled
  const failed = new Set<Diagram>()
  const walk = (node: Diagram): Map<string, FactValue> | null => {
    if (failed.has(node)) return null
    const leaf = node < 0 ? leaves[leafValue(node)] : undefined
    if (leaf?.kind === 'answer' && verdictOf(leaf.state, compiled.needsPower) === verdict) return new Map(row)
    const variable = node < 0 ? undefined : space.variables[store.level(node)]
    for (const [index, cell] of variable?.cells.entries() ?? []) {
      const value = row.get(variable?.name ?? '') ?? sampleOf(cell)
      if (variable === undefined || cellIndex(variable, value) !== index) continue
      const found = walk(store.child(node, index))
      if (found !== null) return found.set(variable.name, value)
    }
    failed.add(node)
    return null
  }
  return walk(compiled.diagram)
}

/** How a database writes true; anything but true or false is a fault. */
function isTrue(text: string | null | undefined): boolean {
  if (text !== 'true' && text !== 'false') throw new Error(`neither true nor false: ${text}`)
  return text === 'true'
}

async function insert(database: Database, sql: ActSql, rows: readonly Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) {
    const values = rows.slice(start, start + 500).map((row, index) => {
      const facts = sql.columns.map(({ fact, type }) => writeValue(database.dialect, type, row.get(fact)))
      return `(${[`'${start + index}'`, ...facts].join(', ')})`
    })
    await database.run(`INSERT INTO cases VALUES ${values.join(', ')}`)
  }
}

function liveIds(stack: Stack, act: string, row: Row): readonly string[] {
  return stack.layers
    .flatMap(({ instruments }) => instruments)
    .flatMap((standing) => liveRules(rulesFor(standing, act, []), row, stack.vocabulary))
    .map(({ id }) => id)
}

function valueIn(cell: Cell | undefined, random: () => number): FactValue {
  if (cell === undefined) return agencyFact
  if (cell.kind !== 'range') return sampleOf(cell)
  return random() < 0.5 ? cell.from : cell.to
}
