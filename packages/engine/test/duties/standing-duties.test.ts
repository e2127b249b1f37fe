import { describe, expect, it } from 'vitest'
import { standingDuties, type DutyScope } from '../../src/duties/standing-duties.ts'
import { answersUnder } from '../../src/request/answers-under.ts'
import { lawOf } from '../text-law.ts'

const text = `
section 1 "Duties"

  (a) duty at all times about hold:
    staff must "keep a log" / "llevar un registro"
      read in code
  (b) duty each year by 03-01 about hold or answer:
    jail must "file a report" / "presentar un informe"
      to "the council" / "el concejo"
      read in code
  (c) duty by 2026-12-01:
    police must "adopt a policy" / "adoptar una política"
      read in code
  (d) duty each month:
    police must "count" / "contar"
      read in code
  (e) duty each quarter:
    jail must "publish" / "publicar"
      from 2026-07-01
      read in code
  (f) duty each year:
    jail must "train" / "capacitar"
      through 2026-12-31
      read in code
  (g) duty on request to hold:
    staff must "give a copy" / "dar una copia"
      read in code
  (h) duty each year by 02-29:
    jail must "leap" / "saltar"
      read in code
`
const library = await lawOf(text)
const scope: DutyScope = { place: 'us/ex', agency: null, asOf: '2026-11-28', until: '2027-04-30' }

/** The duties by label: the next day, and every day until the end. */
function daysBy(more: Partial<DutyScope>): Record<string, readonly (string | null)[]> {
  return Object.fromEntries(
    standingDuties(library, { ...scope, ...more }).map(({ duty, next, days, passed }) => [
      duty.label,
      [next, ...days, ...(passed === null ? [] : [`passed ${passed}`])],
    ]),
  )
}

describe('the duties that no request gives rise to', () => {
  it('have their next day and every day until the end; those of a request are not among them', () => {
    expect(daysBy({})).toEqual({
      '(a)': [null],
      '(b)': ['2027-03-01', '2027-03-01'],
      '(c)': ['2026-12-01', '2026-12-01'],
      '(d)': ['2026-11-30', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'],
      '(e)': ['2026-12-31', '2026-12-31', '2027-03-31'],
      '(f)': [null],
      '(h)': ['2027-02-28', '2027-02-28'],
    })
  })

  it('are those of one kind of agency where it is named', () => {
    expect(Object.keys(daysBy({ agency: 'police' }))).toEqual(['(a)', '(d)', '(c)'])
  })

  it('count on the days on which they are law', () => {
    expect(daysBy({ asOf: '2026-01-01', until: '2026-12-31' })['(e)']).toEqual([
      '2026-09-30',
      '2026-09-30',
      '2026-12-31',
    ])
    expect(daysBy({ asOf: '2027-01-01' })).not.toHaveProperty('(f)')
    expect(daysBy({ asOf: '2019-06-01', until: '2019-12-31' })['(c)']).toEqual(['2026-12-01'])
  })

  it('are unknown before their instrument was enacted', () => {
    const enacted = {
      kind: 'enacted',
      provisions: [],
      date: '2019-10-01',
      through: null,
      cite: 'Laws 2019, ch. 1',
    } as const
    const instruments = library.instruments.map((one) => ({ ...one, events: [enacted, ...one.events] }))
    const labels = (asOf: string): readonly (string | null)[] =>
      standingDuties({ ...library, instruments }, { ...scope, asOf, until: '2020-12-31' }).map(({ duty }) => duty.label)
    expect(labels('2019-09-30')).toEqual([])
    expect(labels('2019-10-01')).toContain('(c)')
  })

  it('are unknown before the act that added them, where the file names it', () => {
    const event = { kind: 'enacted', through: null, cite: 'Laws 2020, ch. 1' } as const
    const instruments = library.instruments.map((one) => {
      const added = one.duties.filter(({ label }) => label === '(c)').map(({ id }) => id)
      return {
        ...one,
        events: [
          { ...event, provisions: [], date: '2019-10-01' },
          { ...event, provisions: added, date: '2020-03-02' },
        ],
      }
    })
    const labels = (asOf: string): readonly (string | null)[] =>
      standingDuties({ ...library, instruments }, { ...scope, asOf, until: '2020-12-31' }).map(({ duty }) => duty.label)
    expect(labels('2020-03-01')).toContain('(b)')
    expect(labels('2020-03-01')).not.toContain('(c)')
    expect(labels('2020-03-02')).toContain('(c)')
  })

  it('say that the day of a duty with one day has passed', () => {
    expect(daysBy({ asOf: '2026-12-02' })['(c)']).toEqual([null, 'passed 2026-12-01'])
    expect(daysBy({ asOf: '2026-12-01' })['(c)']).toEqual(['2026-12-01', '2026-12-01'])
  })

  it('stand with those without a day first, then by the next day', () => {
    expect(standingDuties(library, scope).map(({ duty }) => duty.label)).toEqual([
      '(a)',
      '(f)',
      '(d)',
      '(c)',
      '(e)',
      '(h)',
      '(b)',
    ])
  })
})

describe('a private agency', () => {
  it('has the duties that name it, and none of every public agency', async () => {
    const named = text.replace('(c) duty by 2026-12-01:\n    police must', '(c) duty by 2026-12-01:\n    clinic must')
    const ofClinic = standingDuties(await lawOf(named), { ...scope, agency: 'clinic' })
    expect(ofClinic.map(({ duty }) => duty.label)).toEqual(['(c)'])
  })
})

describe('the standing duties beside a decision', () => {
  it('leave out those that the facts refute, and say which may not arise', async () => {
    const when = text.replace('"llevar un registro"', '"llevar un registro"\n      when request.from is family')
    const answer = answersUnder(await lawOf(when))
    const dueTo = (facts: Readonly<Record<string, string>>): readonly unknown[] => {
      const answered = answer({ place: 'us/ex', asOf: '2026-11-28', agency: 'police', acts: ['hold'], facts })
      if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
      return answered.value.standing.map(({ duty, certain }) => [duty.replace(/^.*section /, ''), certain])
    }
    expect(dueTo({})).toEqual([['1(a)', false]])
    expect(dueTo({ 'request.from': 'family' })).toEqual([['1(a)', true]])
    expect(dueTo({ 'request.from': 'immigration' })).toEqual([])
  })

  it('are those in force on its date', async () => {
    const dated = text
      .replace('by 02-29:', 'by 02-29 about hold:')
      .replace('"saltar"', '"saltar"\n      from 2026-07-01')
    const answer = answersUnder(await lawOf(dated))
    const dueOn = (asOf: string): readonly string[] => {
      const answered = answer({ place: 'us/ex', asOf, agency: 'jail', acts: ['hold'] })
      if (!answered.ok) throw new Error(JSON.stringify(answered.problems))
      return answered.value.standing.map(({ duty }) => duty.replace(/^.*section /, ''))
    }
    expect(dueOn('2026-06-30')).toEqual(['1(a)', '1(b)'])
    expect(dueOn('2026-07-01')).toEqual(['1(a)', '1(h)', '1(b)'])
  })
})
