/**
 * Signs that an encoding does not say what its text says. The kinds are those that a reading of encoded law beside its
 * texts found most often; each can be put right, or said outright where the text really is so.
 */
import * as syntax from '../generated/ast.ts'
import { conditionsOf, leadInsOver } from '../names/lead-ins.ts'
import { resolved } from '../names/resolved.ts'
import { allOf, conditionOf } from '../policy/condition-from-syntax.ts'
import { couldHold, type FactTest } from '../policy/could-hold.ts'
import { modalOf } from '../policy/modal.ts'
import { factsRead } from './condition.ts'
import type { Report } from './report.ts'
import type { KnownWords } from './known-words.ts'

/** Checks that a prohibition about custody or information reads who asks or why, or says that it does not matter. */
export function checkRequester(rule: syntax.Rule, words: KnownWords, report: Report): void {
  if (modalOf(rule.modal) !== 'must-not' || rule.anybody) return
  const act = rule.acts.map(resolved).find((one) => one !== undefined && isOpenToAnybody(one, words))
  if (act === undefined || conditionsOf(rule).some(readsRequester)) return
  report(
    'POL-0371',
    rule,
    { act: act.name },
    { property: 'acts', index: rule.acts.findIndex(({ ref }) => ref === act) },
  )
}

/**
 * Tells whether an act is done for whoever asks for it: something about a person in custody, or information that a form
 * can ask for, where the phrase of the act does not say that it is done for immigration authorities.
 */
function isOpenToAnybody({ name, topic, phrase }: syntax.Act, { isAsked }: KnownWords): boolean {
  const isForOthers = topic === 'custody' || (topic === 'information' && isAsked(name))
  return isForOthers && !/immigration (?:authorities|officers)/.test(phrase.en)
}

/** Tells whether a condition reads who asks, with which paper or for what purpose. */
function readsRequester(condition: syntax.Condition): boolean {
  return factsRead(condition).some(({ name }) => /^request\.|\.(?:purpose|issuer)$/.test(name))
}

const lifts =
  /\b(?:(?:is|are) not (?:required|obliged) to|(?:is|are) not forbidden|(?:staff|it|they|agency|agencies|officers?|police|jail|sheriff|court|school|city|county|entity|entities) need not|nobody (?:must|has to))\b/i

const bars =
  /\b(?:(?:no (?:local )?(?:rule|law|policy|superior)|nobody) may (?:forbid|prohibit)|may not (?:forbid|prohibit))\b/i

const isOurs =
  /\b(?:(?:text|law|section|statute|ordinance|order) does not say (?:so|this)|not (?:said )?in the text|is (?:only )?implied|by (?:inference|implication)|(?:we|is what we) infer)\b/i

const anyOfThem = /\bany (?:other )?(?:information|record|data|fact)/i

/** Checks what a rule says against what its note says. */
export function checkNotes(rule: syntax.Rule, report: Report): void {
  const { note } = rule
  if (note === undefined) return
  const find = (code: 'POL-0372' | 'POL-0374' | 'POL-0377'): void => report(code, note, {}, { property: 'en' })
  // A permission that takes back a prohibition is one, also where nobody must use it.
  const isLifted = rule.despite.length === 0 && lifts.test(note.en)
  if (modalOf(rule.modal) === 'may' && (isLifted || bars.test(note.en))) find('POL-0372')
  if (anyOfThem.test(note.en) && isClosed(rule)) find('POL-0374')
  if (rule.mark?.kind === 'read' && isOurs.test(note.en)) find('POL-0377')
}

/** Tells whether a rule picks among kinds of information. What stands behind `unless` is left out of all of them. */
function isClosed({ when }: syntax.Rule): boolean {
  if (when === undefined) return false
  return factsRead(when).some(({ name, type }) => name.startsWith('information.') && syntax.isOneOfType(type))
}

/**
 * Checks that what is inferred rests on a text that was read. A source that other marks call a report of its text, and
 * none the text, is one: what follows from it is reported too.
 */
export function checkInferences({ sections, terms }: syntax.Instrument, report: Report): void {
  const marks = [...terms, ...sections.flatMap(({ items }) => items)].flatMap((item) => {
    const mark = syntax.isNotEncoded(item) ? undefined : item.mark
    return mark?.source === undefined ? [] : [{ mark, source: mark.source.$refText }]
  })
  const sourcesOf = (kind: syntax.Mark['kind']): ReadonlySet<string> =>
    new Set(marks.filter(({ mark }) => mark.kind === kind).map(({ source }) => source))
  const [read, reported] = [sourcesOf('read'), sourcesOf('reported')]
  for (const { mark, source } of marks) {
    if (mark.kind !== 'inferred' || read.has(source) || !reported.has(source)) continue
    report('POL-0378', mark, { source })
  }
}

/** Checks that a duty to keep a person says for how long, by its own text or by the paper; a court's order says it itself. */
export function checkSeizure(rule: syntax.Rule, report: Report): void {
  if (modalOf(rule.modal) !== 'must' || rule.limit !== undefined || !couldHoldWithoutCourt(rule)) return
  const act = rule.acts.map(resolved).find((one) => one?.power !== undefined && one.lasts)
  if (act !== undefined) report('POL-0373', rule, { act: act.name }, { property: 'modal' })
}

function couldHoldWithoutCourt(rule: syntax.Rule): boolean {
  const conditions = [rule, ...leadInsOver(rule)].map(({ when, unless }) => conditionOf(when, unless))
  const isNo = (test: FactTest): boolean | null =>
    test.kind === 'is' && test.fact === 'court.order' ? test.values.includes('no') : null
  return couldHold(allOf(conditions), isNo)
}

/** Checks that a time without a number stands in a text that somebody read, or read about. */
export function checkTime(due: syntax.Due | undefined, mark: syntax.Mark | undefined, report: Report): void {
  if (due === undefined || (mark?.kind !== 'inferred' && mark?.kind !== 'unverified')) return
  if (syntax.isPromptly(due) || syntax.isAtOnce(due)) report('POL-0375', due)
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const day = String.raw`\d{4}-\d{2}-\d{2}|(?:${months}) \d{1,2}(?:, \d{4})?|\d{1,2} (?:${months})(?: \d{4})?`
const deadline = new RegExp(String.raw`\b(?:by|before|until|later than|each|every) (?:the )?(${day})\b`)

/** Checks that the words of a duty leave its day to the clock. A day that the words are about is no deadline. */
export function checkAction(action: syntax.Texts, report: Report): void {
  const [, date] = deadline.exec(action.en) ?? []
  if (date !== undefined) report('POL-0376', action, { date }, { property: 'en' })
}
