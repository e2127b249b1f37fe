/** Who decides, in words. */
import { textIn, type Texts } from '@brightline/language'

/** Lists deciders; semicolons part them, as their texts have commas of their own. */
export function decidersWords(deciders: readonly Texts[], lang: string): string {
  return deciders.map((texts) => textIn(texts, lang)).join('; ')
}
