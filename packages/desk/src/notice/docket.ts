/** What the docket of a case shows of its notices, and the way to them. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { codeWords } from '../screen/code-words.ts'
import { href } from '../screen/href.ts'
import { languageName } from '../translation/language.ts'
import { isPaperKind, recipients } from './paper-kind.ts'
import { sayNotice } from './words.ts'

/** Lists the notices of a case, each with its link and when it was given. */
export function noticeItems({ notices, reference, timeZone }: CaseRecord, lang: string): readonly Markup[] {
  const names = namesOfNotices({ notices }, lang)
  return notices.map(({ id, given_at: given }) => {
    const when = given === null ? sayNotice(lang)('not-given') : clockTime(given, timeZone, lang)
    return markup`<li><a href="${href(`/cases/${reference}/notices/${id}`)}">${names.get(id) ?? ''}</a><p class="hint">${when}</p></li>`
  })
}

/** Names each notice so that no two of a case are called the same: by its language, by whom it is for, by its number. */
export function namesOfNotices({ notices }: Pick<CaseRecord, 'notices'>, lang: string): ReadonlyMap<string, string> {
  const named = notices.map((row) => {
    const of = { kind: noticeName(row.kind, lang), language: languageName(row.language, lang) }
    const who = codeWords(recipients, row.recipient, sayNotice(lang), lang)
    return { id: row.id, plain: `${of.kind} (${of.language})`, whole: `${of.kind} (${of.language}, ${who})` }
  })
  const isAlone = (of: (one: (typeof named)[number]) => string, one: (typeof named)[number]): boolean =>
    named.filter((other) => of(other) === of(one)).length === 1
  return new Map(
    named.map((one) => {
      if (isAlone(({ plain }) => plain, one)) return [one.id, one.plain]
      if (isAlone(({ whole }) => whole, one)) return [one.id, one.whole]
      const alike = named.filter(({ whole }) => whole === one.whole)
      return [one.id, `${one.whole} ${alike.findIndex(({ id }) => id === one.id) + 1}`]
    }),
  )
}

/** Names the kind of a notice; one of another release is a paper. */
export function noticeName(kind: string, lang: string): string {
  return sayNotice(lang)(isPaperKind(kind) ? kind : 'paper')
}

/** The way to the notices of a case. */
export function noticesWay({ reference }: CaseRecord, lang: string): Markup {
  return markup`<p class="after"><a href="${href(`/cases/${reference}/notices`)}">${sayNotice(lang)('way')}</a></p>`
}
