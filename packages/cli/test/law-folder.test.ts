/** Policy files that are broken, huge or no text. */
import {
  cpSync,
  mkdirSync,
  openSync,
  closeSync,
  ftruncateSync,
  lstatSync,
  symlinkSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, capture, law, temporaryFolder } from './command.ts'
import { englishIn } from './english.ts'
import { run } from '../src/main.ts'

/** The cache under node_modules holds what was parsed before: a text that no run has seen keeps it out of the test. */
function copyOfLaw(): string {
  const folder = join(temporaryFolder(), 'law')
  cpSync(law, folder, { recursive: true })
  writeFileSync(join(folder, 'us/ex/unseen.policy'), instrument('us/ex/unseen', `"${process.hrtime.bigint()}"`))
  return folder
}

function instrument(id: string, title: string): string {
  return `language 2

instrument ${id} ${title}
  cite "Ex. Code 9"
  rank state
  place us/ex
  binds jail
  reach floor
  source code "Ex. Code 9" "https://example.gov/code/9" read 2026-11-22
  effective 2020-01-01 "Laws 2019"

section 9.1 "Interviews"

  (a) staff may disclose
      when warrant.present and not warrant.present
      decided by "the agency"
      read in code
`
}

const severalErrors = `language 2

instrument us/ex/broken "Broken"
  cite "Ex. Code 8"
  rnk state
  place us/ex
  binds jail
  reach floor
  source code "Ex. Code 8" "https://example.gov/code/8" read 2026-11-22
  effective 2020-01-01 "Laws 2019"

section 8.1 "Holds"

  (a) staff mst not hold
      read in code

  (b) staff must not hold
      wen warrant.present
      read in code
`

describe('a policy file with syntax errors', () => {
  it('reports each with line, column and repair', async () => {
    const folder = copyOfLaw()
    writeFileSync(join(folder, 'us/ex/broken.policy'), severalErrors)
    const { code, out } = await capture(() => run(['--law', folder, 'check', join(folder, 'us/ex/broken.policy')]))
    const found = out.split('\n').filter((line) => line.startsWith('us/ex/broken.policy:'))
    const wanted = [
      { start: 'us/ex/broken.policy:5:3: error POL-', repair: /`rank`/ },
      { start: 'us/ex/broken.policy:14:13: error POL-', repair: /`must`/ },
      { start: 'us/ex/broken.policy:18:7: error POL-', repair: /`wen`/ },
    ]
    for (const { start, repair } of wanted)
      expect(
        found.find((line) => line.startsWith(start)),
        `${start} in\n${out}`,
      ).toMatch(repair)
    expect(code).toBe(1)
  })

  it('keeps the law of its place from deciding, and is named', async () => {
    const folder = copyOfLaw()
    writeFileSync(join(folder, 'us/ex/broken.policy'), severalErrors)
    const { code, out, err } = await capture(() =>
      run(['--law', folder, 'decide', 'us/ex/springfield', 'hold', '--agency', 'jail']),
    )
    expect(err).toContain('us/ex/broken.policy')
    expect(err).toContain('brightline check')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('is not laid out, and stays as it is', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'broken.policy')
    writeFileSync(file, severalErrors)
    const { code, out, err } = await brightline('fmt', file)
    expect(err).toMatch(/broken\.policy:5:3: error POL-\d{4}/)
    expect({ code, out, text: readFileSync(file, 'utf8') }).toEqual({ code: 1, out: '', text: severalErrors })
  })
})

