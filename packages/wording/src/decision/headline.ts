/** What stands over an answer: the verdict, why there is none, and whether counsel is asked first. */
import type { Decision } from '@brightline/engine'
import type { DecisionKey } from './phrases.ts'
import { verdictWords } from './verdict.ts'
import type { Pen } from './look.ts'

/** The parts of a decision that its headline reads. */
type Headed = Pick<Decision, 'verdict' | 'silence' | 'counsel'>

/** Says the verdict on an act as a headline. */
export function headlineWords(decision: Headed, act: string, pen: Pick<Pen, 'say' | 'lang'>): string {
  const { say, lang } = pen
  const { verdict, silence, counsel } = decision
  const word = verdictWords(verdict, lang)
  const plain = say(keyOf('headline', decision), { verdict: word, act })
  const told = verdict === 'permitted' && silence.length > 0 ? say('headline-incomplete', { headline: plain }) : plain
  return counsel.length > 0 ? say('headline-counsel', { headline: told }) : told
}

/** Says the verdict on an act beside those on others. */
export function briefWords(decision: Headed, act: string, pen: Pick<Pen, 'say' | 'lang'>): string {
  const { say, lang } = pen
  const { verdict, silence, counsel } = decision
  const plain = say(keyOf('brief', decision), { verdict: verdictWords(verdict, lang), act })
  const told = verdict === 'permitted' && silence.length > 0 ? say('brief-incomplete', { brief: plain }) : plain
  return counsel.length > 0 ? say('brief-counsel', { brief: told }) : told
}

/** Finds the words of a headline that are set in bold: those in capitals at its beginning. */
export function capitalsOf(headline: string): string {
  return /^[\p{Lu}\s]+(?=[\s:;,]|$)/u.exec(headline)?.[0].trim() ?? ''
}

function keyOf(kind: 'headline' | 'brief', { verdict, silence }: Headed): DecisionKey {
  const [weightiest] = silence
  if (verdict !== 'no-rule') return `${kind}-${verdict}`
  return weightiest === undefined ? `${kind}-no-rule` : `${kind}-no-rule-${weightiest}`
}
