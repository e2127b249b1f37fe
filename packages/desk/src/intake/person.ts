/** The identity as it is typed: lines without what no screen shows, and a language of a list. */
import { replaceHidden } from '@brightline/language'
import type { Identity } from '../vault/identity.ts'

/** The fields of an identity that are lines of text. */
export const lineFields = ['name', 'booking-number', 'attorney', 'designee'] as const

/** A field of the form. */
export type PersonField = (typeof lineFields)[number] | 'language'

/** The languages in which people are met most at a counter, by their own names. Any other can be added to the list. */
export const spokenLanguages: readonly { readonly value: string; readonly name: string }[] = [
  { value: 'en', name: 'English' },
  { value: 'es', name: 'Español' },
  { value: 'zh-Hans', name: '简体中文' },
  { value: 'zh-Hant', name: '繁體中文' },
  { value: 'tl', name: 'Tagalog' },
  { value: 'vi', name: 'Tiếng Việt' },
  { value: 'ko', name: '한국어' },
  { value: 'ar', name: 'العربية' },
  { value: 'ht', name: 'Kreyòl ayisyen' },
  { value: 'fr', name: 'Français' },
  { value: 'pt', name: 'Português' },
  { value: 'ru', name: 'Русский' },
  { value: 'so', name: 'Soomaali' },
  { value: 'am', name: 'አማርኛ' },
  { value: 'hi', name: 'हिन्दी' },
  { value: 'pa', name: 'ਪੰਜਾਬੀ' },
  { value: 'hmn', name: 'Hmoob' },
  { value: 'qu', name: 'Runa simi' },
]

/** What was typed, by field; fields to be removed stand in `cleared`. */
export interface TypedPerson {
  readonly values: ReadonlyMap<PersonField, string>
  readonly cleared: readonly string[]
}

const longestLine = 200

const keyOf = {
  name: 'name',
  'booking-number': 'bookingNumber',
  attorney: 'attorney',
  designee: 'designee',
  language: 'language',
} as const

/**
 * Leaves out what no screen shows, such as marks that turn words around, and blanks that say nothing.
 *
 * @example
 * tidyLine('  Ada\u202E  Example ') // => 'Ada Example'
 */
export function tidyLine(text: string): string {
  const shown = replaceHidden(text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '), () => '')
  return shown.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}

/** Names the fields that cannot be taken. */
export function personFaults({ values }: TypedPerson): ReadonlyMap<PersonField, 'line-long' | 'language-wrong'> {
  const faults = new Map<PersonField, 'line-long' | 'language-wrong'>()
  for (const field of lineFields) if ((values.get(field) ?? '').length > longestLine) faults.set(field, 'line-long')
  const language = values.get('language') ?? ''
  if (language !== '' && !spokenLanguages.some(({ value }) => value === language))
    faults.set('language', 'language-wrong')
  return faults
}

/** Puts what was typed over what is there. An empty field changes nothing; what is cleared goes. */
export function mergeIdentity(before: Identity, { values, cleared }: TypedPerson): Identity {
  const fields: readonly PersonField[] = [...lineFields, 'language']
  return fields.reduce<Identity>((identity, field) => {
    const key = keyOf[field]
    const typed = values.get(field) ?? ''
    if (typed !== '') return { ...identity, [key]: typed }
    if (!cleared.includes(field)) return identity
    const { [key]: _, ...rest } = identity
    return rest
  }, before)
}

/** Tells if anything was typed or cleared. */
export function saysAnything({ values, cleared }: TypedPerson): boolean {
  return cleared.length > 0 || [...values.values()].some((value) => value !== '')
}

/** Gives an identity as the values of fields. */
export function valuesOf(identity: Identity): ReadonlyMap<PersonField, string> {
  const fields: readonly PersonField[] = [...lineFields, 'language']
  return new Map(fields.map((field) => [field, identity[keyOf[field]] ?? '']))
}
