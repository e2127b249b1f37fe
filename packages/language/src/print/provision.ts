/** Rules, duties, doubts and terms: one clause a line under the line that says who does what. */
import * as syntax from '../generated/ast.ts'
import { sectionName } from '../names/cited-name.ts'
import { modalOf } from '../policy/modal.ts'
import type { Modal } from '../policy/policy.ts'
import { units } from '../policy/unit.ts'
import { conditionText, printClause, printCondition } from './condition.ts'
import { at, fill, fits, listWords, oneOrEach, quote, type Lines } from './layout.ts'
import { textParts } from './texts.ts'

/** One item of a section, or a term at the top of an instrument. */
export function printItem(indent: number, item: syntax.SectionItem): Lines {
  if (syntax.isRule(item)) return printRule(indent, item)
  if (syntax.isDuty(item)) return printDuty(indent, item)
  if (syntax.isDoubt(item)) return printDoubt(indent, item)
  if (syntax.isGroup(item)) return printGroup(indent, item)
  if (syntax.isNotEncoded(item)) return printNotEncoded(indent, item)
  return printTerm(indent, item)
}

/** Writes a reference to a rule. */
export function referenceText(reference: syntax.RuleRef): string {
  const name = sectionName(reference.target.$refText)
  return reference.instrument === undefined ? name : `${name} of ${reference.instrument.$refText}`
}

/** Writes what a rule overrides: a rule, or all others. */
function overriddenText(overridden: syntax.Overridden): string {
  if (!syntax.isAllOf(overridden)) return referenceText(overridden)
  return `all of ${overridden.section === undefined ? 'this instrument' : sectionName(overridden.section)}`
}

/** Writes a modal. */
export function modalText(modal: string): string {
  return wordsOfModal[modalOf(modal)]
}

const wordsOfModal: Readonly<Record<Modal, string>> = {
  must: 'must',
  'must-not': 'must not',
  may: 'may',
  'need-not': 'need not',
  'nobody-may-forbid': 'nobody may forbid',
  'not-forbidden': 'nothing here forbids',
}

/** Prints the lead-in of a section. */
export function printLeadIn(indent: number, leadIn: syntax.LeadIn): Lines {
  const { label, when, unless } = leadIn
  const head = label === undefined ? 'throughout' : `throughout ${label}`
  const text = [
    head,
    ...(when === undefined ? [] : [`when ${conditionText(when)}`]),
    ...(unless === undefined ? [] : [`unless ${conditionText(unless)}`]),
  ].join(' ')
  if (fits(at(indent, text))) return [at(indent, text)]
  const clauses = indent + 4
  return [at(indent, head), ...printClause(clauses, 'when', when), ...printClause(clauses, 'unless', unless)]
}

function printRule(indent: number, rule: syntax.Rule): Lines {
  const clauses = indent + 4
  return [
    ...printHead(indent, rule),
    ...printClause(clauses, 'when', rule.when),
    ...printClause(clauses, 'unless', rule.unless),
    ...textLines(clauses, 'decided by', rule.decider),
    ...printLimit(clauses, rule.limit),
    ...line(clauses, '', rule.anybody ? 'whoever asks' : undefined),
    ...textLines(clauses, 'counsel first', rule.counsel),
    ...line(clauses, 'as a', rule.reach),
    ...line(clauses, 'forced by', textOf(rule.forcedBy)),
    ...printParticulars(clauses, rule),
  ]
}

/** Prints the label, the overrides, who, and the acts: in one line when they fit, broken at their joints when not. */
function printHead(indent: number, rule: syntax.Rule): Lines {
  const references = (word: string, targets: readonly syntax.Overridden[]): readonly string[] =>
    targets.length === 0 ? [] : closed([word, ...listWords(targets.map(overriddenText))], ',')
  const label = rule.label === undefined ? [] : [rule.label]
  const overrides = [...references('despite', rule.despite), ...references('subject to', rule.subjectTo)]
  const isBar = ['nobody-may-forbid', 'not-forbidden'].includes(modalOf(rule.modal))
  const modal = modalText(rule.modal)
  const who = isBar ? [modal, ...whoWords(rule.agencies)] : whoWords(rule.agencies)
  const acts = [isBar ? 'to' : modal, ...listWords(rule.acts.map((act) => act.$refText))]
  const whole = at(indent, [...label, ...overrides, ...who, ...acts].join(' '))
  if (fits(whole)) return [whole]
  const deeper = indent + 2
  const rest = at(deeper, [...who, ...acts].join(' '))
  if (overrides.length === 0) return [...fill(indent, deeper, [...label, ...who]), ...fill(deeper, deeper, acts)]
  const first = fill(indent, deeper, [...label, ...overrides])
  return fits(rest) ? [...first, rest] : [...first, ...fill(deeper, deeper, who), ...fill(deeper, deeper, acts)]
}

