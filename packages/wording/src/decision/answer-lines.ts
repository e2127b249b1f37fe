/**
 * An answer for people, as it is read at a counter at night: what is decided on each act, what to do now and by when,
 * what to ask next, and then the reasons, act by act.
 */
import type { Decision, DecisionDocument, Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'
import { limitsWords } from '../calendar/deadline.ts'
import { namesOf } from '../law/names.ts'
import { noVersionTitle, noVersionWordsOf } from '../law/no-version.ts'
import { widthOf } from '../line/painter.ts'
import { wrapped } from '../line/wrap.ts'
import { joined } from '../phrase/list.ts'
import { sentence } from '../problem/sentence.ts'
import { changeWords } from '../question/question.ts'
import { actNames } from './act-name.ts'
import { possibleAnswerWords } from './answered.ts'
import { decidersWords } from './deciders.ts'
import { fewAuthorityLines } from './authority-lines.ts'
import { dutiesAfter, dutiesNow, dutyLines } from './duty-lines.ts'
import { clockWords, penFor, type Look, type Pen } from './look.ts'
import { askedWords, questionLines, questionsOf } from './question-lines.ts'
import type { DecisionKey } from './phrases.ts'
import { reasonLines } from './reason-lines.ts'
import { standingLines } from './standing-lines.ts'
import { briefWords, capitalsOf, headlineWords } from './headline.ts'

/** Writes an answer, line by line. */
export function answerLines(answer: DecisionDocument, stack: Stack, look: Look): readonly string[] {
  const pen = penFor(look)
  const { decisions } = answer
  const [only] = decisions
  const isOne = decisions.length === 1 && only !== undefined
  return [
    ...titleLines(answer, stack, pen),
    '',
    ...(isOne ? headLines(only, stack, pen) : briefLines(decisions, stack, pen)),
    ...toDoLines(decisions, stack, pen),
    ...part(pen, 'always-due', standingLines(answer, stack, pen)),
    ...askLines(decisions, stack, pen),
    ...(isOne ? restLines(only, stack, pen) : decisions.flatMap((decision) => actLines(decision, stack, pen))),
    ...withoutVersionLines(answer, pen),
    ...part(pen, 'authorities', fewAuthorityLines(answer, pen)),
    ...checkedLines(answer, stack, pen),
  ]
}

/** So many instruments without a version are named. */
const mostWithoutVersion = 12

/** Names the instruments about these acts that have no version on the date: the answer is not that of their later text. */
export function withoutVersionLines(
  { asOf, noVersion }: DecisionDocument,
  { line, item, lang, paint }: Pen,
): readonly string[] {
  if (noVersion.length === 0) return []
  const title = line(0, noVersionTitle(asOf, lang)).map((one) => paint('bold', one))
  const said = noVersionWordsOf(noVersion, mostWithoutVersion, lang)
  return ['', ...title, ...said.flatMap((text) => item(2, '-', text))]
}

/**
 * Says how far the law was checked, the place itself first; of the places above it, only where somebody said. What was
 * checked is in the data, and in the status of the law.
 */
export function checkedLines({ place, checked }: DecisionDocument, stack: Stack, pen: Pen): readonly string[] {
  const { say, line, lang, paint } = pen
  const names = namesOf(stack, lang)
  const titleOf = (id: string): string => names.place(id) ?? id
  const own = checked.some((one) => one.place === place) ? [] : [say('never-checked', { place: titleOf(place) })]
  const said = checked
    .toReversed()
    .map(({ place: id, through }) => say('checked-through', { place: titleOf(id), date: through }))
  return ['', ...[...own, ...said].flatMap((text) => line(0, text)).map((one) => paint('dim', one))]
}

/** Writes the place, the agency and the day, with what was derived and how the request was read. */
export function titleLines(answer: DecisionDocument, stack: Stack, pen: Pen): readonly string[] {
  const { place, agency, asOf, derived, notes } = answer
  const { say, line, item, lang, paint } = pen
  const names = namesOf(stack, lang)
  const title = names.place(place) ?? place
  const text =
    agency === null
      ? say('title', { place: title, asOf })
      : say('title-of-agency', { place: title, agency: names.agency(agency), asOf })
  const facts = derived.flatMap(({ fact, possible }) =>
    line(2, say('derived', { fact, possible: possible.map(String) })),
  )
  const warnings = notes.map((note) => sentence(note, lang))
  return [
    ...line(0, painted(text, title, paint)),
    ...facts,
    ...warnings.flatMap(({ message, help }) => item(2, '!', help === null ? message : `${message}; ${help}`)),
  ]
}

/** Puts all acts in one line, so that nobody has to read on to see what is decided. */
function briefLines(decisions: readonly Decision[], stack: Stack, { say, lang, width, paint }: Pen): readonly string[] {
  const acts = decisions.map(({ act }) => act)
  const nameOf = actNames(stack.vocabulary, acts, lang)
  const items = decisions.map((decision) => {
    const brief = briefWords(decision, nameOf(decision.act), { say, lang })
    const at = decision.limit?.at ?? null
    const text = at === null ? brief : say('brief-until', { brief, at: clockWords(at).replace(/ \S+$/, '') })
    return painted(text, capitalsOf(text), paint)
  })
  return beside(items, width).flatMap((one) => wrapped(one, width, 2))
}

/** Puts items beside one another as far as they fit; none is broken to fill a line. */
function beside(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    const isFitting = last !== undefined && widthOf(`${last} · ${item} ·`) <= width
    if (isFitting) lines[lines.length - 1] = `${last} · ${item}`
    else lines.push(item)
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} ·` : line))
}

/** Writes the verdict on one act, with who decides and until when. */
export function headLines(decision: Decision, stack: Stack, pen: Pen): readonly string[] {
  const { verdict, act, limit, counsel } = decision
  const { say, line, lang, paint } = pen
  const names = namesOf(stack, lang)
  const headline = headlineWords(decision, names.act(act), pen)
  return [
    ...wrapped(painted(headline, capitalsOf(headline), paint), pen.width, 2),
    ...counsel.flatMap((reason) => line(2, say('counsel', { reason: textIn(reason, lang) }))),
    ...silenceLines(decision, pen),
    ...deciderLines(decision, pen),
    ...(limit === null ? [] : line(2, limitText(limit, stack, pen))),
    ...(verdict === 'needs-facts' ? line(2, say('still-possible', { possible: possibleList(decision, lang) })) : []),
  ]
}

function deciderLines({ deciders }: Decision, { say, line, lang }: Pen): readonly string[] {
  if (deciders.length === 0) return []
  return line(2, say(deciders.length === 1 ? 'decider' : 'deciders', { decider: decidersWords(deciders, lang) }))
}

/** Says what stands behind a silence: the law that asks for a power, a duty that is lifted, what is not encoded. */
function silenceLines(
  { verdict, silence, power, missing }: Decision,
  { say, line, item, lang }: Pen,
): readonly string[] {
  const isWithoutPower = silence.includes('no-power') && power !== null
  return [
    ...(isWithoutPower ? line(2, say('power', { cite: power })) : []),
    ...(isWithoutPower && silence.includes('duty-lifted') ? line(2, say('power-and-lifted')) : []),
    ...(silence.includes('not-in-force') ? line(2, say('no-law-in-force')) : []),
    ...missing.flatMap(({ cite, isPart, title, because, certain }) => {
      const pin = isPart ? say('part', { cite }) : cite
      const text = say('missing', { cite: pin, title: textIn(title, lang) })
      const isSure = certain || verdict !== 'no-rule'
      return [
        ...item(2, '!', isSure ? text : say('uncertain', { text })),
        ...(because === null ? [] : line(4, say('because', { reason: textIn(because, lang) }))),
      ]
    }),
  ]
}

function limitText({ limits, at }: NonNullable<Decision['limit']>, stack: Stack, { say, lang, paint }: Pen): string {
  const words = limitsWords(limits, namesOf(stack, lang), lang)
  if (at === null) return words
  const clock = clockWords(at)
  return painted(say('limit-at', { limit: words, at: clock }), clock, paint)
}

function toDoLines(decisions: readonly Decision[], stack: Stack, pen: Pen): readonly string[] {
  const duties = dutiesNow(decisions)
  return part(
    pen,
    'to-do',
    duties.flatMap((duty) => dutyLines(duty, 2, stack, pen)),
  )
}

function askLines(decisions: readonly Decision[], stack: Stack, pen: Pen): readonly string[] {
  const questions = questionsOf(decisions)
  const acts = decisions.map(({ act }) => act)
  const isShared = questions.length === 1 && questions[0]?.acts.length === acts.length
  const nameOf = isShared ? null : actNames(stack.vocabulary, acts, pen.lang)
  return part(
    pen,
    'ask',
    questions.flatMap((asked) => questionLines(asked, nameOf, stack, pen)),
  )
}

/** Writes one of several acts: its verdict over its reasons. */
function actLines(decision: Decision, stack: Stack, pen: Pen): readonly string[] {
  const { line, say } = pen
  const titled = (key: DecisionKey, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [...line(2, say(key)), ...lines]
  return [
    '',
    ...headLines(decision, stack, pen),
    ...reasonLines(decision, pen),
    ...titled('if-done', afterLines(decision, 4, stack, pen)),
    ...titled('nearest', nearestLines(decision, 4, stack, pen)),
  ]
}

/** Writes what is left of the only act: its verdict stands at the top, and its reasons are a part like the others. */
function restLines(decision: Decision, stack: Stack, pen: Pen): readonly string[] {
  return [
    ...part(pen, 'why', reasonLines(decision, pen)),
    ...part(pen, 'if-done', afterLines(decision, 2, stack, pen)),
    ...part(pen, 'nearest', nearestLines(decision, 2, stack, pen)),
  ]
}

function part({ line, say, paint }: Pen, key: DecisionKey, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', ...line(0, say(key)).map((title) => paint('bold', title)), ...lines]
}

function afterLines(decision: Decision, depth: number, stack: Stack, pen: Pen): readonly string[] {
  return dutiesAfter(decision).flatMap((duty) => dutyLines(duty, depth, stack, pen))
}

/** Writes what would change the verdict. */
function nearestLines(decision: Decision, depth: number, stack: Stack, { say, line, lang }: Pen): readonly string[] {
  return nearestChanges(decision, stack, lang).flatMap(({ question, to, verdict }) =>
    line(
      depth,
      say('change', { question: leading(question), to, verdict: possibleAnswerWords(verdict, decision.power, lang) }),
    ),
  )
}

/** Ends what leads to an answer: a question has its mark, and what is told unasked is no question. */
function leading(question: string): string {
  return /[.?]$/.test(question) ? question : `${question}:`
}

/** A change of one fact that would change the verdict: the question, its other answers, and the verdict then. */
export interface NearestWords {
  readonly question: string
  readonly to: string
  readonly verdict: Decision['verdict']
}

/** Says what would change the verdict. Changes of one fact that lead to one verdict stand together. */
export function nearestChanges({ nearest }: Decision, stack: Stack, lang: string): readonly NearestWords[] {
  const changes = Map.groupBy(nearest, ({ fact, verdict }) => `${fact} ${verdict}`)
  return [...changes.values()].map((alike) => {
    const [{ fact, verdict } = { fact: '', verdict: 'no-rule' as const }] = alike
    const values = alike.map((change) => changeWords(stack, change, lang))
    const to = values.length > 1 && values.some(isList) ? values.join('; ') : joined(values, 'or', lang)
    return { question: askedWords(stack, fact, lang), to, verdict }
  })
}

/** Tells whether a value is a list itself: such values are told apart by semicolons. */
function isList(value: string): boolean {
  return /,| (?:or|and|o|u|y|e) /.test(value)
}

function possibleList({ possible, power }: Decision, lang: string): string {
  return joined(
    possible.map((verdict) => possibleAnswerWords(verdict, power, lang)),
    'or',
    lang,
  )
}

/** Sets one part of a text in bold. */
function painted(text: string, part: string, paint: Pen['paint']): string {
  return text.replace(part, () => paint('bold', part))
}
