/** Every change that a text can make is said with both values: in lines, data, memo and page, in both languages. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, law, temporaryFolder } from '../command.ts'

const folder = temporaryFolder()
const trustAct = readFileSync(join(law, 'us/ex/trust-act.policy'), 'utf8')

interface Case {
  readonly name: string
  readonly from: string
  readonly to: string
  /** What it says before and after, in English and in Spanish. */
  readonly says: readonly [before: string, after: string]
  readonly dice: readonly [antes: string, después: string]
}

const cases: readonly Case[] = [
  {
    name: 'a limit',
    from: 'until end-of-day of release',
    to: 'until 960 hours after release',
    says: [
      'until the end of the same day as the time the person would be released',
      'until 960 hours after the time the person would be released',
    ],
    dice: ['hasta el final del mismo día que', 'hasta 960 horas después'],
  },
  {
    name: 'a limit that goes',
    from: '      until end-of-day of release\n',
    to: '',
    says: ['until the end of the same day as the time the person would be released', 'no limit'],
    dice: ['hasta el final del mismo día que', 'sin plazo'],
  },
  {
    name: 'who decides',
    from: '"the sheriff" / "el alguacil"',
    to: '"the mayor" / "la alcaldía"',
    says: ['the sheriff', 'the mayor'],
    dice: ['el alguacil', 'la alcaldía'],
  },
  {
    name: 'a due time',
    from: 'within 24 hours of receipt\n      in lang',
    to: 'within 12 hours of receipt\n      in lang',
    says: ['within 24 hours of receipt of the request', 'within 12 hours of receipt of the request'],
    dice: ['en un plazo de 24 horas desde', 'en un plazo de 12 horas desde'],
  },
  {
    name: 'languages',
    from: 'in languages en or es',
    to: 'in languages en',
    says: ['English or Spanish', 'English'],
    dice: ['inglés o español', 'inglés'],
  },
  {
    name: 'what follows if missed',
    from: '"tell the oversight board" / "avisar a la junta de supervisión"',
    to: '"tell the council" / "avisar al concejo"',
    says: ['tell the oversight board', 'tell the council'],
    dice: ['avisar a la junta de supervisión', 'avisar al concejo'],
  },
  {
    name: 'what must be done',
    from: '"give the person a copy of the request"\n        / "dar a la persona una copia de la solicitud"',
    to: '"read the request aloud" / "leer la solicitud en voz alta"',
    says: ['give the person a copy of the request', 'read the request aloud'],
    dice: ['dar a la persona una copia de la solicitud', 'leer la solicitud en voz alta'],
  },
  {
    name: 'a note',
    from: '"A detainer is a request." / "Una solicitud de detención es eso, una solicitud."',
    to: '"Ask counsel." / "Pregunte al asesor jurídico."',
    says: ['A detainer is a request.', 'Ask counsel.'],
    dice: ['Una solicitud de detención es eso, una solicitud.', 'Pregunte al asesor jurídico.'],
  },
  {
    name: 'a translation alone',
    from: 'Una solicitud de detención es eso, una solicitud.',
    to: 'Es solo una solicitud.',
    says: ['A detainer is a request.', 'A detainer is a request.'],
    dice: ['Una solicitud de detención es eso, una solicitud.', 'Es solo una solicitud.'],
  },
  {
    name: 'a mark',
    from: 'reported in code',
    to: 'read in code',
    says: ['reported, text not read', 'read'],
    dice: ['según informes, texto no leído', 'leído'],
  },
  {
    name: 'a source',
    from: '"https://example.gov/code/30" read 2026-11-22',
    to: '"https://example.gov/code/30" read 2026-11-28',
    says: ['2026-11-22', '2026-11-28'],
    dice: ['2026-11-22', '2026-11-28'],
  },
  {
    name: 'reach',
    from: 'reach floor',
    to: 'reach ceiling',
    says: ['floor: lower law may be stricter', 'ceiling: lower law may not be stricter'],
    dice: [
      'mínimo: el derecho inferior puede ser más estricto',
      'máximo: el derecho inferior no puede ser más estricto',
    ],
  },
  {
    name: 'rank',
    from: 'rank state',
    to: 'rank agency',
    says: ['state', 'agency'],
    dice: ['estatal', 'de la agencia'],
  },
  {
    name: 'the agencies bound',
    from: 'binds every agency',
    to: 'binds jail',
    says: ['every agency', 'jail'],
    dice: ['todas las agencias', 'cárcel'],
  },
  {
    name: 'the end of a rule',
    from: '      reported in code',
    to: '      through 2031-12-31\n      reported in code',
    says: ['from 2018-01-01', '2018-01-01 through 2031-12-31'],
    dice: ['desde 2018-01-01', 'de 2018-01-01 a 2031-12-31'],
  },
  {
    name: 'contested force',
    from: '2025-03-01 through 2025-09-30 "Doe v. Example, No. 25-1"',
    to: '2025-03-01 "Doe v. Example, No. 25-1"',
    says: ['in force', 'contested'],
    dice: ['vigente', 'en disputa'],
  },
  {
    name: 'an injunction',
    from: '  contested section 30.3(a)',
    to: '  enjoined section 30.1(b) 2026-06-01 "Roe v. Example, No. 26-2"\n  contested section 30.3(a)',
    says: ['enjoined 2026-06-01', 'Roe v. Example, No. 26-2'],
    dice: ['suspendido por un tribunal 2026-06-01', 'Roe v. Example, No. 26-2'],
  },
  {
    name: 'the due time of what doubt orders',
    from: 'within 1 hour of receipt',
    to: 'within 9 hours of receipt',
    says: ['within 1 hour of receipt of the request', 'within 9 hours of receipt of the request'],
    dice: ['en un plazo de 1 hora desde', 'en un plazo de 9 horas desde'],
  },
  {
    name: 'who acts in doubt',
    from: '"watch commander" / "el comandante de guardia"',
    to: '"jail captain" / "el capitán de la cárcel"',
    says: ['watch commander', 'jail captain'],
    dice: ['el comandante de guardia', 'el capitán de la cárcel'],
  },
  {
    name: 'a title',
    from: '"Exampleland Trust Act"',
    to: '"Exampleland Values Act"',
    says: ['Exampleland Trust Act', 'Exampleland Values Act'],
    dice: ['Exampleland Trust Act', 'Exampleland Values Act'],
  },
  {
    name: 'a promise',
    from: 'no verdict depends on person.birthplace',
    to: 'no verdict depends on person.proof-of-status',
    says: ['nothing depends on person.birthplace', 'nothing depends on person.proof-of-status'],
    dice: ['nada depende de person.birthplace', 'nada depende de person.proof-of-status'],
  },
  {
    name: 'an example',
    from: 'then must not hold, by section 30.1(a)',
    to: 'then no rule on hold',
    says: ['must not', 'no rule'],
    dice: ['no debe', 'ninguna norma'],
  },
]

