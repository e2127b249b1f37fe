/** Wrong use: what was wrong, what was probably meant, exit 2, nothing on standard output. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { brightline, capture, temporaryFolder } from './command.ts'

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
    { name: 'no act', args: ['decide', 'us/ex'], says: ['no act is named', 'no form'] },
    {
      name: 'an unknown fact',
      args: [...decide, '--fact', 'warrant.singer=judge'],
      says: ['unknown fact `warrant.singer`', '`warrant.signer`'],
    },
    {
      name: 'an unknown value',
      args: [...decide, '--fact', 'warrant.signer=jugde'],
      says: ['--fact warrant.signer', 'did you mean `judge`?'],
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
      says: ['--fact ex.listed-felony', '0 to 99'],
    },
    {
      name: 'a number out of range',
      args: [...decide, '--fact', 'ex.listed-felony=100'],
      says: ['--fact ex.listed-felony', '0 to 99'],
    },
    {
      name: 'a yes that is neither',
      args: [...decide, '--fact', 'warrant.present=maybe'],
      says: ['--fact warrant.present', 'yes or no'],
    },
    {
      name: 'a date fact that is no date',
      args: [...decide, '--fact', 'letter.date=soon'],
      says: ['--fact letter.date', 'date'],
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
          '{"facts": {"ex.listed-felony": "never"}, "convictions": [{"offence": "Ex. Pen. Code 11", "level": "felony", "date": "2020-01-01"}]}',
        ),
      ],
      says: ['`ex.listed-felony`', 'does not agree with the convictions', 'correct the list'],
    },
    {
      name: 'a protected fact',
      args: [...decide, '--fact', 'person.birthplace=here'],
      says: ['--fact person.birthplace', 'is protected'],
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
      says: ['missing.json'],
    },
    {
      name: 'a facts file that is not JSON',
      args: [...decide, '--facts', file('bad.json', '{')],
      says: ['bad.json', 'not JSON', 'line 1'],
    },
    {
      name: 'a facts file that is a list',
      args: [...decide, '--facts', file('list.json', '[]')],
      says: ['list.json', 'not an object'],
    },
    {
      name: 'a fact of the wrong type in a file',
      args: [...decide, '--facts', file('type.json', '{"facts": {"warrant.present": 7}}')],
      says: ['`warrant.present`', 'yes or no'],
    },
    {
      name: 'a facts file of the old shape',
      args: [...decide, '--facts', file('flat.json', '{"warrant.present": "no"}')],
      says: ['flat.json /warrant.present', 'put it inside `facts`'],
    },
    {
      name: 'a date as a number in a file',
      args: [...decide, '--facts', file('date.json', '{"asOf": 20160101}')],
      says: ['date.json /asOf', 'not a text'],
    },
    {
      name: 'a key twice in a file',
      args: [
        ...decide,
        '--facts',
        file('twice.json', '{"facts": {"warrant.signer": "judge", "warrant.signer": "nobody"}}'),
      ],
      says: ['twice.json /facts/warrant.signer', 'given twice'],
    },
    {
      name: 'a fact twice',
      args: [...decide, '--fact', 'warrant.signer=officer', '--fact', 'warrant.signer=judge'],
      says: ['--fact warrant.signer', 'said twice, and differently'],
    },
    {
      name: 'a fact of a file and another of a flag',
      args: [
        ...decide,
        '--facts',
        file('fact.json', '{"facts": {"warrant.signer": "officer"}}'),
        '--fact',
        'warrant.signer=judge',
      ],
      says: ['--fact warrant.signer', 'said twice, and differently'],
    },
    {
      name: 'a form and another fact of the form',
      args: [...decide, '--form', 'letter', '--fact', 'request.form=detainer'],
      says: ['request.form', 'said twice, and differently'],
    },
    {
      name: 'an agency of a file and another of the flag',
      args: [...decide, '--facts', file('agency.json', '{"agency": "police"}')],
      says: ['agency', 'said twice, and differently'],
    },
    {
      name: 'a flag twice',
      args: [...decide, '--agency', 'police'],
      says: ['`--agency` is given twice, and differently'],
    },
    {
      name: 'an event twice',
      args: [...decide, '--event', 'receipt=2026-11-01T10:00', '--event', 'receipt=2026-11-01T10:01'],
      says: ['--event', 'said twice, and differently'],
    },
    {
      name: 'a date twice',
      args: ['show', 'us/ex@2026-11-01', '--as-of', '2026-11-02'],
      says: ['the date is given twice, and differently'],
    },
    {
      name: 'a date of another age',
      args: ['show', 'us/ex', '--as-of', '0206-11-01'],
      says: ['not between 1900 and 2100'],
    },
    {
      name: 'a side of another age',
      args: ['compare', 'us/ex@2026-11-01', 'us/ex@2206-11-01'],
      says: ['not between 1900 and 2100'],
    },
    {
      name: 'a time that came twice',
      args: [...decide, '--event', 'receipt=2026-11-01T01:30'],
      says: ['--event', 'came twice', '`-05:00`', '`-06:00`'],
    },
    { name: 'an unknown language', args: [...decide, '--lang', 'xx'], says: ['unknown language `xx`', 'en or es'] },
    {
      name: 'a language in which the law says nothing',
      args: [...decide, '--lang', 'fr'],
      says: ['the law here says nothing in `fr`', 'write en or es'],
    },
    {
      name: 'a batch file that is missing',
      args: ['decide', '--batch', join(folder, 'missing.jsonl')],
      says: ['missing.jsonl'],
    },
    {
      name: 'an unknown section',
      args: ['show', 'us/ex', '30.11'],
      says: ['unknown section or instrument `30.11`', '`30.1`'],
    },
    { name: 'SQL for an unknown place', args: ['sql', 'us/exx', '--act', 'hold'], says: ['`us/exx`', '`us/ex`'] },
    { name: 'SQL for an unknown act', args: ['sql', 'us/ex', '--act', 'holt'], says: ['unknown act `holt`', '`hold`'] },
    {
      name: 'SQL for an unknown agency',
      args: ['sql', 'us/ex', '--act', 'hold', '--agency', 'polise'],
      says: ['unknown agency `polise`', '`police`'],
    },
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

  it('refuses a law folder that is missing', async () => {
    const { code, err } = await capture(() => run(['--law', join(folder, 'nowhere'), 'places']))
    expect(err).toContain('there is no folder')
    expect(code).toBe(2)
  })

  it('refuses a flag of the program that is given twice, and differently', async () => {
    const { code, err } = await brightline('--law', join(folder, 'nowhere'), 'places')
    expect(err).toContain('`--law` is given twice, and differently')
    expect(code).toBe(2)
  })

  it('never repeats a value, which may be personal', async () => {
    const { err } = await brightline(...decide, '--fact', 'warrant.signer=Jane Roe', '--fact', 'letter.date=A123')
    expect(err).not.toMatch(/Jane|A123/)
  })
})
