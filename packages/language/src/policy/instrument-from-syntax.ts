/** A checked instrument from its syntax. */
import * as syntax from '../generated/ast.ts'
import { overridePairs } from '../names/override-pairs.ts'
import { groupsOf, termsOf } from '../names/scope.ts'
import { kindsOf } from '../names/kinds.ts'
import { isLed, leadInsOver, type Led } from '../names/lead-ins.ts'
import { sectionName } from '../names/cited-name.ts'
import { allOf, conditionOf, toCondition } from './condition-from-syntax.ts'
import { toExamples } from './example-from-syntax.ts'
import { idOf, positionOf, referenceId, type Item } from './identity-from-syntax.ts'
import { modalOf } from './modal.ts'
import { ranks } from './rank.ts'
import { toSpan } from './span-from-syntax.ts'
import { intersect, subtract } from './interval.ts'
import { textsOrNull, toTexts } from './texts-from-syntax.ts'
import type {
  Claim,
  Condition,
  Doubt,
  Due,
  Duty,
  Group,
  Instrument,
  Interval,
  LifeEvent,
  Limit,
  Mark,
  NotEncoded,
  Provision,
  Rank,
  Reach,
  Rule,
  Section,
  Source,
  Term,
  Trigger,
} from './policy.ts'

interface Context {
  readonly node: syntax.Instrument
  readonly file: string
  readonly events: readonly LifeEvent[]
  /** The days on which the instrument as a whole is law. */
  readonly inForce: readonly Interval[]
  readonly overrides: ReadonlyMap<string, readonly string[]>
}

/** Lowers an instrument whose names were resolved; what could not be resolved is left out. */
export function toInstrument(node: syntax.Instrument, file: string): Instrument {
  const context = contextOf(node, file)
  const items = node.sections.flatMap((section) => section.items.map((item) => ({ section, item })))
  return {
    id: node.name,
    title: node.title,
    cite: node.cite,
    rank: toRank(node.rank),
    place: node.place,
    binds: node.everyAgency ? null : kindsOf(node.agencies),
    bindsNamed: node.everyAgency ? null : node.agencies.map((bound) => bound.$refText),
    reach: toReach(node.reach, 'floor'),
    sources: node.sources.map(toSource),
    events: context.events,
    terms: termsOf(node).map((term) => toTerm(node, term)),
    groups: groupsOf(node).map((group) => toGroup(node, group)),
    sections: node.sections.map((section) => toSection(node, section)),
    rules: items.flatMap(({ section, item }) => (syntax.isRule(item) ? [toRule(context, section, item)] : [])),
    duties: items.flatMap(({ section, item }) => (syntax.isDuty(item) ? [toDuty(context, section, item)] : [])),
    doubts: items.flatMap(({ section, item }) => (syntax.isDoubt(item) ? [toDoubt(context, section, item)] : [])),
    notEncoded: items.flatMap(({ section, item }) =>
      syntax.isNotEncoded(item) ? [toNotEncoded(context, section, item)] : [],
    ),
    examples: node.examples.flatMap((example) => toExamples(node, example, file)),
    promises: node.promises.map((promise) => ({
      name: promise.name,
      claim: toClaim(promise.claim),
      position: positionOf(promise, file),
    })),
    file,
  }
}

function toTerm(instrument: syntax.Instrument, { $container, label, name, condition, mark }: syntax.Term): Term {
  return {
    name,
    condition: toCondition(condition),
    cite: syntax.isSection($container) ? citeOf(instrument, $container, label ?? '') : null,
    mark: mark === undefined ? null : toMark(mark),
  }
}

function toGroup(instrument: syntax.Instrument, { $container, label, name, title, ...group }: syntax.Group): Group {
  return {
    name,
    title: toTexts(title),
    agencies: kindsOf(group.agencies),
    cite: citeOf(instrument, $container, label ?? ''),
    mark: group.mark === undefined ? null : toMark(group.mark),
  }
}

function toSection(instrument: syntax.Instrument, section: syntax.Section): Section {
  const { number, title, outline, leadIns } = section
  return {
    number: sectionName(number),
    title,
    cite: citeOf(instrument, section, ''),
    outline,
    leadIns: leadIns.map(({ label, when, unless }) => ({ label: label ?? null, condition: conditionOf(when, unless) })),
  }
}

