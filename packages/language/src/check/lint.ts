/**
 * Signs that an encoding does not say what its text says. The kinds are those that a reading of encoded law beside its
 * texts found most often; each can be put right, or said outright where the text really is so.
 */
import * as syntax from '../generated/ast.ts'
import { resolved } from '../names/resolved.ts'
import { labelIsUnder } from '../names/label.ts'
import { modalOf } from '../policy/modal.ts'
import { factsRead } from './condition.ts'
import type { Report } from './report.ts'

/** The topics of acts in which it matters who asks, and for what. */
const topicsOfRequesters: readonly string[] = ['custody', 'information']

/** Checks that a prohibition about custody or information reads who asks or why, or says that it does not matter. */
export function checkRequester(rule: syntax.Rule, report: Report): void {
  if (modalOf(rule.modal) !== 'must-not' || rule.anybody) return
  const act = rule.acts.map(resolved).find((one) => one !== undefined && isOpenToAnybody(one))
  if (act === undefined || conditionsOf(rule).some(readsRequester)) return
  report('POL-0371', rule, { act: act.name })
}

/** Tells whether the phrase of an act leaves open who asks for it. */
function isOpenToAnybody({ topic, phrase }: syntax.Act): boolean {
  return topicsOfRequesters.includes(topic) && !/immigration (?:authorities|officers)/.test(phrase.en)
}

function readsRequester(condition: syntax.Condition): boolean {
  return factsRead(condition).some(({ name }) => name.startsWith('request.'))
}

/** Lists the conditions of a rule, with those of the lead-ins above it. */
function conditionsOf(rule: syntax.Rule): readonly syntax.Condition[] {
  const section = rule.$container
  const leadIns = section.leadIns.filter(({ label }) => label === undefined || labelIsUnder(rule.label ?? '', label))
  return [rule, ...leadIns].flatMap(({ when, unless }) => [when, unless]).filter((condition) => condition !== undefined)
}

const liftsOrBars =
  /\b(?:(?:is|are) not (?:required|obliged|forbidden)|need not|nobody (?:must|has to)|no (?:local )?(?:rule|law|policy|superior) may (?:forbid|prohibit)|may not (?:forbid|prohibit)\b)/i

const doesNotSay = /\b(?:does not say|is not in the text|not said|is implied|by inference|we infer|our reading)\b/i

const anyOfThem = /\bany (?:other )?(?:information|record|data|fact)/i

/** Checks what a rule says against what its note says. */
export function checkNotes(rule: syntax.Rule, report: Report): void {
  checkSeizure(rule, report)
  const note = rule.note?.en
  if (note === undefined || rule.note === undefined) return
  const modal = modalOf(rule.modal)
  if (modal === 'may' && liftsOrBars.test(note)) report('POL-0372', rule.note, {}, { property: 'en' })
  if (anyOfThem.test(note) && isClosed(rule)) report('POL-0374', rule.note, {}, { property: 'en' })
  if (rule.mark?.kind === 'read' && doesNotSay.test(note)) report('POL-0377', rule.note, {}, { property: 'en' })
}

/** Tells whether a rule picks among kinds of something. */
function isClosed({ when }: syntax.Rule): boolean {
  return when !== undefined && factsRead(when).some(({ name }) => name.endsWith('.kind'))
}

/** Checks that a duty to keep a person says for how long, by its own text or by the paper. */
function checkSeizure(rule: syntax.Rule, report: Report): void {
  if (modalOf(rule.modal) !== 'must' || rule.limit !== undefined) return
  const act = rule.acts.map(resolved).find((one) => one?.power !== undefined && one.lasts)
  if (act !== undefined) report('POL-0373', rule, { act: act.name })
}

/** Checks that a time without a number stands in a text that was read. */
export function checkTime(due: syntax.Due | undefined, mark: syntax.Mark | undefined, report: Report): void {
  if (due === undefined || mark === undefined || mark.kind === 'read') return
  const isVague = syntax.isPromptly(due) || syntax.isAtOnce(due)
  if (isVague && mark.kind !== 'reported') report('POL-0375', due)
}

const dates =
  /\b\d{4}-\d{2}-\d{2}\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}\b/

/** Checks that the words of a duty leave its day to the clock. */
export function checkAction(action: syntax.Texts, report: Report): void {
  const found = dates.exec(action.en)
  if (found !== null) report('POL-0376', action, { date: found[0] }, { property: 'en' })
}
