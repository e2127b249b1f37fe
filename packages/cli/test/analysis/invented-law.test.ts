/** The analysing commands over the invented law, word for word. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, expectGolden, law, temporaryFolder } from '../command.ts'
import { englishIn } from '../english.ts'

const folder = temporaryFolder()
const trustAct = readFileSync(join(law, 'us/ex/trust-act.policy'), 'utf8')

/** Writes a working text made from the trust act. */
function draft(name: string, from: string, to: string): string {
  const file = join(folder, name)
  const text = trustAct.replace(from, to)
  expect(text).not.toBe(trustAct)
  writeFileSync(file, text)
  return file
}

/** A text without the folder of the working texts. */
function here(text: string): string {
  return text.replaceAll(folder, 'FOLDER').replaceAll(/`[0-9a-f]{16}`/g, '`HASH`')
}

const noLookBack = draft('draft.policy', 'release.public or ex.listed-felony is at most 15 years', 'release.public')

/** Twelve requests with the same answer, and one of each that is open in some way. */
const requests = join(folder, 'requests.csv')
writeFileSync(
  requests,
  [
    'day,years,public,owner',
    ...Array.from({ length: 12 }, () => '2026-01-05,3,N,county'),
    '2026-01-06,3,,county',
    '2026-02-06,,N,county',
    '2026-02-07,40,N,county',
    '2026-02-08,3,N,mill',
    '2026-02-09,3,N,federal',
    '2026-02-30,3,N,county',
    '',
  ].join('\n'),
)
const mapping = join(folder, 'requests.json')
writeFileSync(
  mapping,
  JSON.stringify({
    version: 1,
    name: 'Invented requests',
    date: { column: 'day' },
    owner: { columns: ['owner'], words: ['county', 'federal'].map((is) => ({ any: [is.toUpperCase()], is })) },
    agency: { agency: 'jail', because: 'every facility is a jail' },
    facts: {
      'request.form': { constant: 'detainer', because: 'every row is a detainer' },
      'ex.listed-felony': { column: 'years', number: true },
      'release.public': { column: 'public', yes: ['Y'], no: ['N'] },
    },
  }),
)
const badDate =
  'row 18, column `day`: error DATA-0009: the date is in no listed format, or does not exist (1 row); list its format in the mapping under date formats\n'
const withDraft = ['compare', 'us/ex@2026-11-01', '--file', noLookBack]
const withData = [...withDraft, '--data', requests, '--mapping', mapping]

/** The trust act with a rule that never applies, one that gives way always, and words that nobody uses. */
function idleLaw(): string {
  const over = join(folder, 'idle')
  mkdirSync(join(over, 'us/ex'), { recursive: true })
  const idle = [
    '  (x) staff must not disclose',
    '      when letter.date is before 2020-01-01 and letter.date is on or after 2021-01-01',
    '      whoever asks',
    '      read in code',
    '',
    '  (y) staff may hold',
    '      when release.public',
    '      read in code',
    '',
    '  (z) despite (y), staff must not hold',
    '      when release.public or warrant.present',
    '      whoever asks',
    '      read in code',
    '',
    '  term "the letter is old" means',
    '      letter.date is before 2000-01-01',
    '      read in code',
    '',
    'section 30.3 "Information"',
  ].join('\n')
  const text = trustAct
    .replace('section 30.3 "Information"', idle)
    .replace('  enacted', '  source bill "The bill" "https://example.gov/bill" read 2026-11-22\n  enacted')
    .replace('staff may disclose', 'police may disclose')
  writeFileSync(join(over, 'us/ex/trust-act.policy'), text)
  return over
}

interface Golden {
  readonly name: string
  readonly code: number
  readonly args: readonly string[]
  /** What is said on standard error. */
  readonly err?: string
}

const proveDraft = [
  'prove',
  noLookBack,
  '--as-of',
  '2026-11-01',
  '--claim',
  'staff never must hold unless "a judge\'s warrant is there"',
  '--claim',
  'staff never may notify-release',
]
const gapsOfIdle = ['--with', idleLaw(), 'gaps', 'us/ex', '--as-of', '2026-11-01']

