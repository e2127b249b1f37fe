/**
 * An answer as sentences that stand in a tree, for pages and papers that have lists of their own: what `answerLines`
 * writes for a screen of columns, in the same words and the same order.
 */
import type { CitedAuthority, Decision, DecisionDocument, DutyDue, Reason, Stack } from '@brightline/engine'
import { plainPainter } from '../line/painter.ts'
import { namesOf } from '../law/names.ts'
import {
  checkedLines,
  headLines,
  nearestChanges,
  titleLines,
  withoutVersionLines,
  type NearestWords,
} from './answer-lines.ts'
import { authorityLines } from './authority-lines.ts'
import { dutiesAfter, dutiesNow, dutyLines } from './duty-lines.ts'
import { capitalsOf, headlineWords } from './headline.ts'
import { penFor, type Pen } from './look.ts'
import { oneReading, oneReason, ruleWords } from './reason-lines.ts'
import { standingLines } from './standing-lines.ts'

/** A sentence with those that stand under it. */
export interface Said {
  readonly text: string
  readonly under: readonly string[]
}

/** A duty in words. The clock time at which it is due is not among them: each page has a way of its own to show it. */
export interface SaidDuty extends Said {
  readonly duty: DutyDue
}

/** A reason in words; its source is not among them. */
export interface SaidReason extends Said {
  readonly reason: Reason
}

/** The answer on one act. */
export interface SaidAct {
  readonly decision: Decision
  /** The verdict as a sentence, and the capitals at its beginning. */
  readonly headline: string
  readonly capitals: string
  /** Counsel, why no rule decides, who decides, until when, and what is still possible. */
  readonly under: readonly string[]
  readonly flags: readonly string[]
  readonly reasons: readonly SaidReason[]
  /** What is known of the law while facts are missing: what speaks for certain, and what depends on them. */
  readonly known: readonly SaidReason[]
  readonly readings: readonly string[]
  /** What is due if the act is done. */
  readonly after: readonly SaidDuty[]
  /** What would change the verdict. */
  readonly nearest: readonly NearestWords[]
}

/** An authority in words; its source is not among them. */
export interface SaidAuthority extends Said {
  readonly authority: CitedAuthority
}

/** An answer. */
export interface SaidAnswer {
  /** Place, agency and day. */
  readonly title: string
  readonly notes: readonly string[]
  readonly acts: readonly SaidAct[]
  readonly toDo: readonly SaidDuty[]
  /** What is due without a request. */
  readonly always: readonly Said[]
  /** What courts and attorneys general said, what binds first. */
  readonly authorities: readonly SaidAuthority[]
  readonly checked: readonly string[]
  /** The instruments that have no version on the date, under the sentence that says so; null where every one has. */
  readonly noVersion: Said | null
}

/**
 * Says an answer.
 *
 * @example
 * saidAnswer(document, stack, 'en').acts[0].headline // 'MUST NOT hold the person past the time of release'
 */
export function saidAnswer(answer: DecisionDocument, stack: Stack, lang: string): SaidAnswer {
  // Nothing is broken into lines, so that each line is a sentence and its depth says under which it stands.
  const pen = penFor({ lang, width: Infinity, paint: plainPainter })
  const [title = '', ...notes] = titleLines(answer, stack, pen)
  const duties = (list: readonly DutyDue[]): readonly SaidDuty[] =>
    list.flatMap((duty) => treeOf(dutyLines({ ...duty, at: null }, 0, stack, pen)).map((said) => ({ ...said, duty })))
  return {
    title,
    notes: notes.map(bare),
    acts: answer.decisions.map((decision) => ({
      ...saidAct(decision, stack, pen),
      after: duties(dutiesAfter(decision)),
    })),
    toDo: duties(dutiesNow(answer.decisions)),
    always: treeOf(standingLines(answer, stack, pen)),
    authorities: answer.authorities.flatMap((authority) =>
      treeOf(authorityLines(authority, pen)).map((said) => ({ ...said, authority })),
    ),
    checked: checkedLines(answer, stack, pen).filter((line) => line !== ''),
    noVersion: noVersionOf(answer, pen),
  }
}

function noVersionOf(answer: DecisionDocument, pen: Pen): Said | null {
  const [, text, ...under] = withoutVersionLines(answer, pen)
  return text === undefined ? null : { text, under: under.map(bare) }
}

function saidAct(decision: Decision, stack: Stack, pen: Pen): Omit<SaidAct, 'after'> {
  const headline = headlineWords(decision, namesOf(stack, pen.lang).act(decision.act), pen)
  const [, ...under] = headLines(decision, stack, pen)
  return {
    decision,
    headline,
    capitals: capitalsOf(headline),
    under: under.map(bare),
    flags: decision.flags.map((flag) => pen.say(`flag-${flag}`)),
    reasons:
      decision.verdict === 'needs-facts' ? [] : decision.reasons.map((one, at) => saidReason(decision, at, one, pen)),
    known:
      decision.verdict === 'needs-facts' ? decision.reasons.map((one, at) => saidKnown(decision, at, one, pen)) : [],
    readings: decision.readings.flatMap((reading) => oneReading(reading, pen)).map(bare),
    nearest: nearestChanges(decision, stack, pen.lang),
  }
}

function saidReason({ reasons }: Decision, at: number, reason: Reason, pen: Pen): SaidReason {
  const [text = '', ...under] = oneReason({ ...reason, source: null }, reasons.slice(0, at), pen).map(bare)
  return { text, under, reason }
}

/** Says of a rule what it says, and not that it decides: nothing is decided yet. */
function saidKnown(decision: Decision, at: number, reason: Reason, pen: Pen): SaidReason {
  const said = saidReason(decision, at, reason, pen)
  return reason.effect === 'decides' ? { ...said, text: ruleWords(reason, pen) } : said
}

/** Puts lines under the line before that stands less deep. */
function treeOf(lines: readonly string[]): readonly Said[] {
  const depthOf = (line: string): number => line.search(/\S/)
  const top = Math.min(...lines.map(depthOf))
  const starts = lines.flatMap((line, at) => (depthOf(line) === top ? [at] : []))
  return starts.map((start, at) => {
    const [text = '', ...under] = lines.slice(start, starts[at + 1]).map(bare)
    return { text, under }
  })
}

/** Takes the depth and the sign of an item from a line. */
function bare(line: string): string {
  return line.replace(/^ *(?:[-!] )?/, '')
}
