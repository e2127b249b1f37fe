/** How reports read a case: what counts as a detainer, as a warrant, as help, as an answer. */
import type { RecordedCase, RecordedOutcome, RecordedRequest, Stretch } from './recorded-case.ts'
import type { Temporal } from 'temporal-polyfill'

/** Tells whether a moment lies in a stretch. */
export function isWithin({ from, before }: Stretch, at: Temporal.Instant): boolean {
  return at.epochNanoseconds >= from.epochNanoseconds && at.epochNanoseconds < before.epochNanoseconds
}

/** Forms that ask for a hold or a notice and that no judge signed: every edition of Form I-247. */
export function isDetainer(form: string | null): boolean {
  return form?.startsWith('i-247') === true
}

const civilWarrants: ReadonlySet<string> = new Set(['i-200', 'i-203', 'i-205', 'violator-file'])

/** Finds the civil warrant of a case: by itself, or with another paper. */
export function civilWarrantOf({ requests, facts }: RecordedCase): string | null {
  // What was looked at for the decision counts before what was entered at the arrival.
  const warrants = facts.has('warrant.form') ? [facts.get('warrant.form')] : requests.map(({ warrant }) => warrant)
  const forms = [...requests.map(({ form }) => form), ...warrants]
  const found = forms.find((form) => typeof form === 'string' && civilWarrants.has(form.toLowerCase()))
  return typeof found === 'string' ? found.toLowerCase() : null
}

/** Finds the request of a stretch that brought a detainer. A second copy in the same case is the same request. */
export function detainerOf({ requests }: RecordedCase, stretch: Stretch): RecordedRequest | null {
  return requests.find(({ form, receivedAt }) => isDetainer(form) && isWithin(stretch, receivedAt)) ?? null
}

/** Finds the request of a stretch that brought a detainer or a civil warrant. */
export function civilPaperOf(one: RecordedCase, stretch: Stretch): RecordedRequest | null {
  const detainer = detainerOf(one, stretch)
  if (detainer !== null) return detainer
  if (civilWarrantOf(one) === null) return null
  return one.requests.find(({ receivedAt }) => isWithin(stretch, receivedAt)) ?? null
}

/** Acts by which an agency helps in the field, or gives of its means. */
const helpingActs: ReadonlySet<string> = new Set([
  'assist-operation',
  'joint-operation',
  'allow-staging',
  'provide-space',
  'arrest-on-civil-warrant',
])

/** Finds the request of a stretch that asked for help in an operation. */
export function helpAskedIn({ requests }: RecordedCase, stretch: Stretch): RecordedRequest | null {
  return (
    requests.find(
      ({ acts, receivedAt }) => isWithin(stretch, receivedAt) && acts.some((act) => helpingActs.has(act)),
    ) ?? null
  )
}

/** Acts by which something is told. */
const tellingActs: readonly string[] = ['notify-release', 'share-custody-information', 'disclose']

/** Finds the request of a stretch in which immigration authorities asked for information on somebody in custody. */
export function informationAskedIn({ requests }: RecordedCase, stretch: Stretch): RecordedRequest | null {
  return (
    requests.find(
      ({ acts, receivedAt }) => isWithin(stretch, receivedAt) && acts.some((act) => tellingActs.includes(act)),
    ) ?? null
  )
}

/** Tells whether what was asked was told. */
export function wasTold({ decisions }: RecordedCase): boolean {
  return decisions.some(({ act, choice }) => tellingActs.includes(act) && choice === 'do')
}

/** Finds the last outcome of a kind in a stretch. */
export function outcomeIn(
  { outcomes }: RecordedCase,
  stretch: Stretch,
  ...kinds: readonly string[]
): RecordedOutcome | null {
  return outcomes.findLast(({ kind, at }) => kinds.includes(kind) && isWithin(stretch, at)) ?? null
}

/** Finds the outcome that ended custody, whenever it was. */
export function endOf({ outcomes }: RecordedCase): RecordedOutcome | null {
  return outcomes.findLast(({ kind }) => kind === 'released' || kind === 'transferred') ?? null
}

const immigrationAgencies: ReadonlySet<string> = new Set(['ice', 'cbp', 'uscis'])

/** Tells whether somebody was handed to immigration authorities. */
export function isToImmigration({ kind, receiver }: RecordedOutcome): boolean {
  return kind === 'transferred' && receiver !== null && immigrationAgencies.has(receiver)
}

/** What the answer to who asks says of the agency. */
const askingByAnswer: ReadonlyMap<string, string> = new Map([
  ['immigration-authority', 'immigration-authority'],
  ['other-federal-officer', 'other-federal'],
  ['local-or-state-officer', 'other-state-or-local'],
])

/** Names the agency that asked: as recorded, or as far as the answers say. */
export function askingOf({ facts }: RecordedCase, { asking }: RecordedRequest): string | null {
  if (asking !== null) return asking
  const from = facts.get('request.from')
  return typeof from === 'string' ? (askingByAnswer.get(from) ?? null) : null
}