const golden: readonly Golden[] = [
  { name: 'compare-dates', code: 1, args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01'] },
  { name: 'compare-draft', code: 1, args: withDraft },
  { name: 'compare-draft-json', code: 1, args: [...withDraft, '--json'] },
  { name: 'compare-data', code: 1, args: withData, err: badDate },
  { name: 'compare-data-public', code: 1, args: [...withData, '--act', 'notify-release', '--public'], err: badDate },
  { name: 'compare-nothing', code: 0, args: ['compare', 'us/ex@2026-11-01', 'us/ex@2026-11-02'] },
  { name: 'compare-draft-spanish', code: 1, args: [...withDraft, '--lang', 'es'] },
  {
    name: 'compare-agency',
    code: 1,
    args: ['compare', 'us/ex/springfield@2026-04-01', 'us/ex/springfield@2026-04-02', '--agency', 'jail'],
  },
  {
    name: 'compare-too-large',
    code: 1,
    args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01', '--act', 'hold', '--budget', '3'],
  },
  {
    name: 'prove',
    code: 1,
    args: [
      'prove',
      'us/ex',
      '--as-of',
      '2026-11-01',
      '--never-silent',
      'hold',
      '--blind',
      'warrant.signer',
      '--floor',
      'us/detainer-rule',
      '--equivalent',
      'us/ex@2017-12-31',
    ],
  },
  { name: 'prove-draft', code: 1, args: proveDraft },
  { name: 'prove-draft-spanish', code: 1, args: [...proveDraft, '--lang', 'es'] },
  { name: 'gaps-none', code: 0, args: ['gaps', 'us/ex/springfield', '--as-of', '2026-11-01'] },
  { name: 'gaps', code: 1, args: gapsOfIdle },
  { name: 'gaps-spanish', code: 1, args: [...gapsOfIdle, '--lang', 'es'] },
  { name: 'gaps-json', code: 1, args: [...gapsOfIdle, '--json'] },
]

describe('over the invented law', () => {
  for (const { name, code, args, err = '' } of golden) {
    it(`${name} prints what it printed before`, async () => {
      const ran = await brightline(...args)
      expect({ code: ran.code, err: here(ran.err) }).toEqual({ code, err })
      expectGolden(`${name}.txt`, here(ran.out))
    })
  }

  it('writes a memo and a page', async () => {
    for (const file of ['memo.md', 'page.html', 'spanish-memo.md', 'spanish-page.html']) {
      const flag = file.endsWith('.md') ? '--memo' : '--page'
      const lang = file.startsWith('spanish') ? 'es' : 'en'
      const ran = await brightline(...withDraft, flag, join(folder, file), '--lang', lang)
      expect(ran.code).toBe(1)
      expectGolden(`compare-${file}`, here(readFileSync(join(folder, file), 'utf8')))
    }
  })

  it('writes the recorded requests into the memo and the page, with what must be said beside them', async () => {
    for (const file of ['data-memo.md', 'data-page.html']) {
      const flag = file.endsWith('.md') ? '--memo' : '--page'
      const ran = await brightline(...withData, flag, join(folder, file))
      expect(ran.code).toBe(1)
      const text = here(readFileSync(join(folder, file), 'utf8'))
      expectGolden(`compare-${file}`, text)
      expect(text).toContain('12 to 15')
      expect(text).toContain('It does not estimate how federal behaviour would change.')
    }
  })

  it('counts no request where nothing changes, and says so', async () => {
    const same = ['compare', 'us/ex@2026-11-01', 'us/ex@2026-11-02', '--data', requests, '--mapping', mapping]
    const ran = await brightline(...same)
    expect(ran.out).toContain('Nothing changes')
    expect(ran.out).toContain('Requests used: 17')
  })

  it('gives a refutation as an example that holds once it is pasted into the text', async () => {
    const ran = await brightline(
      'prove',
      'us/ex',
      '--as-of',
      '2026-11-01',
      '--never-silent',
      'disclose',
      '--claim',
      'staff never may notify-release',
      '--json',
    )
    const { proofs } = JSON.parse(ran.out) as { proofs: readonly { witness: { example: string } | null }[] }
    const examples = proofs.flatMap(({ witness }) => (witness === null ? [] : [witness.example]))
    expect(examples.length).toBeGreaterThan(0)
    const over = join(folder, 'pasted')
    mkdirSync(join(over, 'us/ex'), { recursive: true })
    writeFileSync(join(over, 'us/ex/trust-act.policy'), `${trustAct.trimEnd()}\n\n${examples.join('\n\n')}\n`)
    const checked = await brightline('--with', over, 'test', join(over, 'us/ex'))
    expect(checked.code, checked.out).toBe(0)
    const laidOut = await brightline('--with', over, 'fmt', '--check', join(over, 'us/ex/trust-act.policy'))
    expect(laidOut.out + laidOut.err).not.toContain('against:')
  })
})

/** What a document has in English only: citations, titles, and texts that nobody translated. */
function lawTextsOf(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') {
    // A text of an instrument may be said through its title.
    return ['cite', 'title', 'placeTitle', 'instrument', 'name'].includes(key) ? [value] : []
  }
  if (typeof value !== 'object' || value === null) return []
  const own = 'en' in value && !('es' in value) && typeof value.en === 'string' ? [value.en] : []
  return [...own, ...Object.entries(value).flatMap(([name, inner]: [string, unknown]) => lawTextsOf(inner, name))]
}

