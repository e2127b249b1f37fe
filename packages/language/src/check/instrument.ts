/** An instrument: header, rules, duties, doubts, examples and promises. */
import { type AstNode } from 'langium'
import * as syntax from '../generated/ast.ts'
import { resolved } from '../names/resolved.ts'
import { groupsOf, termsOf } from '../names/scope.ts'
import { kindsOf } from '../names/kinds.ts'
import { canonicalLanguage } from '../policy/language-code.ts'
import { changeText } from '../print/example.ts'
import { modalOf } from '../policy/modal.ts'
import { ranks } from '../policy/rank.ts'
import { checkCondition, checkDefinition, checkNumber } from './condition.ts'
import { dateExists } from '../calendar-date.ts'
import { checkDate, checkDates } from './date.ts'
import { checkEffect } from './effect.ts'
import type { KnownWords } from './known-words.ts'
import { checkLeadIn } from './lead-in.ts'
import { checkAction, checkInferences, checkNotes, checkRequester, checkSeizure, checkTime } from './lint.ts'
import { checkOutline } from './outline.ts'
import { checkOverrides } from './override.ts'
import type { Report } from './report.ts'
import { checkSpan, checkWord } from './closed-word.ts'
import { checkVersion } from './version.ts'

const reaches = ['floor', 'ceiling'] as const
const levels = ['felony', 'misdemeanor'] as const

/** Runs every check that needs no other instrument. What a text of another version means is not judged. */
export function checkInstrument(instrument: syntax.Instrument, report: Report, words: KnownWords): void {
  if (!checkVersion(instrument, report)) return
  checkHeader(instrument, report)
  checkTerms(instrument, report)
  checkOverrides(report, instrument)
  for (const section of instrument.sections) {
    checkOutline(section, report)
    for (const leadIn of section.leadIns) checkLeadIn(leadIn, report)
    for (const item of section.items) checkItem(instrument, item, words, report)
  }
  for (const example of instrument.examples) checkExample(example, report)
  for (const promise of instrument.promises) checkPromise(promise, report)
  checkGroups(instrument, words, report)
  checkInferences(instrument, report)
  checkUnique(instrument.examples, 'example', report)
  checkUnique(instrument.promises, 'promise', report)
}

function checkHeader(instrument: syntax.Instrument, report: Report): void {
  checkWord(report, instrument, { property: 'rank', word: instrument.rank, words: ranks })
  checkWord(report, instrument, { property: 'reach', word: instrument.reach, words: reaches })
  for (const source of instrument.sources) checkDate(report, source, 'date', source.date)
  checkUnique(instrument.sources, 'source', report)
  for (const event of instrument.events) checkDates(report, event, event.date, 'date')
  if (!instrument.events.some((event) => event.kind === 'effective' && event.rules.length === 0)) {
    report('POL-0311', instrument, {}, { property: 'name' })
  }
}

function checkTerms(instrument: syntax.Instrument, report: Report): void {
  const terms = termsOf(instrument)
  checkUnique(terms, 'term', report)
  for (const term of terms) {
    checkDefinition(report, term.condition)
    if (usesTerm(term.condition, term, new Set())) {
      report('POL-0308', term, { term: term.name }, { property: 'name' })
    }
  }
}

function usesTerm(condition: syntax.Condition, wanted: syntax.Term, seen: Set<syntax.Term>): boolean {
  if (syntax.isAll(condition) || syntax.isAny(condition))
    return condition.of.some((part) => usesTerm(part, wanted, seen))
  if (syntax.isNot(condition)) return usesTerm(condition.of, wanted, seen)
  if (!syntax.isTermUse(condition)) return false
  const term = condition.term.ref
  if (term === wanted) return true
  if (term === undefined || seen.has(term)) return false
  seen.add(term)
  return usesTerm(term.condition, wanted, seen)
}

function checkItem(instrument: syntax.Instrument, item: syntax.SectionItem, words: KnownWords, report: Report): void {
  if (syntax.isGroup(item)) return checkGroup(item, report)
  if (!syntax.isNotEncoded(item)) checkMark(item, report)
  if (syntax.isTerm(item)) return
  checkDates(report, item, item.from, 'from')
  if (syntax.isDoubt(item)) return checkDue(item, report)
  checkAgencies(instrument, item, report)
  checkCondition(report, item.when, item)
  checkCondition(report, item.unless, item)
  if (syntax.isDuty(item)) checkDuty(item, report)
  if (!syntax.isRule(item)) return
  checkWord(report, item, { property: 'reach', word: item.reach, words: reaches })
  checkRule(item, report)
  checkEffect(instrument, item, report)
  checkRequester(item, words, report)
  checkSeizure(item, report)
  checkNotes(item, report)
}

function checkDuty(duty: syntax.Duty, report: Report): void {
  const { trigger, acts, action, due, mark } = duty
  checkDue(duty, report)
  if (syntax.isByDate(trigger)) checkDate(report, trigger, 'date', trigger.date)
  if (syntax.isEachYear(trigger) && trigger.by !== undefined && !dateExists(`2024-${trigger.by}`)) {
    report('POL-0331', trigger, { day: trigger.by }, { property: 'by' })
  }
  const isAboutRequest = syntax.isOnRequest(trigger) || syntax.isAfterAct(trigger)
  if (acts.length > 0 && isAboutRequest) report('POL-0356', duty, {}, { property: 'acts', index: 0 })
  checkAction(action, report)
  checkTime(due, mark, report)
  for (const [index, code] of duty.languages.entries()) {
    if (canonicalLanguage(code) === null) report('POL-0317', duty, { code }, { property: 'languages', index })
  }
}

