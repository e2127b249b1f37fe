/** What `brightline duties` and `brightline decide` say of duties that no request gives rise to, and their calendar. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const instrument = `language 2

instrument us/ex/reports "Reports Act"
  cite "Ex. Reports"
  pin "Ex. Reports §"
  rank state
  place us/ex
  binds jail
  source code "Ex. Reports" "https://example.gov/reports" read 2026-11-22
  effective 2020-01-01 "Laws 2019"

section 1.2 "Reports"

  (a) duty by 2027-02-28 about hold:
      staff must "send the list; with names, and \\"why\\"" / "enviar la lista; con nombres"
      to "the 審議会 council"
      when warrant.present
      unverified

  (b) duty each month about hold:
      staff must "count"
      inferred in code

  (c) duty on request to hold:
      staff must "write it down"
      reported in code

section 1-2 "Notices"

  (a) duty by 2027-02-28 about hold:
      staff must "post it"
      read in code
`

function reports(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'us/ex'), { recursive: true })
  writeFileSync(join(folder, 'us/ex/reports.policy'), instrument)
  return folder
}

const scope = ['us/ex', '--agency', 'jail', '--as-of', '2027-01-01'] as const

describe('duties', () => {
  it('say in which case they arise, and which text was not read', async () => {
    const { code, out } = await brightline('--with', reports(), 'duties', ...scope)
    expect(code).toBe(0)
    expect(out).toContain(`send the list; with names, and "why", to the 審議会 council
  when "Is a warrant with it?" yes
  due 2027-02-28, in 58 days (once, by 2027-02-28)`)
  })

  it('are in a calendar whose lines every reader of calendars can read', async () => {
    const { out } = await brightline('--with', reports(), 'duties', ...scope, '--ical')
    const lines = out.split('\r\n')
    expect(lines.at(-1)).toBe('')
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    const whole = out.replaceAll('\r\n ', '')
    const ids = [...whole.matchAll(/^UID:(.*)\r$/gm)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain('2027-02-28-us/ex/reports_section_1.2(a)@brightline')
    expect(ids).toContain('2027-02-28-us/ex/reports_section_1-2(a)@brightline')
  })

  it('keep in a calendar what qualifies them', async () => {
    const { out } = await brightline('--with', reports(), 'duties', ...scope, '--ical')
    const whole = out.replaceAll('\r\n ', '')
    expect(whole).toContain('SUMMARY:send the list\\; with names\\, and "why"\\, to the 審議会 council\r\n')
    expect(whole).toContain('[UNVERIFIED]')
    expect(whole).toContain('[inferred: the text implies it and does not say it]')
  })

  it('stand beside an answer with the mark of their text', async () => {
    const { out } = await brightline('--with', reports(), 'decide', 'us/ex', 'hold', ...scope.slice(1))
    expect(out).toContain('Ex. Reports § 1.2(a) [UNVERIFIED]')
    expect(out).toContain('Ex. Reports § 1.2(b) [INFERRED: implied, not said]')
    expect(out).toContain('Ex. Reports § 1.2(c) [reported, text not read]')
    expect(out).toContain('    when "Is a warrant with it?" yes')
  })

  it.each([
    { asOf: '2027-06-01', until: '2028-06-01' },
    { asOf: '2028-02-29', until: '2029-02-28' },
    { asOf: '2026-12-31', until: '2027-12-31' },
  ])('are looked for through the same day of the next year, from $asOf', async ({ asOf, until }) => {
    const { out } = await brightline('--with', reports(), 'duties', 'us/ex', '--as-of', asOf, '--json')
    expect(JSON.parse(out)).toMatchObject({ asOf, until })
  })
})
