/** The encodings of an act as SQL that were tried beside the ones that were kept. Each gives one number a row. */
import { forAgencies } from '../../packages/engine/src/fact/condition.ts'
import { rulesFor } from '../../packages/engine/src/interpret/interpret.ts'
import { combine, asState, instrumentState, rankState, stateBit, modalBit } from '../../packages/engine/src/stack/verdict.ts'
import { leafValue, type Diagram } from '../../packages/engine/src/diagram/store.ts'
import { coverOf } from '../../packages/engine/src/sql/cover.ts'
import { keptSubquery, quoteName } from '../../packages/engine/src/sql/dialect.ts'
import { writeCells, writePredicate, type Writer } from '../../packages/engine/src/sql/predicate.ts'
import { childrenOf, nodesOf, type VerdictDiagram } from '../../packages/engine/src/sql/verdict-diagram.ts'
import type { Stack } from '../../packages/engine/src/stack/stack.ts'
import type { Rule } from '@brightline/language'

/** The cells of a node that lead to each child. */
function groupsOf(act: VerdictDiagram, node: Diagram): readonly (readonly [Diagram, readonly number[]])[] {
  const groups = new Map<Diagram, number[]>()
  for (const [cell, child] of childrenOf(act.store, node).entries()) groups.set(child, [...(groups.get(child) ?? []), cell])
  return [...groups]
}

function cellsTest(writer: Writer, act: VerdictDiagram, node: Diagram, cells: readonly number[]): string {
  const variable = act.variables[act.store.level(node)]
  if (variable === undefined) throw new Error('no variable')
  return writeCells(writer, variable, cells.flatMap((cell) => variable.cells[cell] ?? []))
}

/** A CASE at a node whose branches are written by `branch`; the largest group of cells is the ELSE. */
function caseAt(writer: Writer, act: VerdictDiagram, node: Diagram, branch: (child: Diagram) => string): string {
  const groups = groupsOf(act, node).toSorted((a, b) => a[1].length - b[1].length)
  const last = groups.at(-1)
  const cases = groups.slice(0, -1).map(([child, cells]) => `WHEN ${cellsTest(writer, act, node, cells)} THEN ${branch(child)}`)
  return `CASE ${cases.join(' ')} ELSE ${last === undefined ? 0 : branch(last[0])} END`
}

/** (i-a) The diagram as one nested CASE; shared nodes are written out again. Null past a million characters. */
export function nestedCase(writer: Writer, act: VerdictDiagram): string | null {
  let length = 0
  const write = (node: Diagram): string => {
    if (node < 0) return `${leafValue(node)}`
    if (length > 1e6) return ''
    const text = caseAt(writer, act, node, write)
    length += 40
    return text
  }
  const text = write(act.diagram)
  return length > 1e6 || text.length > 3e6 ? null : `SELECT ${text} AS possible FROM cases`
}

/** (i-b) Every node is a column, computed once from the columns of its children, level by level. */
export function nodeColumns(writer: Writer, act: VerdictDiagram): string {
  const name = (node: Diagram): string => (node < 0 ? `${leafValue(node)}` : `n${node}`)
  const byLevel = new Map<number, Diagram[]>()
  for (const node of nodesOf(act.store, act.diagram)) {
    const level = act.store.level(node)
    byLevel.set(level, [...(byLevel.get(level) ?? []), node])
  }
  const facts = act.facts.map((fact) => quoteName(writer.dialect, fact))
  const levels = [...byLevel].toSorted((a, b) => b[0] - a[0])
  const needed = (rest: readonly (readonly [number, readonly Diagram[]])[], made: readonly Diagram[]): readonly Diagram[] => {
    const used = new Set(rest.flatMap(([, nodes]) => nodes.flatMap((node) => childrenOf(act.store, node))))
    return made.filter((node) => used.has(node) || node === act.diagram)
  }
  let made: readonly Diagram[] = []
  const from = levels.reduce((query, [, nodes], at) => {
    const columns = nodes.map((node) => `${caseAt(writer, act, node, name)} AS ${name(node)}`)
    const text = `SELECT ${[...facts, ...made.map(name), ...columns].join(', ')} FROM ${query}`
    made = needed(levels.slice(at + 1), [...made, ...nodes])
    return `${keptSubquery(writer.dialect, text)} q${at}`
  }, 'cases')
  return `SELECT ${name(act.diagram)} AS possible FROM ${from}`
}

/** (ii) Boxes of all verdicts but the commonest, as an OR of ANDs. */
export function orOfAnds(writer: Writer, act: VerdictDiagram): string | null {
  const verdicts: { readonly verdict: number; readonly text: string; readonly count: number }[] = []
  for (const verdict of [1, 2, 4, 8, 16, 0]) {
    const cover = coverOf(act.store, act.store.map(act.diagram, (value) => (value === verdict ? 1 : 0)), 3000)
    if (cover === null) return null
    const boxes = cover.map((box) => {
      const tests = [...box].toSorted((a, b) => a[0] - b[0]).map(([level, cells]) => {
        const variable = act.variables[level]
        return variable === undefined ? 'TRUE' : writeCells(writer, variable, variable.cells.filter((_, cell) => (cells >>> cell) & 1))
      })
      return `(${tests.join(' AND ') || 'TRUE'})`
    })
    if (cover.length > 0) verdicts.push({ verdict, text: boxes.join(' OR '), count: cover.length })
  }
  const sorted = verdicts.toSorted((a, b) => a.count - b.count)
  const cases = sorted.slice(0, -1).map(({ verdict, text }) => `WHEN ${text} THEN ${verdict}`)
  const last = sorted.at(-1)?.verdict ?? 0
  return cases.length === 0 ? `SELECT ${last} AS possible FROM cases` : `SELECT CASE ${cases.join(' ')} ELSE ${last} END AS possible FROM cases`
}

