/** What `brightline places` says: of a name, of a place that nobody encoded, of what is around, of whose law binds. */
import { describe, expect, it } from 'vitest'
import { brightline } from './command.ts'

const says: readonly {
  readonly name: string
  readonly args: readonly string[]
  readonly says: readonly string[]
  readonly not?: readonly string[]
}[] = [
  {
    name: 'a name with its state',
    args: ['Springfield,', 'Exampleland'],
    says: ['us/ex/springfield  Springfield  city or town'],
    not: ['us/ex   ', 'not encoded'],
  },
  {
    name: 'an agency, by its place and its kind',
    args: ['Springfield', 'Jail,', 'Exampleland'],
    says: [
      'Springfield Jail, Exampleland says a kind of agency: jail, `jail` in a request. Its place:\n\n',
      'us/ex/springfield',
    ],
  },
  {
    name: 'others of the name, which nobody encoded',
    args: ['springfield'],
    says: ['us/ex/springfield', 'Also of this name, and not encoded:\n', '  Springfield, Colorado\n', ' more\n'],
  },
  {
    name: 'a part of a name',
    args: ['land'],
    says: ['No place is called land. These have it in their names:', 'us/ex  Exampleland', 'us     Testland'],
  },
  {
    name: 'a place that is not encoded, with the law above it and what stays unknown',
    args: ['Seattle'],
    says: [
      'Seattle, Washington is not encoded\nGEOID 5363000, ocd-division/country:us/state:wa/place:seattle\n',
      'Encoded above it, and binding there:\n\n',
      'us  Testland  country',
      'Unknown: the law of Washington, and what Seattle, Washington itself has adopted',
      'It lies in King County, which is not encoded.',
    ],
  },
  {
    name: 'a state that is not encoded',
    args: ['us/wa'],
    says: ['Washington is not encoded', 'Unknown: the law of Washington. Have counsel look for it.'],
  },
  {
    name: 'a place of which only the name is known',
    args: ['Shelbyville,', 'Exampleland'],
    says: ['Shelbyville is not encoded\n', 'us/ex  Exampleland', 'Unknown: what Shelbyville itself has adopted'],
    not: ['GEOID'],
  },
  {
    name: 'several that are not encoded',
    args: ['harris', 'county'],
    says: ['Several places are called harris county', '  Harris County, Georgia\n  Harris County, Texas\n'],
  },
  {
    name: 'it all in Spanish',
    args: ['condado de Harris, Texas', '--lang', 'es'],
    says: [
      'No está codificado: condado de Harris, Texas\n',
      'Codificado por encima, y vigente allí:\n',
      'No se sabe: la ley de Texas, ni lo que el lugar mismo (condado de Harris, Texas) haya adoptado',
    ],
  },
  {
    name: 'what is around',
    args: ['--near', 'springfield', 'exampleland'],
    says: ['Encoded around Springfield, the nearest first', 'us/ex  Exampleland  above it: binds there'],
    not: ['not encoded'],
  },
  {
    name: 'what is around a place that is not encoded',
    args: ['--near', 'Oakland,', 'California'],
    says: [
      'Oakland, California is not encoded\n',
      'us  Testland  above it: binds there',
      'Unknown: the law of California',
    ],
  },
  {
    name: 'whose law binds',
    args: ['--agency', 'jail', '--as-of', '2026-11-01'],
    says: [
      'Places whose own law binds a jail, as of 2026-11-01\n',
      'Exampleland (`us/ex`): 1 of 1 instrument\n',
      '  Exampleland Trust Act (us/ex/trust-act)\n',
    ],
  },
  {
    name: 'whose law binds, before there was any',
    args: ['springfield exampleland', '--agency', 'jail', '--as-of', '1990-01-01'],
    says: ['No law of these places binds a jail.'],
  },
]

const refused: readonly { readonly args: readonly string[]; readonly says: string }[] = [
  { args: ['springfeild'], says: 'REQ-0008: unknown place `springfeild`; did you mean `us/ex/springfield`?' },
  { args: ['Seatle,', 'Washington'], says: 'did you mean `Seattle, Washington`?' },
  { args: ['zzzzzz'], says: 'REQ-0008: unknown place `zzzzzz`; the known ones: us, us/ex and us/ex/springfield' },
  { args: ['--near', 'harris county'], says: 'LAW-0111: several places are called `harris county`' },
  {
    args: ['--near', 'Shelbyville, Exampleland'],
    says: 'LAW-0101: Shelbyville is not encoded; encoded above it: `us/ex` and `us`; ask `us/ex`',
  },
  { args: ['x', '--near', 'y', '--lang', 'es'], says: 'USE-0117: se busca un nombre, y se mira alrededor de otro' },
  { args: ['--agency', 'jale'], says: 'USE-0001: unknown agency `jale`; did you mean `jail`?' },
]

describe('places', () => {
  for (const { name, args, says: texts, not = [] } of says) {
    it(`says ${name}`, async () => {
      const { code, out, err } = await brightline('places', ...args)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      for (const text of texts) expect(out).toContain(text)
      for (const text of not) expect(out).not.toContain(text)
    })
  }

  for (const { args, says: text } of refused) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, err } = await brightline('places', ...args)
      expect(code).toBe(2)
      expect(err).toContain(text)
    })
  }

  it('gives the same as data', async () => {
    const { out } = await brightline('places', 'Seattle', '--json')
    expect(JSON.parse(out)).toMatchObject({
      version: 2,
      asked: 'Seattle',
      near: null,
      places: [{ id: 'us', kind: 'country', relation: 'above', kilometres: null, binding: null }],
      notEncoded: [
        {
          name: { en: 'Seattle, Washington' },
          kind: 'city',
          geoid: '5363000',
          layers: ['us'],
          missingState: { en: 'Washington' },
          counties: [{ name: { en: 'King County' }, place: null }],
        },
      ],
    })
  })

  it('says where another command takes a name as one place, and others have it', async () => {
    const twins =
      /^springfield is taken as `us\/ex\/springfield`; others of this name are not encoded: Springfield, .* and \d+ more\n$/
    const ran = await brightline('decide', 'springfield', 'hold', '--agency', 'jail')
    expect(ran.code).toBe(0)
    expect(ran.err).toMatch(twins)
    for (const name of ['us/ex/springfield', 'Springfield, Exampleland'])
      expect((await brightline('decide', name, 'hold', '--agency', 'jail')).err, name).toBe('')
    expect((await brightline('show', 'springfield', '--lang', 'es')).err).toContain('springfield se toma por')
  })

  it('is the search of the other commands', async () => {
    for (const args of [
      ['decide', 'Seattle, WA', 'hold'],
      ['show', 'Seattle, WA'],
      ['duties', 'seattle'],
      ['cases', 'seattle'],
    ]) {
      const { code, err } = await brightline(...args)
      expect(code, args.join(' ')).toBe(2)
      expect(err, args.join(' ')).toMatch(/LAW-0101: Seattle, Washington is not encoded|LAW-0301/)
    }
  })
})
