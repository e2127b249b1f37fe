/**
 * Two weeks of invented requests, the same ones every time: a seed chooses among kinds, days and hours. Nobody is in them.
 */
import { seeded } from '@brightline/engine'
import type { AnswerJson } from '@brightline/engine'

/** The kinds of requests that come. */
export type KindName =
  | 'detainer-alone'
  | 'detainer-with-i-200'
  | 'detainer-with-warrant'
  | 'release-date-by-form'
  | 'release-date-by-phone'
  | 'family-asks'
  | 'help-in-operation'

/** How far a request has come. */
type Progress =
  /** Decided, and its duties are done. */
  | 'finished'
  /** Decided, with duties that are open. */
  | 'decided'
  /** Decided by a choice that a second person has yet to confirm. */
  | 'to-confirm'
  /** Some questions are answered, and the next one waits. */
  | 'begun'
  /** Begun, and closed by two people: the agency that asked took it back. */
  | 'withdrawn'

/** An invented request. */
export interface InventedRequest {
  /** What came, by a name of ours. */
  readonly kind: KindName
  readonly form: string
  readonly channel: 'fax' | 'e-mail' | 'telephone' | 'in-person'
  readonly answers: Readonly<Record<string, AnswerJson>>
  /** Acts that are asked for, where the form does not say. */
  readonly acts: readonly string[]
  readonly minutesAgo: number
  readonly progress: Progress
  /** What the vault seals: a number that no jail has given, and a language. */
  readonly bookingNumber: string
  readonly language: string
  /** Which agency asked, by its code, and the items of box 1 of a detainer. */
  readonly asking: string | null
  readonly boxOne: readonly string[]
}

/** What comes with a kind. */
interface Kind {
  readonly form: string
  readonly channel: InventedRequest['channel']
  readonly acts: readonly string[]
  readonly answers: Readonly<Record<string, AnswerJson>>
}

const custody = { 'person.in-custody': 'yes', 'release.public': 'no' } as const

const kinds: Readonly<Record<KindName, Kind>> = {
  'detainer-alone': { form: 'i-247a', channel: 'fax', acts: [], answers: { ...custody, 'warrant.form': 'none' } },
  'detainer-with-i-200': {
    form: 'i-247a',
    channel: 'fax',
    acts: [],
    answers: { ...custody, 'warrant.form': 'i-200', 'warrant.signer': 'immigration-officer' },
  },
  'detainer-with-warrant': {
    form: 'i-247a',
    channel: 'in-person',
    acts: [],
    answers: {
      ...custody,
      'warrant.form': 'ao-442',
      'warrant.signer': 'federal-magistrate',
      'warrant.court': 'federal-court',
      'warrant.names-person': 'yes',
      'warrant.expired': 'no',
    },
  },
  'release-date-by-form': {
    form: 'i-247g',
    channel: 'e-mail',
    acts: [],
    answers: { ...custody, 'warrant.form': 'none' },
  },
  'release-date-by-phone': {
    form: 'spoken',
    channel: 'telephone',
    acts: ['notify-release'],
    answers: { ...custody, 'request.from': 'immigration-authority', 'warrant.form': 'none' },
  },
  'family-asks': {
    form: 'spoken',
    channel: 'in-person',
    acts: ['share-custody-information'],
    answers: {
      'person.in-custody': 'yes',
      'request.from': 'family-member',
      'request.purpose': 'other-lawful',
      'warrant.form': 'none',
      'person.minor': 'no',
      'information.kind': 'custody-status',
    },
  },
  'help-in-operation': {
    form: 'spoken',
    channel: 'telephone',
    acts: ['assist-operation'],
    answers: {
      'request.from': 'immigration-authority',
      'operation.purpose': 'civil-immigration',
      'warrant.form': 'none',
    },
  },
}

/** Gives what comes with a kind. */
export function kindNamed(name: KindName): Kind {
  return kinds[name]
}

/** How often each kind comes, of twenty. */
const mix: readonly KindName[] = [
  ...repeated('detainer-alone', 8),
  ...repeated('detainer-with-i-200', 5),
  ...repeated('release-date-by-form', 3),
  ...repeated('release-date-by-phone', 2),
  ...repeated('family-asks', 2),
]

/** What stands at the end of the two weeks: what is late, what is due, what waits. */
const lately: readonly (readonly [kind: KindName, minutesAgo: number, progress: Progress])[] = [
  ['detainer-alone', 26 * 60 + 20, 'decided'],
  ['detainer-with-i-200', 20 * 60 + 45, 'decided'],
  ['release-date-by-form', 17 * 60, 'decided'],
  ['release-date-by-phone', 9 * 60 + 35, 'withdrawn'],
  ['detainer-with-warrant', 3 * 60 + 10, 'to-confirm'],
  ['detainer-with-i-200', 64, 'begun'],
  ['detainer-alone', 7, 'begun'],
]

const [days, perDay, seed] = [14, 2, 20_261_129]

/**
 * Lists the invented requests, the oldest first.
 *
 * @example
 * inventedRequests().length // => 31
 */
export function inventedRequests(): readonly InventedRequest[] {
  const chance = seeded(seed)
  const pick = (count: number): number => Math.floor(chance() * count)
  const before = Array.from({ length: (days - 2) * perDay }, (_, at) => {
    const day = days - Math.floor(at / perDay)
    const kind = mix[pick(mix.length)] ?? 'detainer-alone'
    return [kind, day * 24 * 60 - pick(22 * 60), 'finished'] as const
  })
  return [...before, ...lately]
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, minutesAgo, progress], at) => ({
      kind,
      ...kinds[kind],
      minutesAgo,
      progress,
      bookingNumber: `INVENTED-${String(1001 + at)}`,
      language: pick(3) === 0 ? 'en' : 'es',
      asking: null,
      boxOne: [],
    }))
}

function repeated(kind: KindName, times: number): readonly KindName[] {
  return Array.from({ length: times }, () => kind)
}
