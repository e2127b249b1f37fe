/** In which case a duty arises that no request gives rise to. */
import type { Duty, Vocabulary } from '@brightline/language'
import { conditionLines } from '../law/condition.ts'

/** Says the condition of a duty on one line; null where it arises in every case. */
export function conditionText({ condition }: Duty, vocabulary: Vocabulary, lang: string): string | null {
  const lines = conditionLines(condition, vocabulary, lang)
  return lines.length === 0 ? null : lines.map(({ joint, text }) => `${joint} ${text}`).join(' ')
}
