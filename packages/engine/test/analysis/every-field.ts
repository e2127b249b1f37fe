/**
 * A change of every field of the law, one at a time.
 *
 * INVARIANT: each table has every key of its type, so that a new field must be listed here: with another value, or with
 * why its change is no change of law.
 */
import type {
  Doubt,
  Duty,
  Example,
  Group,
  Holiday,
  Instrument,
  NotEncoded,
  Offence,
  PolicyPromise,
  Rule,
  Source,
  Term,
} from '@brightline/language'
import { is } from '../small-law.ts'

/** Another value, or why no other value is a change of law. */
type Other<Thing> = { readonly [Field in keyof Thing]-?: { readonly to: Thing[Field] } | { readonly why: string } }

const standsElsewhere = { why: 'a text may stand elsewhere in its file' }
const isSaidThere = (where: string): { readonly why: string } => ({ why: `it is said ${where}` })
const named = { why: 'another name is another thing: it is added, and the old one removed' }

export const otherRule: Other<Rule> = {
  kind: { why: 'a rule is a rule' },
  id: named,
  instrument: named,
  section: named,
  label: named,
  cite: { to: 'Ex. Code 99' },
  isPart: { to: true },
  mark: { to: { kind: 'inferred', source: null } },
  note: { to: { en: 'another note', es: 'otra nota' } },
  inForce: { to: [{ from: '2000-01-01', through: '2030-12-31' }] },
  contested: { to: [{ from: '2020-01-01', through: null }] },
  challenged: { to: [{ from: '2026-03-02', through: null, cite: 'No. 26-1 (D. Ex.)' }] },
  position: standsElsewhere,
  agencies: { to: ['jail'] },
  named: { why: 'only for showing: the kinds are among the agencies' },
  modal: { to: 'must-not' },
  acts: { to: ['hold', 'tell'] },
  condition: { to: is('a', 'yes') },
  own: isSaidThere('in the whole condition'),
  overrides: { to: ['us/ex/act 2'] },
  overridesAllOf: isSaidThere('rule by rule'),
  decider: { to: { en: 'the sheriff', es: 'el sheriff' } },
  limit: {
    to: {
      kind: 'span',
      span: { amount: 960, unit: 'hours', event: 'release', excludesWeekends: false, calendar: null },
    },
  },
  isForAnybody: { to: true },
  counsel: { to: { en: 'the text is unclear' } },
  reach: { to: 'ceiling' },
  forcedBy: { to: 'Ex. Code 7' },
}

export const otherDuty: Other<Duty> = {
  kind: { why: 'a duty is a duty' },
  id: named,
  instrument: named,
  section: named,
  label: named,
  cite: { to: 'Ex. Code 99' },
  isPart: { to: true },
  mark: { to: { kind: 'reported', source: null } },
  note: { to: { en: 'another note', es: 'otra nota' } },
  inForce: { to: [{ from: null, through: null }] },
  contested: { to: [{ from: '2020-01-01', through: null }] },
  challenged: { to: [{ from: '2026-03-02', through: null, cite: 'No. 26-1 (D. Ex.)' }] },
  position: standsElsewhere,
  agencies: { to: ['jail'] },
  named: { why: 'only for showing: the kinds are among the agencies' },
  trigger: { to: { kind: 'each-year', by: null } },
  about: { to: ['hold'] },
  action: { to: { en: 'tell the person', es: 'dígaselo a la persona' } },
  recipient: { to: { en: 'the Attorney General' } },
  due: {
    to: {
      kind: 'within',
      span: { amount: 12, unit: 'hours', event: 'release', excludesWeekends: false, calendar: null },
    },
  },
  languages: { to: ['es'] },
  inEveryLanguage: isSaidThere('with the languages'),
  condition: { to: is('a', 'yes') },
  own: isSaidThere('in the whole condition'),
  ifMissed: { to: { en: 'release the person', es: 'libere a la persona' } },
}

export const otherDoubt: Other<Doubt> = {
  kind: { why: 'a doubt is a doubt' },
  id: named,
  instrument: named,
  section: named,
  label: named,
  cite: { to: 'Ex. Code 99' },
  isPart: { to: true },
  mark: { to: { kind: 'reported', source: null } },
  note: { to: { en: 'another note', es: 'otra nota' } },
  inForce: { to: [{ from: '2001-01-01', through: null }] },
  contested: { to: [{ from: '2020-01-01', through: null }] },
  challenged: { to: [{ from: '2026-03-02', through: null, cite: 'No. 26-1 (D. Ex.)' }] },
  position: standsElsewhere,
  term: { to: 'another term' },
  condition: { to: is('a', 'yes') },
  treatAs: { to: true },
  duty: { to: null },
}

