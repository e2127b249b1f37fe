/** What differs in the text: every field, one at a time. */
import { describe, expect, it } from 'vitest'
import type { Instrument, Library } from '@brightline/language'
import { compare } from '../../src/analysis/compare.ts'
import { lawChanges, type LawChange } from '../../src/analysis/law-change.ts'
import { nothing } from '../../src/analysis/law-value.ts'
import { stackOf } from '../../src/stack/stack.ts'
import { doubt, duty, example, fact, from, instrument, is, library, notEncoded, promise, rule } from '../small-law.ts'
import {
  otherDoubt,
  otherDoubtDuty,
  otherDuty,
  otherExample,
  otherGroup,
  otherHoliday,
  otherInstrument,
  otherNotEncoded,
  otherOffence,
  otherPromise,
  otherRule,
  otherSection,
  otherSource,
  otherTerm,
} from './every-field.ts'

const source = { name: 'code', title: 'Code', url: 'https://example.gov/code', read: '2026-11-22' }
const span = { amount: 48, unit: 'hours', event: 'release', excludesWeekends: false, calendar: null } as const
const words = { en: 'call counsel', es: 'llame a la asesoría' }

/** An instrument that has one of everything. */
const act: Instrument = instrument('us/ex/act', {
  title: 'Example Act',
  sources: [source],
  events: [{ kind: 'enacted', provisions: [], date: '2000-01-01', through: null, cite: 'Ex. Stats. 1' }],
  terms: [{ name: 'a warrant is there', condition: is('warrant', 'yes'), cite: 'Ex. Code 3', mark: null }],
  sections: [{ number: '1', title: 'One', cite: 'Ex. Code 1', outline: [], leadIns: [] }],
  rules: [
    rule('1', 'may', { note: words, decider: words, limit: { kind: 'span', span }, mark: { kind: 'read', source } }),
    rule('2', 'may'),
  ],
  groups: [{ name: 'local', title: { en: 'local entity' }, agencies: ['police'], cite: null, mark: null }],
  notEncoded: [notEncoded('5')],
  duties: [duty('3', { due: { kind: 'within', span: { ...span, amount: 24 } }, ifMissed: words })],
  doubts: [doubt('4', is('warrant', 'yes'), false, { duty: { who: words, action: words, due: null } })],
  examples: [
    example('one', {
      outcomes: [{ act: 'hold', verdict: 'permitted', silence: null, afterCounsel: false, by: [], displacing: [] }],
    }),
  ],
  promises: [promise('never', { kind: 'blind', acts: null, facts: ['status'] })],
})

const tables: Pick<Library, 'offences' | 'holidays'> = {
  offences: {
    'us/ex': [
      {
        class: 'listed',
        statute: 'Ex. Pen. Code 1',
        name: 'one',
        level: 'felony',
        force: { from: null, through: null },
        cite: 'Ex. Code 5',
        mark: 'read',
      },
    ],
  },
  holidays: {
    'us/ex': [
      { name: 'New Year', rule: '1 january', force: { from: null, through: null }, cite: 'Ex. Code 6', mark: 'read' },
    ],
  },
}

function lawWith(changed: Instrument, more: Partial<Library> = {}): Library {
  return library([changed], { facts: [fact('warrant'), fact('a'), fact('status')] }, { ...tables, ...more })
}

function changesWith(changed: Instrument, more: Partial<Library> = {}): readonly LawChange[] {
  return lawChanges(
    stackOf(lawWith(act), 'us/ex', '2026-11-22'),
    stackOf(lawWith(changed, more), 'us/ex', '2026-11-22'),
  )
}

/** Every other value of a thing, put where the thing stood. */
function others<Thing extends object>(
  table: { readonly [Field in keyof Thing]-?: { readonly to: Thing[Field] } | { readonly why: string } },
  thing: Thing,
): readonly { readonly field: string; readonly thing: Thing }[] {
  return Object.entries<{ readonly to: unknown } | { readonly why: string }>(table).flatMap(([field, other]) =>
    'to' in other ? [{ field, thing: { ...thing, [field]: other.to } }] : [],
  )
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined) throw new Error('the list is empty')
  return item
}

/** A list with another first item. */
function replaced<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return [item, ...items.slice(1)]
}

interface Mutation {
  readonly name: string
  readonly changes: () => readonly LawChange[]
}