describe('a working vocabulary that lacks a fact which the law reads', () => {
  const over = temporaryFolder()
  mkdirSync(join(over, 'us/ex'), { recursive: true })
  writeFileSync(join(over, 'us/ex/vocabulary.policy'), 'language 2 vocabulary us/ex "What only the test state reads"\n')
  const mapping = join(over, 'mapping.json')
  writeFileSync(mapping, '{"version":1,"name":"x","owner":{"owner":"county","because":"x"},"facts":{}}')
  const table = join(over, 'table.csv')
  writeFileSync(table, 'day\n2026-01-05\n')
  const commands: readonly { readonly args: readonly string[]; readonly code: number }[] = [
    { args: ['check'], code: 1 },
    { args: ['test'], code: 1 },
    { args: ['test', '--sides'], code: 1 },
    { args: ['test', '--sides', '--json'], code: 1 },
    { args: ['duties', 'us/ex'], code: 2 },
    { args: ['sql', 'us/ex', '--act', 'hold'], code: 2 },
    { args: ['decide', 'us/ex', 'hold'], code: 2 },
    { args: ['show', 'us/ex'], code: 2 },
    { args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01'], code: 2 },
    { args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01', '--data', table, '--mapping', mapping], code: 2 },
    { args: ['prove', 'us/ex'], code: 2 },
    { args: ['gaps', 'us/ex'], code: 2 },
    { args: ['ask', 'us/ex', '--stats'], code: 2 },
    { args: ['simulate', 'us/ex', '--data', table, '--mapping', mapping], code: 2 },
  ]
  for (const { args, code: expected } of commands) {
    it(`is told by ${args.join(' ').replaceAll(over, '')}, which goes no further`, async () => {
      const { code, out, err } = await brightline('--with', over, ...args)
      expect(out + err).toContain('us/ex/trust-act.policy')
      expect(out + err).not.toContain('    at ')
      expect(err).not.toContain('every rule applies')
      expect(code).toBe(expected)
    })
  }

  it('is told in Spanish by check and test', async () => {
    const checked = await brightline('--with', over, 'check', '--lang', 'es')
    expect(checked.out).toContain('POL-0202: dato desconocido: `ex.listed-felony`; ')
    expect(checked.err).toContain('no se juzgan hasta que el derecho que obliga junto con ellos no tenga errores: ')
    const tested = await brightline('--with', over, 'test', '--lang', 'es')
    expect(tested.err).toContain('POL-0202: dato desconocido: `ex.listed-felony`; ')
    expect([checked.code, tested.code]).toEqual([1, 1])
  })

  it('keeps no law from being judged that it does not bind', async () => {
    const { out, err } = await brightline('--with', over, 'check')
    expect(out).toContain('POL-0202: unknown fact `ex.listed-felony`')
    expect(err).toContain('not judged until the law that binds with them has no errors: us/ex/springfield/')
    expect(err).toContain('1 instrument, ')
    const other = await brightline('--with', over, 'gaps', 'us')
    expect(other.code).not.toBe(2)
  })
})

describe('law that cuts a number into more ranges than can be told apart', () => {
  const over = temporaryFolder()
  mkdirSync(join(over, 'us/ex'), { recursive: true })
  const rules = Array.from({ length: 32 }, (_, index) =>
    [
      '',
      `  (${index + 1}) staff must not hold`,
      `      when ex.listed-felony is at most ${index + 1} years`,
      '      whoever asks',
      '      read in code',
    ].join('\n'),
  )
  const [head = ''] = instrument('us/ex/ranges', '"Ranges"').replace('2020-01-01', '2022-01-01').split('\n  (a)')
  writeFileSync(join(over, 'us/ex/ranges.policy'), `${head}${rules.join('\n')}\n`)

  it('decides nothing, and says which fact it is', async () => {
    const { code, out, err } = await brightline('--with', over, 'decide', 'us/ex', 'hold', '--agency', 'jail')
    expect(err).toContain('so nothing is decided: `ex.listed-felony` is cut into 34 cells, and 31 can be told apart')
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })

  it('ends only its own line of a batch', async () => {
    const file = join(over, 'batch.jsonl')
    const line = (act: string): string =>
      JSON.stringify({ place: 'us/ex', agency: 'jail', acts: [act], asOf: '2022-06-01' })
    writeFileSync(file, [line('disclose'), line('hold'), line('disclose')].join('\n'))
    const { code, out } = await brightline('--with', over, 'decide', '--batch', file)
    const answers = out.trim().split('\n')
    expect(answers).toHaveLength(3)
    expect(answers[0]).toContain('"act":"disclose"')
    expect(answers[1]).toMatch(/"line":2,"problems":\[\{"code":"REQ-0019"/)
    expect(answers[2]).toBe(answers[0])
    expect(code).toBe(1)
  })

  it('ends a simulation with its code, in the language that is asked for', async () => {
    const [data, mapping] = [join(over, 'requests.csv'), join(over, 'mapping.json')]
    writeFileSync(data, 'day,years\n2026-01-05,3\n')
    const meant = { version: 1, name: 'Requests', date: { column: 'day' } }
    const agency = { agency: 'jail', because: 'every facility is a jail' }
    writeFileSync(
      mapping,
      JSON.stringify({ ...meant, agency, facts: { 'ex.listed-felony': { column: 'years', number: true } } }),
    )
    const simulated = ['simulate', 'us/ex@2022-06-01', '--act', 'hold', '--data', data, '--mapping', mapping]
    const { code, out, err } = await brightline('--with', over, ...simulated)
    const why = '`ex.listed-felony` is cut into 34 cells, and 31 can be told apart'
    expect(err).toContain(
      `brightline: REQ-0019: the law is too large to be decided exactly, so nothing is decided: ${why}`,
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    const spanish = await brightline('--with', over, ...simulated, '--lang', 'es')
    expect(spanish.err).toContain('brightline: REQ-0019: la ley es demasiado grande para decidirla con exactitud')
    expect({ code: spanish.code, english: englishIn(spanish.err) }).toEqual({ code: 2, english: [] })
  })

  it('is named by check', async () => {
    const { code, out } = await brightline('--with', over, 'check')
    expect(out).toContain('us/ex/ranges.policy:1:1: error POL-0504')
    expect(out).toMatch(/us\/ex\/trust-act\.policy:.* error POL-0508: .*`hold` is too large to be decided/)
    expect(out).toContain('`ex.listed-felony` is cut into 34 cells')
    expect(code).toBe(1)
  })

  it('is refuted to be equivalent by a random case', async () => {
    const { code, out } = await brightline(
      '--with',
      over,
      'prove',
      'us/ex',
      '--as-of',
      '2022-01-01',
      '--equivalent',
      'us/ex@2021-12-31',
    )
    expect(out).toContain('refuted: the same as Exampleland on 2021-12-31')
    expect(out).toContain('a random case differs: hold the person')
    expect(code).toBe(1)
  })

  it('is compared by random cases', async () => {
    const { code, out } = await brightline('--with', over, 'compare', 'us/ex@2021-12-31', 'us/ex@2022-01-01')
    expect(out).toMatch(/hold .*: not analysed exactly [^]* came out differently: something changes/)
    expect(code).toBe(1)
  })
})

describe('a file that is no policy text', () => {
  const cases: readonly { readonly name: string; readonly make: (file: string) => void; readonly says: string }[] = [
    { name: 'of 100 MB', make: (file) => makeSparse(file, 100 * 1024 * 1024), says: 'has 100 MB' },
    {
      name: 'that is binary',
      make: (file) => writeFileSync(file, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])),
      says: 'is not UTF-8 text',
    },
    {
      name: 'in another encoding',
      make: (file) => writeFileSync(file, Buffer.from([0x61, 0xe9, 0x62])),
      says: 'is not UTF-8',
    },
  ]
  for (const { name, make, says } of cases) {
    it(`${name} is refused by check, fmt and decide, before it is read whole`, async () => {
      const folder = copyOfLaw()
      const file = join(folder, 'us/ex/huge.policy')
      make(file)
      const commands = [
        { args: ['--law', folder, 'check', file], code: 1 },
        { args: ['fmt', file], code: 1 },
        { args: ['--law', folder, 'decide', 'us/ex', 'hold'], code: 2 },
      ]
      for (const { args, code } of commands) {
        const ran = await capture(() => run(args))
        expect(ran.code).toBe(code)
        expect(ran.out + ran.err).toContain(args.includes('decide') ? 'huge.policy' : says)
      }
    })
  }
})

describe('fmt', () => {
  const loose = instrument('us/ex/loose', '"Loose"').replace('  rank state', '      rank    state')

  it('writes through another file and leaves nothing else', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'loose.policy')
    writeFileSync(file, loose)
    const { code } = await brightline('fmt', file)
    expect({ code, names: readdirSync(folder), text: readFileSync(file, 'utf8') }).toEqual({
      code: 0,
      names: ['loose.policy'],
      text: instrument('us/ex/loose', '"Loose"'),
    })
    const { mtimeMs } = statSync(file)
    await brightline('fmt', file)
    expect(statSync(file).mtimeMs, 'a file in the layout is not written').toBe(mtimeMs)
  })

  it('writes what a link leads to, and keeps the link', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'loose.policy')
    writeFileSync(file, loose)
    symlinkSync(file, join(folder, 'link.policy'))
    await brightline('fmt', join(folder, 'link.policy'))
    expect(readFileSync(file, 'utf8')).toBe(instrument('us/ex/loose', '"Loose"'))
    expect(lstatSync(join(folder, 'link.policy')).isSymbolicLink()).toBe(true)
  })

  it('with --check names the file and writes nothing', async () => {
    const file = join(temporaryFolder(), 'loose.policy')
    writeFileSync(file, loose)
    const { code, out } = await brightline('fmt', '--check', file)
    expect({ code, out, text: readFileSync(file, 'utf8') }).toEqual({ code: 1, out: `${file}\n`, text: loose })
  })

  it('with --stdout prints the text', async () => {
    const file = join(temporaryFolder(), 'loose.policy')
    writeFileSync(file, loose)
    const { code, out } = await brightline('fmt', '--stdout', file)
    expect({ code, out, text: readFileSync(file, 'utf8') }).toEqual({
      code: 0,
      out: instrument('us/ex/loose', '"Loose"'),
      text: loose,
    })
  })

  it('finds the invented law in the layout', async () => {
    const { code, out } = await brightline('fmt', '--check', law)
    expect({ code, out }).toEqual({ code: 0, out: '' })
  })
})

describe('test', () => {
  it('says which example fails, and why', async () => {
    const folder = copyOfLaw()
    const file = join(folder, 'us/ex/trust-act.policy')
    writeFileSync(file, readFileSync(file, 'utf8').replace('then must not hold, by section 30.1(a)', 'then must hold'))
    const { code, out, err } = await capture(() => run(['--law', folder, 'test']))
    expect(out).toContain('  FAIL a detainer alone does not hold anyone')
    expect(out).toContain('comes out as prohibited, the example expects required')
    expect(out).toContain('  ok   the fifteenth anniversary')
    expect({ code, err }).toEqual({ code: 1, err: '1 ok, 1 failed\n' })
  })
})

function makeSparse(file: string, size: number): void {
  mkdirSync(join(file, '..'), { recursive: true })
  const handle = openSync(file, 'w')
  ftruncateSync(handle, size)
  closeSync(handle)
}
