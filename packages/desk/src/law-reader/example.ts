/** Examples of the law under the provision that they name, each with the way to change it and look. */
import { href } from '../screen/href.ts'
import { markup, type Markup } from '@brightline/documents/html'
import { caseAnswerText, namesOf } from '@brightline/wording'
import { isoDay } from '@brightline/engine'
import type { CaseAnswerWord, Example, Instrument, Outcome } from '@brightline/language'
import { shapeOfAnswer } from './case-shape.ts'
import { whatIfHref } from './what-if-address.ts'
import type { LawView } from './law-page.ts'
import { tag } from './verdict-mark.ts'
import { sayLaw } from './words.ts'

/** Makes the examples that a provision decides. */
export function examplesOf(instrument: Instrument, id: string, view: LawView): Markup | null {
  const found = instrument.examples.filter(({ outcomes }) => outcomes.some(({ by }) => by.includes(id)))
  if (found.length === 0) return null
  return markup`${found.map((example) => exampleOf(example, id, view))}`
}

function exampleOf(example: Example, id: string, view: LawView): Markup {
  const { stack, lang } = view
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const outcomes = example.outcomes
    .filter(({ by }) => by.includes(id))
    .map((outcome) => {
      const answer = answerOf(outcome)
      return markup`<span>${tag(shapeOfAnswer(answer), caseAnswerText({ answer, until: null }, lang))} ${names.act(outcome.act)}</span>`
    })
  const [first] = example.outcomes
  const facts = example.givens.flatMap((given): readonly (readonly [string, string])[] => {
    if (given.kind === 'unknown') return []
    const type = stack.vocabulary.facts.find(({ name }) => name === given.fact)?.type
    const value = type?.kind === 'date' && typeof given.value === 'number' ? isoDay(given.value) : String(given.value)
    return [[given.fact, value]]
  })
  const asked = { agency: example.agency ?? view.agency, act: first?.act ?? '', facts: new Map(facts) }
  // A record of convictions has no place in an address.
  const way =
    example.convictions.length > 0
      ? null
      : markup`<a href="${href(whatIfHref(stack.place, example.asOf, asked))}">${say('open-what-if')}<span class="hidden">: <span lang="en">${example.name}</span></span></a>`
  return markup`<div class="example"><span class="soft">${say('example')}</span> <span lang="en">${example.name}</span> ${outcomes}
${way}</div>`
}

function answerOf({ verdict, silence, afterCounsel }: Outcome): CaseAnswerWord {
  switch (verdict) {
    case 'required':
      return afterCounsel ? 'must-counsel-first' : 'must'
    case 'prohibited':
      return 'must-not'
    case 'permitted':
      return afterCounsel ? 'counsel-first' : 'may'
    case 'no-rule':
      if (silence === 'no-power' || silence === 'not-encoded') return silence
      return silence === 'duty-lifted' ? 'need-not' : 'no-rule'
    case 'conflict':
    case 'needs-facts':
      return verdict
  }
}
