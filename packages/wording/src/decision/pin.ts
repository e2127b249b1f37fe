/** Where a duty stands in the law, and how far its text was read. */
import type { DutyDue } from '@brightline/engine'
import type { Say } from '../phrase/phrases.ts'
import type { DecisionKey } from './phrases.ts'

/** Says the citation of a duty, and on its face where the text was not read. */
export function pinWords(
  { cite, isPart, mark }: Pick<DutyDue, 'cite' | 'isPart' | 'mark'>,
  say: Say<DecisionKey>,
): string {
  const pin = isPart ? say('part', { cite }) : cite
  return mark === 'read' ? pin : say(`mark-${mark}`, { text: pin })
}
