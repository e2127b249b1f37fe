/** Rules, duties and doubt rules in words. */
import type { Stack } from '@brightline/engine'
import { textIn, type Doubt, type Duty, type Rule, type Trigger } from '@brightline/language'
import { dueWords, limitWords, type DeadlineNames } from '../calendar/deadline.ts'
import { languageName } from '../phrase/language-name.ts'
import { joined } from '../phrase/list.ts'
import { namesOf } from './names.ts'
import { lawSpeech } from './speech.ts'

/** The words of a place's law in one language. */
export interface Speaker {
  readonly stack: Stack
  readonly lang: string
  /** What to call a provision where another one names it. */
  readonly nameOf: (id: string, section: string) => string
}

/** What a rule says, without its condition. */
export function ruleWords(rule: Rule, speaker: Speaker): string {
  const { lang } = speaker
  const say = lawSpeech(lang)
  const { overrides, decider, limit, forcedBy } = rule
  const staff = staffWords(rule, speaker)
  const values = { staff, modal: say(`modal-${rule.modal}`), acts: actWords(rule.acts, speaker) }
  const rules = overrides.map((id) => speaker.nameOf(id, rule.section))
  const parts = [
    rules.length === 0 ? say('rule', values) : say('rule-despite', { ...values, rules }),
    ...(limit === null ? [] : [limitWords(limit, deadlineNames(speaker), lang)]),
    ...(decider === null ? [] : [say('decided-by', { name: textIn(decider, lang) })]),
    ...(forcedBy === null ? [] : [say('forced-by', { law: forcedBy })]),
  ]
  return parts.join(', ')
}

/** What a duty says, without its condition. */
export function dutyWords(duty: Duty, speaker: Speaker): string {
  const { lang } = speaker
  const say = lawSpeech(lang)
  const { due, languages, ifMissed } = duty
  const trigger = triggerWords(duty.trigger, speaker)
  const names = languages.map((code) => languageName(code, lang))
  const parts = [
    say('duty', { trigger, staff: staffWords(duty, speaker), action: textIn(duty.action, lang) }),
    ...(due === null ? [] : [dueWords(due, deadlineNames(speaker), lang)]),
    ...(names.length === 0 ? [] : [say('in-languages', { languages: names })]),
    ...(ifMissed === null ? [] : [say('if-missed', { text: textIn(ifMissed, lang) })]),
  ]
  return parts.join(', ')
}

/** What a doubt rule says. */
export function doubtWords({ term, treatAs, duty }: Doubt, speaker: Speaker): string {
  const { lang } = speaker
  const say = lawSpeech(lang)
  const treated = say(treatAs ? 'in-doubt-yes' : 'in-doubt-no', { term })
  if (duty === null) return treated
  const values = { who: textIn(duty.who, lang), action: textIn(duty.action, lang) }
  const due = duty.due === null ? [] : [dueWords(duty.due, deadlineNames(speaker), lang)]
  return [treated, say('doubt-duty', values), ...due].join(', ')
}

/** Agencies in words; null is every one. */
export function agencyWords(agencies: readonly string[] | null, { stack, lang }: Speaker): string {
  const say = lawSpeech(lang)
  return agencies === null
    ? say('every-agency')
    : say('agencies', { agencies: agencies.map(namesOf(stack, lang).agency) })
}

/** Who a provision speaks to; agencies are named where they are not all those that the instrument binds. */
function staffWords({ agencies, instrument }: Rule | Duty, { stack, lang }: Speaker): string {
  const say = lawSpeech(lang)
  const binds = stack.library.instruments.find(({ id }) => id === instrument)?.binds ?? null
  const isEvery = agencies === null || (binds !== null && binds.every((agency) => agencies.includes(agency)))
  return isEvery ? say('staff') : say('staff-of', { agencies: agencies.map(namesOf(stack, lang).agency) })
}

function actWords(acts: readonly string[], { stack, lang }: Speaker): string {
  return joined(acts.map(namesOf(stack, lang).act), 'or', lang)
}

function triggerWords(trigger: Trigger, speaker: Speaker): string {
  const say = lawSpeech(speaker.lang)
  switch (trigger.kind) {
    case 'on-request':
    case 'after':
      return say(trigger.kind, { acts: actWords(trigger.acts, speaker) })
    case 'each-year':
      return trigger.by === null ? say('each-year') : say('each-year-by', { by: trigger.by })
    case 'each-quarter':
    case 'at-all-times':
      return say(trigger.kind)
  }
}

/** The law of one place leaves out the holidays of one calendar, so the place is not named. */
function deadlineNames({ stack, lang }: Speaker): DeadlineNames {
  return { event: namesOf(stack, lang).event, place: () => null }
}