describe('in Spanish', () => {
  const spoken: readonly { readonly name: string; readonly args: readonly string[] }[] = [
    { name: 'a comparison of dates', args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01'] },
    { name: 'a comparison back in time', args: ['compare', 'us/ex@2018-01-01', 'us/ex@2017-12-31'] },
    { name: 'a comparison with a draft', args: withDraft },
    { name: 'a comparison in which nothing changes', args: ['compare', 'us/ex@2026-11-01', 'us/ex@2026-11-02'] },
    {
      name: 'a comparison for one agency',
      args: ['compare', 'us/ex/springfield@2026-04-01', 'us/ex/springfield@2026-04-02', '--agency', 'jail'],
    },
    {
      name: 'a comparison that outgrew its budget',
      args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01', '--act', 'hold', '--budget', '3'],
    },
    { name: 'a proof of a draft', args: proveDraft },
    {
      name: 'a proof of claims',
      args: [
        ...['prove', 'us/ex', '--as-of', '2026-11-01', '--never-silent', 'hold', '--blind', 'warrant.signer'],
        ...['--floor', 'us/detainer-rule', '--ceiling', 'us/detainer-rule', '--equivalent', 'us/ex@2017-12-31'],
      ],
    },
    { name: 'a proof on every date', args: ['prove', 'us/ex', '--never-silent', 'disclose'] },
    { name: 'gaps', args: gapsOfIdle },
    { name: 'no gaps', args: ['gaps', 'us/ex/springfield', '--as-of', '2026-11-01'] },
  ]
  for (const { name, args } of spoken) {
    it(`${name} has no English but what the law itself says`, async () => {
      const told = async (lang: string): Promise<readonly string[]> => {
        const files = args[0] === 'compare' ? ['memo.md', 'page.html'].map((file) => join(folder, `told-${file}`)) : []
        const flags = files.flatMap((file) => [file.endsWith('.md') ? '--memo' : '--page', file])
        const { out } = await brightline(...args, ...flags, '--lang', lang)
        return [out, ...files.map((file) => readFileSync(file, 'utf8'))]
      }
      const inEnglish = (await brightline(...args, '--json')).out
      // Data has every language, and is the same for every reader.
      expect((await brightline(...args, '--json', '--lang', 'es')).out).toBe(inEnglish)
      const titles = ['Exampleland Trust Act', 'Testland Detainer Rule', ...lawTextsOf(JSON.parse(inEnglish))]
      const same = [...new Set(titles)].toSorted((a, b) => b.length - a.length)
      for (const text of await told('es')) expect(englishIn(text, same)).toEqual([])
      for (const text of await told('en')) expect(englishIn(text, same)).not.toEqual([])
    })
  }

  it('a public comparison says what its stars mean', async () => {
    const { out } = await brightline(...withData, '--act', 'notify-release', '--public', '--lang', 'es')
    expect(out).toContain('Los recuentos menores de 10, y otros que los revelarían, aparecen como *.')
    expect(out).toContain('solicitudes registradas: *')
  })
})

const wrong: readonly { readonly name: string; readonly args: readonly string[]; readonly says: string }[] = [
  { name: 'one side alone', args: ['compare', 'us/ex'], says: 'only one side' },
  { name: 'an unknown place', args: ['compare', 'us/ey', 'us/ex'], says: 'unknown place `us/ey`' },
  {
    name: 'a date that does not exist',
    args: ['compare', 'us/ex@2026-02-30', 'us/ex'],
    says: '`2026-02-30` is not a date',
  },
  { name: 'an unknown act', args: ['compare', 'us/ex', 'us/ex', '--act', 'hodl'], says: 'did you mean `hold`' },
  { name: 'an unknown agency', args: ['compare', 'us/ex', 'us/ex', '--agency', 'jial'], says: 'did you mean `jail`' },
  {
    name: 'a window without a data set',
    args: ['compare', 'us/ex', 'us/ex', '--from', '2026-01-01'],
    says: '`--from`',
  },
  {
    name: 'a public comparison without a data set',
    args: ['compare', 'us/ex', 'us/ex', '--public'],
    says: '`--public`',
  },
  {
    name: 'data without a mapping',
    args: ['compare', 'us/ex', 'us/ex', '--data', requests],
    says: 'no data set is named',
  },
  { name: 'a public comparison of all acts', args: [...withData, '--public'], says: 'about one act' },
  {
    name: 'a day of the window that does not exist',
    args: [...withData, '--from', '2026-02-30'],
    says: '`2026-02-30` is not a date',
  },
  {
    name: 'a budget that is no number',
    args: ['compare', 'us/ex', 'us/ex', '--budget', 'much'],
    says: 'a number of nodes',
  },
  { name: 'a missing working text', args: ['compare', 'us/ex', '--file', 'nowhere.policy'], says: 'nowhere.policy' },
  { name: 'a claim that is none', args: ['prove', 'us/ex', '--claim', 'staff might hold'], says: 'expected `never`' },
  {
    name: 'an unknown fact',
    args: ['prove', 'us/ex', '--blind', 'warrant.singer'],
    says: 'did you mean `warrant.signer`',
  },
  {
    name: 'an unknown instrument',
    args: ['prove', 'us/ex', '--floor', 'us/detainer-rul'],
    says: 'did you mean `us/detainer-rule`',
  },
  { name: 'gaps of a state that is not encoded', args: ['gaps', 'us/wy'], says: 'Wyoming is not encoded' },
  { name: 'gaps of an unknown place', args: ['gaps', 'us/ey'], says: 'unknown place `us/ey`' },
  ...[
    ['compare', 'us/ex', 'us/ex'],
    ['prove', 'us/ex'],
    ['gaps', 'us/ex'],
  ].map((args) => ({
    name: `a language that ${args[0]} does not speak`,
    args: [...args, '--lang', 'fr'],
    says: 'says nothing in `fr`',
  })),
]

describe('wrong use', () => {
  for (const { name, args, says } of wrong) {
    it(`${name} is told, with exit 2`, async () => {
      const ran = await brightline(...args)
      expect(ran.code).toBe(2)
      expect(ran.err).toContain(says)
      expect(ran.out).toBe('')
    })
  }

  it('a working text of another place is refused', async () => {
    const ran = await brightline('compare', 'us', '--file', noLookBack)
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' })
    expect(ran.err).toContain('does not bind `us`')
  })

  it('a working text with errors is named with its line, and nothing is compared', async () => {
    const broken = draft('broken.policy', 'staff must not hold', 'staff must nto hold')
    const ran = await brightline('compare', 'us/ex', '--file', broken)
    expect({ code: ran.code, out: ran.out }).toEqual({ code: 2, out: '' })
    expect(ran.err).toContain('trust-act.policy:24')
  })
})
