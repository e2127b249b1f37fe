/** Wrong use: what was wrong, what was probably meant, exit 2, nothing on standard output. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const decide = ['decide', 'us/ex/springfield', 'hold', '--agency', 'jail', '--as-of', '2026-11-01']
const folder = temporaryFolder()
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const cases: readonly { readonly name: string; readonly args: readonly string[]; readonly says: readonly string[] }[] =
  [
    { name: 'an unknown command', args: ['decid'], says: ['decid', 'decide'] },
    { name: 'an unknown flag', args: ['places', '--jsn'], says: ['--jsn', '--json'] },
    {
      name: 'an unknown place',
      args: ['decide', 'us/ex/springfeld', 'hold'],
      says: ['unknown place `us/ex/springfeld`', 'did you mean `us/ex/springfield`?'],
    },
    { name: 'no place', args: ['decide'], says: ['no place is named'] },
    { name: 'an unknown act', args: ['decide', 'us/ex', 'hodl'], says: ['unknown act `hodl`', 'did you mean `hold`?'] },
    { name: 'no act', args: ['decide', 'us/ex'], says: ['no act and no form'] },
    {
      name: 'an unknown fact',
      args: [...decide, '--fact', 'warrant.singer=judge'],
      says: ['unknown fact `warrant.singer`', '`warrant.signer`'],
    },
    {
      name: 'an unknown value',
      args: [...decide, '--fact', 'warrant.signer=jugde'],
      says: ['`warrant.signer`', 'did you mean `judge`?'],
    },
    {
      name: 'an unknown agency',
      args: ['decide', 'us/ex', 'hold', '--agency', 'jial'],
      says: ['unknown agency `jial`', '`jail`'],
    },
    {
      name: 'an unknown form',
      args: ['decide', 'us/ex', '--form', 'detaner'],
      says: ['unknown form `detaner`', '`detainer`'],
    },
    {
      name: 'a date that does not exist',
      args: ['decide', 'us/ex', 'hold', '--as-of', '2026-02-30'],
      says: ['`2026-02-30` is not a date'],
    },
    { name: 'a date in words', args: ['show', 'us/ex', '--as-of', 'tomorrow'], says: ['`tomorrow` is not a date'] },
    { name: 'a fact without a value', args: [...decide, '--fact', 'warrant.signer'], says: ['a --fact has no `=`'] },
    {
      name: 'a number that is none',
      args: [...decide, '--fact', 'ex.listed-felony=many'],
      says: ['`ex.listed-felony`', '0 to 99'],
    },
    {
      name: 'a number out of range',
      args: [...decide, '--fact', 'ex.listed-felony=100'],
      says: ['`ex.listed-felony`', '0 to 99'],
    },
    {
      name: 'a yes that is neither',
      args: [...decide, '--fact', 'warrant.present=maybe'],
      says: ['`warrant.present`', 'yes or no'],
    },
    {
      name: 'a date fact that is no date',
      args: [...decide, '--fact', 'letter.date=soon'],
      says: ['`letter.date`', 'date'],
    },
    {
      name: 'facts that cannot be together',
      args: [...decide, '--fact', 'warrant.present=no', '--fact', 'warrant.signer=judge'],
      says: ['cannot be true together', 'nobody signed it', 'Ex. Form 1'],
    },
    {
      name: 'a fact that the convictions contradict',
      args: [
        ...decide,
        '--facts',
        file(
          'contradicted.json',
          '{"ex.listed-felony": "never", "convictions": [{"offence": "Ex. Pen. Code 11", "level": "felony", "date": "2020-01-01"}]}',
        ),
      ],
      says: ['`ex.listed-felony` does not agree with the convictions', 'correct the list'],
    },
    {
      name: 'a protected fact',
      args: [...decide, '--fact', 'person.birthplace=here'],
      says: ['`person.birthplace` is protected'],
    },
    {
      name: 'an unknown event',
      args: [...decide, '--event', 'reciept=2026-11-01T10:00'],
      says: ['unknown event `reciept`', '`receipt`'],
    },
    {
      name: 'a time that cannot be read',
      args: [...decide, '--event', 'receipt=noon'],
      says: ['the time of `receipt` cannot be read'],
    },
    {
      name: 'a facts file that is missing',
      args: [...decide, '--facts', join(folder, 'missing.json')],
      says: ['cannot be read'],
    },
    {
      name: 'a facts file that is not JSON',
      args: [...decide, '--facts', file('bad.json', '{')],
      says: ['is not JSON'],
    },
    {
      name: 'a facts file that is a list',
      args: [...decide, '--facts', file('list.json', '[]')],
      says: ['is not an object'],
    },
    {
      name: 'a fact of the wrong type in a file',
      args: [...decide, '--facts', file('type.json', '{"warrant.present": 7}')],
      says: ['`warrant.present`', 'yes or no'],
    },
    { name: 'an unknown language', args: [...decide, '--lang', 'fr'], says: ['unknown language `fr`', 'en or es'] },
    {
      name: 'a batch file that is missing',
      args: ['decide', '--batch', join(folder, 'missing.jsonl')],
      says: ['cannot be read'],
    },
    {
      name: 'an unknown section',
      args: ['show', 'us/ex', '30.11'],
      says: ['unknown section or instrument `30.11`', '`30.1`'],
    },
    { name: 'SQL for an unknown place', args: ['sql', 'us/exx', '--act', 'hold'], says: ['`us/exx`', '`us/ex`'] },
    { name: 'SQL for an unknown act', args: ['sql', 'us/ex', '--act', 'holt'], says: ['unknown act `holt`', '`hold`'] },
    { name: 'SQL for no act', args: ['sql', 'us/ex'], says: ['--act'] },
    { name: 'SQL on no date', args: ['sql', 'us/ex@soon', '--act', 'hold'], says: ['`soon` is not a date'] },
    {
      name: 'an unknown dialect of SQL',
      args: ['sql', 'us/ex', '--act', 'hold', '--dialect', 'duckdbb'],
      says: ['unknown dialect `duckdbb`', 'did you mean `duckdb`'],
    },
    {
      name: 'a table of SQL without a name',
      args: ['sql', 'us/ex', '--act', 'hold', '--table', 'public.'],
      says: ['`--table`: a name is empty'],
    },
    {
      name: 'a key of SQL on two lines',
      args: ['sql', 'us/ex', '--act', 'hold', '--key', 'a\nb'],
      says: ['`--key`: a name has a control character'],
    },
    {
      name: 'a key of SQL with the name of the answer',
      args: ['sql', 'us/ex', '--act', 'hold', '--key', 'Verdict'],
      says: ['`--key`: `Verdict` is a column that the queries make'],
    },
    { name: 'an unknown place to show', args: ['show', 'us/exx'], says: ['unknown place `us/exx`', '`us/ex`'] },
    {
      name: 'an unknown place for the vocabulary',
      args: ['vocabulary', '--place', 'us/exx'],
      says: ['unknown place `us/exx`'],
    },
    { name: 'a target that is missing', args: ['test', join(folder, 'missing')], says: ['there is no file or folder'] },
    {
      name: 'a file to lay out that is missing',
      args: ['fmt', join(folder, 'missing.policy')],
      says: ['there is no file or folder'],
    },
    { name: 'a file to lay out that is no policy', args: ['fmt', file('a.txt', '')], says: ['is not a policy file'] },
    {
      name: 'a law folder that is missing',
      args: ['--law', join(folder, 'nowhere'), 'places'],
      says: ['there is no folder'],
    },
    { name: 'an unknown place to ask about', args: ['ask', 'us/exx'], says: ['unknown place `us/exx`', '`us/ex`'] },
    {
      name: 'an unknown agency that asks',
      args: ['ask', 'us/ex', '--agency', 'polise'],
      says: ['unknown agency `polise`', '`police`'],
    },
    {
      name: 'an unknown form to ask about',
      args: ['ask', 'us/ex', '--form', 'leter'],
      says: ['unknown form `leter`', '`letter`'],
    },
    {
      name: 'an interview without a terminal',
      args: ['ask', 'us/ex'],
      says: ['needs a terminal', 'brightline decide us/ex'],
    },
  ]

describe('wrong use', () => {
  for (const { name, args, says } of cases) {
    it(`refuses ${name}`, async () => {
      const { code, out, err } = await brightline(...args)
      for (const part of says) expect(err).toContain(part)
      expect(out, 'standard output').toBe('')
      expect(code).toBe(2)
    })
  }

  it('never repeats a value, which may be personal', async () => {
    const { err } = await brightline(...decide, '--fact', 'warrant.signer=Jane Roe', '--fact', 'letter.date=A123')
    expect(err).not.toMatch(/Jane|A123/)
  })
})
