/** The reports of N.Y.C. Admin. Code 14-154(f) (police) and 9-131(f) (jails), as Local Law 228 of 2017 has them. */
import {
  cellOf,
  word,
  type CountTable,
  type Gap,
  type Inputs,
  type Part,
  type ReportBody,
  type TypedTable,
} from './body.ts'
import { withRequest, type Counted } from './illinois.ts'
import { detainerOf, endOf, informationAskedIn, isToImmigration, isWithin, outcomeIn, wasTold } from './reading.ts'
import { recordClasses, recordClassOf, type ClassTerms, type RecordClass } from './record-class.ts'
import type { RecordedCase, Stretch } from './recorded-case.ts'
import type { ReportInput } from './report-input.ts'

/** What the report of the police says: five counts. */
export function policeBody(input: ReportInput): ReportBody {
  const read = readCustody(input, {
    instrument: 'us/ny/new-york-city/admin-code-14-154',
    conviction: 'convicted of a violent or serious crime within five years',
    match: 'possible match in the terrorist screening database',
  })
  const counts: CountTable = {
    kind: 'counts',
    id: 'nyc-counts',
    columns: ['people'],
    rows: [
      { label: word('detainers'), cells: [cellOf(read.lodged.map(({ one }) => one))] },
      { label: word('held-past'), cells: [cellOf(read.held)] },
      { label: word('handed-over'), cells: [cellOf(read.handed)] },
      { label: word('not-honored'), cells: [cellOf(read.notHonored)] },
    ],
    isAdditive: false,
  }
  return { parts: [counts, ...informationParts(read)], gaps: gapsOf(read), received: references(read.lodged) }
}

/** What the report of the jails says: the same by reason and by record, federal money, and people held in vain. */
export function jailBody(input: ReportInput): ReportBody {
  const read = readCustody(input, {
    instrument: 'us/ny/new-york-city/admin-code-9-131',
    conviction: 'convicted of a violent or serious crime',
    match: 'possible match in the terrorist screening database',
  })
  const byRecord: CountTable = {
    kind: 'counts',
    id: 'nyc-handed',
    columns: ['handed-over'],
    rows: recordClasses.map((name) => ({
      label: word(name),
      cells: [cellOf(read.handed.filter((one) => read.classOf(one) === name))],
    })),
    isAdditive: true,
  }
  const others: CountTable = {
    kind: 'counts',
    id: 'nyc-others',
    columns: ['people'],
    rows: [
      { label: word('not-honored'), cells: [cellOf(read.notHonored)] },
      { label: word('held-in-vain'), cells: [cellOf(read.heldInVain)] },
    ],
    isAdditive: false,
  }
  const money = moneyTable(input.inputs)
  const typed = money.fields
    .filter(({ value }) => value === null)
    .map((): Gap => ({ gap: 'gap-money', reference: null }))
  return {
    parts: [reasonTable(read), byRecord, others, money, ...informationParts(read)],
    gaps: [...typed.slice(0, 1), ...gapsOf(read)],
    received: references(read.lodged),
  }
}

interface Custody {
  readonly lodged: readonly Counted[]
  readonly held: readonly RecordedCase[]
  readonly handed: readonly RecordedCase[]
  readonly notHonored: readonly RecordedCase[]
  readonly heldInVain: readonly RecordedCase[]
  readonly asked: readonly Counted[]
  readonly classOf: (one: RecordedCase) => RecordClass
}

function readCustody({ cases, stretch, library }: ReportInput, terms: ClassTerms): Custody {
  const withDetainer = cases.filter(({ requests }) => requests.some(({ form }) => form?.startsWith('i-247') === true))
  const held = withDetainer.filter((one) => outcomeIn(one, stretch, 'held') !== null)
  return {
    lodged: cases.flatMap((one) => withRequest(one, detainerOf(one, stretch))),
    held,
    handed: withDetainer.filter((one) => {
      const end = outcomeIn(one, stretch, 'transferred')
      return end !== null && isToImmigration(end)
    }),
    notHonored: withDetainer.filter((one) => isNotHonored(one, stretch)),
    heldInVain: held.filter((one) => endOf(one)?.kind === 'released'),
    asked: cases.flatMap((one) => withRequest(one, informationAskedIn(one, stretch))),
    classOf: recordClassOf(library, terms),
  }
}

/** A detainer is not honoured where it was decided not to hold. */
function isNotHonored({ decisions }: RecordedCase, stretch: Stretch): boolean {
  return decisions.some(({ act, choice, at }) => act === 'hold' && choice === 'do-not' && isWithin(stretch, at))
}

