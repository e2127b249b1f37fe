/** What the commands print over the invented law, word for word. */
import { describe, it } from 'vitest'
import { brightline, expectGolden } from './command.ts'

const place = 'us/ex/springfield'
const asOf = ['--as-of', '2026-11-01']
const detainer = ['decide', place, '--agency', 'jail', '--form', 'detainer', ...asOf]

const cases: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: 'places', args: ['places'] },
  { name: 'places-json', args: ['places', '--json'] },
  { name: 'places-spanish', args: ['places', '--lang', 'es'] },
  { name: 'vocabulary', args: ['vocabulary', '--place', place] },
  { name: 'vocabulary-spanish', args: ['vocabulary', '--place', place, '--lang', 'es'] },
  { name: 'vocabulary-json', args: ['vocabulary', '--json'] },
  { name: 'show', args: ['show', place, ...asOf] },
  { name: 'show-spanish', args: ['show', place, ...asOf, '--lang', 'es'] },
  { name: 'show-before', args: ['show', place, '--as-of', '2016-01-01'] },
  { name: 'show-earlier-rule', args: ['show', 'us/ex', '30.2', '--as-of', '2019-06-01'] },
  { name: 'show-contested', args: ['show', 'us/ex', '30.3', '--as-of', '2025-06-01'] },
  { name: 'show-instrument', args: ['show', place, 'detainer-rule', ...asOf] },
  { name: 'show-json', args: ['show', 'us/ex', '30.1', ...asOf, '--json'] },
  { name: 'check', args: ['check'] },
  { name: 'test', args: ['test'] },
  { name: 'test-json', args: ['test', '--json'] },
  { name: 'test-sides', args: ['test', '--sides'] },
  { name: 'test-sides-spanish-json', args: ['test', '--sides', '--json', '--lang', 'es'] },
  { name: 'decide-needs-facts', args: detainer },
  {
    name: 'decide-settled',
    args: [
      ...detainer,
      '--fact',
      'warrant.present=no',
      '--fact',
      'person.proof-of-status=no',
      '--fact',
      'release.public=yes',
    ],
  },
  { name: 'decide-spanish', args: [...detainer, '--fact', 'warrant.present=no', '--lang', 'es'] },
  { name: 'decide-doubt', args: [...detainer, '--fact', 'warrant.present=yes', '--fact', 'warrant.signer=cannot-say'] },
  { name: 'decide-due', args: [...detainer, '--fact', 'warrant.present=no', '--event', 'receipt=2026-11-01T09:30'] },
  {
    name: 'decide-limit',
    args: [
      ...detainer,
      '--fact',
      'warrant.present=yes',
      '--fact',
      'warrant.signer=judge',
      '--event',
      'release=2026-11-01T12:00',
    ],
  },
  {
    name: 'decide-contested',
    args: [
      'decide',
      'us/ex',
      'disclose',
      '--agency',
      'jail',
      '--fact',
      'letter.date=2025-05-05',
      '--as-of',
      '2025-06-01',
    ],
  },
  { name: 'decide-authorities', args: ['decide', 'us/ex', 'disclose', '--agency', 'jail', ...asOf] },
  {
    name: 'decide-authorities-day-before',
    args: ['decide', 'us/ex', 'disclose', '--agency', 'jail', '--as-of', '2019-05-05', '--lang', 'es'],
  },
  { name: 'decide-json', args: [...detainer, '--fact', 'warrant.present=no', '--json'] },
  { name: 'sql', args: ['sql', 'us/ex@2026-11-01', '--act', 'disclose', '--table', 'public.cases'] },
  { name: 'sql-create', args: ['sql', place, '--act', 'notify-release', '--create', '--key', 'booking', ...asOf] },
  { name: 'sql-rules', args: ['sql', place, '--act', 'notify-release', '--rules', '--dialect', 'spark', ...asOf] },
  { name: 'sql-no-rule', args: ['sql', place, '--act', 'hold', '--as-of', '2001-01-01'] },
  { name: 'sql-help', args: ['sql', '--help'] },
  { name: 'help', args: ['ask', '--help'] },
]

describe('the commands', () => {
  for (const { name, args } of cases) {
    it(`prints ${name}`, async () => {
      const { code, out, err } = await brightline(...args)
      const command = args.map((arg) => (/\s/.test(arg) ? `'${arg}'` : arg)).join(' ')
      expectGolden(
        `${name}.txt`,
        [`$ brightline ${command}`, out, ...(err === '' ? [] : ['-- talk --', err]), `exit ${code}`, ''].join('\n'),
      )
    })
  }
})
