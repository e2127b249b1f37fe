/** The what-if page: facts at left, the law that bears on them in the middle, the answer at right. No script. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Decision, NearestChange } from '@brightline/engine'
import { toQuestion } from '@brightline/engine'
import {
  changeWords,
  labelWords,
  limitsWords,
  namesOf,
  possibleAnswerWords,
  questionWords,
  sentence,
  type ShownProvision,
} from '@brightline/wording'
import { textIn } from '@brightline/language'
import { dayField, dayHint, dayTyped } from '../screen/day-field.ts'
import { href } from '../screen/href.ts'
import { lawHref } from './law-address.ts'
import { answerTag, type LawView } from './law-page.ts'
import { documentOf, shownById } from './reading.ts'
import type { Branch, SetFact, Tried } from './what-if.ts'
import { sayLaw } from './words.ts'

/** Makes the three columns. */
export function whatIfColumns(tried: Tried, view: LawView, place: string): Markup {
  const say = sayLaw(view.lang)
  return markup`<div class="what-if">
<section aria-labelledby="facts"><h2 id="facts">${say('facts')}</h2>${factsForm(tried, view, place)}</section>
<section aria-labelledby="the-law" class="law"><h2 id="the-law">${say('the-law')}</h2>${lawOf(tried, view)}</section>
<section aria-labelledby="the-answer" class="answer" role="status"><h2 id="the-answer">${say('the-answer')}</h2>${answerOf(tried, view)}</section>
</div>`
}

function factsForm({ tried, facts, left }: Tried, view: LawView, place: string): Markup {
  const { lang, stack, asOf } = view
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const agencies = stack.vocabulary.agencies.map(({ name }) => ({ value: name, words: names.agency(name) }))
  const acts = [
    { value: '', words: say('acts-of-form') },
    ...stack.vocabulary.acts.map(({ name }) => ({ value: name, words: names.act(name) })),
  ]
  const more = left === 0 ? null : markup`<p class="soft">${say('more-facts', { count: left })}</p>`
  return markup`<form action="${href(`/law/${place}/${asOf}/what-if`)}" class="dense">
${choice({ name: 'agency', label: say('agency'), options: agencies, value: tried.agency })}
${choice({ name: 'act', label: say('act'), options: acts, value: tried.act })}
${facts.map((fact) => factField(fact, view))}${more}
<button>${say('ask-law')}</button></form>`
}

function factField({ question, type, value }: SetFact, { lang, faults }: LawView): Markup {
  const say = sayLaw(lang)
  const name = `f.${question.fact}`
  const label = questionWords(question, lang)
  if (question.answers.length > 0 && (type?.kind === 'one-of' || type?.kind === 'yes-no')) {
    const options = question.answers.map((answer) => ({ value: String(answer.value), words: labelWords(answer, lang) }))
    return choice({ name, label, options: [{ value: '', words: say('not-known') }, ...options], value })
  }
  if (type?.kind === 'date')
    return dayField({ name: `on.${question.fact}`, label, hint: dayHint(lang), ...dayTyped(value) }, { faults, lang })
  const hint = say('number-hint')
  return markup`<div class="field"><label for="${name}">${label}</label><p class="hint" id="${name}-hint">${hint}</p><input class="short" id="${name}" name="${name}" value="${value}" autocomplete="off" aria-describedby="${name}-hint"></div>`
}

interface Choice {
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly words: string }[]
  readonly value: string
}

function choice({ name, label, options, value }: Choice): Markup {
  const items = options.map(
    (option) =>
      markup`<option value="${option.value}"${option.value === value ? trusted(' selected') : null}>${option.words}</option>`,
  )
  return markup`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${items}</select></div>`
}

const order = ['decides', 'beside', 'displaced', 'overridden'] as const

/** A provision that bears on the acts, with what it does there. */
interface Bearing {
  readonly rule: string
  readonly cite: string
  readonly effect: (typeof order)[number]
  readonly isLive: boolean
  readonly words: string
}

/** Shows every provision that bears on the acts: those that decide marked, those that give way last and grey. */
function lawOf({ answer, branches }: Tried, view: LawView): Markup {
  const { lang, stack, asOf } = view
  const say = sayLaw(lang)
  const shown = shownById(documentOf(stack, lang))
  const sure = (answer?.decisions ?? []).flatMap((one) => one.reasons.map((reason) => bearingOf(reason, one, lang)))
  const open = branches.flatMap((branch) => branch.decision.reasons.flatMap((one) => bearingIf(one, branch, lang)))
  const byRule = new Map<string, Bearing>()
  for (const one of [...sure, ...open]) {
    const known = byRule.get(one.rule)
    if (known === undefined || order.indexOf(one.effect) < order.indexOf(known.effect)) byRule.set(one.rule, one)
  }
  if (byRule.size === 0) return markup`<p class="quiet">${say('fact-nothing')}</p>`
  const sorted = [...byRule.values()].toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect))
  return markup`${sorted.map(({ rule, cite, effect, isLive, words }) => {
    const says = shown.get(rule)
    return markup`<div class="bearing ${isLive ? 'live' : effect}"><p>${says === undefined ? cite : wordsOf(says)}</p><p class="soft"><b>${words}</b> <a href="${href(wayToRule(rule, asOf))}">${cite}</a></p></div>`
  })}`
}

