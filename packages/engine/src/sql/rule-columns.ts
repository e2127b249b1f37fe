/**
 * The rules as columns, those that override first, as straight-line SQL that grows with the rules and not with the
 * diagram. Written from the rules alone, so that it checks the diagrams.
 */
import type { NotEncoded, Rule } from '@brightline/language'
import { forAgencies } from '../fact/condition.ts'
import { notEncodedOn, rulesFor } from '../interpret/interpret.ts'
import { keptSubquery, quoteText, refuseBeyond, refuseDeeper } from './dialect.ts'
import { writePredicate, type Writer } from './predicate.ts'
import type { Stack } from '../stack/layer.ts'
import type { Source } from './node-masks.ts'

/** Between two rule ids in the text that lists them. */
export const betweenRules = '; '

/** PostgreSQL takes at most a hundred arguments. */
const mostArguments = 64

/** Lists the rules of an act in the order of their columns. */
export function rulesOn(stack: Stack, act: string): readonly Rule[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap((standing) => rulesFor(standing, act, [])))
}

/** Lists what is not encoded of an act in the order of its columns. */
export function unreadOn(stack: Stack, act: string): readonly NotEncoded[] {
  return stack.layers.flatMap(({ instruments }) => instruments.flatMap((standing) => notEncodedOn(standing, act)))
}

/**
 * Writes a query that adds `rules`, the ids of the live rules in one text, to the columns that are kept: NULL where
 * `valid`, a test of the row, is not true.
 *
 * Where facts are unknown it lists rules that are live whatever they turn out to be, and may leave some of those out.
 */
export function liveRuleQuery(writer: Writer, rules: readonly Rule[], source: Source, valid: string): string {
  refuseBeyond(source.columns.length + 2 * rules.length)
  const from = withLive(
    writer,
    { rules, counted: rules, prefix: 'bl_l' },
    withApplies(writer, { rules, unread: [] }, source),
  )
  const ids = rules.map(({ id }, index) => `CASE WHEN bl_l${index} THEN ${quoteText(writer.dialect, id)} END`)
  return `SELECT ${[...source.kept, `CASE WHEN ${valid} THEN ${joined(writer, ids)} END AS rules`].join(', ')} FROM ${from}`
}

/** The provisions of an act. */
interface Bearing {
  readonly rules: readonly Rule[]
  readonly unread: readonly NotEncoded[]
}

/** Adds the column `bl_a<index>` for each rule, which says whether it applies, and `bl_n<index>` for what is not encoded. */
export function withApplies(writer: Writer, { rules, unread }: Bearing, source: Source): string {
  const applying = (name: string, { agencies, condition }: Rule | NotEncoded): string => {
    const parts = [forAgencies(agencies, writer), condition].map((part) => writePredicate(writer, part))
    return `(${parts.filter((part) => part !== 'TRUE').join(' AND ') || 'TRUE'}) AS ${name}`
  }
  const columns = [
    ...source.columns,
    ...rules.map((rule, index) => applying(`bl_a${index}`, rule)),
    ...unread.map((one, index) => applying(`bl_n${index}`, one)),
  ]
  return `${keptSubquery(writer.dialect, `SELECT ${columns.join(', ') || '1 AS bl_none'} FROM ${source.from}`)} bl_applies`
}

/** The rules that count in one reading of the law, as columns. */
export interface LiveColumns {
  /** All rules; they give the numbers. */
  readonly rules: readonly Rule[]
  readonly counted: readonly Rule[]
  /** The name of a column without the number of its rule. */
  readonly prefix: string
}

/** Writes rows with a column for each rule that counts: whether it is live. */
export function withLive(writer: Writer, { rules, counted, prefix }: LiveColumns, from: string): string {
  const indexById = new Map(rules.map(({ id }, index) => [id, index]))
  const steps = inOrder(counted)
  refuseDeeper(writer.dialect, steps.length)
  return steps.reduce((rows, ready, step) => {
    const live = ready.map((rule) => {
      const over = counted.filter(({ overrides }) => overrides.includes(rule.id))
      const defeats = over.map(({ id }) => ` AND NOT ${prefix}${indexById.get(id) ?? 0}`).join('')
      const index = indexById.get(rule.id) ?? 0
      return `(bl_a${index}${defeats}) AS ${prefix}${index}`
    })
    return `${keptSubquery(writer.dialect, `SELECT *, ${live.join(', ')} FROM ${rows}`)} ${prefix}rows${step}`
  }, from)
}

/** Puts rules in steps, each after every rule that overrides it. `check` refuses circles. */
export function inOrder(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const steps: (readonly Rule[])[] = []
  let open = rules
  while (open.length > 0) {
    const waiting = open
    const ready = waiting.filter((rule) => !waiting.some((other) => other.overrides.includes(rule.id)))
    if (ready.length === 0) throw new Error('rules override each other in a circle')
    steps.push(ready)
    open = waiting.filter((rule) => !ready.includes(rule))
  }
  return steps
}

function joined(writer: Writer, texts: readonly string[]): string {
  if (texts.length === 0) return "''"
  if (texts.length <= mostArguments) return `concat_ws(${quoteText(writer.dialect, betweenRules)}, ${texts.join(', ')})`
  const parts = Array.from({ length: Math.ceil(texts.length / mostArguments) }, (_, part) =>
    joined(writer, texts.slice(part * mostArguments, (part + 1) * mostArguments)),
  )
  return joined(
    writer,
    parts.map((part) => `nullif(${part}, '')`),
  )
}
