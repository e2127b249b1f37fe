/** The fields by which the same request is noticed when it comes again. */
import { markup, type Markup } from '@brightline/documents/html'
import { choiceField } from '../screen/choices.ts'
import { dayExample, dayField } from '../screen/day-field.ts'
import { textField, type Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import type { First, TypedPaper } from './same-request.ts'
import type { StepRequest } from './step.ts'
import { sayIntake } from './words.ts'

/** Makes the fields of the date and the number that stand on a paper. */
export function numberFields(
  lang: string,
  { number, day, month, year }: TypedPaper,
  faults: Faults,
): readonly Markup[] {
  const say = sayIntake(lang)
  const date = {
    name: 'dated',
    label: say('dated'),
    hint: say('dated-hint', { example: dayExample('2026-11-24', lang) }),
    ...{ day, month, year },
  }
  const field = { name: 'number', label: say('number'), hint: say('number-hint'), value: number }
  return [dayField(date, { faults, lang }), textField(field, faults)]
}

/** Makes the question whether this is a new copy of a request that came before. */
export function sameField({ request: { lang } }: StepRequest, { reference }: First, faults: Faults): Markup {
  const say = sayIntake(lang)
  const choices = (['copy', 'other'] as const).map((value) => ({ value, label: say(`same-${value}`) }))
  const asks = { name: 'same', label: say('same', { reference }), hint: say('same-hint'), kind: 'one' } as const
  return markup`${choiceField({ ...asks, choices, chosen: [] }, faults)}<p class="after"><a href="${href(`/cases/${reference}`)}">${say('same-look', { reference })}</a></p>`
}