type Reason = Decision['reasons'][number]

function bearingOf({ rule, cite, effect, certain }: Reason, { verdict }: Decision, lang: string): Bearing {
  const say = sayLaw(lang)
  const isOpen = verdict === 'needs-facts'
  const words = effect === 'decides' && isOpen ? say('counts') : say(effectKeys[effect])
  const told = certain ? words : `${words}, ${say('depends')}`
  return { rule, cite, effect, isLive: effect === 'decides' && certain && !isOpen, words: told }
}

/** A provision that would decide, if the next question were answered so. */
function bearingIf(reason: Reason, { question, answer }: Branch, lang: string): readonly Bearing[] {
  if (reason.effect !== 'decides') return []
  const values = { question: questionWords(question, lang), answer: labelWords(answer, lang) }
  const { rule, cite, effect } = reason
  return [{ rule, cite, effect, isLive: false, words: sayLaw(lang)('would-decide', values) }]
}

const effectKeys = { decides: 'strictest', beside: 'beside', displaced: 'gives-way', overridden: 'gives-way' } as const

function wordsOf({ says, condition }: ShownProvision): string {
  const whole = [says, ...condition.map(({ joint, text }) => `${joint} ${text}`)].join(' ')
  // On this page the terms of an instrument lead nowhere.
  return whole.replaceAll(/\[([^\]]+)\]/g, '$1')
}

function wayToRule(rule: string, asOf: string): string {
  const [, instrument = '', section = ''] = /^(\S+) section ([^(]+)/.exec(rule) ?? []
  return instrument === '' ? lawHref(rule.split(' ')[0] ?? '', asOf) : lawHref(instrument, asOf, section.trim())
}

function answerOf({ answer, problems }: Tried, view: LawView): Markup {
  const { lang } = view
  if (answer === null)
    return markup`<ul class="plain-list">${problems.map((problem) => markup`<li class="fault">${sentence(problem, lang).message}</li>`)}</ul>`
  const hash = answer.decisions[0]?.policyHash.slice(0, 12) ?? ''
  return markup`${answer.decisions.map((decision) => decisionOf(decision, view))}
<p class="soft mono">${sayLaw(lang)('policy-hash', { hash })}</p>`
}

function decisionOf(decision: Decision, { lang, stack }: LawView): Markup {
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const { act, power, ask, verdict, possible, deciders, limit, missing, flags, counsel, nearest } = decision
  const lines = [
    ...(verdict === 'needs-facts'
      ? [say('still-possible', { verdicts: possible.map((one) => possibleAnswerWords(one, power, lang)) })]
      : []),
    ...(ask === null ? [] : [say('ask-next', { question: questionWords(ask, lang) })]),
    ...counsel.map((reason) => textIn(reason, lang)),
    ...(deciders.length === 0
      ? []
      : [say('who-decides', { who: deciders.map((who) => textIn(who, lang)).join('; ') })]),
    ...(limit === null ? [] : [limitsWords(limit.limits, names, lang)]),
    ...missing.map(({ cite, title }) => say('missing', { cite, title })),
    ...flags.map((flag) => say(`flag-${flag}`)),
  ]
  const changes = nearest.slice(0, 3).map((change) => markup`<li>${changeOf(change, power, { lang, stack })}</li>`)
  const nearestPart = changes.length === 0 ? null : markup`<h4>${say('nearest')}</h4><ul>${changes}</ul>`
  return markup`<div class="decided"><h3>${answerTag(decision, lang)} <span>${names.act(act)}</span></h3>${lines.map((line) => markup`<p>${line}</p>`)}${nearestPart}</div>`
}

function changeOf(
  change: NearestChange,
  power: string | null,
  { lang, stack }: Pick<LawView, 'lang' | 'stack'>,
): string {
  const question = toQuestion(stack, change.fact)
  return sayLaw(lang)('nearest-one', {
    question: question === null ? change.fact : questionWords(question, lang),
    to: changeWords(stack, change, lang),
    verdict: possibleAnswerWords(change.verdict, power, lang),
  })
}
