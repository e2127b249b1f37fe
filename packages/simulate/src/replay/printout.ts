/** The printout of every replay, whatever else is printed. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalMapping } from '../mapping/read-mapping.ts'
import { assumptionsOf, type Assumption } from './assumptions.ts'
import type { Exclusion } from './exclusion.ts'
import type { ReplayInput } from './input.ts'
import type { Working } from './law-on.ts'

/** The things that are printed always. */
export interface Printout {
  readonly dataSet: {
    readonly name: string
    readonly source: string | null
    readonly licence: string | null
    readonly notes: readonly string[]
  }
  readonly policies: readonly {
    readonly name: string
    readonly place: string
    readonly asOf: string
    readonly working: Working | null
    readonly hash: string
  }[]
  readonly window: {
    readonly from: string | null
    readonly through: string | null
    readonly firstMonth: string | null
    readonly lastMonth: string | null
  }
  readonly rowsRead: number
  readonly requests: number
  readonly requestsUsed: number
  readonly excluded: readonly (Exclusion & { readonly requests: number })[]
  /** Used requests in which a missing fact or an unknown owner leaves a verdict open, for some act asked. */
  readonly openRequests: number
  /** Columns of the data that the mapping does not name, and those that it leaves unread on purpose. */
  readonly unmappedColumns: readonly string[]
  readonly ignoredColumns: readonly string[]
  /** The used requests in which a fact of the mapping is unknown: the cell is empty, or its value unmapped. */
  readonly unknownFacts: ReadonlyMap<string, number>
  readonly assumptions: readonly Assumption[]
  readonly assumptionsHash: string
}

/** The counts of a run. */
export interface RunCounts {
  readonly months: readonly string[]
  readonly requests: number
  readonly used: number
  readonly open: number
  readonly excluded: readonly (Exclusion & { readonly requests: number })[]
  readonly unknownFacts: ReadonlyMap<string, number>
}

/** Makes the printout of a run. */
export function printoutOf(input: ReplayInput, counts: RunCounts): Printout {
  const { cases, planned, policies } = input
  const { window, mapping } = planned
  const { name, source = null, licence = null, notes = [], ignored = {} } = mapping
  const assumptions = assumptionsOf(input)
  const named = policies.map((policy) => ({
    ...{ name: policy.name, place: policy.law.place, asOf: policy.law.asOf, working: policy.law.working ?? null },
    hash: policy.place.policyHash,
  }))
  const isIgnored = (column: string): boolean => Object.hasOwn(ignored, column)
  return {
    dataSet: { name, source, licence, notes },
    policies: named,
    window: { ...window, firstMonth: counts.months[0] ?? null, lastMonth: counts.months.at(-1) ?? null },
    rowsRead: cases.rowsRead,
    requests: counts.requests + cases.rowsRefused,
    requestsUsed: counts.used,
    excluded: counts.excluded,
    openRequests: counts.open,
    unmappedColumns: cases.unreadColumns.filter((column) => !isIgnored(column)),
    ignoredColumns: cases.unreadColumns.filter(isIgnored),
    unknownFacts: counts.unknownFacts,
    assumptions,
    assumptionsHash: hashOf({ assumptions, policies: named, window, mapping: canonicalMapping(mapping) }),
  }
}

function hashOf(taken: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(taken))))
}
