/** The papers of a case: what the law demands first, then what else there is, what was made, and who gets none. */
import { markup, type Markup } from '@brightline/documents/html'
import { joined } from '@brightline/wording'
import { codeWords } from '../screen/code-words.ts'
import { sentenceCase } from '../screen/sentence-case.ts'
import { languageName } from '../translation/language.ts'
import { sayTranslation } from '../translation/words.ts'
import { standingDecisions, type CaseRecord } from '../case/read-case.ts'
import { clockTime } from '../home/time.ts'
import { href } from '../screen/href.ts'
import { hasLogged } from './compose.ts'
import { namesOfNotices } from './docket.ts'
import { demandsOf, type Demand } from './demand.ts'
import type { PaperMaking } from './make-form.ts'
import { madeWords, offerOf } from './offer.ts'
import { factsOf, isPaperKind, paperKindNames, type PaperKind, recipients } from './paper-kind.ts'
import { sayNotice, type NoticeKey } from './words.ts'

/** Who reads the page. */
export interface PapersReader {
  readonly lang: string
  /** With what papers are made; null for those who make none. */
  readonly making: PaperMaking | null
}

/** Says the news of the page. */
export function papersTitle(record: CaseRecord, lang: string): string {
  const say = sayNotice(lang)
  const demands = demandsOf(record)
  const open = demands.filter(({ isOpen }) => isOpen).length
  if (open > 0) return say('news-open', { count: open })
  return say(demands.length > 0 ? 'news-done' : 'news-none')
}

/** Makes the main part. */
export function papersMain(record: CaseRecord, reader: PapersReader): Markup {
  const { lang } = reader
  const say = sayNotice(lang)
  const demands = demandsOf(record)
  const others = paperKindNames.filter(
    (kind) => demands.every((demand) => demand.kind !== kind) && isPossible(kind, record),
  )
  return markup`<p class="over"><a href="${href(`/cases/${record.reference}`)}">${say('case', { reference: record.reference })}</a></p>
<h1>${papersTitle(record, lang)}</h1>
<section class="section"><h2>${say('demanded')}</h2>${demandTable(demands, record, reader)}</section>
${madeSection(record, lang)}
<section class="section"><h2>${say('more-papers')}</h2><p>${say('more-lead')}</p>${otherTable(others, record, reader)}</section>
<section class="section"><h2>${say('not-to')}</h2>${noneTo(lang)}</section>
<p class="section"><a href="${href('/translations')}">${sayTranslation(lang)('title')}</a></p>`
}

/** Shows after a decision who gets which paper, how and by when, and who gets none; null where none is demanded. */
export function papersAfter(record: CaseRecord, reader: PapersReader): Markup | null {
  const say = sayNotice(reader.lang)
  const demands = demandsOf(record)
  if (demands.length === 0) return null
  return markup`<section class="section" aria-labelledby="papers"><h2 id="papers">${papersTitle(record, reader.lang)}</h2>${demandTable(demands, record, reader)}
<details><summary>${say('not-to')}</summary>${noneTo(reader.lang)}</details></section>`
}

function noneTo(lang: string): Markup {
  const say = sayNotice(lang)
  return markup`<ul class="plain-list"><li>${say('not-family')}</li><li>${say('not-agency')}</li><li>${say('not-attorney')}</li></ul>`
}

/** A reply needs a request, a receipt a decision that is in the log, and the same notice a date that may be told. */
function isPossible(kind: PaperKind, record: CaseRecord): boolean {
  if (factsOf(kind).tellsRelease && isDateKept(record)) return false
  return kind === 'receipt' ? hasLogged(record) : record.request !== null
}

/** Tells if the release date must not be told, and nobody has put on record that it was. */
function isDateKept(record: CaseRecord): boolean {
  const isForbidden = standingDecisions(record).some(
    ({ act, verdict, choice }) => act === 'notify-release' && verdict === 'prohibited' && choice !== 'do',
  )
  return isForbidden && record.times.every(({ event }) => event !== 'disclosure')
}