function contextOf(node: syntax.Instrument, file: string): Context {
  const events = node.events.map((event): LifeEvent => ({
    kind: event.kind,
    provisions: event.rules.map((reference) => referenceId(node, reference)),
    date: event.date,
    through: event.through ?? null,
    cite: event.cite,
  }))
  const whole = events.filter((event) => event.provisions.length === 0)
  const effective = whole
    .filter((event) => event.kind === 'effective')
    .map((event): Interval => ({ from: event.date, through: event.through }))
  const repealed = whole
    .filter((event) => event.kind === 'repealed')
    .map((event) => ({ from: event.date, through: null }))
  const overrides = new Map<string, readonly string[]>()
  const rules = node.sections.flatMap((section) => section.items.filter(syntax.isRule))
  for (const [over, under] of overridePairs(rules)) {
    const id = idOf(node, over)
    overrides.set(id, [...(overrides.get(id) ?? []), idOf(node, under)])
  }
  return { node, file, events, inForce: subtract(effective, repealed), overrides }
}

function provision(context: Context, section: syntax.Section, item: Item): Provision {
  const id = idOf(context.node, item)
  const mine = context.events.filter((event) => event.provisions.length === 0 || event.provisions.includes(id))
  const suspended = mine.filter((event) => event.kind === 'enjoined' || event.kind === 'stayed')
  const ended = mine.filter((event) => event.kind === 'repealed')
  const own: Interval = { from: item.from ?? null, through: item.through ?? null }
  const inForce = subtract(intersect(context.inForce, [own]), [
    ...suspended.map((event) => ({ from: event.date, through: event.through })),
    ...ended.map((event) => ({ from: event.date, through: null })),
  ])
  const contested = mine
    .filter((event) => event.kind === 'contested')
    .map((event) => ({ from: event.date, through: event.through }))
  const challenged = mine
    .filter((event) => event.kind === 'challenged')
    .map((event) => ({ from: event.date, through: event.through, cite: event.cite }))
  const label = item.label ?? ''
  return {
    id,
    instrument: context.node.name,
    section: sectionName(section.number),
    label,
    cite: item.cite ?? citeOf(context.node, section, label),
    isPart: label.includes('-'),
    mark: toMark(syntax.isNotEncoded(item) ? undefined : item.mark),
    note: syntax.isNotEncoded(item) ? null : textsOrNull(item.note),
    inForce,
    contested: intersect(inForce, contested),
    challenged,
    position: positionOf(item, context.file),
  }
}

function citeOf(instrument: syntax.Instrument, section: syntax.Section, label: string): string {
  const number = sectionName(section.number).replace(/^section /, '')
  return `${section.cite ?? `${instrument.pin ?? `${instrument.cite} §`} ${number}`}${label.replace(/-.*$/, '')}`
}

function toRule(context: Context, section: syntax.Section, rule: syntax.Rule): Rule {
  const base = provision(context, section, rule)
  const own = conditionOf(rule.when, rule.unless)
  return {
    kind: 'rule',
    ...base,
    agencies: agenciesOf(context, rule),
    named: namedBy(rule),
    modal: modalOf(rule.modal),
    acts: rule.acts.map((act) => act.$refText),
    condition: withLeadIns(rule, own),
    own,
    overrides: context.overrides.get(base.id) ?? [],
    overridesAllOf: rule.despite.flatMap((one) => (syntax.isAllOf(one) ? [allOfName(one)] : [])),
    decider: textsOrNull(rule.decider),
    limit: toLimit(rule.limit),
    isForAnybody: rule.anybody,
    counsel: textsOrNull(rule.counsel),
    reach: toReach(rule.reach ?? context.node.reach, 'floor'),
    forcedBy: rule.forcedBy ?? null,
  }
}

function allOfName({ section }: syntax.AllOf): string {
  return section === undefined ? 'instrument' : sectionName(section)
}

function toDuty(context: Context, section: syntax.Section, duty: syntax.Duty): Duty {
  const trigger = toTrigger(duty.trigger)
  const base = provision(context, section, duty)
  const own = conditionOf(duty.when, duty.unless)
  return {
    kind: 'duty',
    ...base,
    agencies: agenciesOf(context, duty),
    named: namedBy(duty),
    trigger,
    about: duty.acts.map((act) => act.$refText),
    action: toTexts(duty.action),
    recipient: textsOrNull(duty.recipient),
    due: toDue(duty.due),
    languages: duty.languages,
    inEveryLanguage: duty.everyLanguage,
    condition: isLed(duty) ? withLeadIns(duty, own) : own,
    own,
    ifMissed: textsOrNull(duty.missed),
  }
}

/** Joins the lead-ins under which an item stands with what it says itself. */
function withLeadIns(item: Led, own: Condition): Condition {
  return allOf([...leadInsOver(item).map(({ when, unless }) => conditionOf(when, unless)), own])
}

