/** The encodings of an act as SQL that were tried and not kept. Each gives the bit of the verdict of each row. */
import type { CompiledAct } from '../../packages/engine/src/diagram/compile.ts'
import type { Rule } from '@brightline/language'
import { forAgencies } from '../../packages/engine/src/fact/condition.ts'
import { coverOf } from './cover.ts'
import { writeCells, writePredicate, type Writer } from '../../packages/engine/src/sql/predicate.ts'
import { childrenOf, nodesOf, type VerdictDiagram } from '../../packages/engine/src/sql/verdict-diagram.ts'

/** (ii) Boxes of all verdicts but the commonest, as an OR of ANDs. */
export function orOfAnds(writer: Writer, act: VerdictDiagram): string | null {
  const verdicts: { readonly verdict: number; readonly text: string; readonly count: number }[] = []
  for (const verdict of [1, 2, 4, 8, 16, 0]) {
    const cover = coverOf(
      act.store,
      act.store.map(act.diagram, (value) => (value === verdict ? 1 : 0)),
      620,
    )
    if (cover === null) return null
    const boxes = cover.map((box) => {
      const tests = [...box]
        .toSorted((a, b) => a[0] - b[0])
        .map(([level, cells]) => {
          const variable = act.variables[level]
          return variable === undefined
            ? 'TRUE'
            : writeCells(
                writer,
                variable,
                variable.cells.filter((_, cell) => (cells >>> cell) & 1),
              )
        })
      return `(${tests.join(' AND ') || 'TRUE'})`
    })
    if (cover.length > 0) verdicts.push({ verdict, text: boxes.join(' OR '), count: cover.length })
  }
  const sorted = verdicts.toSorted((a, b) => a.count - b.count)
  const cases = sorted.slice(0, -1).map(({ verdict, text }) => `WHEN ${text} THEN ${verdict}`)
  const last = sorted.at(-1)?.verdict ?? 0
  return cases.length === 0
    ? `SELECT ${last} AS possible FROM cases`
    : `SELECT CASE ${cases.join(' ')} ELSE ${last} END AS possible FROM cases`
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

/** The rules one after the other in one CASE, each with all that overrides it written out: how many would begin. */
export function naiveCase(writer: Writer, { rules }: CompiledAct): string {
  const applies = (rule: Rule): string => {
    const parts = [forAgencies(rule.agencies, writer), rule.condition].map((part) => writePredicate(writer, part))
    return parts.join(' AND ')
  }
  const live = (rule: Rule): string => {
    const over = rules
      .filter(({ overrides }) => overrides.includes(rule.id))
      .map((other) => ` AND NOT (${live(other)})`)
    return `(${applies(rule)}${over.join('')})`
  }
  // A rank above decides first: the order is that of the layers, which is not quite the law.
  const bit = { must: 1, 'must-not': 2, may: 4, 'need-not': 8, 'nobody-may-forbid': 8, 'not-forbidden': 8 } as const
  return `SELECT CASE ${rules.map((rule) => `WHEN ${live(rule)} THEN ${bit[rule.modal]}`).join(' ')} ELSE 8 END AS possible FROM cases`
}
