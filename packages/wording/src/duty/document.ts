/** The standing, calendar and dated duties of a place as data: the contract of `brightline duties --json`. */
import {
  bindsKind,
  isStanding,
  standingDuties,
  withoutVersion,
  type DutyScope,
  type NoVersion,
  type StandingDuty,
} from '@brightline/engine'
import {
  isWithin,
  type Due,
  type Duty,
  type Library,
  type Mark,
  type Texts,
  type Trigger,
  type Vocabulary,
} from '@brightline/language'
import { placeTitle } from '../comparison/side.ts'
import { conditionText } from './condition.ts'

/** One duty with its days. Days are ISO dates of the place. */
export interface ShownDuty {
  /** The id of the duty. */
  readonly duty: string
  /** The title of its instrument. */
  readonly instrument: string
  readonly cite: string
  /** True where the duty is part of what the citation names. */
  readonly isPart: boolean
  readonly mark: Mark['kind']
  /** Kinds of agency; null is every public one. */
  readonly agencies: readonly string[] | null
  readonly action: Texts
  /** To whom, or null. */
  readonly recipient: Texts | null
  readonly trigger: Trigger
  /** The acts that the duty concerns. */
  readonly about: readonly string[]
  /** In which case it arises, in words; null where it arises in every case. */
  readonly condition: Texts | null
  readonly next: string | null
  readonly days: readonly string[]
  readonly passed: string | null
  readonly due: Due | null
  readonly languages: readonly string[]
  readonly inEveryLanguage: boolean
  readonly ifMissed: Texts | null
  readonly note: Texts | null
  /** True where its force is contested on the next day, or on the day asked about. */
  readonly contested: boolean
  /** The suits that are pending against it. */
  readonly challenged: readonly string[]
}

/** Every duty of a place that no request gives rise to. */
export interface DutiesDocument extends DutyScope {
  readonly version: 2
  readonly placeTitle: Texts
  readonly duties: readonly ShownDuty[]
  /** The instruments with such duties that have no version in these days, the earliest first. */
  readonly noVersion: readonly NoVersion[]
}

/** Puts the duties of a place into the contract. */
export function toDutiesDocument(library: Library, scope: DutyScope): DutiesDocument {
  return {
    version: 2,
    ...scope,
    placeTitle: placeTitle(library, scope.place),
    duties: standingDuties(library, scope).map((one) => shownDuty(one, library.vocabulary, scope.asOf)),
    noVersion: withoutVersion(library, scope.place, scope.until, {
      isAsked: (one) =>
        one.kind === 'duty' && isStanding(one.trigger) && bindsKind(one.agencies, scope.agency, library.vocabulary),
    }),
  }
}

function shownDuty(
  { duty, instrument, next, days, passed }: StandingDuty,
  vocabulary: Vocabulary,
  asOf: string,
): ShownDuty {
  const day = next ?? asOf
  return {
    duty: duty.id,
    instrument: instrument.title,
    cite: duty.cite,
    isPart: duty.isPart,
    mark: duty.mark.kind,
    agencies: duty.agencies,
    action: duty.action,
    recipient: duty.recipient,
    trigger: duty.trigger,
    about: duty.about,
    condition: conditionTexts(duty, vocabulary),
    next,
    days,
    passed,
    due: duty.due,
    languages: duty.languages,
    inEveryLanguage: duty.inEveryLanguage,
    ifMissed: duty.ifMissed,
    note: duty.note,
    contested: isWithin(duty.contested, day),
    challenged: duty.challenged.filter((one) => isWithin([one], day)).map(({ cite }) => cite),
  }
}

/** Says the condition of a duty in the languages in which conditions can be said. */
function conditionTexts(duty: Duty, vocabulary: Vocabulary): Texts | null {
  const en = conditionText(duty, vocabulary, 'en')
  const es = conditionText(duty, vocabulary, 'es')
  return en === null || es === null ? null : { en, es }
}
