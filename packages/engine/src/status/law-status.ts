/** How far the law of a place is encoded: what was read, what is mapped, what is left. */
import {
  addDays,
  isWithin,
  labelIsUnder,
  type Instrument,
  type Library,
  type Mark,
  type Place,
} from '@brightline/language'

/** Counts of rules by how far their text was read. */
export type MarkCounts = Readonly<Record<Mark['kind'], number>>

/** The subdivisions that the outlines of some instruments list. */
interface OutlineCounts {
  /** The subdivisions that have no others under them. */
  readonly subdivisions: number
  /** Those that say something about an act, or define something. */
  readonly encoded: number
  /** Those that bear on an act and are not encoded. */
  readonly notEncoded: number
  /** Those that decide no act. */
  readonly noAct: number
}

/** The state of the law of one place itself, without the places above it. */
export interface LawStatus {
  readonly place: Place
  readonly instruments: number
  readonly inForce: number
  readonly outline: OutlineCounts
  /** The subdivisions that bear on the acts which every place answers: how many, and how many of them are not encoded. */
  readonly bearing: { readonly subdivisions: number; readonly notEncoded: number }
  /** Provisions that are not encoded and bear on an act, outlines or none. */
  readonly notEncoded: number
  readonly rules: MarkCounts
  readonly duties: number
  /** The next day on which its law changes, an ISO date, or null. */
  readonly next: string | null
}

/** Counts the law of a place on a day. `acts` are those that every place answers. */
export function lawStatus(library: Library, place: Place, asOf: string, acts: readonly string[]): LawStatus {
  const instruments = library.instruments.filter((one) => one.place === place.id)
  const leaves = instruments.flatMap(leavesOf)
  const bearing = leaves.filter((leaf) => leaf.acts.some((act) => acts.includes(act)))
  const count = (kind: Leaf['kind']): number => leaves.filter((leaf) => leaf.kind === kind).length
  return {
    place,
    instruments: instruments.length,
    inForce: instruments.filter((one) => isInForce(one, asOf)).length,
    outline: {
      subdivisions: leaves.length,
      encoded: count('encoded'),
      notEncoded: count('not-encoded'),
      noAct: count('no-act'),
    },
    bearing: {
      subdivisions: bearing.length,
      notEncoded: bearing.filter(({ kind }) => kind === 'not-encoded').length,
    },
    notEncoded: instruments.flatMap((one) => one.notEncoded).filter((one) => one.acts.length > 0).length,
    rules: countMarks(instruments),
    duties: instruments.flatMap((one) => one.duties).length,
    next: nextChange(instruments, asOf),
  }
}

/** A subdivision that has no others under it. */
interface Leaf {
  readonly kind: 'encoded' | 'not-encoded' | 'no-act'
  /** The acts that it bears on. */
  readonly acts: readonly string[]
}

function leavesOf(instrument: Instrument): readonly Leaf[] {
  return instrument.sections.flatMap(({ number, outline }) =>
    outline
      .filter((label) => !outline.some((other) => other !== label && labelIsUnder(other, label)))
      .map((label) => leafOf(instrument, number, label)),
  )
}

function leafOf({ rules, duties, notEncoded }: Instrument, section: string, label: string): Leaf {
  const isHere = (one: { readonly section: string; readonly label: string }): boolean =>
    one.section === section && labelIsUnder(one.label, label)
  const missing = notEncoded.filter(isHere)
  const acts = [
    ...rules.filter(isHere).flatMap((rule) => rule.acts),
    ...duties.filter(isHere).flatMap(({ trigger, about }) => ('acts' in trigger ? trigger.acts : about)),
    ...missing.flatMap((one) => one.acts),
  ]
  const isEncoded = [...rules, ...duties].some(isHere)
  if (missing.some((one) => one.acts.length > 0) && !isEncoded) return { kind: 'not-encoded', acts }
  if (missing.length > 0 && !isEncoded) return { kind: 'no-act', acts }
  // A term, a group or a doubt rule defines something.
  return { kind: 'encoded', acts }
}

function isInForce({ rules, duties, doubts, notEncoded }: Instrument, asOf: string): boolean {
  return [...rules, ...duties, ...doubts, ...notEncoded].some(({ inForce }) => isWithin(inForce, asOf))
}

function countMarks(instruments: readonly Instrument[]): MarkCounts {
  const marks = instruments.flatMap(({ rules }) => rules.map(({ mark }) => mark.kind))
  const count = (kind: Mark['kind']): number => marks.filter((one) => one === kind).length
  return {
    read: count('read'),
    inferred: count('inferred'),
    reported: count('reported'),
    unverified: count('unverified'),
  }
}

/** Finds the first day after a date on which a provision begins, ends or falls due once. */
function nextChange(instruments: readonly Instrument[], asOf: string): string | null {
  const days = instruments
    .flatMap(({ rules, duties, doubts, notEncoded }) => [...rules, ...duties, ...doubts, ...notEncoded])
    .flatMap(({ inForce, contested }) => [...inForce, ...contested])
    .flatMap(({ from, through }) => [from, through === null ? null : addDays(through, 1)])
  const dated = instruments.flatMap(({ duties }) =>
    duties.flatMap(({ trigger }) => (trigger.kind === 'by-date' ? [trigger.date] : [])),
  )
  const later = [...days, ...dated].filter((day) => day !== null && day > asOf)
  return later.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null)
}
