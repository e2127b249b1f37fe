/** Phrases for the duties of a place, by language. */
import type { ByLanguage } from '../phrase/by-language.ts'
import type { Words } from '../phrase/fill.ts'
import type { Phrases } from '../phrase/phrases.ts'

const en = {
  some: '{place}, from {asOf} to {until}: {duties:count duty} that no request gives rise to',
  'some-of': '{place}, {agency}, from {asOf} to {until}: {duties:count duty} that no request gives rise to',
  none: '{place}, from {asOf} to {until}: no duty is encoded that no request gives rise to',
  'none-of': '{place}, {agency}, from {asOf} to {until}: no duty is encoded that no request gives rise to',
  passed: 'day passed: {date}',
  on: 'due {date}, in {days:count day}',
  today: 'due today, {date}',
  'each-year': 'once a year; the law names no day',
  'each-year-by': 'each year by {date}',
  'each-quarter': 'each quarter',
  'each-month': 'each month',
  'by-date': 'once, by {date}',
  'at-all-times': 'at all times',
  to: 'to {recipient}',
  about: 'about: {acts}',
  who: 'who: {agencies}',
  also: 'also due {dates}',
  languages: 'in {languages}',
  'languages-or': 'in {languages:or}',
  due: 'time: {due}',
  missed: 'if missed: {action}',
  contested: 'its force is contested',
  challenged: 'challenged, in force: {cites}',
  part: 'part of {cite}',
  read: '{cite}, {instrument}',
  inferred: '{cite}, {instrument} [inferred: the text implies it and does not say it]',
  reported: '{cite}, {instrument} [reported, text not read]',
  unverified: '{cite}, {instrument} [UNVERIFIED]',
  everybody: 'every public agency',
} as const

const es: Readonly<Record<keyof typeof en, string>> = {
  some: '{place}, del {asOf} al {until}: {duties:count duty} que no nacen de una solicitud',
  'some-of': '{place}, {agency}, del {asOf} al {until}: {duties:count duty} que no nacen de una solicitud',
  none: '{place}, del {asOf} al {until}: no hay codificado ningún deber que no nazca de una solicitud',
  'none-of': '{place}, {agency}, del {asOf} al {until}: no hay codificado ningún deber que no nazca de una solicitud',
  passed: 'día pasado: {date}',
  on: 'vence el {date}, en {days:count day}',
  today: 'vence hoy, {date}',
  'each-year': 'una vez al año; la ley no fija el día',
  'each-year-by': 'cada año a más tardar el {date}',
  'each-quarter': 'cada trimestre',
  'each-month': 'cada mes',
  'by-date': 'una vez, a más tardar el {date}',
  'at-all-times': 'en todo momento',
  to: 'a {recipient}',
  about: 'sobre: {acts}',
  who: 'quién: {agencies}',
  also: 'vence también el {dates}',
  languages: 'en {languages}',
  'languages-or': 'en {languages:or}',
  due: 'plazo: {due}',
  missed: 'si se omite: {action}',
  contested: 'su vigencia está en disputa',
  challenged: 'impugnada, en vigor: {cites}',
  part: 'parte de {cite}',
  read: '{cite}, {instrument}',
  inferred: '{cite}, {instrument} [inferida: el texto la implica y no la dice]',
  reported: '{cite}, {instrument} [según informes, texto no leído]',
  unverified: '{cite}, {instrument} [SIN VERIFICAR]',
  everybody: 'toda agencia pública',
}

/** By language. */
export const dutyPhrases: Phrases<keyof typeof en> = { en, es }

/** The words for things that are counted. */
export const dutyWords: ByLanguage<Words> = {
  en: { duty: { one: 'duty', other: 'duties' }, day: { one: 'day', other: 'days' } },
  es: {
    duty: { one: 'deber', many: 'deberes', other: 'deberes' },
    day: { one: 'día', many: 'días', other: 'días' },
  },
}
