/** What a provision does, in a few words for the margin of its text. */
import { limitWords, dueWords, joined, languageName, namesOf } from '@brightline/wording'
import { textIn, type Doubt, type Duty, type NotEncoded, type Rule } from '@brightline/language'
import type { Stack } from '@brightline/engine'
import { sayLaw } from './words.ts'
import type { Shape } from './verdict-mark.ts'

/** Whatever stands in a section. */
export type Provided = Rule | Duty | Doubt | NotEncoded

/** What the margin says. */
export interface Effect {
  readonly shape: Shape | null
  readonly head: string
  readonly more: readonly string[]
}

/** What the words of an effect are made with. */
export interface Margin {
  readonly stack: Stack
  readonly lang: string
  /** What a rule is called beside another of its section. */
  readonly nameOf: (id: string) => string
  /** The rules that win over one. */
  readonly overriders: (id: string) => readonly string[]
}

/** Says what a provision does. */
export function effectOf(one: Provided, margin: Margin): Effect {
  switch (one.kind) {
    case 'rule':
      return ruleEffect(one, margin)
    case 'duty':
      return dutyEffect(one, margin)
    case 'doubt':
      return doubtEffect(one, margin)
    case 'not-encoded':
      return { shape: 'no-rule', head: sayLaw(margin.lang)('effect-not-encoded'), more: [] }
  }
}

const shapeByModal: Readonly<Record<Rule['modal'], Shape>> = {
  must: 'must',
  'must-not': 'must-not',
  may: 'may',
  'need-not': 'no-rule',
  'nobody-may-forbid': 'may',
  'not-forbidden': 'may',
}

function ruleEffect(rule: Rule, margin: Margin): Effect {
  const { lang, stack, nameOf, overriders } = margin
  const say = sayLaw(lang)
  const names = namesOf(stack, lang)
  const winners = overriders(rule.id)
  const isAllOf = rule.overridesAllOf.length > 0
  return {
    shape: shapeByModal[rule.modal],
    head: say(`effect-${rule.modal}`, { count: rule.acts.length }),
    more: [
      ...(rule.counsel === null ? [] : [say('effect-counsel')]),
      ...(rule.decider === null ? [] : [say('effect-decider', { who: textIn(rule.decider, lang) })]),
      ...(rule.limit === null ? [] : [sentenceOf(limitWords(rule.limit, names, lang))]),
      ...(winners.length === 0
        ? []
        : [say('effect-exceptions', { count: winners.length, rules: winners.map(nameOf) })]),
      ...(isAllOf ? [say('effect-wins-all')] : winsOver(rule, margin)),
      ...(rule.reach === 'ceiling' && rule.modal === 'may' ? [say('effect-ceiling')] : []),
    ],
  }
}

function winsOver({ overrides }: Rule, { lang, nameOf }: Margin): readonly string[] {
  return overrides.length === 0 ? [] : [sayLaw(lang)('effect-wins', { rules: overrides.map(nameOf) })]
}

function dutyEffect({ due, languages, inEveryLanguage, ifMissed }: Duty, { stack, lang }: Margin): Effect {
  const say = sayLaw(lang)
  const when = due === null ? null : dueWords(due, namesOf(stack, lang), lang)
  const spoken = languages.map((code) => languageName(code, lang))
  return {
    shape: 'must',
    head: say('effect-duty'),
    more: [
      ...(when === null ? [] : [sentenceOf(when)]),
      ...(spoken.length === 0 ? [] : [sentenceOf(joined(spoken, inEveryLanguage ? 'and' : 'or', lang))]),
      ...(ifMissed === null ? [] : [say('effect-missed', { action: textIn(ifMissed, lang) })]),
    ],
  }
}

function doubtEffect({ treatAs, duty }: Doubt, { lang }: Margin): Effect {
  const say = sayLaw(lang)
  return {
    shape: 'needs-facts',
    head: say('effect-doubt'),
    more: [
      say(treatAs ? 'effect-doubt-yes' : 'effect-doubt-no'),
      ...(duty === null ? [] : [say('effect-doubt-duty', { action: textIn(duty.action, lang) })]),
    ],
  }
}

function sentenceOf(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
