/** Rules, duties and doubt rules in words. */
import type { Stack } from '@brightline/engine'
import {
  textIn,
  type Doubt,
  type Duty,
  type Group,
  type NotEncoded,
  type Rule,
  type Trigger,
} from '@brightline/language'
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
  const { decider, limit, counsel, isForAnybody, forcedBy } = rule
  const staff = staffWords(rule, speaker)
  const values = { staff, modal: say(`modal-${rule.modal}`), acts: actWords(rule.acts, speaker) }
  const rules = overriddenWords(rule, speaker)
  const head = rule.modal === 'nobody-may-forbid' || rule.modal === 'not-forbidden' ? 'bar' : 'rule'
  const parts = [
    rules.length === 0 ? say(head, values) : say(`${head}-despite`, { ...values, rules }),
    ...(limit === null ? [] : [limitWords(limit, deadlineNames(speaker), lang)]),
    ...(decider === null ? [] : [say('decided-by', { name: textIn(decider, lang) })]),
    ...(isForAnybody ? [say('whoever-asks')] : []),
    ...(counsel === null ? [] : [say('counsel-first', { text: textIn(counsel, lang) })]),
    ...(forcedBy === null ? [] : [say('forced-by', { law: forcedBy })]),
  ]
  return parts.join(', ')
}

/** Names what a rule overrides: all others of a section or instrument at once, other rules one by one. */
function overriddenWords(
  { overrides, overridesAllOf, section, instrument }: Rule,
  speaker: Speaker,
): readonly string[] {
  const say = lawSpeech(speaker.lang)
  const isAmongAll = (id: string): boolean =>
    overridesAllOf.some((all) => (all === 'instrument' ? id.startsWith(`${instrument} `) : isOfSection(id, all)))
  return [
    ...overridesAllOf.map((all) =>
      all === 'instrument'
        ? say('all-of-instrument')
        : say('all-of-section', { section: all.replace(/^section /, '') }),
    ),
    ...overrides.filter((id) => !isAmongAll(id)).map((id) => speaker.nameOf(id, section)),
  ]
}

/** Tells whether an id names a rule of a section. */
function isOfSection(id: string, section: string): boolean {
  const name = id.slice(id.indexOf(' ') + 1)
  return name.startsWith(section) && (name.length === section.length || name[section.length] === '(')
}

/** What a group of agencies is. */
export function groupWords({ title, agencies, cite }: Group, speaker: Speaker): string {
  const say = lawSpeech(speaker.lang)
  const values = { title: textIn(title, speaker.lang), agencies: agencyWords(agencies, speaker) }
  return cite === null ? say('group', values) : say('group-cited', { ...values, cite })
}

/** What is not encoded, and what it may bear on. */
export function notEncodedWords(item: NotEncoded, speaker: Speaker): string {
  const { lang } = speaker
  const say = lawSpeech(lang)
  const { title, acts, because } = item
  const values = { title: textIn(title, lang), staff: staffWords(item, speaker), acts: actWords(acts, speaker) }
  const what = acts.length === 0 ? say('not-encoded-no-act', values) : say('not-encoded', values)
  return [what, ...(because === null ? [] : [say('because', { text: textIn(because, lang) })])].join('; ')
}

/** What a duty says, without its condition. */
export function dutyWords(duty: Duty, speaker: Speaker): string {
  const { lang } = speaker
  const say = lawSpeech(lang)
  const { about, recipient, due, languages, inEveryLanguage, ifMissed } = duty
  const trigger = triggerWords(duty.trigger, speaker)
  const names = languages.map((code) => languageName(code, lang))
  const values = { trigger, staff: staffWords(duty, speaker), action: textIn(duty.action, lang) }
  const parts = [
    about.length === 0 ? say('duty', values) : say('duty-about', { ...values, acts: actWords(about, speaker) }),
    ...(recipient === null ? [] : [say('recipient', { recipient: textIn(recipient, lang) })]),
    ...(due === null ? [] : [dueWords(due, deadlineNames(speaker), lang)]),
    ...(names.length === 0 ? [] : [say(inEveryLanguage ? 'in-every-language' : 'in-languages', { languages: names })]),
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

/** Who a provision speaks to, as it says it: staff, kinds of agency, and groups by the name that the law gives them. */
function staffWords({ named, instrument }: Rule | Duty | NotEncoded, speaker: Speaker): string {
  const say = lawSpeech(speaker.lang)
  return named === null ? say('staff') : say('staff-of', { agencies: namedWords(named, instrument, speaker) })
}

/** Names kinds of agency by their labels, and groups as the law calls them. */
export function namedWords(names: readonly string[], instrument: string, { stack, lang }: Speaker): readonly string[] {
  const groups = stack.library.instruments.find(({ id }) => id === instrument)?.groups ?? []
  return names.map((name) => {
    const group = groups.find((one) => one.name === name)
    return group === undefined ? namesOf(stack, lang).agency(name) : textIn(group.title, lang)
  })
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
    case 'by-date':
      return say('by-date', { date: trigger.date })
    case 'each-quarter':
    case 'each-month':
    case 'at-all-times':
      return say(trigger.kind)
  }
}

/** The law of one place leaves out the holidays of one calendar, so the place is not named. */
function deadlineNames({ stack, lang }: Speaker): DeadlineNames {
  return { event: namesOf(stack, lang).event, place: () => null }
}
