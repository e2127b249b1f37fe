/** What is always said beside the numbers of a replay, as lines. */
import type { ReplayDocument } from '@brightline/simulate'
import { tableLines } from '../line/table.ts'
import { inLanguage } from '../phrase/by-language.ts'
import { countWords, shareWords } from './count.ts'
import { replayPhrases, type ReplayPhrases } from './phrases.ts'
import { disclaimerIn, policyWords, saidOf, type ReplayParts } from './said.ts'

/** Columns named in text. */
const columnsShown = 40

/** Says what a replay is not: in English whatever the language, and in the language. */
export function disclaimerLines(lang: string): readonly string[] {
  return [...new Set([disclaimerIn('en'), disclaimerIn(lang)])]
}

/** Lists what is always said. */
export function printoutLines(document: ReplayParts, lang: string): readonly string[] {
  const { printout } = document
  const { dataSet, policies } = printout
  const { excluded, assumptions } = saidOf(document, lang)
  const label = (key: keyof ReplayPhrases): string => `${inLanguage(replayPhrases, lang)[key]}:`
  const count = (value: number | null): string => countWords(value, lang)
  const unknown = Object.entries(printout.unknownFacts).map(([fact, rows]) => [`  ${count(rows)}`, fact])
  return [
    `${label('data')} ${dataSet.name}`,
    ...(dataSet.source === null ? [] : [`${label('source')} ${dataSet.source}`]),
    ...(dataSet.licence === null ? [] : [`${label('licence')} ${dataSet.licence}`]),
    ...(dataSet.notes.length === 0 ? [] : [label('notes'), ...dataSet.notes.map((note) => `  - ${note}`)]),
    label('policies'),
    ...policies.map(({ name, hash }) => `  - ${policyWords(document, name, lang)}  ${hash.slice(0, 16)}`),
    `${label('window')} ${windowWords(document)}`,
    `${label('rows')} ${count(printout.rowsRead)}`,
    `${label('requests')} ${count(printout.requests)}`,
    `${label('used')} ${count(printout.requestsUsed)}`,
    label('excluded'),
    ...(excluded.length === 0
      ? ['  0']
      : tableLines(
          excluded.map((reason, index) => [`  ${count(printout.excluded[index]?.requests ?? null)}`, reason]),
        )),
    `${label('open')} ${count(printout.openRequests)} (${shareWords(printout.openShare, lang)})`,
    ...columnLines(label('unmapped'), printout.unmappedColumns),
    ...columnLines(label('ignored'), printout.ignoredColumns),
    ...(unknown.length === 0 ? [] : [label('unknown'), ...tableLines(unknown)]),
    label('assumptions'),
    ...assumptions.map((one) => `  - ${one}`),
    `${label('hash')} ${printout.assumptionsHash}`,
  ]
}

/** Says which months the data has, and in brackets which days were asked for. */
export function windowWords({ printout }: Pick<ReplayDocument, 'printout'>): string {
  const { from, through, firstMonth, lastMonth } = printout.window
  const asked = from === null && through === null ? '' : ` (${from ?? '…'} – ${through ?? '…'})`
  return `${firstMonth ?? '–'} – ${lastMonth ?? '–'}${asked}`
}

/** Names of columns in one line; of a file of very many, the first. */
function columnLines(label: string, columns: readonly string[]): readonly string[] {
  if (columns.length === 0) return []
  const more = columns.length > columnsShown ? `, … ${columns.length - columnsShown}` : ''
  return [`${label} ${columns.slice(0, columnsShown).join(', ')}${more}`]
}
