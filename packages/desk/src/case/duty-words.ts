/** Duties of a case in the words of the law. */
import type { Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'

/** Says what a duty demands, by the id of its rule; one that the law no longer has stays as its id. */
export function dutyWords(rule: string, { library }: Stack, lang: string): string {
  const found = library.instruments.flatMap(({ duties }) => duties).find(({ id }) => id === rule)
  return found === undefined ? rule : textIn(found.action, lang)
}
