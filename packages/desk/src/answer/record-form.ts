/** The form by which an answer is put on record: what the law decides is sent as it is, what it leaves open is chosen. */
import { markup, trusted, type Markup } from '@brightline/documents/html'
import type { Decision } from '@brightline/engine'
import { namesOf } from '@brightline/wording'
import { waitsNote, type LogWaits } from '../decision/log-waits.ts'
import { choiceReasons, overrideReasons, type Reason } from '../decision/reason.ts'
import { choiceOfLaw, secondPerson, type DeciderRoles } from '../decision/second-person.ts'
import { sayDecision } from '../decision/words.ts'
import type { CaseRecord } from '../case/read-case.ts'
import { casePath } from '../question/open-interview.ts'
import type { CaseInterview } from '../question/case-interview.ts'
import type { Faults } from '../screen/form.ts'
import { href } from '../screen/href.ts'
import { sayAnswer } from './words.ts'

/** What the form is made of. */
export interface Recording {
  readonly record: CaseRecord
  readonly interview: CaseInterview
  readonly decisions: readonly Decision[]
  readonly roles: DeciderRoles
  readonly seen: string
  readonly lang: string
  readonly formWord: Markup
  readonly waits: LogWaits
  /** What was sent just now and is missing something, by the names of fields. */
  readonly sent: ReadonlyMap<string, string>
  readonly faults: Faults
}

/** Makes the form. */
export function recordForm(recording: Recording): Markup {
  const { record, decisions, lang, formWord, seen, waits } = recording
  if (waits.decisions !== null) return waitsNote('decisions-wait', waits.decisions, lang)
  const say = sayAnswer(lang)
  const seconds = new Set(decisions.flatMap((decision) => secondOf(decision, recording) ?? []))
  const button = say(seconds.size > 0 ? 'propose-button' : 'record-button')
  return markup`<form method="post" class="record" action="${href(casePath(record.reference, 'decisions'))}">${formWord}
<input type="hidden" name="version" value="${record.draft?.version ?? 0}"><input type="hidden" name="seen" value="${seen}">
${decisions.filter((decision) => choiceOfLaw(decision) === null).map((decision) => choice(decision, recording))}
${overrides(recording)}
${[...seconds].map((role) => markup`<p class="hint">${say(`second-${role}`)}</p>`)}
${seconds.size === 0 || waits.confirmations === null ? null : waitsNote('confirmations-wait', waits.confirmations, lang)}
<button>${button}</button></form>`
}

/** Finds who confirms, whatever is chosen. */
function secondOf(decision: Decision, { roles }: Recording): 'supervisor' | 'counsel' | null {
  return secondPerson(decision, choiceOfLaw(decision) ?? 'do-not', roles)
}

function choice(decision: Decision, recording: Recording): Markup {
  const { lang, sent, faults, roles } = recording
  const say = sayAnswer(lang)
  const { act } = decision
  const asked = secondPerson(decision, 'do-not', roles) === 'counsel' ? 'choose-counsel' : 'choose'
  const [name, fault] = [`choice.${act}`, faults.get(`choice.${act}`)]
  const items = (['do', 'do-not'] as const).map((value) => {
    const isChosen = sent.get(name) === value ? trusted(' checked') : null
    return markup`<label><input type="radio" name="${name}" value="${value}"${value === 'do' ? markup` id="${name}"` : null}${isChosen}><span>${say(`choose-${value}`)}</span></label>`
  })
  return markup`<fieldset class="row${fault === undefined ? '' : ' wrong'}"><legend>${say(asked, { act: actWords(act, recording) })}</legend>
${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}<div class="abreast">${items}</div>
${reasonList(recording, { act, label: say('reason'), empty: say('choose-reason'), reasons: choiceReasons })}</fieldset>`
}

/** Offers to record something else than the law says, folded away. */
function overrides(recording: Recording): Markup | null {
  const { decisions, sent, lang } = recording
  const say = sayAnswer(lang)
  const settled = decisions.filter((decision) => choiceOfLaw(decision) !== null)
  if (settled.length === 0) return null
  const isOpen = settled.some(({ act }) => (sent.get(`reason.${act}`) ?? '') !== '')
  const lists = settled.map(({ act }) => {
    const label = say('override-lead', { act: actWords(act, recording) })
    return reasonList(recording, { act, label, empty: say('override-none'), reasons: overrideReasons })
  })
  return markup`<details${isOpen ? trusted(' open') : null}><summary>${say('override')}</summary>${lists}</details>`
}

interface ReasonList {
  readonly act: string
  readonly label: string
  readonly empty: string
  readonly reasons: readonly Reason[]
}

function reasonList({ lang, sent, faults }: Recording, { act, label, empty, reasons }: ReasonList): Markup {
  const name = `reason.${act}`
  const fault = faults.get(name)
  const options = reasons.map((reason) => {
    const chosen = sent.get(name) === reason ? trusted(' selected') : null
    return markup`<option value="${reason}"${chosen}>${sayDecision(lang)(reason)}</option>`
  })
  return markup`<div class="field${fault === undefined ? '' : ' wrong'}"><label for="${name}">${label}</label>
${fault === undefined ? null : markup`<p class="fault">${fault}</p>`}<select id="${name}" name="${name}"><option value="">${empty}</option>${options}</select></div>`
}

/** Names an act as the law does. */
function actWords(act: string, { interview, lang }: Recording): string {
  return namesOf(interview.stack, lang).act(act)
}
