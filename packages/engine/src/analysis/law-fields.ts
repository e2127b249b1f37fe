/**
 * Every field of the law as a value that can be compared.
 *
 * INVARIANT: each table has every key of its type, so that a field nobody compares does not compile. A key that is left
 * out of a table names the thing, or says where its text stands.
 */
import type {
  Doubt,
  Duty,
  Example,
  Given,
  Group,
  Holiday,
  Instrument,
  Mark,
  NotEncoded,
  Offence,
  PolicyPromise,
  Provision,
  Rule,
  Source,
  Term,
} from '@brightline/language'
import { nothing, textsValue, textValue, wordValue, type LawValue } from './law-value.ts'

/** Every field that a thing of the law can have, in the order in which differences are told. */
export const lawFields = [
  'title',
  'rank',
  'place',
  'binds',
  'reach',
  'modal',
  'acts',
  'agencies',
  'condition',
  'trigger',
  'about',
  'action',
  'recipient',
  'overrides',
  'decider',
  'limit',
  'isForAnybody',
  'counsel',
  'because',
  'due',
  'languages',
  'ifMissed',
  'forcedBy',
  'term',
  'treatAs',
  'who',
  'claim',
  'name',
  'rule',
  'url',
  'read',
  'asOf',
  'agency',
  'givens',
  'convictions',
  'outcomes',
  'event',
  'note',
  'outline',
  'inForce',
  'contested',
  'challenged',
  'standing',
  'force',
  'cite',
  'isPart',
  'mark',
  'source',
] as const

/** Names a field. `standing` is the force on the date, which is told apart from the dates themselves. */
export type LawField = (typeof lawFields)[number]

/** The values of a thing by the names of its fields. */
export type Fields<Field extends LawField> = Readonly<Record<Field, LawValue>>

/** A mark says two things: how far the text was read, and where. */
type Marked<Key extends string> = Key extends 'mark' ? 'mark' | 'source' : Key

/** Fields that name a provision or say where it stands in its file. */
type NamesProvision = 'kind' | 'id' | 'instrument' | 'section' | 'label' | 'position'

/** Lists are compared thing by thing, as `things.ts` says. */
type ListOfThings =
  | 'sources'
  | 'events'
  | 'terms'
  | 'groups'
  | 'sections'
  | 'rules'
  | 'duties'
  | 'doubts'
  | 'notEncoded'
  | 'examples'
  | 'promises'

/** Gives the fields of a rule; what it overrides all of is written out, and its own condition is in the whole one. */
export function ruleFields(
  rule: Rule,
): Fields<Marked<Exclude<keyof Rule, NamesProvision | 'own' | 'named' | 'overridesAllOf'>>> {
  return {
    ...provisionFields(rule),
    modal: wordValue(rule.modal),
    agencies: { kind: 'agencies', agencies: rule.agencies },
    acts: { kind: 'acts', acts: rule.acts },
    condition: { kind: 'condition', condition: rule.condition },
    overrides: rule.overrides.length === 0 ? nothing : { kind: 'rules', rules: rule.overrides },
    decider: textsValue(rule.decider),
    limit: rule.limit === null ? nothing : { kind: 'limit', limit: rule.limit },
    isForAnybody: wordValue(rule.isForAnybody ? 'yes' : 'no'),
    counsel: textsValue(rule.counsel),
    reach: wordValue(rule.reach),
    forcedBy: textValue(rule.forcedBy),
  }
}

/** Gives the fields of a duty; that each of its languages is needed is said with the languages. */
export function dutyFields(
  duty: Duty,
): Fields<Marked<Exclude<keyof Duty, NamesProvision | 'own' | 'named' | 'inEveryLanguage'>>> {
  const { languages, inEveryLanguage: each } = duty
  return {
    ...provisionFields(duty),
    agencies: { kind: 'agencies', agencies: duty.agencies },
    trigger: { kind: 'trigger', trigger: duty.trigger },
    about: duty.about.length === 0 ? nothing : { kind: 'acts', acts: duty.about },
    action: textsValue(duty.action),
    recipient: textsValue(duty.recipient),
    due: duty.due === null ? nothing : { kind: 'due', due: duty.due },
    languages: languages.length === 0 ? nothing : { kind: 'languages', languages, each },
    condition: { kind: 'condition', condition: duty.condition },
    ifMissed: textsValue(duty.ifMissed),
  }
}

/** A field of a doubt rule; its meanwhile duty is compared part by part. */
type DoubtField = Exclude<keyof Doubt, NamesProvision | 'duty'> | keyof NonNullable<Doubt['duty']>

/** Gives the fields of a doubt rule. */
export function doubtFields(doubt: Doubt): Fields<Marked<DoubtField>> {
  const { duty } = doubt
  return {
    ...provisionFields(doubt),
    term: { kind: 'text', text: doubt.term },
    condition: { kind: 'condition', condition: doubt.condition },
    treatAs: wordValue(doubt.treatAs ? 'yes' : 'no'),
    who: textsValue(duty?.who ?? null),
    action: textsValue(duty?.action ?? null),
    due: duty === null || duty.due === null ? nothing : { kind: 'due', due: duty.due },
  }
}

