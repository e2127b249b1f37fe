import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languageReference, productionsOf, readableForm } from '../../src/grammar/reference.ts'
import { readLibrary, type TextFile } from '../../src/index.ts'
import { printed } from '../sentence.ts'
import { header, sample } from '../sample.ts'

const folder = join(import.meta.dirname, '../../src/grammar')
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8')
const examples = new Map(
  readdirSync(join(folder, 'examples')).map((file) => [file.replace(/\.policy$/, ''), read('examples', file)] as const),
)
const grammar = read('policy.langium')

describe('readableForm', () => {
  const cases: readonly { name: string; body: string; want: string }[] = [
    { name: 'words stand as they are written', body: "'as' 'of' asOf=DATE", want: 'as of ‹date›' },
    {
      name: 'what may be left out stands in square brackets',
      body: "('cite' cite=STRING)? mark=Mark?",
      want: '[cite ‹text›] [‹mark›]',
    },
    { name: 'what may come again stands in braces', body: 'items+=SectionItem*', want: '{‹section item›}' },
    {
      name: 'a list shows its signs',
      body: "acts+=[Act:NAME] (',' acts+=[Act:NAME])* ('or' acts+=[Act:NAME])?",
      want: '‹act›, ‹act› or ‹act›',
    },
    {
      name: 'a choice in brackets keeps them',
      body: "('staff' | Agencies) modal=Modal",
      want: '(staff | ‹agencies›) ‹modal›',
    },
    { name: 'names of the syntax tree are left out', body: "{infer OnRequest} 'on' endOfDay?='x'", want: 'on x' },
  ]
  it.each(cases)('$name', ({ body, want }) => expect(readableForm(body)).toBe(want))
})

describe('docs/language.md', () => {
  const productions = productionsOf(grammar)

  it('explains each production of the grammar, and each has an example', () => {
    expect(productions.filter(({ doc }) => doc === '').map(({ name }) => name)).toEqual([])
    expect([...examples.keys()].toSorted()).toEqual(productions.map(({ name }) => name).toSorted())
    expect(productions.length).toBeGreaterThan(60)
  })

  it('is what the grammar gives', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../../docs/language.md'), 'utf8')
    expect(page).toBe(languageReference(read('introduction.md'), grammar, examples))
  })

  it.each([...examples])('shows a clean example of %s', async (name, example) => {
    const [first = '', ...lines] = example.split('\n')
    const setting = settings[first.replace('-- setting: ', '')]
    if (setting === undefined) throw new Error(`${name}: unknown setting ${first}`)
    const file = setting(lines.join('\n'))
    const others = [...sample, act(`${header}${rule}`)].filter(({ path }) => path !== file.path)
    const { problems } = await readLibrary([...others, file])
    expect(problems.map(printed)).toEqual([])
  })
})

const term = 'term "a judicial warrant is presented" means warrant.signer is federal-judge\n'
const rule = 'section 1 "Detainers"\n\n(a) staff must not hold\n  read in code\n'

const authorities =
  'language 2 authorities us/xx source opinion "Doe v. Town, slip opinion" "https://example.gov/town" read 2026-11-22\n'
const authority =
  'authority doe-v-town "Doe v. Town" cite "13 Ex. 1 (2023)" by "the Court" / "el Tribunal" decided 2023-02-03 on hold\n'
const holding = 'holding "No power." / "Sin facultad." read in opinion'

/** What stands around the example of a production, so that it can be read and checked. */
const settings: Readonly<Record<string, (text: string) => TextFile>> = {
  file: (text) => {
    const [, kind, id = ''] = /^(instrument|vocabulary|place|authorities) (\S+)/m.exec(text) ?? []
    return { path: `${id}${kind === 'place' || kind === 'authorities' ? `/${kind}` : ''}.policy`, text }
  },
  header: (text) => act(header.replace('  effective', `${text}effective`)),
  events: (text) => act(`${header}${text}${rule}`),
  section: (text) => act(`${header}${term}section 1 "Detainers"\n${text}`),
  sections: (text) => act(`${header}${term}${text}`),
  top: (text) => act(`${header}${term}${rule}${text}`),
  vocabulary: (text) => ({ path: 'us/xx/more.policy', text: `language 2 vocabulary us/xx/more "More words"\n${text}` }),
  authorities: (text) => ({ path: 'us/xx/authorities.policy', text: `${authorities}${text}` }),
  authority: (text) => ({ path: 'us/xx/authorities.policy', text: `${authorities}${authority}${text}${holding}` }),
  condition: (text) =>
    act(`${header}${term}section 1 "Conditions"\n${text.trim().split('\n\n').map(ruleWhen).join('')}`),
}

function act(text: string): TextFile {
  return { path: 'us/xx/test-act.policy', text }
}

function ruleWhen(condition: string, index: number): string {
  return `(${index}) staff must not disclose when ${condition} whoever asks read in code\n`
}
