/** Every change of an act's cases as a row: for the tables of memos and pages. */
import { textIn } from '@brightline/language'
import { caseShare, termsWords } from './act-lines.ts'
import type { ActDocument, ChangedCases, DutyDocument } from './document.ts'
import { changeWords, fieldWords, type FieldSpeaker } from './field-words.ts'
import { movedWords } from './moved.ts'
import { requestsText } from './requests.ts'
import { say } from './say.ts'

/** One change of the cases of an act. */
export interface ChangeRow {
  readonly kind: 'verdict' | 'terms' | 'duty'
  /** The thing that changes: the verdict, who decides, how long, or a duty with what it orders. */
  readonly change: string
  readonly before: string
  readonly after: string
  /** The number of cases, and their share of all. */
  readonly cases: string
  /** The same as a number from 0 to 1. */
  readonly part: number
  readonly cite: string
  /** Null without a data set. */
  readonly requests: string | null
}

/** Lists every change of an act's cases. */
export function changeRows(act: ActDocument, speaker: FieldSpeaker): readonly ChangeRow[] {
  const { lang } = speaker
  const shared = ({ count, requests }: ChangedCases): Pick<ChangeRow, 'cases' | 'part' | 'requests'> => ({
    cases: caseShare(count, act.cases, lang),
    part: Number((BigInt(count) * 10_000n) / BigInt(act.cases)) / 10_000,
    requests: requests === null ? null : requestsText(requests, lang),
  })
  return [
    ...act.verdicts.map((change): ChangeRow => {
      const { from: before, to: after } = movedWords(change, lang)
      const cite = (change.toSection ?? change.fromSection)?.cite ?? ''
      return { kind: 'verdict', change: say('verdict', lang), before, after, cite, ...shared(change) }
    }),
    ...act.terms.map((change): ChangeRow => {
      const [before, after] = termsWords(change, speaker)
      return { kind: 'terms', change: say(`terms-${change.aspect}`, lang), before, after, cite: '', ...shared(change) }
    }),
    ...act.duties.flatMap((change) => dutyRows(change, speaker).map((row) => ({ ...row, ...shared(change) }))),
  ]
}

/** Makes a row for each thing that a duty orders otherwise. */
function dutyRows(
  { change, duty, fields }: DutyDocument,
  speaker: FieldSpeaker,
): readonly Omit<ChangeRow, 'cases' | 'part' | 'requests'>[] {
  const { lang } = speaker
  const action = textIn(duty.action, lang)
  const title = `${say(`duty-${change}`, lang)}: ${action}`
  const row = { kind: 'duty', cite: duty.cite } as const
  if (change === 'begins') return [{ ...row, change: title, before: '', after: action }]
  if (change === 'ends') return [{ ...row, change: title, before: action, after: '' }]
  return fields.map((field) => {
    const [before, after] = changeWords(field, speaker)
    return { ...row, change: `${title}, ${fieldWords(field.field, lang)}`, before, after }
  })
}