// Box 1 of Form I-247A says probable cause, which the law's list calls a reason to believe.
const reasonByItem: ReadonlyMap<string, string> = new Map([
  ['final-order', 'reason-order'],
  ['pending-proceedings', 'reason-proceedings'],
  ['records-match', 'reason-believe'],
  ['statements', 'reason-believe'],
])

const reasons = ['reason-believe', 'reason-proceedings', 'reason-warrant', 'reason-order', 'reason-none'] as const

/** Finds the weightiest reason that was given: each detainer is counted once. */
function reasonOf({ requests, facts }: RecordedCase): (typeof reasons)[number] {
  const given = new Set(requests.flatMap(({ boxOne }) => boxOne).map((item) => reasonByItem.get(item)))
  if (given.has('reason-order')) return 'reason-order'
  if (facts.get('warrant.form') === 'i-200') return 'reason-warrant'
  return reasons.find((reason) => given.has(reason)) ?? 'reason-none'
}

function reasonTable({ lodged, held }: Custody): CountTable {
  return {
    kind: 'counts',
    id: 'nyc-reasons',
    columns: ['detainers', 'held-past'],
    rows: reasons.map((reason) => ({
      label: word(reason),
      cells: [
        cellOf(lodged.map(({ one }) => one).filter((one) => reasonOf(one) === reason)),
        cellOf(held.filter((one) => reasonOf(one) === reason)),
      ],
    })),
    isAdditive: true,
  }
}

const kinds = ['custody-status', 'release-date', 'other-information'] as const

function informationParts({ asked, classOf }: Custody): readonly Part[] {
  const cases = asked.map(({ one }) => one)
  const told = cases.filter(wasTold)
  const requests: CountTable = {
    kind: 'counts',
    id: 'nyc-information',
    columns: ['people'],
    rows: [
      { label: word('information-asked'), cells: [cellOf(cases)] },
      { label: word('information-told'), cells: [cellOf(told)] },
    ],
    isAdditive: false,
  }
  const answers: CountTable = {
    kind: 'counts',
    id: 'nyc-answers',
    columns: kinds,
    rows: recordClasses.map((name) => ({
      label: word(name),
      cells: kinds.map((kind) => cellOf(told.filter((one) => classOf(one) === name && kindOf(one) === kind))),
    })),
    isAdditive: true,
  }
  const eased: CountTable = {
    kind: 'counts',
    id: 'nyc-eased',
    columns: ['eased'],
    rows: recordClasses.map((name) => ({
      label: word(name),
      cells: [cellOf(told.filter((one) => classOf(one) === name && one.outcomes.some(isToImmigration)))],
    })),
    isAdditive: true,
  }
  return [requests, answers, eased]
}

// The vocabulary asks for custody and court dates in one question; the law counts them apart. The page says so.
function kindOf({ facts, decisions }: RecordedCase): (typeof kinds)[number] {
  const kind = facts.get('information.kind')
  if (kind === 'custody-status' || kind === 'release-date') return kind
  const isRelease =
    kind === undefined && decisions.some(({ act, choice }) => act === 'notify-release' && choice === 'do')
  return isRelease ? 'release-date' : 'other-information'
}

function moneyTable(inputs: Inputs): TypedTable {
  const names = ['money-asked', 'money-received'] as const
  const fields = names.map((name) => ({ name, kind: 'number' as const, value: inputs[name] ?? null, words: [] }))
  return { kind: 'typed', id: 'nyc-money', fields }
}

function gapsOf({ lodged, handed, asked, classOf }: Custody): readonly Gap[] {
  const undecided = lodged.filter(({ one }) => !one.decisions.some(({ act }) => act === 'hold'))
  const counted = new Set([...handed, ...asked.map(({ one }) => one).filter(wasTold)])
  return [
    ...undecided.map(({ one }) => ({ gap: 'gap-decision', reference: one.reference })),
    ...lodged
      .filter(({ one }) => reasonOf(one) === 'reason-none')
      .map(({ one }) => ({ gap: 'gap-reason', reference: one.reference })),
    ...[...counted]
      .filter((one) => classOf(one) === 'not-searched')
      .map(({ reference }) => ({ gap: 'gap-record', reference })),
  ]
}

function references(counted: readonly Counted[]): readonly string[] {
  return counted.map(({ one }) => one.reference)
}
