/** What came in, in the words of the law. */
import { formFact, type Stack } from '@brightline/engine'
import { textIn } from '@brightline/language'

/**
 * Names a form as the vocabulary does; one that it does not know stays as it was entered.
 *
 * @example
 * formWords('i-247a', stack, 'en') // 'Form I-247A, Immigration Detainer (since April 2017)'
 */
export function formWords(form: string | null, { vocabulary }: Stack, lang: string): string {
  const type = vocabulary.facts.find(({ name }) => name === formFact)?.type
  const value = type?.kind === 'one-of' ? type.values.find(({ name }) => name === form?.toLowerCase()) : undefined
  return value?.label === undefined || value.label === null ? (form ?? '') : textIn(value.label, lang)
}
