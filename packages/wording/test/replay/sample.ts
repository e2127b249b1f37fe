/** A replay that has everything a page can say, about nobody. */
import type { ReplayDocument } from '@brightline/simulate'

const line = {
  value: '~all',
  requests: 40,
  classes: { permitted: 10, 'permitted|prohibited': 20, 'not-bound': 10 },
  bounds: { permitted: { min: 10, max: 30 }, prohibited: { min: 0, max: 20 } },
  open: 20,
  notBound: 10,
}

const named = (value: string, requests: number | null = 20): typeof line => ({
  ...line,
  value,
  requests: requests ?? 0,
})

/** The sample. Its texts from outside carry what must not take effect. */
export const sample: ReplayDocument = {
  version: 2,
  isPublic: false,
  printout: {
    dataSet: {
      name: 'Sample <b>data</b>',
      source: '=HYPERLINK("x")',
      licence: null,
      notes: ['a note \u001B[2J', '<script>alert(1)</script>'],
    },
    policies: [
      { name: 'us/ex@2026-01-01', place: 'us/ex', asOf: '2026-01-01', working: null, hash: 'a'.repeat(64) },
      {
        name: 'us/ex@2026-01-01+working',
        place: 'us/ex',
        asOf: '2026-01-01',
        working: { kind: 'text', instrument: 'us/ex/act' },
        hash: 'b'.repeat(64),
      },
    ],
    window: { from: '2026-01-01', through: null, firstMonth: '2026-01', lastMonth: '2026-02' },
    rowsRead: 1234,
    requests: 1234,
    requestsUsed: 40,
    excluded: [
      { kind: 'filtered', reason: 'a duplicate', requests: 3 },
      { kind: 'no-date', requests: 1 },
      { kind: 'before-window', requests: 1 },
      { kind: 'after-window', requests: 1 },
      { kind: 'no-place', requests: 1 },
      { kind: 'wider-place', place: 'us', requests: 1 },
      { kind: 'outside', place: 'us/ex', requests: 1 },
      { kind: 'nothing-asked', requests: 1 },
      { kind: 'impossible', requests: 1 },
      { kind: 'unreadable', requests: 2 },
    ],
    openRequests: 20,
    openShare: 50,
    unmappedColumns: ['odd'],
    ignoredColumns: ['sex'],
    unknownFacts: { 'warrant.shown': 20 },
    assumptions: [
      { kind: 'law-of-date', policy: 'us/ex@2026-01-01+working' },
      { kind: 'no-lower-law', place: 'us/ex' },
      { kind: 'elsewhere', from: 'us/ex', lookedAt: 'us/xe' },
      { kind: 'constant-fact', fact: 'request.from', value: 'ice', because: 'all are' },
      { kind: 'fact-by-date', fact: 'request.form', because: 'the form changed' },
      { kind: 'constant-owner', owner: 'county', because: 'all are' },
      { kind: 'owner-unsaid' },
      { kind: 'owner-by-words', columns: ['jail', 'city'] },
      { kind: 'agency-unknown' },
      { kind: 'constant-agency', agency: 'jail', because: 'all are' },
      { kind: 'agency-by-owner', agencies: { county: 'jail' } },
      { kind: 'agency-by-column', column: 'kind' },
      { kind: 'federal-and-private' },
      { kind: 'unknown-owner' },
      { kind: 'acts-of-form' },
      { kind: 'only-acts', acts: ['hold', 'share'] },
      { kind: 'month-begins' },
      { kind: 'title-rows', rows: 1 },
      { kind: 'sheet', sheet: 'Data' },
      { kind: 'encoding', encoding: 'windows-1252' },
      { kind: 'unknown-facts' },
    ],
    assumptionsHash: 'c'.repeat(64),
  },
  acts: [
    {
      act: 'hold',
      requests: 40,
      open: 20,
      sides: ['us/ex@2026-01-01', 'us/ex@2026-01-01+working'].map((policy) => ({
        policy,
        tables: {
          total: [line],
          owner: [named('county'), named('unknown')],
          form: [named('i-247a'), named('~unknown')],
          month: [named('2026-01'), named('~no-date')],
          place: [
            named('SAMPLE COUNTY <i>JAIL</i>'),
            named('~not-named'),
            named('~small:county,state'),
            named('~other-places'),
          ],
        },
        answers: { permitted: 10, 'needs-facts': 20 },
        duties: [
          {
            id: 'us/ex/act §1(a)',
            cite: 'Code § 1',
            action: { en: 'give a copy', es: 'dar una copia' },
            trigger: 'on-request',
            min: 10,
            max: 30,
          },
        ],
        missing: [
          { fact: 'warrant.shown', requests: 20 },
          { fact: 'agency', requests: 5 },
        ],
      })),
      change: {
        same: 10,
        differs: 0,
        mayDiffer: 30,
        transitions: [{ before: 'permitted', after: 'prohibited', min: 0, max: 30 }],
      },
    },
  ],
  workload: [
    {
      month: '2026-01',
      requests: 40,
      sides: [
        { policy: 'us/ex@2026-01-01', toClarify: 20, duties: { min: 10, max: 30 } },
        { policy: 'us/ex@2026-01-01+working', toClarify: 20, duties: { min: 10, max: 30 } },
      ],
    },
  ],
  problems: [
    {
      code: 'DATA-0008',
      severity: 'error',
      where: { kind: 'cell', row: 3, column: 'form' },
      values: { rows: 12, value: '<i>Q</i>' },
    },
  ],
  names: {
    acts: { hold: { en: 'hold the person', es: 'retener a la persona' } },
    forms: { 'i-247a': { en: 'Form I-247A', es: 'Formulario I-247A' } },
    facts: { 'warrant.shown': { en: 'Is there a warrant?', es: '¿Hay una orden?' } },
    agencies: { jail: { en: 'jail', es: 'cárcel' } },
  },
}
