import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { runToEnd } from '../../../../scripts/child.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'brightline-importers-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function brightline(...args: readonly string[]): { stdout: string; stderr: string; status: number | null } {
  return runToEnd(process.execPath, [join(root, 'packages/cli/bin/brightline.js'), ...args], { cwd: root })
}

/** The columns of a detainer release of the Deportation Data Project, with spellings that its releases have. No row is about anybody. */
const columns = [
  'detainer_prepare_date',
  'facility_state',
  'facility_city',
  'detention_facility',
  'detention_facility_code',
  'detainer_type',
  'detainer_lift_reason',
  'detainer_prepared_criminality',
  'detainer_prep_threat_level',
  'most_serious_conviction_charge',
  'msc_conviction_date',
  'msc_sentence_days',
  'msc_sentence_months',
  'msc_sentence_years',
  'felon',
  'final_order_yes_no',
  'biometric_match_yes_no',
  'prior_felony_yes_no',
  'apprehension_method',
  'unique_identifier',
  'duplicate_likely',
]
const inMay = 'I247A - Immigration Detainer - Notice of Action (as of May 2025)'
const before = 'I247A - Immigration Detainer - Immigration Detainer - Notice of Action'

/** Some cells; the others as a release has them. */
function row(given: Readonly<Record<string, string>>): string {
  const usual: Readonly<Record<string, string>> = {
    detainer_prepare_date: '2025-09-18',
    facility_state: 'CALIFORNIA',
    facility_city: 'EXAMPLE',
    detention_facility: 'EXAMPLE COUNTY JAIL',
    detention_facility_code: 'EXAMPCA',
    detainer_type: inMay,
    detainer_lift_reason: 'Booked into Detention',
    detainer_prepared_criminality: '2 Pending Criminal Charges',
    detainer_prep_threat_level: '1.0',
    felon: 'Not an Aggravated Felon',
    final_order_yes_no: 'NO',
    biometric_match_yes_no: 'YES',
    prior_felony_yes_no: 'NA',
    unique_identifier: '0000000000000000000000000000000000000000',
    duplicate_likely: 'FALSE',
  }
  return columns.map((column) => `"${given[column] ?? usual[column] ?? 'NA'}"`).join()
}

const rows = [
  row({}),
  row({ detainer_prepare_date: '2024-03-07 06:15:00', detainer_type: before, duplicate_likely: 'NA' }),
  row({
    detainer_prepare_date: '2024-03-07T06:15:00Z',
    detainer_type: 'I247G - Request for Advance Notification of Release',
  }),
  row({
    detainer_prepare_date: '3/7/2024 6:15 AM',
    detainer_type: 'I247N - Request for Voluntary Notification of Release',
  }),
  row({ detention_facility: 'EXAMPLE POLICE DEPT.', duplicate_likely: '', facility_state: 'California' }),
  row({ detention_facility: 'EXAMPLE STATE PRISON', detainer_type: 'I247 (2013-03)' }),
  row({ detention_facility: 'F.C.I. EXAMPLE' }),
  row({ detention_facility: 'QUEENS CENTRAL BOOKING', facility_state: 'NEW YORK', facility_city: 'QUEENS' }),
  row({ duplicate_likely: 'TRUE' }),
  row({ detainer_type: 'NA' }),
  row({ detainer_type: 'Form of a later year' }),
  row({ detainer_prepare_date: 'NA' }),
]

describe('the mapping of the Deportation Data Project', () => {
  const file = join(work, 'detainers.csv')
  writeFileSync(file, `${columns.join()}\n${rows.join('\n')}\n`)
  const read = brightline(
    ...['simulate', 'us/ca@2026-01-01', '--data', file, '--mapping', 'deportation-data-project-detainers'],
    ...['--format', 'json'],
  )

  it('reads each spelling of a form, a date and a mark, and names what is new', () => {
    const { printout, acts, problems } = JSON.parse(read.stdout)
    const [hold] = acts
    const byOwner = (act: { sides: { tables: { owner: { value: string; requests: number }[] } }[] }): unknown =>
      Object.fromEntries((act.sides[0]?.tables.owner ?? []).map(({ value, requests }) => [value, requests]))
    expect(printout.excluded).toEqual([
      { kind: 'outside', place: 'us/ca', requests: 1 },
      { kind: 'filtered', reason: 'likely duplicate of another row', requests: 1 },
      { kind: 'nothing-asked', requests: 2 },
      { kind: 'no-date', requests: 1 },
    ])
    expect(acts.map(({ act, requests }: { act: string; requests: number }) => [act, requests])).toEqual([
      ['hold', 5],
      ['notify-release', 7],
      ['transfer', 5],
    ])
    expect(byOwner(hold)).toEqual({ county: 2, city: 1, federal: 1, state: 1 })
    expect(problems).toEqual([
      {
        code: 'DATA-0008',
        severity: 'error',
        where: { kind: 'cell', row: 11, column: 'detainer_type' },
        values: { rows: 1 },
      },
    ])
    expect([read.status, read.stderr.includes('Form of a later year')]).toEqual([1, false])
  })

  it('names every column of the layout, and reads none that says who somebody is', () => {
    const text = readFileSync(join(root, 'packages/simulate/importers/deportation-data-project-detainers.json'), 'utf8')
    const { ignored, ...mapping } = JSON.parse(text)
    const used = columns.filter((column) => JSON.stringify(mapping).includes(`"${column}"`))
    expect(columns.filter((column) => !used.includes(column) && !(column in ignored))).toEqual([])
    expect(used).toEqual([
      'detainer_prepare_date',
      'facility_state',
      'facility_city',
      'detention_facility',
      'detainer_type',
      'duplicate_likely',
    ])
  })
})

describe('docs/simulate.md', () => {
  const page = readFileSync(join(root, 'docs/simulate.md'), 'utf8')
  const [, block = ''] = /```sh\n(.*?)```/s.exec(page) ?? []
  // The last command is about files that a reader has.
  const commands = block.split('\n').filter((line) => line.startsWith('npx brightline simulate'))

  it.each(commands)('shows a command that runs: %s', (command) => {
    const out = join(work, 'report.html')
    const args = command
      .split(' ')
      .slice(2)
      .map((word) => (word === 'report.html' ? out : word))
    const { stdout, stderr, status } = brightline(...args)
    expect([stderr, status]).toEqual(['', 0])
    const text = args.includes('--out') ? readFileSync(out, 'utf8') : stdout
    expect(text).toContain('It does not estimate how federal behaviour would change.')
  })

  it('shows two', () => expect(commands.length).toBe(2))
})
