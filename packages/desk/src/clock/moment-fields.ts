/** A moment on a form: three boxes for the date and one for the time, by the clock of the agency. */
import { markup, type Markup } from '@brightline/documents/html'
import { readTime } from '@brightline/engine'
import { timeFaultWords } from '@brightline/wording'
import type { Temporal } from 'temporal-polyfill'
import { Type } from 'typebox'
import type { Faults } from '../screen/form.ts'
import { sayClock } from './words.ts'

const short: Type.TOptional<Type.TString> = Type.Optional(Type.String({ maxLength: 40 }))

/** The fields in the body of a form. */
export const momentShape: MomentShape = { month: short, day: short, year: short, time: short }

interface MomentShape {
  readonly month: typeof short
  readonly day: typeof short
  readonly year: typeof short
  readonly time: typeof short
}

/** What was typed. */
export interface TypedMoment {
  readonly month?: string
  readonly day?: string
  readonly year?: string
  readonly time?: string
}

/** Tells if nothing was typed. */
export function isBlank({ month = '', day = '', year = '', time = '' }: TypedMoment): boolean {
  return [month, day, year, time].every((text) => text.trim() === '')
}

/** Reads what was typed: a moment, or what is wrong with it. */
export function readMoment(
  { month = '', day = '', year = '', time = '' }: TypedMoment,
  timeZone: string,
  lang: string,
): Temporal.Instant | string {
  const parts = [month, day, year, time].map((part) => part.trim())
  const [inMonth = '', onDay = '', inYear = '', at = ''] = parts
  // Two digits of a year are of this century.
  const whole = /^\d{2}$/.test(inYear) ? `20${inYear}` : inYear
  if (parts.some((part) => part === '') || !/^\d{1,2}$/.test(inMonth) || !/^\d{1,2}$/.test(onDay))
    return sayClock(lang)('moment-missing')
  const read = readTime(`${inMonth}/${onDay}/${whole} ${at}`, { zone: timeZone, today: null })
  if (read.ok) return read.value.at.toInstant()
  const [fault] = read.problems
  return fault === undefined ? sayClock(lang)('moment-missing') : timeFaultWords(fault, lang)
}

/** Fills the fields with a moment. */
export function momentTyped(moment: Temporal.Instant, timeZone: string): Required<TypedMoment> {
  const { month, day, year, hour, minute } = moment.toZonedDateTimeISO(timeZone)
  const two = (part: number): string => String(part).padStart(2, '0')
  return { month: String(month), day: String(day), year: String(year), time: `${two(hour)}:${two(minute)}` }
}

/** A moment that is asked for. A form that asks for several has a name for each. */
interface MomentField {
  readonly legend: string
  readonly hint: string
  readonly name?: string
}

/** Gives what was typed for one of several moments of a form. */
export function typedMoment(form: Readonly<Record<string, string>>, name: string): TypedMoment {
  const parts = (['month', 'day', 'year', 'time'] as const).map((part) => [part, form[boxName(part, name)] ?? ''])
  return Object.fromEntries(parts)
}

/** Names a box of a moment. */
export function boxName(part: keyof TypedMoment, name = ''): string {
  return name === '' ? part : `${name}-${part}`
}

/** Makes the fields. */
export function momentFields(
  { legend, hint, name = '' }: MomentField,
  typed: TypedMoment,
  { faults, lang }: { readonly faults: Faults; readonly lang: string },
): Markup {
  const say = sayClock(lang)
  const fault = faults.get(boxName('month', name))
  const hintId = `${name}moment-hint`
  const [first, second] = lang === 'en' ? (['month', 'day'] as const) : (['day', 'month'] as const)
  const boxes = ([first, second, 'year', 'time'] as const).map(
    (part) => markup`<div><label for="${boxName(part, name)}">${say(part)}</label>
<input class="box" id="${boxName(part, name)}" name="${boxName(part, name)}" value="${typed[part] ?? ''}" inputmode="${part === 'time' ? 'text' : 'numeric'}" autocomplete="off"></div>`,
  )
  return markup`<fieldset class="field moment${fault === undefined ? '' : ' wrong'}" aria-describedby="${hintId}">
<legend>${legend}</legend><p class="hint" id="${hintId}">${hint}</p>
${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}
<div class="boxes">${boxes}</div></fieldset>`
}