function toNotEncoded(context: Context, section: syntax.Section, item: syntax.NotEncoded): NotEncoded {
  const base = provision(context, section, item)
  const own = conditionOf(item.when, item.unless)
  return {
    kind: 'not-encoded',
    ...base,
    title: toTexts(item.title),
    acts: item.acts.map((act) => act.$refText),
    agencies: agenciesOf(context, item),
    named: namedBy(item),
    condition: withLeadIns(item, own),
    own,
    because: textsOrNull(item.because),
  }
}

function toDoubt(context: Context, section: syntax.Section, doubt: syntax.Doubt): Doubt {
  const term = doubt.about.ref
  const condition: Condition = term === undefined ? { kind: 'always' } : toCondition(term.condition)
  const duty =
    doubt.who === undefined || doubt.action === undefined
      ? null
      : { who: toTexts(doubt.who), action: toTexts(doubt.action), due: toDue(doubt.due) }
  return {
    kind: 'doubt',
    ...provision(context, section, doubt),
    term: term?.name ?? '',
    condition,
    treatAs: doubt.answer === 'yes',
    duty,
  }
}

function namedBy({ agencies }: syntax.Rule | syntax.Duty | syntax.NotEncoded): readonly string[] | null {
  return agencies.length === 0 ? null : agencies.map((bound) => bound.$refText)
}

function agenciesOf(context: Context, item: syntax.Rule | syntax.Duty | syntax.NotEncoded): readonly string[] | null {
  if (item.agencies.length > 0) return kindsOf(item.agencies)
  return context.node.everyAgency ? null : kindsOf(context.node.agencies)
}

function toRank(rank: string): Rank {
  return ranks.find((known) => known === rank) ?? 'agency'
}

function toReach(reach: string | undefined, otherwise: Reach): Reach {
  return reach === 'floor' || reach === 'ceiling' ? reach : otherwise
}

function toSource(source: syntax.Source): Source {
  return { name: source.name, title: source.title, url: source.url, read: source.date }
}

/** Lowers a mark; what has none is not verified. */
export function toMark(mark: syntax.Mark | undefined): Mark {
  const source = mark?.source?.ref
  return { kind: mark?.kind ?? 'unverified', source: source === undefined ? null : toSource(source) }
}

function toLimit(limit: syntax.Limit | undefined): Limit | null {
  if (limit === undefined) return null
  if (syntax.isAsAsked(limit))
    return { kind: 'asked', atMost: limit.atMost === undefined ? null : toSpan(limit.atMost) }
  if (limit.endOfDay) return { kind: 'end-of-day', event: limit.event.$refText }
  return { kind: 'span', span: toSpan(limit) }
}

function toDue(due: syntax.Due | undefined): Due | null {
  if (due === undefined) return null
  if (syntax.isPromptly(due)) return { kind: 'promptly' }
  if (syntax.isAtOnce(due)) return { kind: 'at-once' }
  if (syntax.isBefore(due)) return { kind: 'before', event: due.event.$refText }
  return { kind: 'within', span: toSpan(due) }
}

function toTrigger(trigger: syntax.Trigger): Trigger {
  if (syntax.isOnRequest(trigger)) return { kind: 'on-request', acts: trigger.acts.map((act) => act.$refText) }
  if (syntax.isAfterAct(trigger)) return { kind: 'after', acts: trigger.acts.map((act) => act.$refText) }
  if (syntax.isEachYear(trigger)) return { kind: 'each-year', by: trigger.by ?? null }
  if (syntax.isByDate(trigger)) return { kind: 'by-date', date: trigger.date }
  if (syntax.isEachMonth(trigger)) return { kind: 'each-month' }
  return syntax.isEachQuarter(trigger) ? { kind: 'each-quarter' } : { kind: 'at-all-times' }
}

function toClaim(claim: syntax.Claim): Claim {
  if (syntax.isKeepsFloor(claim)) return { kind: 'keeps-floor', instrument: claim.instrument.$refText }
  const acts = claim.acts.map((act) => act.$refText)
  if (syntax.isBlind(claim)) {
    return { kind: 'blind', acts: acts.length > 0 ? acts : null, facts: claim.facts.map((fact) => fact.$refText) }
  }
  const condition = conditionOf(claim.when, claim.unless)
  if (syntax.isDecides(claim)) return { kind: 'decides', acts, condition }
  return {
    kind: 'never',
    verdicts: [...(claim.may ? (['permitted'] as const) : []), ...(claim.must ? (['required'] as const) : [])],
    acts,
    condition,
  }
}
