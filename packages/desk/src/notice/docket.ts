/** What the docket of a case shows of its notices, and the way to them. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { href } from '../screen/href.ts'
import { languageName } from '../translation/language.ts'
import { isPaperKind } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** Lists the notices of a case, each with its link and when it was given. */
export function noticeItems({ notices, reference, timeZone }: CaseRecord, lang: string): readonly Markup[] {
  return notices.map(({ id, kind, language, given_at: given }) => {
    const name = noticeName(kind, lang)
    const when = given === null ? sayNotice(lang)('not-given') : clockTime(given, timeZone, lang)
    return markup`<li><a href="${href(`/cases/${reference}/notices/${id}`)}">${name}</a> (${languageName(language, lang)})<p class="hint">${when}</p></li>`
  })
}

/** Names the kind of a notice; one of another release is a paper. */
export function noticeName(kind: string, lang: string): string {
  return sayNotice(lang)(isPaperKind(kind) ? kind : 'paper')
}

/** The way to the notices of a case. */
export function noticesWay({ reference }: CaseRecord, lang: string): Markup {
  return markup`<p class="after"><a href="${href(`/cases/${reference}/notices`)}">${sayNotice(lang)('way')}</a></p>`
}
