/** The law of a place on a date as data in words: what `show --json` prints and what the text is made from. */
import { placesAbove, withoutVersion, type NoVersion, type Stack, type Standing } from '@brightline/engine'
import {
  isWithin,
  textIn,
  type Condition,
  type Doubt,
  type Duty,
  type Instrument,
  type NotEncoded,
  type Provision,
  type Rule,
  type Term,
} from '@brightline/language'
import { authoritiesAbout, shownAuthorities, type ShownAuthority } from './authorities.ts'
import { conditionLines, termsIn, type ConditionLine } from './condition.ts'
import { lawSpeech } from './speech.ts'
import {
  agencyWords,
  doubtWords,
  dutyWords,
  groupWords,
  namedWords,
  notEncodedWords,
  ruleWords,
  type Speaker,
} from './provision.ts'

/** A rule, duty or doubt rule. */
export interface ShownProvision {
  readonly id: string
  readonly kind: 'rule' | 'duty' | 'doubt' | 'not-encoded'
  readonly label: string
  readonly cite: string
  /** True where the provision is part of what the citation names. */
  readonly isPart: boolean
  readonly says: string
  readonly condition: readonly ConditionLine[]
  readonly overrides: readonly string[]
  readonly mark: Provision['mark']['kind']
  readonly source: string | null
  readonly isContested: boolean
  /** The suits that are pending against it. */
  readonly challenged: readonly string[]
  readonly note: string | null
}

/** The words that lead into a section, or into the subdivisions under a label. */
export interface ShownLeadIn {
  readonly label: string | null
  readonly condition: readonly ConditionLine[]
}

/** A section with what is in force in it. */
interface ShownSection {
  readonly number: string
  readonly title: string
  readonly cite: string
  readonly outline: readonly string[]
  readonly leadIns: readonly ShownLeadIn[]
  readonly provisions: readonly ShownProvision[]
}

/** An instrument with what is in force in it. */
export interface ShownInstrument {
  readonly id: string
  readonly title: string
  readonly cite: string
  readonly rank: Instrument['rank']
  readonly place: string
  readonly reach: Instrument['reach']
  readonly binds: readonly string[] | null
  readonly bindsWords: string
  readonly events: Instrument['events']
  readonly sources: Instrument['sources']
  readonly terms: readonly {
    readonly name: string
    readonly cite: string | null
    readonly condition: readonly ConditionLine[]
  }[]
  readonly groups: readonly { readonly name: string; readonly cite: string | null; readonly says: string }[]
  readonly sections: readonly ShownSection[]
}

/** The law of a place on a date. */
export interface LawDocument {
  readonly version: 2
  readonly place: string
  readonly title: string
  readonly asOf: string
  readonly lang: string
  readonly policyHash: string
  readonly instruments: readonly ShownInstrument[]
  /** What courts and attorneys general said of it; it decides nothing. */
  readonly authorities: readonly ShownAuthority[]
  readonly inForce: number
  readonly notInForce: number
  /** The instruments that have no version on the date, the earliest first. */
  readonly noVersion: readonly NoVersion[]
}

/** A section number or an instrument id. */
export type Narrowing = { readonly kind: 'section' | 'instrument'; readonly name: string } | null

/** The instruments that ever bind the place, in force on the date or not. */
export function instrumentsOf({ library, place }: Stack): readonly Instrument[] {
  const places = placesAbove(place)
  return library.instruments.filter((instrument) => places.includes(instrument.place))
}

/** The number of a section as its text has it. */
export function sectionNumber(section: string): string {
  return section.replace(/^section /, '')
}

/** What is in force, in words, from the top. */
export function toLawDocument(stack: Stack, lang: string, narrowing: Narrowing): LawDocument {
  const speaker = speakerFor(stack, lang)
  const isWanted = (provision: Provision): boolean =>
    narrowing === null ||
    (narrowing.kind === 'section' ? sectionNumber(provision.section) : provision.instrument) === narrowing.name
  const all = instrumentsOf(stack).flatMap(({ rules, duties, doubts, notEncoded }): readonly Provision[] => [
    ...rules,
    ...duties,
    ...doubts,
    ...notEncoded,
  ])
  const standing = stack.layers.flatMap(({ instruments }) => instruments)
  const instruments = standing
    .map((one) => toInstrument(one, isWanted, speaker))
    .filter(({ sections }) => sections.length > 0)
  const inForce = instruments.reduce(
    (sum, { sections }) => sections.reduce((some, { provisions }) => some + provisions.length, sum),
    0,
  )
  return {
    version: 2,
    place: stack.place,
    title: textIn(stack.library.places.find(({ id }) => id === stack.place)?.title ?? { en: stack.place }, lang),
    asOf: stack.asOf,
    lang,
    policyHash: stack.policyHash,
    instruments,
    authorities: authoritiesOf(stack, lang, narrowing),
    inForce,
    notInForce: all.filter(isWanted).length - inForce,
    noVersion: withoutVersion(stack.library, stack.place, stack.asOf, { isAsked: isWanted, firstOf: 'asked' }),
  }
}