describe('a text that says something else', () => {
  for (const { name, from, to, says, dice } of cases) {
    it(`tells ${name}, with both values and exit 1`, async () => {
      const text = trustAct.replace(from, to)
      expect(text).not.toBe(trustAct)
      const file = join(folder, 'draft.policy')
      writeFileSync(file, text)
      for (const [lang, values] of [
        ['en', says],
        ['es', dice],
      ] as const) {
        const [memo, page] = [join(folder, 'memo.md'), join(folder, 'page.html')]
        const flags = ['--lang', lang, '--all', '--memo', memo, '--page', page]
        const ran = await brightline('compare', 'us/ex@2026-11-01', '--file', file, ...flags)
        expect({ code: ran.code, err: ran.err.replaceAll(/^wrote .*\n/gm, '') }).toEqual({ code: 1, err: '' })
        const told = [ran.out, readFileSync(memo, 'utf8').replaceAll('\\', ''), readFileSync(page, 'utf8')]
        for (const one of told) {
          const flat = one.replaceAll(/\s+/g, ' ')
          for (const value of values) expect(flat, `${lang}: ${value}`).toContain(value)
          expect(flat).not.toMatch(/Nothing changes|Nada cambia/)
        }
      }
      const data = await brightline('compare', 'us/ex@2026-11-01', '--file', file, '--json')
      expect(data.code).toBe(1)
      const document: unknown = JSON.parse(data.out)
      expect(document).toMatchObject({ version: 2, isSame: false })
      expect(JSON.stringify(document)).toMatch(/"before":/)
    })
  }
})
