/** One act of a comparison as lines: every way of changing, where, and a case of each. */
import { textIn, type Texts } from '@brightline/language'
import { limitsWords } from '../calendar/deadline.ts'
import { numberWords } from '../line/number.ts'
import type { Painter } from '../line/painter.ts'
import { answeredWords } from '../decision/answered.ts'
import { movedWords } from './moved.ts'
import { decidersWords } from '../decision/deciders.ts'
import { caseLines } from './case-lines.ts'
import type {
  ActDocument,
  CaseDocument,
  ChangedCases,
  DutyDocument,
  NotAnalysedDocument,
  RegionDocument,
  TermsDocument,
  VerdictDocument,
} from './document.ts'
import { changeWords, fieldWords, namesOfDeadlines, type FieldSpeaker } from './field-words.ts'
import { regionLines } from './region-lines.ts'
import { actRequestsText, requestsText } from './requests.ts'
import { casesWords, fromTo, say, shareOf } from './say.ts'

/** Says what changes on an act. */
export function actLines(act: ActDocument, speaker: FieldSpeaker, paint: Painter): readonly string[] {
  const { lang } = speaker
  return [
    paint('bold', textIn(act.phrase, lang)),
    `  ${countsText(act, lang)}`,
    ...(act.requests === null ? [] : [`  ${actRequestsText(act.requests, lang)}`]),
    ...act.verdicts.flatMap((change) => verdictLines(change, act, speaker, paint)),
    ...act.terms.flatMap((change) => termsLines(change, act, speaker)),
    ...act.duties.flatMap((change) => dutyLines(change, act, speaker)),
  ]
}

/** Says in how many cases the verdict, the duties or the terms alone change. */
export function countsText(act: ActDocument, lang: string): string {
  const { cases, verdictChanged, onlyDutiesChanged, onlyTermsChanged } = act
  const counted = (count: string): string => (count === '0' ? say('noneOfThem', lang) : caseShare(count, cases, lang))
  return [
    say('casesChange', lang, { cases: casesWords(cases, 'distinct-case', lang), verdicts: counted(verdictChanged) }),
    ...(onlyDutiesChanged === '0' ? [] : [say('onlyDuties', lang, { count: counted(onlyDutiesChanged) })]),
    ...(onlyTermsChanged === '0' ? [] : [say('onlyTerms', lang, { count: counted(onlyTermsChanged) })]),
  ].join('; ')
}

/** Says a number of cases and which share of all they are. */
export function caseShare(count: string, cases: string, lang: string): string {
  return say('caseCount', lang, { cases: casesWords(count, 'case', lang), share: shareOf(count, cases, lang) })
}

function verdictLines(
  change: VerdictDocument,
  { cases }: ActDocument,
  speaker: FieldSpeaker,
  paint: Painter,
): readonly string[] {
  const { lang } = speaker
  const { fromSection, toSection, count } = change
  const way = say('way', lang, movedWords(change, lang))
  const sections = say('way', lang, {
    from: fromSection?.cite ?? say('noSection', lang),
    to: toSection?.cite ?? say('noSection', lang),
  })
  return [`  ${paint('bold', way)}: ${caseShare(count, cases, lang)}, ${sections}`, ...detailLines(change, speaker)]
}

function termsLines(change: TermsDocument, { cases }: ActDocument, speaker: FieldSpeaker): readonly string[] {
  const { lang } = speaker
  const [before, after] = termsWords(change, speaker)
  const name = say(`terms-${change.aspect}`, lang)
  return [
    `  ${name}: ${caseShare(change.count, cases, lang)}`,
    ...fromTo('    ', before, after, lang),
    ...detailLines(change, speaker),
  ]
}

/** Says who decides, for how long, or why counsel is asked first, before and after. */
export function termsWords({ aspect, before, after }: TermsDocument, speaker: FieldSpeaker): readonly [string, string] {
  const { lang } = speaker
  if (aspect === 'limit') return [limitText(before.limit, speaker), limitText(after.limit, speaker)]
  if (aspect === 'counsel') return [counselText(before.counsel, lang), counselText(after.counsel, lang)]
  const who = ({ deciders }: TermsDocument['before']): string =>
    deciders.length === 0 ? say('nobody', lang) : decidersWords(deciders, lang)
  return [who(before), who(after)]
}

function counselText(counsel: readonly Texts[], lang: string): string {
  return counsel.length === 0 ? say('noCounsel', lang) : counsel.map((texts) => textIn(texts, lang)).join('; ')
}

function limitText(limit: TermsDocument['before']['limit'], speaker: FieldSpeaker): string {
  if (limit === null) return say('noLimit', speaker.lang)
  return limitsWords(limit.limits, namesOfDeadlines(speaker), speaker.lang)
}

function dutyLines(change: DutyDocument, { cases }: ActDocument, speaker: FieldSpeaker): readonly string[] {
  const { lang } = speaker
  const { duty, count, fields } = change
  const name = say(`duty-${change.change}`, lang)
  const others = fields.map((field) => {
    const [before, after] = changeWords(field, speaker)
    return fromTo(`    ${fieldWords(field.field, lang)}: `, before, after, lang)
  })
  return [
    `  ${name}: ${textIn(duty.action, lang)} [${duty.cite}]: ${caseShare(count, cases, lang)}`,
    ...others.flat(),
    ...detailLines(change, speaker),
  ]
}

function detailLines({ region, example, requests }: ChangedCases, speaker: FieldSpeaker): readonly string[] {
  const { lang } = speaker
  return [
    ...(requests === null ? [] : [`    ${say('recordedRequests', lang)}: ${requestsText(requests, lang)}`]),
    ...regionLines(region, speaker).map(({ depth, text }) => `${'  '.repeat(depth + 2)}${text}`),
    ...exampleLines(example, region, speaker),
  ]
}

function exampleLines(example: CaseDocument, region: RegionDocument | null, speaker: FieldSpeaker): readonly string[] {
  const { lang } = speaker
  const names = [say('before', lang), say('after', lang)]
  const width = Math.max(...names.map(({ length }) => length)) + 1
  const answers = [example.left, example.right].map((answer) => answerText(answer, lang))
  return [
    `    ${say('forExample', lang)}`,
    ...caseLines(example, region, speaker).map((line) => `      ${line}`),
    ...answers.map((answer, at) => `      ${`${names[at] ?? ''}:`.padEnd(width)} ${answer}`),
  ]
}

/** Says a verdict and the rules that it rests on. */
export function answerText({ verdict, silence, by }: CaseDocument['left'], lang: string): string {
  const said = answeredWords({ verdict, silence }, lang)
  if (by.length === 0) return said
  return say('byRules', lang, { verdict: said, rules: by.map(({ cite }) => cite).join('; ') })
}

/** Says what random cases showed of an act that outgrew exact analysis. */
export function notAnalysedLines(act: NotAnalysedDocument, speaker: FieldSpeaker, paint: Painter): readonly string[] {
  const { example } = act.sampled
  return [
    `${paint('bold', textIn(act.phrase, speaker.lang))}: ${sampledText(act, speaker.lang)}`,
    ...(example === null ? [] : exampleLines(example, null, speaker)),
  ]
}

/** Says how many random cases were tried and what became of them. */
export function sampledText({ reason, sampled: { tried, changed } }: NotAnalysedDocument, lang: string): string {
  const found =
    changed === 0 ? say('noneSampled', lang) : say('someSampled', lang, { changed: numberWords(changed, lang) })
  return say('notAnalysed', lang, { reason, tried, found })
}