function demandTable(demands: readonly Demand[], record: CaseRecord, reader: PapersReader): Markup {
  const say = sayNotice(reader.lang)
  if (demands.length === 0) return markup`<p class="quiet">${say('demanded-none')}</p>`
  const rows = demands.map((demand) => {
    const { kind, cites, dueAt, isOpen, waiting } = demand
    const paper = { kind, record, waiting: isOpen ? waiting : null }
    const due =
      dueAt === null ? say('due-none') : say('due-at', { when: clockTime(dueAt, record.timeZone, reader.lang) })
    return markup`<tr><th scope="row"><b>${say(kind)}</b><br><span class="soft">${cites.join('; ')}</span></th>
<td>${stateWords(demand, reader.lang)} ${madeWords(paper, reader.lang)}<br><span class="soft">${say(`${kind}-hint`)} ${languageWords(demand, reader.lang)}</span></td>
<td>${isOpen ? due : null}</td><td>${offerOf(paper, reader.making, reader.lang)}</td></tr>`
  })
  return table(['paper', 'to', 'when'], rows, reader)
}

function stateWords({ isOpen, waiting, missing }: Demand, lang: string): string {
  const say = sayNotice(lang)
  if (!isOpen) return say('all-given')
  const names = waiting.map((recipient) => say(recipient))
  // The attorney or one other person: either is enough.
  const [first, ...rest] = names
  const who = rest.length > 1 ? joined([first ?? '', joined(rest, 'or', lang)], 'and', lang) : joined(names, 'or', lang)
  const languages = missing.map((code) => languageName(code, lang))
  if (languages.length === 0) return say('still-to', { who })
  return say('still-to-in', { who, languages: joined(languages, 'and', lang) })
}

function languageWords({ languages }: Demand, lang: string): string {
  if (languages.length === 0) return ''
  const names = languages.map((code) => languageName(code, lang))
  return sayNotice(lang)('law-names', { languages: joined(names, 'and', lang) })
}

function otherTable(kinds: readonly PaperKind[], record: CaseRecord, reader: PapersReader): Markup | null {
  const say = sayNotice(reader.lang)
  if (kinds.length === 0) return null
  const rows = kinds.map((kind) => {
    const to = joined(
      factsOf(kind).recipients.map((recipient) => say(recipient)),
      'or',
      reader.lang,
    )
    const paper = { kind, record, waiting: null }
    return markup`<tr><th scope="row">${say(kind)}</th><td>${sentenceCase(to, reader.lang)}. ${madeWords(paper, reader.lang)}<br><span class="soft">${say(`${kind}-hint`)}</span></td><td>${offerOf(paper, reader.making, reader.lang)}</td></tr>`
  })
  return table(['paper', 'to'], rows, reader)
}

function table(columns: readonly NoticeKey[], rows: readonly Markup[], { lang }: PapersReader): Markup {
  const say = sayNotice(lang)
  const heads = columns.map((key) => markup`<th scope="col">${say(key)}</th>`)
  return markup`<table><thead><tr>${heads}<th scope="col"><span class="hidden">${say('make')}</span></th></tr></thead><tbody>${rows}</tbody></table>`
}

function madeSection({ notices, reference, timeZone }: CaseRecord, lang: string): Markup {
  const say = sayNotice(lang)
  const names = namesOfNotices({ notices }, lang)
  const rows = notices.flatMap(({ id, kind, recipient, language, given_at: at, made_at: made }) => {
    if (!isPaperKind(kind)) return []
    const state = at === null ? say('not-given') : say('given-at', { when: clockTime(at, timeZone, lang), how: '' })
    return [
      markup`<tr><th scope="row"><a href="${href(`/cases/${reference}/notices/${id}`)}">${names.get(id) ?? say(kind)}</a><br><span class="soft">${clockTime(made, timeZone, lang)}</span></th><td>${sentenceCase(recipientName(recipient, lang), lang)}</td><td>${sentenceCase(languageName(language, lang), lang)}</td><td>${state.replace(/: $/, '')}</td></tr>`,
    ]
  })
  const columns = (['paper', 'to', 'language', 'state'] as const).map((key) => markup`<th scope="col">${say(key)}</th>`)
  const body =
    rows.length === 0
      ? markup`<p class="quiet">${say('made-none')}</p>`
      : markup`<table><thead><tr>${columns}</tr></thead><tbody>${rows}</tbody></table>`
  return markup`<section class="section"><h2>${say('made')}</h2>${body}</section>`
}

/** Names whom a paper is for. */
export function recipientName(recipient: string, lang: string): string {
  return codeWords(recipients, recipient, sayNotice(lang), lang)
}