/** Picks the authorities on what is shown: all of the place, or those that bear on an instrument or a section. */
function authoritiesOf(stack: Stack, lang: string, narrowing: Narrowing): readonly ShownAuthority[] {
  const all = shownAuthorities(stack.library, stack, lang)
  if (narrowing === null) return all
  const { kind, name } = narrowing
  if (kind === 'instrument') return authoritiesAbout(all, name, null)
  const about = new Set(instrumentsOf(stack).flatMap(({ id }) => authoritiesAbout(all, id, name)))
  return all.filter((one) => about.has(one))
}

function speakerFor(stack: Stack, lang: string): Speaker {
  const provisions = new Map(instrumentsOf(stack).flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)))
  const nameOf = (id: string, section: string): string => {
    const rule = provisions.get(id)
    if (rule === undefined) return id
    return rule.section === section && rule.label !== '' ? rule.label : rule.cite
  }
  return { stack, lang, nameOf }
}

function toInstrument(
  standing: Standing,
  isWanted: (provision: Provision) => boolean,
  speaker: Speaker,
): ShownInstrument {
  const { instrument } = standing
  const { id, title, cite, rank, place, reach, binds, events, sources } = instrument
  const shown = [...standing.rules, ...standing.duties, ...standing.doubts, ...standing.notEncoded].filter(isWanted)
  const numbers = new Set(shown.map(({ section }) => section))
  const leadIns = instrument.sections.filter(({ number }) => numbers.has(number)).flatMap((one) => one.leadIns)
  const read = [...shown, ...leadIns]
  const used = new Set(read.flatMap((one) => [...termsIn(one.condition), ...('term' in one ? [one.term] : [])]))
  return {
    ...{ id, title, cite, rank, place, reach, binds, events, sources },
    bindsWords:
      instrument.bindsNamed === null
        ? agencyWords(binds, speaker)
        : lawSpeech(speaker.lang)('agencies', { agencies: namedWords(instrument.bindsNamed, id, speaker) }),
    terms: instrument.terms.filter(({ name }) => used.has(name)).map((term) => toTerm(term, speaker)),
    groups: instrument.groups.map((group) => ({
      name: group.name,
      cite: group.cite,
      says: groupWords(group, speaker),
    })),
    sections: toSections(standing, shown, speaker),
  }
}

function toSections(standing: Standing, shown: readonly Shown[], speaker: Speaker): readonly ShownSection[] {
  const byPlace = [...shown].sort((a, b) => a.position.line - b.position.line || a.position.column - b.position.column)
  return standing.instrument.sections
    .map(({ number, title, cite, outline, leadIns }) => ({
      ...{ number: sectionNumber(number), title, cite, outline },
      leadIns: leadIns.map(({ label, condition }) => ({ label, condition: inLines(condition, speaker) })),
      provisions: byPlace.filter(({ section }) => section === number).map((one) => toProvision(one, standing, speaker)),
    }))
    .filter(({ provisions }) => provisions.length > 0)
}

/** What stands in a section. */
type Shown = Rule | Duty | Doubt | NotEncoded

function toProvision(one: Shown, { contested, instrument }: Standing, speaker: Speaker): ShownProvision {
  const { id, kind, label, cite, isPart, mark, note, challenged } = one
  const { asOf } = speaker.stack
  const suitsAgainstAll = instrument.events
    .filter(({ provisions }) => provisions.length === 0)
    .map((event) => event.cite)
  return {
    ...{ id, kind, label, cite, isPart },
    note: note === null ? null : textIn(note, speaker.lang),
    says: saysOf(one, speaker),
    condition: one.kind === 'doubt' ? [] : inLines(one.own, speaker),
    overrides: one.kind === 'rule' ? one.overrides : [],
    mark: mark.kind,
    source: mark.source?.name ?? null,
    isContested: contested.has(id),
    // A suit against the whole instrument stands in its head.
    challenged: challenged
      .filter((suit) => isWithin([suit], asOf) && !suitsAgainstAll.includes(suit.cite))
      .map((suit) => suit.cite),
  }
}

function saysOf(one: Shown, speaker: Speaker): string {
  switch (one.kind) {
    case 'rule':
      return ruleWords(one, speaker)
    case 'duty':
      return dutyWords(one, speaker)
    case 'doubt':
      return doubtWords(one, speaker)
    case 'not-encoded':
      return notEncodedWords(one, speaker)
  }
}

function toTerm({ name, cite, condition }: Term, speaker: Speaker): ShownInstrument['terms'][number] {
  return { name, cite, condition: inLines(condition, speaker) }
}

function inLines(condition: Condition, { stack, lang }: Speaker): readonly ConditionLine[] {
  return conditionLines(condition, stack.vocabulary, lang)
}
