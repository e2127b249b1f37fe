/** Why an act is not decided yet: what is known of the law so far, what depends on the answer, and why it is asked. */
import { markup, type Markup } from '@brightline/documents/html'
import { questionStep } from '@brightline/engine'
import { joined, titleOf, type SaidAct } from '@brightline/wording'
import { settlingFacts, type CaseInterview } from '../question/case-interview.ts'
import { rulesReading } from '../question/rules-reading.ts'
import { reasonItem } from './reason-item.ts'
import { sayAnswer } from './words.ts'

/** Makes it. */
export function whyOpen({ decision, known }: SaidAct, interview: CaseInterview, lang: string): Markup {
  const say = sayAnswer(lang)
  const certain = known.filter(({ reason }) => reason.certain && reason.effect === 'decides')
  const depending = known.filter(({ reason }) => !reason.certain)
  const list = (title: 'known-so-far' | 'depends', reasons: SaidAct['known']): Markup | null =>
    reasons.length === 0 ? null : markup`<h4>${say(title)}</h4>${reasons.map((one) => reasonItem(one, lang, false))}`
  return markup`<p>${say('why-open')}</p>${list('known-so-far', certain)}${list('depends', depending)}${askedFor(decision, interview, lang)}`
}

/** Says by which texts each question is asked: the next one, or those that nobody could answer. */
function askedFor({ act, ask }: SaidAct['decision'], interview: CaseInterview, lang: string): readonly Markup[] {
  const facts = ask === null ? settlingFacts(interview, [act]) : [ask.fact]
  return facts.flatMap((fact) => {
    const step = questionStep(interview.stack, fact)
    const cites = rulesReading(interview, fact, [act]).map(({ cite }) => cite)
    if (step === null || cites.length === 0) return []
    const question = titleOf({ stack: interview.stack }, step, lang)
    return [
      markup`<p class="after">${sayAnswer(lang)('why-asked', { question, cites: joined(cites, 'and', lang) })}</p>`,
    ]
  })
}