/** Checks that each group has a name of its own, which no kind of agency has. */
function checkGroups(instrument: syntax.Instrument, { isAgency }: KnownWords, report: Report): void {
  const groups = groupsOf(instrument)
  checkUnique(groups, 'group', report)
  for (const group of groups) {
    if (isAgency(group.name)) report('POL-0210', group, { noun: 'agency', name: group.name }, { property: 'name' })
  }
}

function checkGroup(group: syntax.Group, report: Report): void {
  checkMark(group, report)
  if (holds(group, group, new Set())) report('POL-0354', group, { group: group.name }, { property: 'name' })
}

function holds(group: syntax.Group, wanted: syntax.Group, seen: Set<syntax.Group>): boolean {
  if (seen.has(group)) return false
  seen.add(group)
  return group.agencies.some(({ ref }) => syntax.isGroup(ref) && (ref === wanted || holds(ref, wanted, seen)))
}

/** Checks that a provision says how far it was read. A term or group may do without: it decides nothing by itself. */
function checkMark(item: Exclude<syntax.SectionItem, syntax.NotEncoded>, report: Report): void {
  if (item.mark === undefined && (syntax.isTerm(item) || syntax.isGroup(item))) return
  checkMarked(item, report)
}

/** Checks that something says how far its text was read, and where. */
export function checkMarked(
  item: Exclude<syntax.SectionItem, syntax.NotEncoded> | syntax.Authority,
  report: Report,
): void {
  if (item.mark === undefined) report('POL-0301', item, { provision: item.$type.toLowerCase() })
  else if (item.mark.kind !== 'unverified' && item.mark.source === undefined) {
    report('POL-0330', item.mark, { mark: item.mark.kind })
  }
}

function checkRule(rule: syntax.Rule, report: Report): void {
  if (rule.decider !== undefined && !['may', 'not-forbidden'].includes(modalOf(rule.modal))) {
    report('POL-0315', rule, {}, { property: 'decider' })
  }
  if (syntax.isUntil(rule.limit) && !rule.limit.endOfDay) checkSpan(rule.limit, report)
  if (syntax.isAsAsked(rule.limit) && rule.limit.atMost !== undefined) checkSpan(rule.limit.atMost, report)
}

function checkDue({ due }: syntax.Duty | syntax.Doubt, report: Report): void {
  if (syntax.isWithin(due)) checkSpan(due, report)
}

function checkAgencies(
  instrument: syntax.Instrument,
  item: syntax.Rule | syntax.Duty | syntax.NotEncoded,
  report: Report,
): void {
  if (instrument.everyAgency) return
  const bound = kindsOf(instrument.agencies)
  item.agencies.forEach((agency, index) => {
    if (resolved(agency) === undefined || kindsOf([agency]).every((kind) => bound.includes(kind))) return
    report('POL-0313', item, { agency: agency.$refText }, { property: 'agencies', index })
  })
}

function checkExample(example: syntax.Example | syntax.Variant, report: Report): void {
  checkDate(report, example, 'asOf', example.asOf)
  if (syntax.isExample(example)) checkVariants(example, report)
  for (const given of example.givens) {
    if (syntax.isConvictionGiven(given)) {
      checkDate(report, given, 'date', given.date)
      checkWord(report, given, { property: 'level', word: given.level, words: levels })
    } else checkGiven(given, report)
  }
}

/** Checks the variants of an example. Two with the same change would be two cases of one name. */
function checkVariants({ name, variants }: syntax.Example, report: Report): void {
  const seen = new Set<string>()
  for (const variant of variants) {
    checkExample(variant, report)
    const change = changeText(variant)
    if (seen.has(change)) report('POL-0210', variant, { noun: 'example', name: `${name}, ${change}` })
    seen.add(change)
  }
}

function checkGiven(given: syntax.FactGiven, report: Report): void {
  const type = resolved(given.fact)?.type
  if (type === undefined || given.unknown) return
  if (!fits(given, type)) {
    report('POL-0334', given, { fact: given.fact.$refText })
  } else if (syntax.isNumberType(type)) checkNumber(report, given, type)
  checkDate(report, given, 'date', given.date)
}

/** Tells whether a case gives a fact the way its type has values. Only a yes or no fact can be denied. */
function fits({ value, amount, date, never, negated }: syntax.FactGiven, type: syntax.FactType): boolean {
  if (syntax.isYesNoType(type)) return value === undefined && amount === undefined && date === undefined && !never
  if (negated) return false
  if (syntax.isOneOfType(type)) return value !== undefined
  return syntax.isNumberType(type) ? amount !== undefined || never : date !== undefined
}

function checkPromise(promise: syntax.PolicyPromise, report: Report): void {
  const { claim } = promise
  if (!syntax.isNever(claim) && !syntax.isDecides(claim)) return
  if (claim.when !== undefined) checkDefinition(report, claim.when)
  if (claim.unless !== undefined) checkDefinition(report, claim.unless)
}

/** Reports names that stand twice. */
export function checkUnique(
  nodes: readonly (AstNode & { readonly name: string })[],
  noun: string,
  report: Report,
): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    if (seen.has(node.name)) report('POL-0210', node, { noun, name: node.name }, { property: 'name' })
    seen.add(node.name)
  }
}
