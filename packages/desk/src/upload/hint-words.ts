/** Hints in words. What is not on the lists is not said. */
import { isDate } from '@brightline/engine'
import { dayWords } from '@brightline/wording'
import type { Hint } from './hint.ts'
import { sayUpload, type UploadKey } from './words.ts'

const placeKeys: readonly UploadKey[] = [
  'hint-top-homeland-security',
  'hint-top-us-court',
  'hint-top-court',
  'hint-top-immigration-court',
  'hint-title-judge',
  'hint-title-magistrate',
  'hint-title-clerk',
  'hint-title-immigration-officer',
  'hint-title-immigration-judge',
]

/** Gives the word of a kind of hint, such as the form that a paper seems to be. */
export function hintOf(hints: readonly Hint[], kind: 'form' | 'edition' | 'top' | 'title' | 'last-day'): string | null {
  return hints.find((hint) => hint.startsWith(`${kind}:`))?.slice(kind.length + 1) ?? null
}

/** Says hints, each in a few words. */
export function hintWords(hints: readonly Hint[], lang: string): readonly string[] {
  return hints.flatMap((hint) => {
    const [kind = '', word = ''] = hint.split(':', 2)
    return oneHint(kind, word, lang) ?? []
  })
}

function oneHint(kind: string, word: string, lang: string): string | null {
  const say = sayUpload(lang)
  switch (kind) {
    case 'form':
      return say('hint-form', { form: formName(word) })
    case 'edition':
      return say('hint-edition', { edition: word })
    case 'ticked':
      return say('hint-ticked', { ticked: Number(word) })
    case 'last-day':
      return say('hint-last-day', { day: writtenDay(word, lang) })
    default: {
      const key = placeKeys.find((one) => one === `hint-${kind}-${word}`)
      return key === undefined ? null : say(key)
    }
  }
}

/** Writes the number of a form as it stands on the form. */
export function formName(name: string): string {
  return name === 'i-247-earlier' ? 'I-247' : name.toUpperCase().replace('AO-', 'AO ')
}

/** Says a day of a paper; one that is in no calendar stays as it was written. */
function writtenDay(day: string, lang: string): string {
  return isDate(day) ? dayWords(day, lang) : day
}