/** Gives the fields of a provision that is not encoded. */
export function notEncodedFields(
  one: NotEncoded,
): Fields<Marked<Exclude<keyof NotEncoded, NamesProvision | 'own' | 'named'>>> {
  return {
    ...provisionFields(one),
    title: textsValue(one.title),
    acts: { kind: 'acts', acts: one.acts },
    agencies: { kind: 'agencies', agencies: one.agencies },
    condition: { kind: 'condition', condition: one.condition },
    because: textsValue(one.because),
  }
}

/** Gives the fields of a group. */
export function groupFields(group: Group): Fields<Marked<Exclude<keyof Group, 'name'>>> {
  return {
    title: textsValue(group.title),
    agencies: { kind: 'agencies', agencies: group.agencies },
    cite: textValue(group.cite),
    ...markFields(group.mark),
  }
}

/** Gives the fields of an instrument itself. */
export function instrumentFields(
  instrument: Instrument,
): Fields<Exclude<keyof Instrument, 'id' | 'file' | 'bindsNamed' | ListOfThings>> {
  return {
    title: { kind: 'text', text: instrument.title },
    cite: { kind: 'text', text: instrument.cite },
    rank: wordValue(instrument.rank),
    place: { kind: 'place', place: instrument.place },
    binds: { kind: 'agencies', agencies: instrument.binds },
    reach: wordValue(instrument.reach),
  }
}

/** Gives the fields of a term. */
export function termFields(term: Term): Fields<Marked<Exclude<keyof Term, 'name'>>> {
  return {
    condition: { kind: 'condition', condition: term.condition },
    cite: textValue(term.cite),
    ...markFields(term.mark),
  }
}

/** Gives the fields of a section; its lead-ins are in the conditions of its provisions. */
export function sectionFields(
  section: Instrument['sections'][number],
): Fields<Exclude<keyof Instrument['sections'][number], 'number' | 'leadIns'>> {
  const { title, cite, outline } = section
  return {
    title: { kind: 'text', text: title },
    cite: { kind: 'text', text: cite },
    outline: outline.length === 0 ? nothing : { kind: 'labels', labels: outline },
  }
}

/** Gives the fields of a source. */
export function sourceFields(source: Source): Fields<Exclude<keyof Source, 'name'>> {
  return {
    title: { kind: 'text', text: source.title },
    url: { kind: 'text', text: source.url },
    read: { kind: 'text', text: source.read },
  }
}

/** Gives the fields of an example; what it gives and what it gives of convictions are both facts of its case. */
export function exampleFields(example: Example): Fields<Exclude<keyof Example, 'name' | 'position'>> {
  return {
    asOf: { kind: 'text', text: example.asOf },
    agency: example.agency === null ? nothing : { kind: 'agencies', agencies: [example.agency] },
    givens: { kind: 'facts', facts: example.givens.map((given) => [given.fact, givenOf(given)]) },
    convictions: {
      kind: 'facts',
      facts: example.convictions.map(({ offence, level, date, place }) => [
        offence,
        [level, date, place].filter((part) => part !== null).join(', '),
      ]),
    },
    outcomes: { kind: 'outcomes', outcomes: example.outcomes },
  }
}

/** Gives the fields of a promise. */
export function promiseFields(promise: PolicyPromise): Fields<Exclude<keyof PolicyPromise, 'name' | 'position'>> {
  return { claim: { kind: 'claim', claim: promise.claim } }
}

/** Gives the fields of a line of an offence table. */
export function offenceFields(offence: Offence): Fields<Exclude<keyof Offence, 'class' | 'statute' | 'level'>> {
  return {
    name: { kind: 'text', text: offence.name },
    force: { kind: 'force', intervals: [offence.force] },
    cite: { kind: 'text', text: offence.cite },
    mark: wordValue(offence.mark),
  }
}

/** Gives the fields of a line of a holiday table. */
export function holidayFields(holiday: Holiday): Fields<Exclude<keyof Holiday, 'name'>> {
  return {
    rule: { kind: 'text', text: holiday.rule },
    force: { kind: 'force', intervals: [holiday.force] },
    cite: { kind: 'text', text: holiday.cite },
    mark: wordValue(holiday.mark),
  }
}

function provisionFields(provision: Provision): Fields<Marked<Exclude<keyof Provision, NamesProvision>>> {
  return {
    cite: { kind: 'text', text: provision.cite },
    ...markFields(provision.mark),
    note: textsValue(provision.note),
    inForce: { kind: 'force', intervals: provision.inForce },
    contested: provision.contested.length === 0 ? nothing : { kind: 'force', intervals: provision.contested },
    challenged: provision.challenged.length === 0 ? nothing : { kind: 'suits', suits: provision.challenged },
    isPart: wordValue(provision.isPart ? 'yes' : 'no'),
  }
}

function markFields(mark: Mark | null): Fields<'mark' | 'source'> {
  return {
    mark: mark === null ? nothing : wordValue(mark.kind),
    source: mark === null || mark.source === null ? nothing : { kind: 'source', source: mark.source },
  }
}

function givenOf(given: Given): string | number | null {
  return given.kind === 'value' ? given.value : null
}
