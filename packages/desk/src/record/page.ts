/** The page on which a record is verified: the news first, then each entry with what was found. */
import { markup, type Markup } from '@brightline/documents/html'
import type { Stack } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import type { CaseRecord, DecisionRecord } from '../case/read-case.ts'
import { verdictOn } from '../decision/verdict.ts'
import { clockTime } from '../home/time.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import type { Checked } from './verify-decision.ts'
import { sayRecord } from './words.ts'

/** A row with what was found of it. */
export interface CheckedRow {
  readonly row: DecisionRecord
  readonly checked: Checked
}

/** Tells what the page is about in one sentence: what is wrong comes first. */
export function newsOf(rows: readonly CheckedRow[], lang: string): string {
  const say = sayRecord(lang)
  const count = (kind: Checked['kind']): number => rows.filter(({ checked }) => checked.kind === kind).length
  if (rows.length === 0) return say('none')
  if (count('altered') > 0) return say('some-altered', { count: count('altered') })
  if (count('missing') > 0) return say('some-missing', { count: count('missing') })
  return say(count('waiting') > 0 ? 'some-waiting' : 'all-proved')
}

/** Makes the main part. */
export function recordMain(record: CaseRecord, rows: readonly CheckedRow[], stack: Stack, lang: string): Markup {
  const say = sayRecord(lang)
  const items = rows.map(({ row, checked }) => {
    const what = verdictOn(row.verdict, namesOf(stack, lang).act(row.act), lang)
    const isWrong = checked.kind === 'altered' || checked.kind === 'missing'
    return markup`<tr><th scope="row" class="mono">${row.log_serial}</th><td>${row.isSuperseded ? markup`<del>${what}</del>` : what}<p class="hint">${clockTime(row.decided_at, record.timeZone, lang)}</p></td><td${isWrong ? markup` class="fault"` : null}>${foundWords(checked, lang)}</td></tr>`
  })
  return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back', { reference: record.reference })}</a></p>
<h1>${newsOf(rows, lang)}</h1><p class="lead">${say('lead')}</p>
<section class="section"><table><thead><tr><th scope="col">${say('entry')}</th><th scope="col">${say('decision')}</th><th scope="col">${say('found')}</th></tr></thead><tbody>${items}</tbody></table>
<p class="buttons"><a class="button second" href="${href(casePath(record.reference, 'record'))}">${say('again')}</a></p></section>`
}

function foundWords(checked: Checked, lang: string): string {
  const say = sayRecord(lang)
  if (checked.kind !== 'proved' && checked.kind !== 'forgotten') return say(checked.kind)
  return say(checked.kind, { index: checked.index + 1, size: checked.size })
}
