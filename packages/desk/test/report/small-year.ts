/** A small invented year, counted by hand in the tests: fourteen cases of one agency. */
import type pg from 'pg'
import type { SampleAgency } from '../sample.ts'
import { decide, openCase } from '../duty/law-of-tests.ts'

interface Case {
  readonly received: string
  readonly form?: string
  readonly boxOne?: readonly string[]
  readonly acts?: readonly string[]
  readonly asking?: string
  readonly warrant?: string
  readonly facts?: Readonly<Record<string, string | number>>
  readonly decisions?: readonly {
    readonly act: string
    readonly choice: string
    readonly verdict?: string
    readonly cites?: readonly string[]
  }[]
  readonly outcomes?: readonly { readonly kind: string; readonly at: string; readonly receiver?: string }[]
  readonly copyGiven?: boolean
}

/** The small year as if it were another one. */
export function smallYearOf(year: number): readonly Case[] {
  const text = JSON.stringify(smallYear)
    .replaceAll('2024-', `${year - 1}-`)
    .replaceAll('2025-', `${year}-`)
  const moved: readonly Case[] = JSON.parse(text)
  return moved
}

/** What happened. The comments say what each case counts for. */
export const smallYear: readonly Case[] = [
  // 1: a detainer, not honoured, released after bail.
  {
    received: '2025-01-05T10:00:00-05:00',
    form: 'i-247a',
    boxOne: ['final-order', 'records-match'],
    decisions: [{ act: 'hold', choice: 'do-not' }],
    outcomes: [
      { kind: 'bail-posted', at: '2025-01-05T15:30:00-05:00' },
      { kind: 'released', at: '2025-01-05T18:00:00-05:00' },
    ],
    copyGiven: true,
  },
  // 2: a detainer that was honoured, with a serious conviction: held and handed over to ICE.
  {
    received: '2025-02-10T10:00:00-05:00',
    form: 'i-247a',
    boxOne: ['pending-proceedings'],
    facts: { 'nyc.violent-crime': 2, 'nyc.terrorist-match': 'no', 'information.kind': 'release-date' },
    acts: ['hold', 'notify-release', 'transfer'],
    decisions: [
      { act: 'hold', choice: 'do', verdict: 'permitted', cites: ['Cal. Gov. Code § 7282.5(a)(1)'] },
      { act: 'notify-release', choice: 'do', verdict: 'permitted' },
      { act: 'transfer', choice: 'do', verdict: 'permitted', cites: ['Cal. Gov. Code § 7282.5(a)(1)'] },
    ],
    outcomes: [
      { kind: 'held', at: '2025-02-11T08:00:00-05:00' },
      { kind: 'transferred', at: '2025-02-12T07:00:00-05:00', receiver: 'ice' },
    ],
  },
  // 3: held and not collected; a watch-list match alone.
  {
    received: '2025-03-01T10:00:00-05:00',
    form: 'i-247a',
    boxOne: ['statements'],
    facts: { 'nyc.violent-crime': 'never', 'nyc.terrorist-match': 'yes' },
    decisions: [{ act: 'hold', choice: 'do', verdict: 'permitted' }],
    outcomes: [
      { kind: 'held', at: '2025-03-02T08:00:00-05:00' },
      { kind: 'released', at: '2025-03-04T08:00:00-05:00' },
    ],
  },
  // 4: a civil warrant alone, nothing on record of the person yet.
  { received: '2025-04-15T10:00:00-04:00', form: 'warrant-only', warrant: 'i-200', facts: { 'warrant.form': 'i-200' } },
  // 5: help in an operation, asked by CBP, refused.
  {
    received: '2025-05-20T10:00:00-04:00',
    acts: ['assist-operation'],
    asking: 'cbp',
    decisions: [{ act: 'assist-operation', choice: 'do-not' }],
  },
  // 6: help in an operation, asked by somebody who was not named, not decided.
  {
    received: '2025-05-21T10:00:00-04:00',
    acts: ['joint-operation'],
    facts: { 'request.from': 'immigration-authority' },
  },
  // 7: a question about custody, answered; neither conviction nor match.
  {
    received: '2025-06-30T23:30:00-04:00',
    acts: ['share-custody-information'],
    facts: { 'nyc.violent-crime': 'never', 'nyc.terrorist-match': 'no', 'information.kind': 'custody-status' },
    decisions: [{ act: 'share-custody-information', choice: 'do', verdict: 'permitted' }],
  },
  // 8: a question that was not answered, on the first day of the next year of New York City.
  {
    received: '2025-07-01T00:30:00-04:00',
    acts: ['share-custody-information'],
    decisions: [{ act: 'share-custody-information', choice: 'do-not' }],
  },
  // 9: the last minute of the year before: it counts for nothing.
  {
    received: '2024-06-30T23:59:00-04:00',
    form: 'i-247a',
    decisions: [{ act: 'hold', choice: 'do-not' }],
    outcomes: [{ kind: 'released', at: '2024-06-30T23:59:30-04:00' }],
  },
]

/** Writes the year into the record of an agency, as the superuser; gives the references in order. */
export async function writeYear(
  superuser: pg.Pool,
  sample: SampleAgency,
  year: readonly Case[],
): Promise<readonly string[]> {
  const references: string[] = []
  for (const one of year) {
    const opened = await openCase(superuser, sample, one.received, { ...one })
    references.push(opened.reference)
    const { agency, desk, who } = sample
    const here = [opened.id, agency, desk, who.clerk.user]
    for (const { act, choice, verdict = 'prohibited', cites = [] } of one.decisions ?? []) {
      const reasons = cites.map((cite) => ({ rule: 'r', cite, effect: 'decides' }))
      const document = { decisions: [{ act, verdict, duties: [], reasons }] }
      await decide(superuser, sample, opened.id, {
        act,
        choice,
        verdict,
        at: one.received,
        document,
        answers: one.facts ?? {},
      })
    }
    for (const { kind, at, receiver } of one.outcomes ?? [])
      await superuser.query(
        `insert into desk.outcomes (case_id, agency_id, desk_id, recorded_by, kind, happened_at, receiving_agency) values ($1, $2, $3, $4, $5, $6, $7)`,
        [...here, kind, at, receiver ?? null],
      )
    for (const [fact, value] of Object.entries(one.facts ?? {}))
      await superuser.query(
        `insert into desk.answers (case_id, agency_id, desk_id, answered_by, fact, value) values ($1, $2, $3, $4, $5, $6)`,
        [...here, fact, JSON.stringify(value)],
      )
    if (one.copyGiven === true)
      await superuser.query(
        `insert into desk.notices (case_id, agency_id, desk_id, made_by, kind, language, recipient, document, given_at, given_by) values ($1, $2, $3, $4, 'copy', 'es', 'person', '{}', $5, $4)`,
        [...here, one.received],
      )
  }
  return references
}
