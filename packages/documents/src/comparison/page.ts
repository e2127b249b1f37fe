/** A comparison as one page in one language: the news, four numbers, the usual papers, the words, and every change. */
import { textIn } from '@brightline/language'
import { sayIn, type Say, type ShownAuthority } from '@brightline/wording'
import {
  comparedCaseRows,
  sampledText,
  shownLaw,
  summaryNumbers,
  summarySentence,
  valueWords,
  type CompareDocument,
  type FieldSpeaker,
} from '@brightline/wording/analysis'
import { markup, trusted, type Markup } from '../html/markup.ts'
import { pageHtml } from '../html/page.ts'
import { stackedTable } from '../html/stacked-table.ts'
import { actHtml } from './act.ts'
import { authoritiesHtml } from './authorities.ts'
import { lawHtml } from './law.ts'
import { papersHtml } from './papers.ts'
import { comparisonPagePhrases, type ComparisonPagePhrase } from './phrases.ts'
import { comparisonStyle } from './style.ts'

/** The parts of a page. */
export interface ComparisonParts {
  readonly document: CompareDocument
  readonly speaker: FieldSpeaker
  /** What courts and attorneys general said, as the later side shows it. */
  readonly authorities: readonly ShownAuthority[]
  /** Lines that must stand beside numbers of recorded requests. */
  readonly data: readonly string[]
}

/** Makes the page. It needs no script and no other file, and prints well. */
export function comparisonPage({ document, speaker, authorities, data }: ComparisonParts): string {
  const { lang } = speaker
  const say = sayIn(comparisonPagePhrases, lang)
  const { left, right, changed } = document
  const title = say('title', { left: textIn(left.label, lang), right: textIn(right.label, lang) })
  const body = markup`<style>
      ${trusted(comparisonStyle)}
    </style>
    <p class="over">${textIn(left.label, lang)} → ${textIn(right.label, lang)}</p>
    <h1>${summarySentence(document, lang)}</h1>
    ${agencyHtml(document, speaker)} ${document.isSame ? null : numbersHtml(document, lang)}
    ${document.isSame || document.cases === null ? null : casesHtml(document.cases, lang, say)}
    ${changed.length === 0 ? null : papersHtml(document, speaker, say)}
    ${shownLaw(document).length === 0 ? null : lawHtml(document, speaker, say)}
    ${changed.length === 0 ? null : changesHtml(document, speaker, say)}
    ${authoritiesHtml(authorities, document, lang)} ${notAnalysedHtml(document, lang, say)}
    ${unchangedHtml(document, lang, say)}
    ${
      data.length === 0
        ? null
        : markup`<h2>${say('requests')}</h2>
            ${data.filter((line) => line.trim() !== '').map((line) => markup`<p>${line.trim()}</p>`)}`
    }
    <h2>${say('basis')}</h2>
    <p>${textIn(document.scope, lang)}</p>
    <p>${say('decidedAgain')}</p>
    <p>${say('lawUsed', { left: left.policyHash.slice(0, 16), right: right.policyHash.slice(0, 16) })}</p>`
  return pageHtml({ lang, title, band: title, body })
}

function agencyHtml({ agency }: CompareDocument, { vocabulary, lang }: FieldSpeaker): Markup | null {
  return agency === null ? null : markup`<p class="note">${valueWords(agency, 'agency', vocabulary, lang)}</p>`
}

function numbersHtml(document: CompareDocument, lang: string): Markup {
  return markup`<ul class="numbers">
    ${summaryNumbers(document, lang).map(
      ({ key, label, number, meaning }) =>
        markup`<li><span class="label">${marks[key]} ${label}</span><b>${number}</b><span>${meaning}</span></li> `,
    )}
  </ul>`
}

/** A sign stands beside a word and never alone. */
const marks = { stricter: '▲', looser: '▼', nowUnclear: '?', unchanged: '=', otherwise: '~' } as const

/** The standard situations that come out otherwise. */
function casesHtml(cases: NonNullable<CompareDocument['cases']>, lang: string, say: Say<ComparisonPagePhrase>): Markup {
  const rows = comparedCaseRows(cases, lang)
  return markup`<h2>${say('standardCases')}</h2>
    <p>${say('standardCount', { differing: cases.differing.length, count: cases.count })}</p>
    ${rows.length === 0 ? null : stackedTable({ caption: say('standardCases'), columns: [say('situation'), say('before'), say('after')], rows })}`
}

function changesHtml(document: CompareDocument, speaker: FieldSpeaker, say: Say<ComparisonPagePhrase>): Markup {
  return markup`<h2>${say('everyChange')}</h2>
    ${document.changed.map((act) => actHtml(act, speaker, say))}`
}

function notAnalysedHtml(
  { notAnalysed }: CompareDocument,
  lang: string,
  say: Say<ComparisonPagePhrase>,
): Markup | null {
  if (notAnalysed.length === 0) return null
  return markup`<h2>${say('notAnalysed')}</h2>
    <ul>
      ${notAnalysed.map((one) => markup`<li>${textIn(one.phrase, lang)}: ${sampledText(one, lang)}</li> `)}
    </ul>`
}

function unchangedHtml({ same }: CompareDocument, lang: string, say: Say<ComparisonPagePhrase>): Markup {
  if (same.length === 0) return markup`<p>${say('allChange')}</p>`
  return markup`<h2>${say('unchanged')}</h2>
    <ul>
      ${same.map(({ phrase }) => markup`<li>${textIn(phrase, lang)}</li> `)}
    </ul>`
}
