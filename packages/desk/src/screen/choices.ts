/** Choices of equal weight, one of them or several. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Faults } from './form.ts'

/** Something to choose. */
interface Choice {
  readonly value: string
  readonly label: string
}

/** A group of choices. */
export interface ChoiceField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly kind: 'one' | 'several'
  /** Further choices behind a line that opens. */
  readonly more?: { readonly title: string; readonly choices: readonly Choice[] }
}

/** Makes a group of choices. A fault leads to the first of them. */
export function choiceField(field: ChoiceField, faults: Faults): Markup {
  const { name, label, hint, choices, more } = field
  const items = choices.map((choice, at) => choiceItem(field, choice, at === 0))
  return markup`<fieldset class="field choices${faults.has(name) ? ' wrong' : ''}"><legend>${label}</legend>
${hint === undefined ? null : markup`<p class="hint">${hint}</p>`}${faultOf(name, faults)}${items}${more === undefined ? null : moreItems(field, more)}</fieldset>`
}

function choiceItem({ name, chosen, kind }: ChoiceField, { value, label }: Choice, isFirst: boolean): Markup {
  const isChosen = chosen.includes(value) ? trusted(' checked') : null
  return markup`<label><input type="${kind === 'one' ? 'radio' : 'checkbox'}"${isFirst ? markup` id="${name}"` : null} name="${name}" value="${value}"${isChosen}><span>${label}</span></label>`
}

/** What was chosen already is never hidden. */
function moreItems(field: ChoiceField, { title, choices }: NonNullable<ChoiceField['more']>): Markup | null {
  if (choices.length === 0) return null
  const isOpen = choices.some(({ value }) => field.chosen.includes(value)) ? trusted(' open') : null
  const items = choices.map((choice) => choiceItem(field, choice, false))
  return markup`<details${isOpen}><summary>${title}</summary>${items}</details>`
}

function faultOf(name: string, faults: Faults): Markup | null {
  const fault = faults.get(name)
  return fault === undefined ? null : markup`<p class="fault" id="${name}-fault">${fault}</p>`
}
