/** Which reports an agency owes for the last periods, and how far each is. */
import { byCharacters } from '@brightline/language'
import type { LawInUse } from '../case/law-in-use.ts'
import { transaction, type Database, type Who } from '../database/transaction.ts'
import { dueDay, periodsUntil, type Period } from './period.ts'
import { placeOf } from './report.ts'
import { owedBy, reportForms, type OwedReport } from './report-form.ts'

/** A report of one period. */
export interface ListedReport extends Period {
  readonly owed: OwedReport
  /** The day by which the law wants it, where it names one. */
  readonly dueOn: string | null
  readonly isRunning: boolean
  readonly last: { readonly id: string; readonly version: number; readonly isFiled: boolean } | null
}

/** So many periods are listed, with the one that runs. */
const periodsBack = { month: 4, quarter: 4, 'calendar-year': 2, 'year-to-june': 2, 'year-to-september': 2 } as const

/** Lists them, the latest period first: the last ones, and every one that was begun. */
export async function listReports(
  { database, law }: { readonly database: Database; readonly law: LawInUse },
  who: Who,
  today: string,
): Promise<readonly ListedReport[]> {
  const { place, rows } = await transaction(database, who, async (work) => ({
    place: await placeOf(work),
    rows: await work
      .selectFrom('reports')
      .select(['id', 'law', 'starts_on', 'ends_on', 'version', 'filed_at'])
      .orderBy('version')
      .execute(),
  }))
  const { library } = await law.of(place.place)
  const last = new Map(rows.map((row) => [`${row.law} ${row.starts_on.toString()}`, row]))
  return reportForms.flatMap((form) => {
    const now = owedBy(library, form, { ...place, day: today })
    if (now === null) return []
    const latest = periodsUntil(now.period, today, periodsBack[now.period])
    const begun = rows
      .filter(({ law: id }) => id === form.id)
      .map(({ starts_on: first, ends_on: end }) => ({ startsOn: first.toString(), endsOn: end.toString() }))
    const byStart = new Map([...latest, ...begun].map((period) => [period.startsOn, period]))
    const periods = [...byStart.values()].toSorted((a, b) => byCharacters(b.startsOn, a.startsOn))
    return periods.flatMap((period): readonly ListedReport[] => {
      const owed = owedBy(library, form, { ...place, day: period.endsOn }) ?? now
      const row = last.get(`${form.id} ${period.startsOn}`)
      return [
        {
          ...period,
          owed,
          dueOn: dueOn(owed, period),
          isRunning: period.endsOn >= today,
          last: row === undefined ? null : { id: row.id, version: row.version, isFiled: row.filed_at !== null },
        },
      ]
    })
  })
}

function dueOn({ duty: { trigger } }: OwedReport, period: Period): string | null {
  return trigger.kind === 'each-year' && trigger.by !== null ? dueDay(period, trigger.by) : null
}