type DoubtDuty = NonNullable<Doubt['duty']>

export const otherDoubtDuty: Other<DoubtDuty> = {
  who: { to: { en: 'the chief', es: 'la jefatura' } },
  action: { to: { en: 'ask a judge', es: 'pregunte a un juez' } },
  due: { to: { kind: 'at-once' } },
}

export const otherInstrument: Other<Instrument> = {
  id: named,
  title: { to: 'Another title' },
  cite: { to: 'Ex. Code 100' },
  rank: { to: 'city' },
  place: { to: 'us' },
  binds: { to: ['jail'] },
  bindsNamed: { why: 'only for showing: the kinds are among the agencies' },
  reach: { to: 'ceiling' },
  sources: { to: [] },
  events: { to: [] },
  terms: { to: [] },
  groups: { to: [] },
  sections: { to: [] },
  rules: { to: [] },
  duties: { to: [] },
  doubts: { to: [] },
  notEncoded: { to: [] },
  examples: { to: [] },
  promises: { to: [] },
  file: { why: 'a text may stand in another file' },
}

export const otherTerm: Other<Term> = {
  name: named,
  condition: { to: is('a', 'yes') },
  cite: { to: 'Ex. Code 99' },
  mark: { to: { kind: 'reported', source: null } },
}

export const otherSection: Other<Instrument['sections'][number]> = {
  number: named,
  title: { to: 'Another title' },
  cite: { to: 'Ex. Code 99' },
  outline: { to: ['(a)', '(b)'] },
  leadIns: isSaidThere('in the conditions of its provisions'),
}

export const otherNotEncoded: Other<NotEncoded> = {
  kind: { why: 'what is not encoded is not encoded' },
  id: named,
  instrument: named,
  section: named,
  label: named,
  cite: { to: 'Ex. Code 99' },
  isPart: { to: true },
  mark: { to: { kind: 'reported', source: null } },
  note: { to: { en: 'another note', es: 'otra nota' } },
  inForce: { to: [{ from: '2001-01-01', through: null }] },
  contested: { to: [{ from: '2020-01-01', through: null }] },
  challenged: { to: [{ from: '2026-03-02', through: null, cite: 'No. 26-1 (D. Ex.)' }] },
  position: standsElsewhere,
  title: { to: { en: 'records' } },
  acts: { to: ['tell'] },
  agencies: { to: ['jail'] },
  named: { why: 'only for showing: the kinds are among the agencies' },
  condition: { to: is('a', 'yes') },
  own: isSaidThere('in the whole condition'),
  because: { to: { en: 'text not read' } },
}

export const otherGroup: Other<Group> = {
  name: named,
  title: { to: { en: 'Another title' } },
  agencies: { to: ['jail'] },
  cite: { to: 'Ex. Code 99' },
  mark: { to: { kind: 'reported', source: null } },
}

export const otherSource: Other<Source> = {
  name: named,
  title: { to: 'Another title' },
  url: { to: 'https://example.gov/other' },
  read: { to: '2026-01-01' },
}

export const otherExample: Other<Example> = {
  name: named,
  asOf: { to: '2025-01-01' },
  agency: { to: 'jail' },
  givens: { to: [{ kind: 'unknown', fact: 'a' }] },
  convictions: { to: [{ offence: 'Ex. Pen. Code 1', level: null, date: '2020-01-01', place: null }] },
  outcomes: { to: [{ act: 'hold', verdict: 'conflict', silence: null, afterCounsel: false, by: [], displacing: [] }] },
  position: standsElsewhere,
}

export const otherPromise: Other<PolicyPromise> = {
  name: named,
  claim: { to: { kind: 'keeps-floor', instrument: 'us/act' } },
  position: standsElsewhere,
}

export const otherOffence: Other<Offence> = {
  class: named,
  statute: named,
  level: named,
  name: { to: 'another name' },
  force: { to: { from: '2000-01-01', through: '2040-12-31' } },
  cite: { to: 'Ex. Code 99' },
  mark: { to: 'unverified' },
}

export const otherHoliday: Other<Holiday> = {
  name: named,
  rule: { to: '2 january' },
  force: { to: { from: '2000-01-01', through: '2040-12-31' } },
  cite: { to: 'Ex. Code 99' },
  mark: { to: 'unverified' },
}
