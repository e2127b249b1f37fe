import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { adviceOn, migratePolicy } from '../../src/migrate/migrate.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { filesUnder, header, lawFolder, sample } from '../sample.ts'

const file = 'drafts/act.policy'
const head = header.replace('language 2 ', '')
const act = (body: string): string => `${head}\nsection 1 "Detainers"\n\n${body}`
const rule = '  (a) staff must not hold\n      read in code\n'

describe('migratePolicy', () => {
  it('writes what the layout of version 2 is, for every text of law', () => {
    const texts = [...filesUnder(lawFolder), ...sample].filter(({ path }) => path.endsWith('.policy'))
    for (const { path, text } of texts) {
      const older = text.replace(/^language 2\n+/m, '')
      expect(migratePolicy(older, path), path).toEqual(formatPolicy(`language 2\n\n${older}`, path))
    }
    expect(texts.length).toBeGreaterThan(100)
  })

  const cases: readonly { name: string; text: string; begins: string }[] = [
    { name: 'puts the first line before a text', text: act(rule), begins: 'language 2\n\ninstrument us/xx/test-act' },
    {
      name: 'keeps comments, also those at the head',
      text: `-- Nobody has read this.\n\n${act(`  -- Why.\n${rule}`)}`,
      begins: 'language 2\n\n-- Nobody has read this.\n\ninstrument',
    },
    {
      name: 'takes a text that says that it is of version 1',
      text: `language 1\n\n${act(rule)}`,
      begins: 'language 2\n\ninst',
    },
    {
      name: 'takes a byte order mark and the line ends of Windows',
      text: `\uFEFF${act(rule).replaceAll('\n', '\r\n')}`,
      begins: 'language 2\n\ninst',
    },
  ]
  it.each(cases)('$name', async ({ text, begins }) => {
    const written = migratePolicy(text, file)
    if (!written.ok) throw new Error(JSON.stringify(written.problems))
    expect(written.value.startsWith(begins)).toBe(true)
    expect(written.value.match(/--.*$/gm) ?? []).toEqual(text.match(/--.*$/gm) ?? [])
    const { problems } = await readLibrary([...sample, { path: 'us/xx/test-act.policy', text: written.value }])
    expect(problems).toEqual([])
  })

  const refused: readonly { name: string; text: string; want: unknown }[] = [
    {
      name: 'a text of version 2',
      text: `-- x\nlanguage 2\n\n${act(rule)}`,
      want: ['POL-0701', 2, 10, { version: 2 }],
    },
    {
      name: 'a text of a version to come',
      text: `language 3 ${act(rule)}`,
      want: ['POL-0702', 1, 10, { version: 3, current: 2 }],
    },
    {
      name: 'a text that never was',
      text: `language 0 ${act(rule)}`,
      want: ['POL-0702', 1, 10, { version: 0, current: 2 }],
    },
    {
      name: 'a text that cannot be read, at its own place',
      text: act(rule.replace('must not', 'shall')),
      want: ['POL-0105', 11, 13, expect.anything()],
    },
    {
      name: 'a character that does not show',
      text: act(rule.replace('hold', 'ho\u200Bld')),
      want: ['POL-0113', 11, 24, expect.anything()],
    },
  ]
  it.each(refused)('refuses $name', ({ text, want }) => {
    const written = migratePolicy(text, file)
    const found = written.ok
      ? []
      : written.problems.map(({ code, where, values }) => [code, where.line, where.column, values])
    expect(found).toEqual([want])
  })
})

describe('adviceOn', () => {
  const cases: readonly { name: string; text: string; want: readonly string[] }[] = [
    {
      name: 'has nothing to say of a rule without a label',
      text: act('  staff must not hold\n      read in code\n'),
      want: [],
    },
    { name: 'asks for the outline of a section with labels', text: act(rule), want: ['9 warning POL-0711'] },
    {
      name: 'looks at labels of ours that are marked read',
      text: act(
        `  (a)-hold staff must not hold\n      read in code\n\n  (a)-date staff must not transfer\n      unverified\n`,
      ),
      want: ['9 warning POL-0711', '11 warning POL-0712'],
    },
    {
      name: 'tells the signs of a lost lead-in as advice',
      text: act('  staff must not disclose\n      read in code\n'),
      want: ['11 warning POL-0371'],
    },
    {
      name: 'looks at what now gives a power, and at a duty to seize without its time',
      text: act('  staff must stop\n      read in code\n'),
      want: ['11 warning POL-0713', '11 warning POL-0373'],
    },
    {
      name: 'looks at ceilings, and at the notes of what may be a bar',
      text: act(
        '  staff may transfer\n      as a ceiling\n      note "No local rule may forbid it."\n      read in code\n',
      ),
      want: ['11 warning POL-0714', '13 warning POL-0372'],
    },
    {
      name: 'looks at languages of which one is enough, and at dates in words',
      text: act(
        '  duty on request to hold:\n      staff must "post it by March 1"\n      in languages en or es\n      read in code\n',
      ),
      want: ['11 warning POL-0715', '12 warning POL-0376'],
    },
    {
      name: 'looks at what is contested',
      text: `${head}  contested 2020-01-01 "a suit"\n\nsection 1 "Detainers"\n\n  staff must not hold\n      read in code\n`,
      want: ['8 warning POL-0716'],
    },
    {
      name: 'tells errors as errors',
      text: act('  staff must not hodl\n      read in code\n'),
      want: ['11 error POL-0201'],
    },
    {
      name: 'looks at vocabularies and places too',
      text: 'vocabulary us/xx/more "More"\n\nfact m.f "F"\n  date\n  makes sense when not m.f\n',
      want: ['3 error POL-0353', '5 error POL-0304'],
    },
  ]
  it.each(cases)('$name', async ({ text, want }) => {
    const told = async (it: string): Promise<readonly string[]> => {
      const advice = await adviceOn([{ file, text: it }], sample)
      expect(advice.every(({ where }) => where.file === file)).toBe(true)
      return advice.map(({ code, severity, where }) => `${where.line} ${severity} ${code}`)
    }
    expect(await told(text)).toEqual(want)
    const written = migratePolicy(text, file)
    if (!written.ok) throw new Error(JSON.stringify(written.problems))
    const moved = written.value.split('\n').length - text.split('\n').length
    expect(await told(written.value)).toEqual(
      want.map((line) => line.replace(/^\d+/, (at) => String(Number(at) + moved))),
    )
  })

  it('names columns of the text as it is written', async () => {
    const text = 'place us/xx "X" division "d" geoid "9" time-zone "America/Chicago"'
    const [found] = await adviceOn([{ file, text }], sample)
    expect(found).toMatchObject({ code: 'POL-0314', where: { file, line: 1, column: text.indexOf('"d"') + 1 } })
  })

  it('reads a text in the place of the one that the law has', async () => {
    const law = [
      ...sample,
      { path: 'us/xx/test-act.policy', text: `language 2 ${act('  staff must not disclose\n      read in code\n')}` },
    ]
    expect(await adviceOn([{ file, text: act('  staff must not hold\n      read in code\n') }], law)).toEqual([])
  })
})