function printDuty(indent: number, duty: syntax.Duty): Lines {
  const clauses = indent + 4
  const label = duty.label === undefined ? '' : `${duty.label} `
  return [
    ...fill(indent, clauses, closed([`${label}duty`, ...triggerWords(duty.trigger), ...aboutWords(duty)], ':')),
    ...printWhoMust(clauses, whoWords(duty.agencies), duty.action),
    ...textLines(clauses, 'to', duty.recipient),
    ...line(clauses, '', dueText(duty.due)),
    ...line(clauses, 'in languages', languagesText(duty)),
    ...printClause(clauses, 'when', duty.when),
    ...printClause(clauses, 'unless', duty.unless),
    ...textLines(clauses, 'if missed', duty.missed),
    ...printParticulars(clauses, duty),
  ]
}

/** Prints who must do what. A long list of agencies stands on its own line, before the action. */
function printWhoMust(indent: number, who: readonly string[], action: syntax.Texts): Lines {
  const together = textParts([...who, 'must'].join(' '), action)
  const isShort = who.length === 1 || fits(at(indent, together[0] ?? ''))
  if (isShort) return oneOrEach(indent, indent + 2, together)
  return [...fill(indent, indent + 2, who), ...textLines(indent, 'must', action)]
}

function printDoubt(indent: number, doubt: syntax.Doubt): Lines {
  const clauses = indent + 4
  const label = doubt.label === undefined ? '' : `${doubt.label} `
  return [
    at(indent, `${label}in doubt whether ${quote(doubt.about.$refText)}, treat as ${doubt.answer}`),
    ...printDoubtDuty(clauses, doubt),
    ...printParticulars(clauses, doubt),
  ]
}

/** Prints who must do what in doubt: in one line, else the deadline on its own, else the office and its action apart. */
function printDoubtDuty(indent: number, { who, action, due }: syntax.Doubt): Lines {
  if (who === undefined || action === undefined) return []
  const time = dueText(due)
  const times = time === undefined ? [] : [time]
  const together = at(indent, [...textParts('and the', who), ...textParts('must', action)].join(' '))
  const whole = [together, ...times].join(' ')
  if (fits(whole)) return [whole]
  const apart = [...textLines(indent, 'and the', who), ...textLines(indent, 'must', action)]
  return [...(fits(together) ? [together] : apart), ...times.map((text) => at(indent, text))]
}

function printTerm(indent: number, term: syntax.Term): Lines {
  const label = term.label === undefined ? '' : `${term.label} `
  return [
    at(indent, `${label}term ${quote(term.name)} means`),
    ...printCondition(indent + 4, term.condition),
    ...printMark(indent + 4, term.mark),
  ]
}

function printGroup(indent: number, group: syntax.Group): Lines {
  const label = group.label === undefined ? '' : `${group.label} `
  const [first = '', ...more] = textParts(`${label}group ${group.name}`, group.title)
  const kinds = listWords(group.agencies.map((agency) => agency.$refText))
  return [...fill(indent, indent + 4, [first, ...more, 'means', ...kinds]), ...printMark(indent + 4, group.mark)]
}

function printNotEncoded(indent: number, item: syntax.NotEncoded): Lines {
  const clauses = indent + 4
  const label = item.label === undefined ? '' : `${item.label} `
  const acts = item.noAct ? ['no act'] : listWords(item.acts.map((act) => act.$refText))
  const title = textParts(`${label}not encoded`, item.title)
  const whole = at(indent, [...title, 'on', ...acts].join(' '))
  const agencies = item.agencies.length === 0 ? [] : whoWords(item.agencies)
  return [
    ...(fits(whole) ? [whole] : [...oneOrEach(indent, indent + 2, title), ...fill(clauses, clauses, ['on', ...acts])]),
    ...(agencies.length === 0 ? [] : fill(clauses, clauses + 2, ['for', ...agencies])),
    ...printClause(clauses, 'when', item.when),
    ...printClause(clauses, 'unless', item.unless),
    ...line(clauses, '', datesText(item)),
    ...line(clauses, 'cite', textOf(item.cite)),
    ...textLines(clauses, 'because', item.because),
  ]
}

