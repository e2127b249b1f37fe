/** Texts in their languages. */
import type * as syntax from '../generated/ast.ts'
import { quote } from './layout.ts'

/** The parts of a text between which a line can break: the English behind the words before it, then each translation. */
export function textParts(
  before: string,
  { en, es, translations }: syntax.Texts,
  after: string = '',
): readonly string[] {
  const parts = [
    `${before} ${quote(en)}`.trimStart(),
    ...(es === undefined ? [] : [`/ ${quote(es)}`]),
    ...translations.map(({ lang, text }) => `/ ${lang} ${quote(text)}`),
  ]
  return parts.map((part, index) => (index === parts.length - 1 ? `${part}${after}` : part))
}