const doubtDuty = first(act.doubts).duty
if (doubtDuty === null) throw new Error('the doubt orders nothing')

const mutations: readonly Mutation[] = [
  ...others(otherRule, first(act.rules)).map(({ field, thing }) => ({
    name: `${field} of a rule`,
    changes: () => changesWith({ ...act, rules: replaced(act.rules, thing) }),
  })),
  ...others(otherDuty, first(act.duties)).map(({ field, thing }) => ({
    name: `${field} of a duty`,
    changes: () => changesWith({ ...act, duties: [thing] }),
  })),
  ...others(otherDoubt, first(act.doubts)).map(({ field, thing }) => ({
    name: `${field} of a doubt rule`,
    changes: () => changesWith({ ...act, doubts: [thing] }),
  })),
  ...others(otherDoubtDuty, doubtDuty).map(({ field, thing }) => ({
    name: `${field} of the duty in doubt`,
    changes: () => changesWith({ ...act, doubts: [{ ...first(act.doubts), duty: thing }] }),
  })),
  ...others(otherInstrument, act).map(({ field, thing }) => ({
    name: `${field} of an instrument`,
    changes: () => changesWith(thing),
  })),
  ...others(otherTerm, first(act.terms)).map(({ field, thing }) => ({
    name: `${field} of a term`,
    changes: () => changesWith({ ...act, terms: [thing] }),
  })),
  ...others(otherSection, first(act.sections)).map(({ field, thing }) => ({
    name: `${field} of a section`,
    changes: () => changesWith({ ...act, sections: [thing] }),
  })),
  ...others(otherNotEncoded, first(act.notEncoded)).map(({ field, thing }) => ({
    name: `${field} of what is not encoded`,
    changes: () => changesWith({ ...act, notEncoded: [thing] }),
  })),
  ...others(otherGroup, first(act.groups)).map(({ field, thing }) => ({
    name: `${field} of a group`,
    changes: () => changesWith({ ...act, groups: [thing] }),
  })),
  ...others(otherSource, source).map(({ field, thing }) => ({
    name: `${field} of a source`,
    changes: () => changesWith({ ...act, sources: [thing] }),
  })),
  ...others(otherExample, first(act.examples)).map(({ field, thing }) => ({
    name: `${field} of an example`,
    changes: () => changesWith({ ...act, examples: [thing] }),
  })),
  ...others(otherPromise, first(act.promises)).map(({ field, thing }) => ({
    name: `${field} of a promise`,
    changes: () => changesWith({ ...act, promises: [thing] }),
  })),
  ...others(otherOffence, first(tables.offences['us/ex'] ?? [])).map(({ field, thing }) => ({
    name: `${field} of an offence`,
    changes: () => changesWith(act, { offences: { 'us/ex': [thing] } }),
  })),
  ...others(otherHoliday, first(tables.holidays['us/ex'] ?? [])).map(({ field, thing }) => ({
    name: `${field} of a holiday`,
    changes: () => changesWith(act, { holidays: { 'us/ex': [thing] } }),
  })),
]

