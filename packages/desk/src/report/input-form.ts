/** What is typed into a report: numbers, days and words of ours. Nothing else is kept. */
import { markup, type Markup } from '@brightline/documents/html'
import { dayExample, dayField, dayHint, dayTyped, readDay, typedDay } from '../screen/day-field.ts'
import { listField, textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { formWordField, type Frame } from '../screen/layout.ts'
import type { Inputs, ReportBody, TypedTable } from './body.ts'
import { sayReport, wordOf } from './words.ts'

type Field = TypedTable['fields'][number]

/** Lists the fields of a report: those of its tables, and the number of the booking system. */
export function fieldsOf({ parts }: ReportBody): readonly Field[] {
  const own = parts.flatMap((part) => (part.kind === 'typed' ? part.fields : []))
  return [{ name: 'bookings', kind: 'number', value: null, words: [] }, ...own]
}

/** What was typed in, read: what is kept, and what is wrong. */
export interface ReadFields {
  readonly inputs: Inputs
  readonly faults: Faults
}

/** Reads what was typed in. An empty field takes away what it had. */
export function readFields(fields: readonly Field[], typed: ReadonlyMap<string, string>, lang: string): ReadFields {
  const say = sayReport(lang)
  const faults = new Map<string, string>()
  const inputs: [string, string][] = []
  for (const { name, kind, words } of fields) {
    if (kind === 'day') {
      const day = readDay(typedDay(Object.fromEntries(typed), name))
      if (day === undefined) faults.set(name, say('day-wrong', { example: dayExample('2026-11-24', lang) }))
      else if (day !== null) inputs.push([name, day.toString()])
      continue
    }
    const value = (typed.get(name) ?? '').trim().replaceAll(/(?<=\d)[,.  ](?=\d{3}\b)/g, '')
    if (value === '') continue
    if (kind === 'number' && !/^\d{1,12}$/.test(value)) faults.set(name, say('number-wrong'))
    else if (kind === 'word' && !words.includes(value)) faults.set(name, say('word-wrong'))
    else inputs.push([name, kind === 'number' ? String(Number(value)) : value])
  }
  return { inputs: Object.fromEntries(inputs), faults }
}

/** Makes the form. */
export function inputForm(
  { id, body, inputs }: { readonly id: string; readonly body: ReportBody; readonly inputs: Inputs },
  { lang, faults, frame }: { readonly lang: string; readonly faults: Faults; readonly frame: Frame },
): Markup {
  const say = sayReport(lang)
  const recorded = new Set(body.received).size
  const [bookings, ...others] = fieldsOf(body).map((field) => fieldOf(field, inputs, { lang, faults }))
  const groups = body.parts.flatMap((part) => {
    if (part.kind !== 'typed') return []
    const own = part.fields.map(
      ({ name }) => others[fieldsOf(body).findIndex((field) => field.name === name) - 1] ?? null,
    )
    return [markup`<fieldset class="moment"><legend>${wordOf(part.id, lang)}</legend>${own}</fieldset>`]
  })
  return markup`<section class="section"><h2>${say('type-in')}</h2><p>${say('type-in-lead')}</p>
<form method="post" action="${href(`/reports/${id}/inputs`)}">${formWordField(frame)}
<p class="hint">${say('reconcile-lead', { recorded })}</p>${bookings ?? null}${groups}
<button class="second">${say('keep')}</button></form></section>`
}

function fieldOf(
  { name, kind, words }: Field,
  inputs: Inputs,
  { lang, faults }: { readonly lang: string; readonly faults: Faults },
): Markup {
  const [label, value = ''] = [wordOf(name, lang), inputs[name]]
  if (kind === 'day') {
    // What was typed and is no day stands in the boxes as it was typed.
    const typed = value === '' ? typedDay(inputs, name) : dayTyped(value)
    return dayField({ name, label, hint: dayHint(lang), ...typed }, { faults, lang })
  }
  if (kind !== 'word') return textField({ name, label, value, width: 'short' }, faults)
  const options = [
    { value: '', name: sayReport(lang)('none') },
    ...words.map((one) => ({ value: one, name: wordOf(one, lang) })),
  ]
  return listField({ name, label, value, options }, faults)
}
