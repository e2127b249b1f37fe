/** The changes of the texts as a part of the page, with both values of every field. */
import type { Say } from '@brightline/wording'
import {
  lawGroups,
  shownLaw,
  type CompareDocument,
  type FieldSpeaker,
  type LawGroup,
} from '@brightline/wording/analysis'
import { markup, type Markup } from '../html/markup.ts'
import { stackedTable } from '../html/stacked-table.ts'
import type { ComparisonPagePhrase } from './phrases.ts'

/** Makes a part for each instrument. */
export function lawHtml(document: CompareDocument, speaker: FieldSpeaker, say: Say<ComparisonPagePhrase>): Markup {
  return markup`<h2>${say('text')}</h2>
    ${lawGroups(shownLaw(document), speaker).map((group) => groupHtml(group, say))}`
}

function groupHtml({ title, cite, whole, changed }: LawGroup, say: Say<ComparisonPagePhrase>): Markup {
  return markup`<h3>${title}</h3>
    ${cite === null ? null : markup`<p class="soft">${cite}</p>`}
    ${whole.map(({ change, kind, names }) => markup`<p>${kind}, ${change} (${names.length}): ${names.join('; ')}</p> `)}
    ${
      changed.length === 0
        ? null
        : stackedTable({
            caption: title,
            columns: [say('thing'), say('field'), say('before'), say('after')],
            rows: changed.flatMap(({ kind, name, remark, fields }) => {
              const called = `${kind} ${name}${remark === null ? '' : ` (${remark})`}`
              return fields.map((field) => [called, field.name, field.before, field.after])
            }),
          })
    }`
}