describe('a change of the text', () => {
  for (const { name, changes } of mutations) {
    it(`names the ${name}, with what it was and what it is`, () => {
      const found = changes()
      expect(found).not.toEqual([])
      for (const { change, fields } of found) {
        expect(fields, change).not.toEqual([])
        for (const { before, after } of fields) expect(before).not.toEqual(after)
      }
    })
  }

  it('is none where only places in files differ', () => {
    const elsewhere = { file: 'elsewhere.policy', line: 99, column: 9 }
    const moved = { ...act, file: 'elsewhere.policy', rules: act.rules.map((one) => ({ ...one, position: elsewhere })) }
    expect(changesWith(moved)).toEqual([])
  })

  it('says whether each of the languages is needed', () => {
    const [spoken] = [{ ...first(act.duties), languages: ['en', 'es'] }]
    const each = { ...spoken, inEveryLanguage: true }
    const [left, right] = [spoken, each].map((one) =>
      stackOf(lawWith({ ...act, duties: [one] }), 'us/ex', '2026-11-22'),
    )
    if (left === undefined || right === undefined) throw new Error('two stacks')
    expect(lawChanges(left, right).flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(['languages'])
  })

  it('gives both values of a limit', () => {
    const longer = { kind: 'span', span: { ...span, amount: 960 } } as const
    const changed = { ...act, rules: replaced(act.rules, { ...first(act.rules), limit: longer }) }
    expect(changesWith(changed)).toMatchObject([
      {
        kind: 'rule',
        change: 'changed',
        name: 'us/ex/act 1',
        isDormant: false,
        fields: [{ field: 'limit', before: { limit: { span } }, after: { limit: longer } }],
      },
    ])
  })

  it('tells what is added, removed, begins and ends apart', () => {
    const later = { ...act, rules: [first(act.rules), rule('9', 'may', { inForce: from('2030-01-01') })] }
    expect(changesWith(later).map(({ change, name, isDormant }) => [change, name, isDormant])).toEqual([
      ['removed', 'us/ex/act 2', false],
      ['added', '9', true],
    ])
    const dated = lawWith({
      ...act,
      rules: act.rules.map((one) => ({ ...one, inForce: from('2020-01-01', '2024-12-31') })),
    })
    const on = (left: string, right: string): readonly string[] =>
      lawChanges(stackOf(dated, 'us/ex', left), stackOf(dated, 'us/ex', right)).map(({ change }) => change)
    expect(on('2019-12-31', '2020-01-01')).toEqual(['begins', 'begins'])
    expect(on('2024-12-31', '2025-01-01')).toEqual(['ends', 'ends'])
    expect(on('2018-01-01', '2025-01-01')).toEqual([])
  })

  it('says that the force of a provision is contested', () => {
    const contested = lawWith({ ...act, rules: act.rules.map((one) => ({ ...one, contested: from('2025-01-01') })) })
    const changes = lawChanges(stackOf(contested, 'us/ex', '2024-12-31'), stackOf(contested, 'us/ex', '2025-01-01'))
    expect(changes.map(({ change, fields }) => [change, fields])).toEqual(
      act.rules.map(() => [
        'changed',
        [{ field: 'standing', before: { kind: 'word', word: 'in-force' }, after: { kind: 'word', word: 'contested' } }],
      ]),
    )
  })

  it('says which lines of a table begin and end', () => {
    const line = first(tables.offences['us/ex'] ?? [])
    const offences = { 'us/ex': [{ ...line, force: { from: '2020-01-01', through: '2020-12-31' } }] }
    const law = lawWith(act, { offences })
    const on = (left: string, right: string): object[] =>
      lawChanges(stackOf(law, 'us/ex', left), stackOf(law, 'us/ex', right)).map(({ kind, change }) => ({
        kind,
        change,
      }))
    expect(on('2019-12-31', '2020-01-01')).toEqual([{ kind: 'offence', change: 'begins' }])
    expect(on('2020-12-31', '2021-01-01')).toEqual([{ kind: 'offence', change: 'ends' }])
  })

  it('leaves nothing out where a whole instrument is gone', () => {
    const without = { ...lawWith(act), instruments: [] }
    const changes = lawChanges(stackOf(lawWith(act), 'us/ex', '2026-11-22'), stackOf(without, 'us/ex', '2026-11-22'))
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(
      new Set([
        'instrument',
        'event',
        'source',
        'section',
        'term',
        'group',
        'not-encoded',
        'rule',
        'duty',
        'doubt',
        'promise',
        'example',
      ]),
    )
    expect(changes.every(({ change, fields }) => change === 'removed' && fields.length > 0)).toBe(true)
  })

  it('keeps a value that is missing apart from one that is there', () => {
    const changed = { ...act, rules: replaced(act.rules, { ...first(act.rules), decider: null }) }
    expect(changesWith(changed)[0]?.fields).toEqual([
      { field: 'decider', before: { kind: 'texts', texts: words }, after: nothing },
    ])
  })
})

describe('a comparison', () => {
  it('has the changes of the text beside those of the cases', () => {
    const changed = { ...act, rules: replaced(act.rules, { ...first(act.rules), note: null }) }
    const { acts, law } = compare(
      stackOf(lawWith(act), 'us/ex', '2026-11-22'),
      stackOf(lawWith(changed), 'us/ex', '2026-11-22'),
    )
    expect(acts.every(({ kind }) => kind === 'same')).toBe(true)
    expect(law.map(({ fields }) => fields.map(({ field }) => field))).toEqual([['note']])
  })
})
