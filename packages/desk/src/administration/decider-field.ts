/** The field by which an administrator says which role stands for an office that the law names. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Say } from '@brightline/wording'
import { href } from '../screen/href.ts'
import type { FrameKey } from '../screen/words.ts'
import { sayAdministration } from './words.ts'

/** An office with the role that stands for it. */
export interface SetDecider {
  /** The English words of the law, by which it is known. */
  readonly decider: string
  readonly words: string
  readonly role: 'supervisor' | 'counsel' | null
}

interface Look {
  readonly word: Markup
  readonly lang: string
  readonly names: Say<FrameKey>
}

/** Makes the field with its button. */
export function deciderField({ decider, words, role }: SetDecider, { word, lang, names }: Look): Markup {
  const say = sayAdministration(lang)
  const id = `role-${decider.replaceAll(/[^A-Za-z0-9]+/g, '-')}`
  const options = (['', 'supervisor', 'counsel'] as const).map((value) => {
    const chosen = value === (role ?? '') ? trusted(' selected') : null
    return markup`<option value="${value}"${chosen}>${value === '' ? say('any-second') : names(value)}</option>`
  })
  return markup`<form method="post" action="${href('/administration/deciders')}" class="in-row">${word}<input type="hidden" name="decider" value="${decider}"><label for="${id}">${words}</label><select id="${id}" name="role">${options}</select><button class="second">${say('save')}<span class="sr">: ${words}</span></button></form>`
}
