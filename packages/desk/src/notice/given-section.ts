/** What is on record of a paper that was given. */
import { markup, type Markup } from '@brightline/documents/html'
import type { CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { languageName } from '../translation/language.ts'
import { channels, formChoices, offersBeside } from './give.ts'
import { factsOf, type PaperKind } from './paper-kind.ts'
import { sayNotice, type NoticeKey } from './words.ts'

/** How each choice of the person is said. */
export const choiceWords = {
  none: 'choice-none',
  no: 'choice-no',
  'with-attorney': 'choice-with-attorney',
  yes: 'choice-yes',
} as const

/** The paper of a case that was given. */
interface GivenShown {
  readonly record: CaseRecord
  readonly row: CaseRecord['notices'][number]
  readonly kind: PaperKind
}

/** Shows when, how, in which languages, with which signature and interpreter. */
export function givenSection({ record, row, kind }: GivenShown, lang: string): Markup {
  const say = sayNotice(lang)
  const { given_at: at, channel, signature, had_interpreter: had, choice, offered, language } = row
  const time = at === null ? '' : clockTime(at, record.timeZone, lang)
  const how = channels.find((one) => one === channel)
  const chosen = formChoices.find((one) => one === choice)
  const rows: readonly (readonly [NoticeKey, string])[] = [
    ['when', time],
    ['channel', how === undefined ? '' : say(how)],
    ...(row.recipient === 'person' && signature !== null ? [['signature', `${say(signature)}, ${time}`] as const] : []),
    ...(offered === null ? [] : [['offered', offerName(offered, lang)] as const]),
    ['given-language', languageName(language, lang)],
    ...(row.recipient === 'person' ? [['interpreter', say(had === true ? 'yes' : 'no')] as const] : []),
    ...(factsOf(kind).hasChoice && chosen !== undefined ? [['choice', say(choiceWords[chosen])] as const] : []),
  ]
  const lines = rows.map(([key, value]) => markup`<tr><th scope="row">${say(key)}</th><td>${value}</td></tr>`)
  return markup`<section class="section"><h2>${say('all-given')}</h2><table>${lines}</table></section>`
}

function offerName(offered: string, lang: string): string {
  const beside = offersBeside.find((one) => one === offered)
  return beside === undefined ? languageName(offered, lang) : sayNotice(lang)(`offered-${beside}`)
}
