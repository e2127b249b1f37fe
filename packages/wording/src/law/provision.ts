/** Rules, duties and doubt rules in words. */
import type { Stack } from '@brightline/engine'
import { textIn, type Doubt, type Duty, type Rule, type Trigger } from '@brightline/language'
import { dueWords, limitWords, type DeadlineNames } from '../calendar/deadline.ts'
import { languageName } from '../decision/language-name.ts'
import { inLanguage } from '../phrase/by-language.ts'
import { namesOf } from './names.ts'
import { showWords } from './words.ts'

/** The words of a place's law in one language. */
export interface Speaker {
  readonly stack: Stack
  readonly lang: string
  /** What to call a provision where another one names it. */
  readonly nameOf: (id: string, section: string) => string
}

/** What a rule says, without its condition. */
export function ruleWords(rule: Rule, speaker: Speaker): string {
  const say = inLanguage(showWords, speaker.lang)
  const { overrides, decider, limit, forcedBy } = rule
  const despite = overrides.map((id) => speaker.nameOf(id, rule.section)).join(` ${say.or} `)
  const parts = [
    `${despite === '' ? '' : `${say.despite} ${despite}, `}${staffWords(rule, speaker)} ${say.modal[rule.modal]} ${actWords(rule.acts, speaker)}`,
    ...(limit === null ? [] : [limitWords(limit, deadlineNames(speaker), speaker.lang)]),
    ...(decider === null ? [] : [`${say.decidedBy} ${textIn(decider, speaker.lang)}`]),
    ...(forcedBy === null ? [] : [`${say.forcedBy} ${forcedBy}`]),
  ]
  return parts.join(', ')
}

/** What a duty says, without its condition. */
export function dutyWords(duty: Duty, speaker: Speaker): string {
  const say = inLanguage(showWords, speaker.lang)
  const { due, languages, ifMissed } = duty
  const parts = [
    `${say.duty} ${triggerWords(duty.trigger, speaker)}: ${staffWords(duty, speaker)} ${say.must} ${textIn(duty.action, speaker.lang)}`,
    ...(due === null ? [] : [dueWords(due, deadlineNames(speaker), speaker.lang)]),
    ...(languages.length === 0
      ? []
      : [`${say.inLanguages} ${languages.map((code) => languageName(code, speaker.lang)).join(` ${say.or} `)}`]),
    ...(ifMissed === null ? [] : [`${say.ifMissed}: ${textIn(ifMissed, speaker.lang)}`]),
  ]
  return parts.join(', ')
}

/** What a doubt rule says. */
export function doubtWords({ term, treatAs, duty }: Doubt, speaker: Speaker): string {
  const say = inLanguage(showWords, speaker.lang)
  const treated = `${say.inDoubt} [${term}], ${say.treatAs} ${treatAs ? say.yes : say.no}`
  if (duty === null) return treated
  const due = duty.due === null ? '' : `, ${dueWords(duty.due, deadlineNames(speaker), speaker.lang)}`
  return `${treated}, ${say.and} ${say.office(textIn(duty.who, speaker.lang))} ${say.must} ${textIn(duty.action, speaker.lang)}${due}`
}

/** Agencies in words; null is every one. */
export function agencyWords(agencies: readonly string[] | null, { stack, lang }: Speaker): string {
  const say = inLanguage(showWords, lang)
  if (agencies === null) return say.everyAgency
  const labels = agencies.map(namesOf(stack, lang).agency)
  return labels.join(` ${say.or} `)
}

/** Who a provision speaks to; agencies are named where they are not all those that the instrument binds. */
function staffWords({ agencies, instrument }: Rule | Duty, speaker: Speaker): string {
  const say = inLanguage(showWords, speaker.lang)
  const binds = speaker.stack.library.instruments.find(({ id }) => id === instrument)?.binds ?? null
  const isEvery = agencies === null || (binds !== null && binds.every((agency) => agencies.includes(agency)))
  return isEvery ? say.staff : `${say.staff} (${agencyWords(agencies, speaker)})`
}

function actWords(acts: readonly string[], { stack, lang }: Speaker): string {
  const phrases = acts.map(namesOf(stack, lang).act)
  return phrases.join(`, ${inLanguage(showWords, lang).or} `)
}

function triggerWords(trigger: Trigger, speaker: Speaker): string {
  const say = inLanguage(showWords, speaker.lang)
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

/** The law of one place leaves out the holidays of one calendar, so the place is not named. */
function deadlineNames({ stack, lang }: Speaker): DeadlineNames {
  return { event: namesOf(stack, lang).event, place: () => null }
}
