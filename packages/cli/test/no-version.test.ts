/** A date before the first version of an instrument: no version on that date, and not today's. */
import { describe, expect, it } from 'vitest'
import { brightline } from './command.ts'

const act = 'Exampleland Trust Act (Ex. Gov. Code ch. 30): the first version is of 2018-01-01'

const says: readonly { readonly name: string; readonly args: readonly string[]; readonly says: readonly string[] }[] = [
  {
    name: 'decide',
    args: ['decide', 'us/ex', 'hold', '--agency', 'jail', '--as-of', '2016-01-01'],
    says: ['No version on 2016-01-01, so nothing of it is applied\n', `  - ${act}\n`],
  },
  {
    name: 'decide in Spanish',
    args: ['decide', 'us/ex', 'hold', '--agency', 'jail', '--as-of', '2016-01-01', '--lang', 'es'],
    says: ['Sin versión al 2016-01-01, así que nada de ello se aplica\n', 'la primera versión es del'],
  },
  { name: 'show', args: ['show', 'us/ex', '--as-of', '2016-01-01'], says: ['No version on 2016-01-01', act] },
  {
    name: 'show of one law by its id',
    args: ['show', 'us/ex/trust-act', '--as-of', '2016-01-01'],
    says: ['0 provisions in force on this date', act],
  },
  {
    name: 'show of a section',
    args: ['show', 'us/ex', '30.1', '--as-of', '2016-01-01'],
    says: ['0 provisions in force on this date', act],
  },
]

describe('a date before the first version', () => {
  for (const { name, args, says: texts } of says) {
    it(`is said by ${name}`, async () => {
      const { code, out } = await brightline(...args)
      expect(code).toBe(0)
      for (const text of texts) expect(out).toContain(text)
    })
  }

  it('stands in the document of a decision, and on the day itself no longer', async () => {
    const on = async (asOf: string): Promise<unknown> => {
      const { out } = await brightline('decide', 'us/ex', 'hold', '--agency', 'jail', '--as-of', asOf, '--json')
      return JSON.parse(out).noVersion
    }
    const first = { instrument: 'us/ex/trust-act', title: 'Exampleland Trust Act', place: 'us/ex', from: '2018-01-01' }
    expect(await on('2017-12-31')).toMatchObject([first])
    expect(await on('2018-01-01')).toEqual([])
  })
})