function datesText({ from, through }: { readonly from?: string; readonly through?: string }): string | undefined {
  const dates = [
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(through === undefined ? [] : [`through ${through}`]),
  ]
  return dates.length === 0 ? undefined : dates.join(' ')
}

function printParticulars(indent: number, item: syntax.Rule | syntax.Duty | syntax.Doubt): Lines {
  return [
    ...line(indent, '', datesText(item)),
    ...line(indent, 'cite', textOf(item.cite)),
    ...textLines(indent, 'note', item.note),
    ...printMark(indent, item.mark),
  ]
}

/** Prints a mark; nothing where there is none. */
export function printMark(indent: number, mark: syntax.Mark | undefined): Lines {
  if (mark === undefined) return []
  return [at(indent, mark.source === undefined ? mark.kind : `${mark.kind} in ${mark.source.$refText}`)]
}

function printLimit(indent: number, limit: syntax.Limit | undefined): Lines {
  if (limit === undefined) return []
  if (syntax.isAsAsked(limit)) {
    const most = limit.atMost === undefined ? '' : `, at most ${spanText(limit.atMost, 'after')}`
    return [at(indent, `for as long as the request asks${most}`)]
  }
  const length = limit.endOfDay ? `end-of-day of ${limit.event.$refText}` : spanText(limit, 'after')
  return [at(indent, `until ${length}`)]
}

function languagesText({ languages, everyLanguage }: syntax.Duty): string | undefined {
  return languages.length === 0 ? undefined : listWords(languages, everyLanguage ? 'and' : 'or').join(' ')
}

function aboutWords({ acts }: syntax.Duty): readonly string[] {
  return acts.length === 0 ? [] : ['about', ...listWords(acts.map((act) => act.$refText))]
}

function dueText(due: syntax.Due | undefined): string | undefined {
  if (due === undefined) return undefined
  if (syntax.isPromptly(due)) return 'promptly'
  if (syntax.isAtOnce(due)) return 'at once'
  return syntax.isBefore(due) ? `before ${due.event.$refText}` : `within ${spanText(due, 'of')}`
}

/** Writes a span of time. */
export function spanText(
  span: syntax.Until | syntax.AtMost | syntax.Within | syntax.AskedSpan,
  preposition: 'of' | 'after',
): string {
  const unit = countedUnit(span.unit ?? '', span.amount === 1)
  const counted = `${span.amount} ${unit} ${preposition} ${span.event.$refText}`
  if (!span.excludeWeekends) return counted
  const holidays = span.calendar === undefined ? '' : ` and holidays of ${span.calendar}`
  return `${counted} excluding weekends${holidays}`
}

/** Writes `1 hour` and `2 hours`; a unit that is not known stays as it is. */
function countedUnit(unit: string, isOne: boolean): string {
  const many = units.find((known) => known === unit || known === `${unit}s`)
  if (many === undefined) return unit
  return isOne ? many.slice(0, -1) : many
}

function triggerWords(trigger: syntax.Trigger): readonly string[] {
  if (syntax.isOnRequest(trigger)) return ['on request to', ...listWords(trigger.acts.map((act) => act.$refText))]
  if (syntax.isAfterAct(trigger)) return ['after', ...listWords(trigger.acts.map((act) => act.$refText))]
  if (syntax.isEachYear(trigger)) return [trigger.by === undefined ? 'each year' : `each year by ${trigger.by}`]
  if (syntax.isByDate(trigger)) return [`by ${trigger.date}`]
  if (syntax.isEachMonth(trigger)) return ['each month']
  return [syntax.isEachQuarter(trigger) ? 'each quarter' : 'at all times']
}

function whoWords(agencies: readonly { readonly $refText: string }[]): readonly string[] {
  return agencies.length === 0 ? ['staff'] : listWords(agencies.map((agency) => agency.$refText))
}

/** Puts a sign behind the last of some words. */
function closed(words: readonly string[], sign: string): readonly string[] {
  return words.map((word, index) => (index === words.length - 1 ? `${word}${sign}` : word))
}

function line(indent: number, word: string, text: string | undefined): Lines {
  if (text === undefined) return []
  return [at(indent, word === '' ? text : `${word} ${text}`)]
}

/** Prints a clause with a text in its languages. */
function textLines(indent: number, word: string, texts: syntax.Texts | undefined): Lines {
  return texts === undefined ? [] : oneOrEach(indent, indent + 2, textParts(word, texts))
}

function textOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : quote(text)
}
