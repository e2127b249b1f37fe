/** The reports that the desk compiles: by which duty of the law, for which period, to whom, and how each is made. */
import { placesAbove } from '@brightline/engine'
import { isWithin, type Duty, type Library } from '@brightline/language'
import type { ReportBody } from './body.ts'
import { forumBody, transferBody } from './california.ts'
import { chicagoBody } from './chicago.ts'
import { illinoisBody } from './illinois.ts'
import { jailBody, policeBody } from './new-york-custody.ts'
import { helpBody } from './new-york-help.ts'
import { newJerseyBody } from './new-jersey.ts'
import { oregonBody } from './oregon.ts'
import type { PeriodKind } from './period.ts'
import type { ReportInput } from './report-input.ts'

/** A report. */
export interface ReportForm {
  readonly id: string
  /** The duties of the law by which it is owed, each with the period that it speaks of. The first one in force counts. */
  readonly duties: readonly { readonly duty: string; readonly period: PeriodKind }[]
  /** Kinds of agency that bring the figures where the law binds another one. */
  readonly alsoBy: readonly string[]
  readonly make: (input: ReportInput) => ReportBody
}

/** Every report. */
export const reportForms: readonly ReportForm[] = [
  {
    id: 'illinois-trust',
    duties: [
      { duty: 'us/il/trust-act section 805/25(a)(2)-date', period: 'calendar-year' },
      { duty: 'us/il/trust-act section 805/25(a)(2)', period: 'calendar-year' },
    ],
    alsoBy: [],
    make: illinoisBody,
  },
  {
    id: 'chicago-quarterly',
    duties: [{ duty: 'us/il/chicago/welcoming-city section 2-173-069(a)', period: 'quarter' }],
    alsoBy: [],
    make: chicagoBody,
  },
  {
    id: 'nyc-police',
    duties: [
      { duty: 'us/ny/new-york-city/admin-code-14-154 section 14-154(f)', period: 'year-to-june' },
      { duty: 'us/ny/new-york-city/admin-code-14-154 section 14-154(f)-before', period: 'year-to-september' },
    ],
    alsoBy: [],
    make: policeBody,
  },
  {
    id: 'nyc-jails',
    duties: [
      { duty: 'us/ny/new-york-city/admin-code-9-131 section 9-131(f)', period: 'year-to-june' },
      { duty: 'us/ny/new-york-city/admin-code-9-131 section 9-131(f)-before', period: 'year-to-september' },
    ],
    alsoBy: [],
    make: jailBody,
  },
  {
    id: 'nyc-help',
    duties: [{ duty: 'us/ny/new-york-city/admin-code-10-178 section 10-178(d)-report', period: 'quarter' }],
    alsoBy: ['police', 'jail', 'probation'],
    make: helpBody,
  },
  {
    id: 'california-forum',
    duties: [{ duty: 'us/ca/truth-act section 7283.1(d)', period: 'calendar-year' }],
    alsoBy: ['police', 'sheriff', 'jail', 'probation', 'campus-police'],
    make: forumBody,
  },
  {
    id: 'california-transfers',
    duties: [{ duty: 'us/ca/values-act section 7284.6(c)(2)', period: 'calendar-year' }],
    alsoBy: [],
    make: transferBody,
  },
  {
    id: 'oregon-monthly',
    duties: [{ duty: 'us/or/sanctuary-promise section 181A.826(3)(b)', period: 'month' }],
    alsoBy: [],
    make: oregonBody,
  },
  {
    id: 'new-jersey-yearly',
    duties: [{ duty: 'us/nj/immigrant-trust-directive section VI(B)', period: 'calendar-year' }],
    alsoBy: [],
    make: newJerseyBody,
  },
]

/** A report with the duty by which it is owed. */
export interface OwedReport {
  readonly form: ReportForm
  readonly period: PeriodKind
  readonly duty: Duty
}

/** Finds the duty by which an agency owes a report on a day; null where the law of its place has none for it. */
export function owedBy(
  library: Library,
  form: ReportForm,
  { place, kind, day }: { readonly place: string; readonly kind: string; readonly day: string },
): OwedReport | null {
  const above = placesAbove(place)
  for (const { duty: id, period } of form.duties) {
    const binding = library.instruments.filter((instrument) => above.includes(instrument.place))
    const duty = binding.flatMap(({ duties }) => duties).find((one) => one.id === id)
    const isOurs = duty !== undefined && (duty.agencies?.includes(kind) !== false || form.alsoBy.includes(kind))
    if (duty !== undefined && isOurs && isWithin(duty.inForce, day)) return { form, period, duty }
  }
  return null
}