/** (iii) A table of nodes, joined once a level. */
export function levelJoins(writer: Writer, act: VerdictDiagram): string {
  const { store } = act
  const nodes = nodesOf(store, act.diagram)
  const levels = [...new Set(nodes.map((node) => store.level(node)))].sort((a, b) => a - b)
  const edges = nodes.flatMap((node) => childrenOf(store, node).map((child, cell) => `(${node}, ${cell}, ${child})`))
  const cellOf = (level: number): string => {
    const variable = act.variables[level]
    if (variable === undefined) return '0'
    const cases = variable.cells.map((cell, index) => `WHEN ${writeCells(writer, variable, [cell])} THEN ${index}`)
    return `CASE ${cases.join(' ')} END`
  }
  const bounds = (level: number): string => {
    const own = nodes.filter((node) => store.level(node) === level)
    return `node IN (${own.join(', ')})`
  }
  const joins = levels.reduce<{ readonly from: string; readonly at: string }>(
    ({ from, at }, level) => ({
      from: `${from} LEFT JOIN (SELECT * FROM edges WHERE ${bounds(level)}) e${level} ON e${level}.node = ${at} AND e${level}.cell = ${cellOf(level)}`,
      at: `coalesce(e${level}.child, ${at})`,
    }),
    { from: 'cases', at: `${act.diagram}` },
  )
  return `WITH edges(node, cell, child) AS (VALUES ${edges.join(', ') || '(0, 0, 0)'}) SELECT -1 - (${joins.at}) AS possible FROM ${joins.from}`
}

/** (iv) A column a rule, then arithmetic of layers. Gives the bit of the verdict for complete rows. */
export function ruleColumns(writer: Writer, stack: Stack, act: string, facts: readonly string[]): string {
  const standings = stack.layers.flatMap(({ instruments }) => instruments.map((standing) => rulesFor(standing, act, [])))
  const rules = standings.flat()
  const index = new Map(rules.map(({ id }, at) => [id, at]))
  const columns = facts.map((fact) => quoteName(writer.dialect, fact))
  const applies = rules.map((rule, at) => {
    const parts = [forAgencies(rule.agencies), rule.condition].map((part) => writePredicate(writer, part))
    return `(${parts.filter((part) => part !== 'TRUE').join(' AND ') || 'TRUE'}) AS a${at}`
  })
  let from = `${keptSubquery(writer.dialect, `SELECT ${[...columns, ...applies].join(', ')} FROM cases`)} q`
  let open = rules
  const done: Rule[] = []
  for (let step = 0; open.length > 0; step++) {
    const ready = open.filter((rule) => rules.every((other) => !other.overrides.includes(rule.id) || done.includes(other)))
    const live = ready.map((rule) => {
      const at = index.get(rule.id)
      const over = rules.filter((other) => other.overrides.includes(rule.id)).map((other) => ` AND NOT l${index.get(other.id)}`)
      return `(a${at}${over.join('')}) AS l${at}`
    })
    from = `${keptSubquery(writer.dialect, `SELECT *, ${live.join(', ')} FROM ${from}`)} q${step}`
    done.push(...ready)
    open = open.filter((rule) => !ready.includes(rule))
  }
  const lookup = (key: string, size: number, of: (at: number) => number): string =>
    `CASE ${key} ${Array.from({ length: size }, (_, at) => `WHEN ${at} THEN ${of(at)}`).join(' ')} END`
  let above = '0'
  let number = 0
  for (const layer of stack.layers) {
    const bits = layer.instruments.map((standing) => rulesFor(standing, act, [])).filter((own) => own.length > 0).map((own) => {
      const byBit = Map.groupBy(own, (rule) => modalBit(rule.modal, rule.reach))
      const parts = [...byBit].map(([bit, some]) => `CASE WHEN ${some.map((rule) => `l${index.get(rule.id)}`).join(' OR ')} THEN ${bit} ELSE 0 END`)
      return `(${lookup(`(${parts.join(' + ')})`, 16, (at) => stateBit(instrumentState(at)))})`
    })
    if (bits.length === 0) continue
    number++
    from = `${keptSubquery(writer.dialect, `SELECT *, ${lookup(`(${bits.join(' | ')})`, 32, rankState)} AS r${number} FROM ${from}`)} p${number}`
    const pair = lookup(`(${above} * 8 + r${number})`, 48, (at) => ((at & 7) < 6 ? combine(asState(at >> 3), asState(at & 7)) : 0))
    from = `${keptSubquery(writer.dialect, `SELECT *, ${pair} AS s${number} FROM ${from}`)} o${number}`
    above = `s${number}`
  }
  return `SELECT CASE ${above} WHEN 0 THEN 8 WHEN 1 THEN 1 WHEN 2 THEN 2 WHEN 3 THEN 4 WHEN 4 THEN 4 ELSE 16 END AS possible FROM ${from}`
}
