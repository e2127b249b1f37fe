/** The words that always stand beside the numbers of a replay, as a part of its page. */
import type { ReplayDocument, ReplaySaid } from '@brightline/simulate'
import { countWords, policyWords, shareWords, windowWords, type ReplayPhrases } from '@brightline/wording'
import { markup, type Markup, type MarkupValue } from '../html/markup.ts'

/** Makes the part. */
export function printoutHtml(document: ReplayDocument, said: ReplaySaid, say: ReplayPhrases): Markup {
  const { lang } = said
  const { printout } = document
  const { dataSet, policies } = printout
  const unknown = Object.entries(printout.unknownFacts)
  const lines: readonly (readonly [key: keyof ReplayPhrases, value: MarkupValue])[] = [
    ['data', dataSet.name],
    ['source', dataSet.source ?? '–'],
    ['licence', dataSet.licence ?? '–'],
    ['notes', listHtml(dataSet.notes)],
    [
      'policies',
      listHtml(policies.map(({ name, hash }) => `${policyWords(document, name, lang)} (${hash.slice(0, 16)})`)),
    ],
    ['window', windowWords(document)],
    ['rows', countWords(printout.rowsRead, lang)],
    ['requests', countWords(printout.requests, lang)],
    ['used', countWords(printout.requestsUsed, lang)],
    [
      'excluded',
      listHtml(
        said.excluded.map(
          (reason, index) => `${countWords(printout.excluded[index]?.requests ?? null, lang)}: ${reason}`,
        ),
      ),
    ],
    ['open', `${countWords(printout.openRequests, lang)} (${shareWords(printout.openShare, lang)})`],
    ['unmapped', printout.unmappedColumns.join(', ')],
    ['ignored', printout.ignoredColumns.join(', ')],
    ['unknown', listHtml(unknown.map(([fact, count]) => `${countWords(count, lang)}: ${fact}`))],
    ['assumptions', listHtml(said.assumptions)],
    ['hash', markup`<code>${printout.assumptionsHash}</code>`],
  ]
  const shown = lines.filter(([, value]) => value !== '' && value !== null)
  const items = shown.map(([key, value]) => markup`<dt>${say[key]}</dt><dd>${value}</dd>\n`)
  return markup`<section id="printout"><h2>${say.howRead}</h2>
<dl>
${items}</dl></section>`
}

function listHtml(items: readonly string[]): Markup | null {
  return items.length === 0 ? null : markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>`
}
