/** The page on which a record is verified: the news first, then each entry with what was found. */
import type { Stack } from '@brightline/engine'
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { casePath } from '../question/open-interview.ts'
import { href } from '../screen/href.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { bookOf, bookOfKind } from './book.ts'
import type { CaseClaim } from './case-claims.ts'
import { isByWrongClock, type CheckedCorrection, type ClockCorrection } from './clock-correction.ts'
import { correctionWords, wrongClockWords } from './correction-words.ts'
import { gapBox, type Gone } from './deleted-entries.ts'
import type { CheckedClaim } from './verify-case.ts'
import { isFault, type Checked } from './verify-entry.ts'
import { whereLogged } from './where-logged.ts'
import { sayRecord } from './words.ts'

/** What was found of a case: its rows, and what is gone. */
export interface CheckedCase {
  readonly rows: readonly CheckedClaim[]
  readonly gone: Gone
  /** The corrections of the clock that bear on them. */
  readonly corrections: readonly CheckedCorrection[]
}

/** Tells if an entry of a case was made by the clock that a correction corrects. */
export function isMadeBy(
  correction: ClockCorrection,
  { claim: { kind, serial }, at }: CaseClaim,
  { deskPrefix, timeZone }: Pick<CaseRecord, 'deskPrefix' | 'timeZone'>,
): boolean {
  const book = bookOfKind[kind] ?? deskPrefix.toLowerCase()
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate().toString()
  return isByWrongClock({ book, serial, day }, correction)
}

/** Tells what the page is about in one sentence: what is wrong comes first. */
export function newsOf({ rows, gone, corrections }: CheckedCase, lang: string): string {
  const say = sayRecord(lang)
  const count = (kind: Checked['kind']): number =>
    [...rows, ...corrections].filter(({ checked }) => checked.kind === kind).length
  const missing = count('missing') + gone.entries.length
  if (rows.length + gone.entries.length + gone.duties.length === 0) return say('none')
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
  const items = found.rows.map((row) => {
    const { claim, at, isSuperseded, checked } = row
    const what = row.what(stack, lang)
    const made = found.corrections.find((one) => isMadeBy(one.row, row, record))
    const clock = made === undefined ? null : markup`<br>${wrongClockWords(made.row, record.timeZone, lang)}`
    const words = markup`${isSuperseded ? markup`<del>${what}</del>` : what}<p class="hint">${clockTime(at, record.timeZone, lang)}${clock}</p>`
    return itemOf(placeWords(claim, record.deskPrefix, lang), words, checked, lang)
  })
  const clocks = found.corrections.map(({ row, checked }) => {
    const when = clockTime(row.corrected_at, record.timeZone, lang)
    const place = placeWords({ kind: 'clock', serial: row.log_serial }, bookOf(row.place), lang)
    return itemOf(place, markup`${correctionWords(row, lang)}<p class="hint">${when}</p>`, checked, lang)
  })
  return markup`<p class="back"><a href="${href(casePath(record.reference))}">${say('back', { reference: record.reference })}</a></p>
<h1>${newsOf(found, lang)}</h1><p class="lead">${say('lead')}</p>${gapBox(found.gone, lang)}
<section class="section"><table><thead><tr><th scope="col">${say('entry')}</th><th scope="col">${say('decision')}</th><th scope="col">${say('found')}</th></tr></thead><tbody>${items}${clocks}</tbody></table>
<p class="buttons"><a class="button second" href="${href(casePath(record.reference, 'record'))}">${say('again')}</a></p></section>`
}

function itemOf(place: string, what: Markup, checked: Checked, lang: string): Markup {
  const look = isFault(checked) ? markup` class="fault"` : null
  return markup`<tr><th scope="row">${place}</th><td>${what}</td><td${look}>${foundWords(checked, lang)}</td></tr>`
}

function placeWords({ kind, serial }: Pick<CaseClaim['claim'], 'kind' | 'serial'>, desk: string, lang: string): string {
  return serial === null ? '–' : sentenceCase(whereLogged({ kind, desk, serials: [serial] }, lang), lang)
}

function foundWords(checked: Checked, lang: string): string {
  const say = sayRecord(lang)
  if (checked.kind !== 'proved' && checked.kind !== 'forgotten') return say(checked.kind)
  return say(checked.kind, { index: checked.index + 1, size: checked.size })
}
