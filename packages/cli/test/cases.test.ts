/** What `brightline cases` says of tables of answers that are wrong, and of situations that cannot be asked. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const header = 'situation,as_of,answer,until,by,because_en,because_es'

function situation(id: string, agency = 'jail'): object {
  return { id, title: { en: `Case ${id}` }, agency, act: 'hold', facts: {} }
}

const two = { version: 1, asOf: '2026-11-01', acts: ['hold'], situations: [situation('one'), situation('two')] }

/** Makes a law folder with standard cases and a table of answers. */
function cases(lines: readonly string[], situations: object = two): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'cases/us'), { recursive: true })
  writeFileSync(join(folder, 'cases/situations.json'), JSON.stringify(situations))
  writeFileSync(join(folder, 'cases/us/ex.csv'), `${[header, ...lines].join('\n')}\n`)
  return folder
}

const told = ['one,,must-not,,,Why.,', 'two,,must-not,,,Why.,']

describe('cases', () => {
  it.each([
    { name: 'two answers on one date', lines: [...told, 'one,2026-11-01,may,,,Why.,'], says: ':4:1: LAW-0305: `one`' },
    { name: 'a time that does not exist', lines: ['one,,must,tomorrow,,Why.,', told[1]], says: ':2:1: LAW-0306' },
    {
      name: 'an hour that does not exist',
      lines: ['one,,must,2026-11-02T25:00,,Why.,', told[1]],
      says: ':2:1: LAW-0306',
    },
    {
      name: 'no answer of today',
      lines: [told[0], 'two,2020-01-01,may,,,Why.,'],
      says: ':1:1: LAW-0304: no answer to `two`',
    },
    {
      name: 'a line behind an empty one',
      lines: [...told, '', 'three,,may,,,Why.,'],
      says: ':5:1: LAW-0303: no situation',
    },
    {
      name: 'an answer nobody knows',
      lines: ['one,,perhaps,,,Why.,', told[1]],
      says: ':2:6: POL-0402: unknown answer',
    },
    {
      name: 'a sentence left out',
      lines: ['one,,may,,,,', told[1]],
      says: 'POL-0406: the sentence in `because_en` is missing',
    },
    { name: 'a date of another age', lines: [...told, 'one,0026-11-01,may,,,Why.,'], says: ':4:5: POL-0414' },
  ])('refuses $name by its line', async ({ lines, says }) => {
    const { code, err } = await brightline('--with', cases(lines.flatMap((line) => line ?? [])), 'cases', 'us/ex')
    expect(code).toBe(2)
    expect(err).toContain(`cases/us/ex.csv${says.startsWith(':') ? '' : ':2:12: '}${says}`)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it.each([
    { name: 'a date that does not exist', situations: { ...two, asOf: '2026-02-30' }, pointer: '/asOf' },
    {
      name: 'an id twice',
      situations: { ...two, situations: [situation('one'), situation('one')] },
      pointer: '/situations/1/id',
    },
  ])('refuses situations with $name', async ({ situations, pointer }) => {
    const { code, err } = await brightline('--with', cases(told, situations), 'cases', 'us/ex')
    expect(code).toBe(2)
    expect(err).toContain(`LAW-0302: the situations cannot be read: \`${pointer}\` is not what it must be`)
  })

  it('prints a table of data, with what was written and whether it is so', async () => {
    const { code, out } = await brightline(
      '--with',
      cases([told[0] ?? '', 'two,,may,,,Why.,']),
      'cases',
      'us/ex',
      '--csv',
    )
    expect(code).toBe(1)
    expect(out.split('\n').slice(0, 3)).toEqual([
      'place,place_name,situation,situation_text,agency,act,as_of,answer,until,decided_by,written_answer,as_written,because',
      'us/ex,Exampleland,one,Case one,jail,hold,2026-11-01,must-not,,us/ex/trust-act section 30.1(a),must-not,yes,Why.',
      'us/ex,Exampleland,two,Case two,jail,hold,2026-11-01,must-not,,us/ex/trust-act section 30.1(a),may,no,Why.',
    ])
  })

  it('puts the situations under the law of another day, and names what has no version on it', async () => {
    const { code, out } = await brightline('--with', cases(told), 'cases', 'us/ex', '--as-of', '2016-01-01')
    expect(code).toBe(0)
    expect(out).toContain('Standard cases, as of 2016-01-01')
    expect(out).toContain('nobody has written the answers of its text on 2016-01-01')
    expect(out).toContain('Exampleland Trust Act (Ex. Gov. Code ch. 30): the first version is of 2018-01-01')
    const refusal = await brightline('--with', cases(told), 'cases', 'us/ex', '--as-of', '2016-02-30')
    expect(refusal).toMatchObject({ code: 2 })
    expect(refusal.err).toContain('REQ-0001')
  })

  it('says why a situation cannot be asked, and names a place once', async () => {
    const situations = { ...two, situations: [situation('one', 'jale'), situation('two')] }
    const { code, out } = await brightline('--with', cases(told, situations), 'cases', 'us/ex', 'us/ex')
    expect(code).toBe(1)
    expect(out).toContain('Case one (2026-11-01): cannot be asked here: REQ-0002: unknown agency `jale`')
    expect(out.match(/cannot be asked/g)).toHaveLength(1)
  })
})

describe('law status', () => {
  it('names a place after those above it, and says what its signs mean', async () => {
    const { code, out } = await brightline('--with', cases(['one,,may,,,Why.,', told[1] ?? '']), 'law', 'status')
    expect(code).toBe(0)
    const named = out.split('\n').filter((line) => /^(?:Testland|Exampleland|Springfield) /.test(line))
    expect(named.map((line) => line.split('  ')[0])).toEqual(['Testland', 'Exampleland', 'Springfield'])
    expect(named[1]).toMatch(/ !$/)
    expect(out).toContain('? nobody has written the answers of the text of this place\n')
    expect(out).toContain('! an answer is not the one that was written from the text\n')
  })

  it('tells some places alone, with the shares of these, and names one that is not known', async () => {
    const folder = cases(['one,,may,,,Why.,', told[1] ?? ''])
    const { code, out, err } = await brightline('--with', folder, 'law', 'status', 'us/ex/springfield', '--json')
    expect([code, err]).toEqual([0, ''])
    const { places, shares } = JSON.parse(out)
    expect(places).toHaveLength(1)
    const { read, ...others } = places[0].rules
    expect(shares.rulesRead).toBe(read / (read + others.inferred + others.reported + others.unverified))
    expect((await brightline('--with', folder, 'law', 'status', 'nowhere-at-all')).err).toContain('REQ-0008')
  })
})
