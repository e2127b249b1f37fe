/** Differences in the text of two versions of the law, thing by thing and field by field. */
import type { Duty, Instrument } from '@brightline/language'
import type { Stack } from '../stack/layer.ts'
import { dutyFields, lawFields, type Fields, type LawField } from './law-fields.ts'
import { thingsOf, type LawKind, type LawThing, type Standing } from './law-things.ts'
import { nothing, wordValue, type LawValue } from './law-value.ts'

/** One field that differs. `standing` is whether a provision is in force, contested or neither on its side's date. */
export interface FieldChange {
  readonly field: LawField
  readonly before: LawValue
  readonly after: LawValue
}

/** One thing of the law that one side has and the other lacks, or has otherwise. */
export interface LawChange {
  readonly kind: LawKind
  /**
   * `added` and `removed` are of the text; what `begins` or `ends` stands in both texts, and binds on one of the two
   * dates; what is `changed` says something else.
   */
  readonly change: 'added' | 'removed' | 'begins' | 'ends' | 'changed'
  readonly name: string
  readonly cite: string | null
  /** Null for a line of a table. */
  readonly instrument: Pick<Instrument, 'id' | 'title' | 'cite'> | null
  /** In force on neither date: no answer of either depends on it. */
  readonly isDormant: boolean
  /** The fields that it says otherwise; of what is added or removed, all fields. */
  readonly fields: readonly FieldChange[]
}

/**
 * Lists every difference between the texts of two sides, in the order of the law.
 *
 * @example
 * const before = stackOf(library, 'us/ca', '2017-12-31')
 * const after = stackOf(library, 'us/ca', '2018-01-01')
 * lawChanges(before, after).some(({ kind, change }) => kind === 'rule' && change === 'begins') // => true
 * lawChanges(after, after) // => []
 */
export function lawChanges(left: Stack, right: Stack): readonly LawChange[] {
  const [before, after] = [thingsOf(left), thingsOf(right)]
  const laterByKey = new Map(after.map((thing) => [keyOf(thing), thing]))
  const earlier = new Set(before.map(keyOf))
  return [
    ...before.flatMap((thing) => {
      const now = laterByKey.get(keyOf(thing))
      return now === undefined ? [alone('removed', thing)] : changeOf(thing, now)
    }),
    ...after.filter((thing) => !earlier.has(keyOf(thing))).map((thing) => alone('added', thing)),
  ]
}

function keyOf({ kind, key }: LawThing): string {
  return `${kind} ${key}`
}

/** Gives every field of a thing that one side lacks. */
function alone(change: 'added' | 'removed', thing: LawThing): LawChange {
  const fields = change === 'added' ? differing({}, thing.fields()) : differing(thing.fields(), {})
  return { ...named(thing), change, isDormant: thing.standing === 'dormant', fields }
}

function changeOf(before: LawThing, after: LawThing): readonly LawChange[] {
  const fields = [...fieldChanges(before, after), ...standingChange(before.standing, after.standing)]
  const change = begins(before.standing, after.standing) ?? (fields.length > 0 ? 'changed' : null)
  if (change === null) return []
  const isDormant = before.standing === 'dormant' && after.standing === 'dormant'
  return [{ ...named(after), change, isDormant, fields }]
}

function named({ kind, name, cite, instrument }: LawThing): Pick<LawChange, 'kind' | 'name' | 'cite' | 'instrument'> {
  if (instrument === null) return { kind, name, cite, instrument }
  const { id, title, cite: whole } = instrument
  return { kind, name, cite, instrument: { id, title, cite: whole } }
}

/** The fields of what a duty orders, apart from where it arises. */
const ordered = ['trigger', 'action', 'recipient', 'due', 'languages', 'ifMissed'] as const

/** Lists what a duty orders otherwise. */
export function orderChanges(before: Duty, after: Duty): readonly FieldChange[] {
  const isOrdered = ({ field }: FieldChange): boolean => ordered.some((name) => name === field)
  return differing(dutyFields(before), dutyFields(after)).filter(isOrdered)
}

/** Lists the fields that differ; an instrument that both sides share needs no look. */
function fieldChanges(before: LawThing, after: LawThing): readonly FieldChange[] {
  if (before.instrument === after.instrument && before.instrument !== null) return []
  return differing(before.fields(), after.fields())
}

function differing(was: Partial<Fields<LawField>>, is: Partial<Fields<LawField>>): readonly FieldChange[] {
  return lawFields.flatMap((field) => {
    const change = { field, before: was[field] ?? nothing, after: is[field] ?? nothing }
    return isEqual(change.before, change.after) ? [] : [change]
  })
}

function isEqual(one: LawValue, other: LawValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function begins(before: Standing, after: Standing): 'begins' | 'ends' | null {
  if (before === after || (before !== 'dormant' && after !== 'dormant')) return null
  return before === 'dormant' ? 'begins' : 'ends'
}

/** Gives the change of force where only one side is contested; beginning and ending are said already. */
function standingChange(before: Standing, after: Standing): readonly FieldChange[] {
  if (before === after || begins(before, after) !== null) return []
  return [{ field: 'standing', before: wordValue(before), after: wordValue(after) }]
}
