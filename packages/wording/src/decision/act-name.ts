/** Acts by names short enough for one line. */
import type { Stack } from '@brightline/engine'
import { translationIn } from '@brightline/language'

/** A name ends no earlier than with a word of this length: `a`, `de` and `la` tell nothing. */
const shortestLastWord = 4

/**
 * Names some acts so that they can be told apart: in English as the vocabulary does, elsewhere by how their phrases begin.
 *
 * @example
 * const phrase = (es) => ({ en: 'x', es })
 * const acts = [{ name: 'hold', phrase: phrase('retener a la persona') }, { name: 'give', phrase: phrase('dar información') }]
 * actNames({ acts }, ['hold', 'give'], 'es')('hold') // => 'retener'
 * actNames({ acts }, ['hold', 'give'], 'en')('hold') // => 'hold'
 */
export function actNames(
  { acts: declared }: Pick<Stack['vocabulary'], 'acts'>,
  acts: readonly string[],
  lang: string,
): (act: string) => string {
  const phrases = acts.map((act) => {
    const phrase = declared.find(({ name }) => name === act)?.phrase
    return phrase === undefined ? '' : (translationIn(phrase, lang) ?? '')
  })
  return (act) => {
    const phrase = phrases[acts.indexOf(act)] ?? ''
    if (lang.split('-')[0] === 'en' || phrase === '') return act
    const others = phrases.filter((other) => other !== phrase)
    const words = phrase.split(' ')
    const lengths = words.map((_, index) => index + 1)
    const enough = lengths.find((length) => {
      const start = words.slice(0, length).join(' ')
      const isWhole = (words[length - 1] ?? '').length >= shortestLastWord || length === 1
      return isWhole && others.every((other) => !`${other} `.startsWith(`${start} `))
    })
    return words.slice(0, enough).join(' ')
  }
}
