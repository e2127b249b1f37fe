/** The changes of the texts of two versions, instrument by instrument. */
import type { LawChange } from '@brightline/engine/analysis'
import { joined } from '../phrase/list.ts'
import { changeWords, fieldWords, kindWords, type FieldSpeaker } from './field-words.ts'
import { fromTo, say } from './say.ts'

/** Things of one instrument, or of the tables, that differ. */
export interface LawGroup {
  readonly title: string
  readonly cite: string | null
  /** Begun, ended, added or removed: of each kind how many, and their citations or names. */
  readonly whole: readonly WholeChange[]
  readonly changed: readonly ChangedThing[]
}

/** Things of one kind that are on one side alone. */
interface WholeChange {
  readonly change: string
  readonly kind: string
  readonly names: readonly string[]
}

/** A thing that says something else, field by field. */
interface ChangedThing {
  readonly kind: string
  readonly name: string
  /** Said where the thing is in force on neither date. */
  readonly remark: string | null
  readonly fields: readonly { readonly name: string; readonly before: string; readonly after: string }[]
}

/** Groups what differs by instrument, in the order of the law; tables come last. */
export function lawGroups(law: readonly LawChange[], speaker: FieldSpeaker): readonly LawGroup[] {
  const { lang } = speaker
  const byInstrument = Map.groupBy(law, ({ instrument }) => instrument?.id ?? '')
  return [...byInstrument.values()].map((changes) => {
    const instrument = changes[0]?.instrument ?? null
    const whole = changes.filter(isWhole)
    const wholeByKind = Map.groupBy(whole, ({ change, kind, isDormant }) => `${change} ${kind} ${isDormant}`)
    return {
      title: instrument?.title ?? say('tables', lang),
      cite: instrument?.cite ?? null,
      whole: [...wholeByKind.values()].map((alike) => toWhole(alike, speaker)),
      changed: changes.filter((change) => !isWhole(change)).map((change) => toChanged(change, speaker)),
    }
  })
}

/** Tells whether a thing is on one side alone, or binds on one date alone and says the same. */
function isWhole({ change, fields }: LawChange): boolean {
  return change === 'added' || change === 'removed' || (change !== 'changed' && fields.length === 0)
}

function toWhole(alike: readonly LawChange[], speaker: FieldSpeaker): WholeChange {
  const { lang } = speaker
  const [first] = alike
  const said = first === undefined ? '' : say(`change-${first.change}`, lang)
  const remark = first?.isDormant === true ? `, ${say('dormant', lang)}` : ''
  return {
    change: `${said}${remark}`,
    kind: first === undefined ? '' : kindWords(first.kind, lang),
    names: alike.map((change) => wholeName(change, speaker)),
  }
}

function toChanged(change: LawChange, speaker: FieldSpeaker): ChangedThing {
  const { lang } = speaker
  const begun = change.change === 'changed' ? [] : [say(`change-${change.change}`, lang)]
  const remarks = [...begun, ...(change.isDormant ? [say('dormant', lang)] : [])]
  return {
    kind: kindWords(change.kind, lang),
    name: nameOf(change),
    remark: remarks.length === 0 ? null : joined(remarks, 'and', lang),
    fields: change.fields.map((field) => {
      const [before, after] = changeWords(field, speaker)
      return { name: fieldWords(field.field, lang), before, after }
    }),
  }
}

/** Calls what has no name that tells much by what it says. */
function wholeName(change: LawChange, speaker: FieldSpeaker): string {
  const telling = change.fields.find(({ field }) => field === (change.kind === 'source' ? 'title' : 'event'))
  if (telling === undefined) return nameOf(change)
  const [before, after] = changeWords(telling, speaker)
  return change.change === 'removed' ? before : after
}

/** Calls a thing by its citation, or by its own name where it has none. */
function nameOf({ kind, name, cite, instrument }: LawChange): string {
  if (kind === 'instrument') return instrument?.cite ?? name
  if (kind === 'offence' || kind === 'holiday' || kind === 'term') return name
  return cite ?? name
}

/** Says what differs as lines of text. Where `most` lines are not enough, the rest is counted. */
export function lawLines(law: readonly LawChange[], speaker: FieldSpeaker): readonly string[] {
  return lawGroups(law, speaker).flatMap(({ title, cite, whole, changed }) => [
    `  ${title}${cite === null ? '' : ` (${cite})`}`,
    ...whole.map(({ change, kind, names }) => `    ${kind}, ${change} (${names.length}): ${names.join('; ')}`),
    ...changed.flatMap(({ kind, name, remark, fields }) => [
      `    ${kind} ${name}${remark === null ? '' : ` (${remark})`}`,
      ...fields.flatMap((field) => fromTo(`      ${field.name}: `, field.before, field.after, speaker.lang)),
    ]),
  ])
}

/** Says how much differs in one line an instrument. */
export function lawCounts(law: readonly LawChange[], speaker: FieldSpeaker): readonly string[] {
  return lawGroups(law, speaker).map(({ title, cite, whole, changed }) => {
    const counts = [
      ...whole.map(({ change, kind, names }) => `${names.length} × ${kind} ${change}`),
      ...(changed.length === 0 ? [] : [`${changed.length} × ${say('change-changed', speaker.lang)}`]),
    ]
    return `  ${title}${cite === null ? '' : ` (${cite})`}: ${counts.join(', ')}`
  })
}
