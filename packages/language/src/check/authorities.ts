/** Authorities: when they were given, what became of them, where they bind and what they bear on. */
import type * as syntax from '../generated/ast.ts'
import { checkDate } from './date.ts'
import { checkMarked, checkUnique } from './instrument.ts'
import type { Report } from './report.ts'
import { checkVersion } from './version.ts'

/** Checks the authorities of a place. */
export function checkAuthorities(file: syntax.Authorities, report: Report): void {
  if (!checkVersion(file, report)) return
  for (const source of file.sources) checkDate(report, source, 'date', source.date)
  checkUnique(file.sources, 'source', report)
  checkUnique(file.authorities, 'authority', report)
  for (const authority of file.authorities) checkAuthority(authority, file.name, report)
}

function checkAuthority(authority: syntax.Authority, place: string, report: Report): void {
  const { date, mark, acts, bearings, encoded } = authority
  checkDate(report, authority, 'date', date)
  checkMarked(authority, report)
  checkTreatments(authority, report)
  const read = mark?.source?.ref?.date
  if (read !== undefined && date > read) report('POL-0366', authority, { date, read }, { property: 'date' })
  if (acts.length + bearings.length === 0 && encoded === undefined)
    report('POL-0368', authority, {}, { property: 'name' })
  // The places need not be encoded: a circuit has more states than a library.
  for (const [index, bound] of authority.binding.entries()) {
    if (bound === place || bound.startsWith(`${place}/`)) continue
    report('POL-0365', authority, { place: bound, of: place }, { property: 'binding', index })
  }
}

/** Nothing is limited, overruled or superseded by what came before it. */
function checkTreatments({ date, treatments }: syntax.Authority, report: Report): void {
  for (const treatment of treatments) {
    checkDate(report, treatment, 'date', treatment.date)
    if (treatment.date > date) continue
    report('POL-0367', treatment, { date: treatment.date, decided: date }, { property: 'date' })
  }
}
