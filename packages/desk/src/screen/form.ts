/** Forms: a field with its label, hint and fault; the list of faults on top; choices of equal weight. */
import { markup, trusted, verbatim, type Markup } from '@brightline/documents/html'
import type { Language } from './language.ts'
import { sayFrame } from './words.ts'

/** What is wrong with fields, by their names. */
export type Faults = ReadonlyMap<string, string>

/** A field for one line. */
export interface TextField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly kind?: 'text' | 'password'
  /** What the browser may fill in by itself. */
  readonly autocomplete?: string
  readonly width?: 'short' | 'long'
}

/** Makes a field. What was typed stays, but for passwords. */
export function textField(field: TextField, faults: Faults): Markup {
  const { name, label, value = '', kind = 'text', autocomplete = 'off', width = 'long' } = field
  const shown = kind === 'password' ? '' : value
  return markup`<div class="field${faults.has(name) ? ' wrong' : ''}">
<label for="${name}">${label}</label>
${besideOf(field, faults)}
<input class="${width}" id="${name}" name="${name}" type="${kind}" value="${verbatim(shown)}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false"${describedBy(field, faults)}>
</div>`
}

/** A field with a list to choose from. */
export interface ListField {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  /** The name of a language in itself says in which one it is. */
  readonly options: readonly { readonly value: string; readonly name: string; readonly lang?: string }[]
}

/** Makes a list to choose from. */
export function listField(field: ListField, faults: Faults): Markup {
  const { name, label, value = '', options } = field
  const items = options.map((option) => {
    const chosen = option.value === value ? trusted(' selected') : null
    const lang = option.lang === undefined ? null : markup` lang="${option.lang}"`
    return markup`<option value="${option.value}"${lang}${chosen}>${option.name}</option>`
  })
  return markup`<div class="field${faults.has(name) ? ' wrong' : ''}">
<label for="${name}">${label}</label>
${besideOf(field, faults)}
<select id="${name}" name="${name}"${describedBy(field, faults)}>${items}</select>
</div>`
}

/** Makes the list of faults that stands on top of a page. Each leads to its field. */
export function faultList(lang: Language, faults: Faults): Markup | null {
  if (faults.size === 0) return null
  const items = [...faults].map(([name, fault]) => markup`<li><a href="#${name}">${fault}</a></li>`)
  return markup`<div class="faults" role="alert" tabindex="-1"><h2>${sayFrame(lang)('error-list')}</h2><ul>${items}</ul></div>`
}

type Described = Pick<TextField, 'name' | 'hint'>

function besideOf({ name, hint }: Described, faults: Faults): readonly (Markup | null)[] {
  const fault = faults.get(name)
  return [
    hint === undefined ? null : markup`<p class="hint" id="${name}-hint">${hint}</p>`,
    fault === undefined ? null : markup`<p class="fault" id="${name}-fault">${fault}</p>`,
  ]
}

function describedBy({ name, hint }: Described, faults: Faults): Markup | null {
  const ids = [hint === undefined ? [] : [`${name}-hint`], faults.has(name) ? [`${name}-fault`] : []].flat()
  const invalid = faults.has(name) ? trusted(' aria-invalid="true"') : null
  return ids.length === 0 ? invalid : markup` aria-describedby="${ids.join(' ')}"${invalid}`
}
