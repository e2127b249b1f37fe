/** Rules, duties and doubt rules in words. */
import { dueInWords, limitInWords, type Stack } from '@brightline/engine'
import type { Doubt, Due, Duty, Limit, Rule, Trigger } from '@brightline/language'
import type { Lang } from '../words.ts'
import { showWords } from './words.ts'

/** The words of a place's law in one language. */
export interface Speaker {
  readonly stack: Stack
  readonly lang: Lang
  /** What to call a provision where another one names it. */
  readonly nameOf: (id: string, section: string) => string
}

/** What a rule says, without its condition. */
export function ruleWords(rule: Rule, speaker: Speaker): string {
  const say = showWords[speaker.lang]
  const { overrides, decider, limit, forcedBy } = rule
  const despite = overrides.map((id) => speaker.nameOf(id, rule.section)).join(` ${say.or} `)
  const parts = [
    `${despite === '' ? '' : `${say.despite} ${despite}, `}${whoWords(rule.agencies, speaker)} ${say.modal[rule.modal]} ${actWords(rule.acts, speaker)}`,
    ...(limit === null ? [] : [limitInWords(limit, speaker.lang, eventLabel(limitEvent(limit), speaker))]),
    ...(decider === null ? [] : [`${say.decidedBy} ${decider}`]),
    ...(forcedBy === null ? [] : [`${say.forcedBy} ${forcedBy}`]),
  ]
  return parts.join(', ')
}

/** What a duty says, without its condition. */
export function dutyWords(duty: Duty, speaker: Speaker): string {
  const say = showWords[speaker.lang]
  const { due, languages, ifMissed } = duty
  const parts = [
    `${say.duty} ${triggerWords(duty.trigger, speaker)}: ${whoWords(duty.agencies, speaker)} ${say.must} ${duty.action}`,
    ...(due === null ? [] : [dueWords(due, speaker)]),
    ...(languages.length === 0 ? [] : [`${say.inLanguages} ${languages.join(', ')}`]),
    ...(ifMissed === null ? [] : [`${say.ifMissed}: ${ifMissed}`]),
  ]
  return parts.join(', ')
}

/** What a doubt rule says. */
export function doubtWords({ term, treatAs, duty }: Doubt, speaker: Speaker): string {
  const say = showWords[speaker.lang]
  const treated = `${say.inDoubt} [${term}], ${say.treatAs} ${treatAs ? say.yes : say.no}`
  if (duty === null) return treated
  const due = duty.due === null ? '' : `, ${dueWords(duty.due, speaker)}`
  return `${treated}, ${say.and} ${duty.who} ${say.must} ${duty.action}${due}`
}

/** Agencies in words; null is everybody. */
export function whoWords(agencies: readonly string[] | null, { stack, lang }: Speaker): string {
  const say = showWords[lang]
  if (agencies === null) return say.staff
  const labels = agencies.map((agency) => stack.vocabulary.agencies.find(({ name }) => name === agency)?.label[lang] ?? agency)
  return labels.join(` ${say.or} `)
}

function actWords(acts: readonly string[], { stack, lang }: Speaker): string {
  const phrases = acts.map((act) => stack.vocabulary.acts.find(({ name }) => name === act)?.phrase[lang] ?? act)
  return phrases.join(`, ${showWords[lang].or} `)
}

function triggerWords(trigger: Trigger, speaker: Speaker): string {
  const say = showWords[speaker.lang]
  switch (trigger.kind) {
    case 'on-request':
      return `${say.onRequest} ${actWords(trigger.acts, speaker)}`
    case 'after':
      return `${say.after} ${actWords(trigger.acts, speaker)}`
    case 'each-year':
      return say.eachYear(trigger.by)
    case 'each-quarter':
      return say.eachQuarter
    case 'at-all-times':
      return say.atAllTimes
  }
}

function dueWords(due: Due, speaker: Speaker): string {
  const event = due.kind === 'before' ? due.event : due.kind === 'within' ? due.span.event : ''
  return dueInWords(due, speaker.lang, eventLabel(event, speaker))
}

function limitEvent(limit: Limit): string {
  return limit.kind === 'span' ? limit.span.event : limit.event
}

function eventLabel(event: string, { stack, lang }: Speaker): string {
  return stack.vocabulary.events.find(({ name }) => name === event)?.label[lang] ?? event
}
