/** A day on a form: three boxes, in the order in which readers of the page write one, and the day that was typed. */
import { markup, type Markup } from '@brightline/documents/html'
import { Temporal } from 'temporal-polyfill'
import type { Faults } from './form.ts'
import { sayFrame } from './words.ts'

/** What stands in the boxes. */
export interface TypedDay {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** A day that is asked for. */
export interface DayField extends TypedDay {
  readonly name: string
  readonly label: string
  readonly hint: string
}

/** Boxes in which nothing stands. */
export const noDay: TypedDay = { day: '', month: '', year: '' }

/** Makes the boxes. */
export function dayField(
  { name, label, hint, ...typed }: DayField,
  { faults, lang }: { readonly faults: Faults; readonly lang: string },
): Markup {
  const order = lang === 'en' ? (['month', 'day', 'year'] as const) : (['day', 'month', 'year'] as const)
  const boxes = order.map((part) => {
    const [box, width] = [`${name}-${part}`, part === 'year' ? 'four' : 'two']
    return markup`<div><label for="${box}">${sayFrame(lang)(part)}</label><input class="${width}" id="${box}" name="${box}" value="${typed[part]}" inputmode="numeric" autocomplete="off"></div>`
  })
  const fault = faults.get(name)
  return markup`<fieldset class="field dates${fault === undefined ? '' : ' wrong'}" id="${name}" tabindex="-1"><legend>${label}</legend>
<p class="hint">${hint}</p>${fault === undefined ? null : markup`<p class="fault" id="${name}-fault">${fault}</p>`}<div class="date-boxes">${boxes}</div></fieldset>`
}

/** Gives what was typed into the boxes of a form. */
export function typedDay(form: Readonly<Record<string, unknown>>, name: string): TypedDay {
  const box = (part: keyof TypedDay): string => {
    const typed = form[`${name}-${part}`]
    return typeof typed === 'string' ? typed.trim() : ''
  }
  return { day: box('day'), month: box('month'), year: box('year') }
}

/** Gives the day that an address asks for: a link names it as files write days, a form sends the boxes. */
export function askedDay(query: Readonly<Record<string, string>>, name: string): TypedDay {
  const named = query[name] ?? ''
  return named === '' ? typedDay(query, name) : dayTyped(named)
}

/**
 * Fills the boxes with a day.
 *
 * @example
 * dayTyped('2026-03-02') // => { day: '2', month: '3', year: '2026' }
 */
export function dayTyped(date: string): TypedDay {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/**
 * Reads the boxes: the day, null where nothing stands in them, undefined where it is none. Two digits of a year are of
 * this century.
 *
 * @example
 * String(readDay({ day: '2', month: '3', year: '26' })) // => '2026-03-02'
 */
export function readDay(typed: TypedDay): Temporal.PlainDate | null | undefined {
  const parts = [typed.day, typed.month, typed.year].map((part) => part.trim())
  if (parts.every((part) => part === '')) return null
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined
  const [day = 0, month = 0, year = 0] = parts.map(Number)
  try {
    return Temporal.PlainDate.from({ day, month, year: year < 100 ? 2000 + year : year }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

/** Gives a day as a hint shows it to readers of a page: in the order of its boxes. */
export function dayExample(date: string, lang: string): string {
  const { day, month, year } = dayTyped(date)
  return lang === 'en' ? `${month} ${day} ${year}` : `${day} ${month} ${year}`
}

/** Gives the hint of a day that needs no other. */
export function dayHint(lang: string): string {
  return sayFrame(lang)('day-hint', { example: dayExample(someDay, lang) })
}

/** Says that what was typed is no day. */
export function dayWrong(lang: string): string {
  return sayFrame(lang)('day-wrong', { example: dayExample(someDay, lang) })
}

const someDay = '2026-11-29'
