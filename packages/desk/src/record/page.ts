/** The page on which a record is verified: the news first, then each entry with what was found. */
import type { Stack } from '@brightline/engine'
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import { gapBox, type Gone } from './deleted-entries.ts'
import type { CheckedClaim } from './verify-case.ts'
import { isFault, type Checked } from './verify-entry.ts'
import { sayRecord } from './words.ts'

/** What was found of a case: its rows, and what is gone. */
export interface CheckedCase {
  readonly rows: readonly CheckedClaim[]
  readonly gone: Gone
}

/** Tells what the page is about in one sentence: what is wrong comes first. */
export function newsOf({ rows, gone }: CheckedCase, lang: string): string {
  const say = sayRecord(lang)
  const count = (kind: Checked['kind']): number => rows.filter(({ checked }) => checked.kind === kind).length
  const missing = count('missing') + gone.serials.length
  if (rows.length + gone.serials.length + gone.duties.length === 0) return say('none')
  if (count('altered') > 0) return say('some-altered', { count: count('altered') })
  if (missing > 0) return say('some-missing', { count: missing })
  if (count('key-gone') > 0) return say('some-keys-gone', { count: count('key-gone') })
  if (gone.duties.length > 0) return say('some-duties-gone', { count: gone.duties.length })
  return say(count('waiting') > 0 ? 'some-waiting' : 'all-proved')
}

/** Makes the main part. */
export function recordMain(
  record: CaseRecord,
  found: CheckedCase,
  { stack, lang }: { readonly stack: Stack; readonly lang: string },
): Markup {
  const say = sayRecord(lang)
  const items = found.rows.map(({ claim, at, what: say, isSuperseded, checked }) => {
    const [isWrong, what] = [isFault(checked), say(stack, lang)]
    return markup`<tr><th scope="row" class="mono">${claim.serial ?? '–'}</th><td>${isSuperseded ? markup`<del>${what}</del>` : what}<p class="hint">${clockTime(at, record.timeZone, lang)}</p></td><td${isWrong ? markup` class="fault"` : null}>${foundWords(checked, lang)}</td></tr>`
  })
  return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back', { reference: record.reference })}</a></p>
<h1>${newsOf(found, lang)}</h1><p class="lead">${say('lead')}</p>${gapBox(found.gone, lang)}
<section class="section"><table><thead><tr><th scope="col">${say('entry')}</th><th scope="col">${say('decision')}</th><th scope="col">${say('found')}</th></tr></thead><tbody>${items}</tbody></table>
<p class="buttons"><a class="button second" href="${href(casePath(record.reference, 'record'))}">${say('again')}</a></p></section>`
}

function foundWords(checked: Checked, lang: string): string {
  const say = sayRecord(lang)
  if (checked.kind !== 'proved' && checked.kind !== 'forgotten') return say(checked.kind)
  return say(checked.kind, { index: checked.index + 1, size: checked.size })
}
