import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { header, sample } from '../sample.ts'
import { times } from '../../../../scripts/test-counts.ts'

const rules = ['(a)', '(b)', '(c)', '(d)'].map(
  (label) => `  ${label} staff must not hold\n      when warrant.expired\n      read in code\n`,
)
const whole = `${header}\nsection 1 "One"\n\n${rules.join('\n')}`

async function findings(text: string): Promise<readonly { readonly code: string; readonly line: number }[]> {
  const { problems } = await readLibrary([...sample, { path: 'us/xx/test-act.policy', text }])
  return problems.map(({ code, where }) => ({ code, line: where.line }))
}

describe('a broken policy', () => {
  it('reports each broken rule once and nothing else', async () => {
    const broken = whole
      .replaceAll('must not hold', 'must not')
      .replace('(c) staff must not', '(c) staff must not hold')
    expect((await findings(broken)).map(({ code, line }) => [code, line])).toEqual([
      ['POL-0108', 12],
      ['POL-0108', 16],
      ['POL-0108', 24],
    ])
  })

  it('stops after fifty errors, and says that there may be more', async () => {
    const many = Array.from({ length: 60 }, (_, index) => `  (${index}) staff shall hold\n      read in code\n`)
    const found = await findings(`${header}\nsection 1 "One"\n\n${many.join('\n')}`)
    expect(found.length).toBe(51)
    expect(found.at(-1)).toEqual({ code: 'POL-0110', line: found.at(-2)?.line })
  })

  it.each(['source', 'term'])('is reported by findings alone where a %s has no name', async (word) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const text =
      word === 'source'
        ? whole.replace('source code', 'source')
        : whole
            .replace('  (a)', '  term means\n      warrant.expired\n      read in code\n\n  (a)')
            .replace('when warrant.expired', 'when "x"')
    expect(text).not.toBe(whole)
    expect(await findings(text)).not.toEqual([])
    expect(told.mock.calls).toEqual([])
    told.mockRestore()
  })

  const conditions = [
    'warrant.expired',
    'not warrant.expired and request.form is i-247a',
    'warrant.expired or warrant.expired',
  ]
  it.each(conditions)('is reported by findings alone where a fact of `%s` has no type', async (condition) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const words = 'vocabulary/words.policy'
    const before = sample.find(({ path }) => path === words)?.text ?? ''
    const broken = before.replace(/(?<=fact warrant\.expired.*\n) {2}yes or no\n/, '')
    expect(broken).not.toBe(before)
    const text = `${whole.replace('when warrant.expired', `when ${condition}`)}
example "x"
  as of 2020-01-01, jail
  given warrant.expired
  then must not hold, by section 1(b)
`
    const files = [
      ...sample.filter(({ path }) => path !== words),
      { path: words, text: broken },
      { path: 'us/xx/test-act.policy', text },
    ]
    const { problems } = await readLibrary(files)
    expect(problems.filter(({ where }) => where.file !== words)).toEqual([])
    expect(problems).not.toEqual([])
    expect(told.mock.calls).toEqual([])
    told.mockRestore()
  })

  it.each(['section', 'section "One"', 'section 1', ''])(
    'is reported by findings alone where another refers into its `%s`',
    async (section) => {
      const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const neighbour = whole.replaceAll('us/xx/test-act', 'us/xx/neighbour').replace('section 1 "One"', section)
      const text = whole.replace('(d) staff', '(d) despite section 1(a) of us/xx/neighbour, staff')
      const files = [
        ...sample,
        { path: 'us/xx/neighbour.policy', text: neighbour },
        { path: 'us/xx/test-act.policy', text },
      ]
      const { problems } = await readLibrary(files)
      expect(problems.filter(({ where }) => where.file !== 'us/xx/neighbour.policy')).toEqual([])
      expect(problems).not.toEqual([])
      expect(told.mock.calls).toEqual([])
      told.mockRestore()
    },
  )

  it('never throws, and never passes over what it cannot read', async () => {
    const spot = fc.nat(whole.length - 1)
    const noise = fc.constantFrom(
      '',
      '"',
      '(',
      ')',
      ' and ',
      ' Hold ',
      '“',
      'section 2',
      '--',
      '\n(z)\n',
      '~',
      ' staff ',
      '2026-99-99',
    )
    await fc.assert(
      fc.asyncProperty(spot, fc.nat(30), noise, async (start, length, insert) => {
        const text = `${whole.slice(0, start)}${insert}${whole.slice(start + length)}`
        const found = await findings(text)
        const lines = text.split('\n').length
        for (const { line } of found) expect(line >= 1 && line <= lines).toBe(true)
        const formatted = formatPolicy(text, 'us/xx/test-act.policy')
        expect(formatted.ok || formatted.problems.length > 0).toBe(true)
        expect(found.filter(({ code }) => code.startsWith('POL-01')).length).toBeLessThan(8)
      }),
      { numRuns: times(25, 300) },
    )
  })
})
