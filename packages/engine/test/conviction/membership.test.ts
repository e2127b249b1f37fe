import { describe, expect, it } from 'vitest'
import type { Conviction, Offence } from '@brightline/language'
import { membershipOf, offenceKey } from '../../src/conviction/membership.ts'

describe('offenceKey', () => {
  const same: readonly { name: string; a: string; b: string }[] = [
    { name: 'case and blanks', a: 'Cal. Penal Code 459', b: '  CAL. PENAL  CODE459 ' },
    { name: 'the section sign', a: 'Cal. Penal Code § 459', b: 'Cal. Penal Code §459' },
    { name: 'the word section', a: 'Cal. Penal Code sec. 459', b: 'Cal. Penal Code Section 459' },
    { name: 'an abbreviation without its blank', a: 'Cal. Penal Code sec.459', b: 'Cal. Penal Code sec459' },
    { name: 'the dots of abbreviations', a: '8 U.S.C. 1326(a)', b: '8 USC § 1326 (a).' },
    { name: 'kinds of hyphen', a: 'Conn. Gen. Stat. 53a‑60', b: 'Conn Gen Stat 53a-60' },
  ]
  for (const { name, a, b } of same) {
    it(`does not tell apart ${name}`, () => expect(offenceKey(a)).toBe(offenceKey(b)))
  }

  const different: readonly { name: string; a: string; b: string }[] = [
    { name: 'a dot between digits', a: 'Cal. Penal Code 245.6', b: 'Cal. Penal Code 2456' },
    { name: 'a blank between digits', a: 'Ex. Code 24 56', b: 'Ex. Code 2456' },
    { name: 'a subdivision', a: 'Cal. Penal Code 288(a)', b: 'Cal. Penal Code 288a' },
    { name: 'the code', a: 'Cal. Penal Code 23152', b: 'Cal. Veh. Code 23152' },
    { name: 'words that begin like section', a: 'second degree murder', b: 'ond degree murder' },
  ]
  for (const { name, a, b } of different) {
    it(`tells apart ${name}`, () => expect(offenceKey(a)).not.toBe(offenceKey(b)))
  }
})

describe('membershipOf a record that names a subdivision', () => {
  const row = (name: string, statute: string): Offence => ({
    class: name,
    statute,
    name: '',
    level: null,
    force: { from: null, through: null },
    cite: 'Ex. Code 1',
    mark: 'read',
  })
  const table = [
    row('listed', 'Ex. Pen. Code 10'),
    row('other', 'Ex. Pen. Code 10(b)'),
    row('listed', 'Ex. Pen. Code 20(a)'),
  ]
  const cases: readonly { name: string; offence: string; kind: string }[] = [
    { name: 'counts by the line of its whole section', offence: 'Ex. Pen. Code 10(a)(4)', kind: 'counts' },
    { name: 'is decided by its own line where there is one', offence: 'Ex. Pen. Code 10(b)', kind: 'does-not-count' },
    { name: 'is decided by the nearest line around it', offence: 'Ex. Pen. Code 10(b)(2)', kind: 'does-not-count' },
    { name: 'is not decided by the line of a sister subdivision', offence: 'Ex. Pen. Code 20(b)', kind: 'may-count' },
    {
      name: 'as a whole section is not decided by a line for a part of it',
      offence: 'Ex. Pen. Code 20',
      kind: 'may-count',
    },
  ]
  for (const { name, offence, kind } of cases) {
    it(name, () => {
      const conviction: Conviction = { offence, level: null, date: '2020-01-01', place: null }
      expect(membershipOf(conviction, { classes: ['listed'], table: 'us/xx' }, table).kind).toBe(kind)
    })
  }
})
