/** The words of the summaries. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const counts =
  '{instruments:count instrument}, {rules:count rule}, {duties:count duty}, {examples:count example}, {promises:count promise}'

const en = {
  checked: `${counts} in {files:count file}: {findings:count finding} ({milliseconds} ms)`,
  'checked-fine': `${counts} in {files:count file}: no findings ({milliseconds} ms)`,
  'not-judged': 'not judged until the law that binds with them has no errors: {instruments}',
  examples: '{ok} ok, {failed} failed',
  'never-applies': 'applies in no example',
  'never-fails': 'in no example it fails that: {condition}',
  'no-day': 'no example on {day}',
  'all-sides': 'every rule applies in an example, every condition fails in one, and every day around a date is shown',
  sides: '{sides:count side} that no example shows',
  'laid-out': '{files:count file}, {changed} laid out anew',
  'not-laid-out': '{files:count file}, {changed} not in the layout',
  migrated: '{files:count file} rewritten in version 2, {advice:count place} to look at',
  'not-migrated': '{files:count file} to rewrite in version 2, {advice:count place} to look at',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  checked: `${counts} en {files:count file}: {findings:count finding} ({milliseconds} ms)`,
  'checked-fine': `${counts} en {files:count file}: ningún problema ({milliseconds} ms)`,
  'not-judged': 'no se juzgan hasta que el derecho que obliga junto con ellos no tenga errores: {instruments}',
  examples: '{ok} bien, {failed} con fallo',
  'never-applies': 'no se aplica en ningún ejemplo',
  'never-fails': 'en ningún ejemplo falla que: {condition}',
  'no-day': 'ningún ejemplo el {day}',
  'all-sides':
    'cada norma se aplica en un ejemplo, cada condición falla en uno, y se muestra cada día alrededor de una fecha',
  sides: '{sides:count side} sin ejemplo',
  'laid-out': '{files:count file}, {changed} con formato nuevo',
  'not-laid-out': '{files:count file}, {changed} sin el formato',
  migrated: 'reescritura en la versión 2: {files:count file}; por revisar: {advice:count place}',
  'not-migrated': 'por reescribir en la versión 2: {files:count file}; por revisar: {advice:count place}',
}

/** The phrases of the summaries. */
export const summaryPhrases: Phrases<keyof typeof en> = { en, es }

/** The things that are counted. */
export const summaryWords: ByLanguage<Words> = {
  en: {
    instrument: { one: 'instrument', other: 'instruments' },
    rule: { one: 'rule', other: 'rules' },
    duty: { one: 'duty', other: 'duties' },
    example: { one: 'example', other: 'examples' },
    promise: { one: 'promise', other: 'promises' },
    file: { one: 'file', other: 'files' },
    finding: { one: 'finding', other: 'findings' },
    place: { one: 'place', other: 'places' },
    side: { one: 'side', other: 'sides' },
  },
  es: {
    instrument: { one: 'instrumento', other: 'instrumentos' },
    rule: { one: 'norma', other: 'normas' },
    duty: { one: 'deber', other: 'deberes' },
    example: { one: 'ejemplo', other: 'ejemplos' },
    promise: { one: 'promesa', other: 'promesas' },
    file: { one: 'archivo', other: 'archivos' },
    finding: { one: 'problema', other: 'problemas' },
    place: { one: 'lugar', other: 'lugares' },
    side: { one: 'lado', other: 'lados' },
  },
}
