import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { tooDeep } from '../../src/parse/nesting.ts'

describe('tooDeep', () => {
  const deep = (brackets: number): string => `when ${'('.repeat(brackets)}warrant.expired${')'.repeat(brackets)}`
  const cases: readonly { name: string; text: string; refused: boolean }[] = [
    { name: 'accepts 64 brackets inside one another', text: deep(64), refused: false },
    { name: 'refuses 65', text: deep(65), refused: true },
    { name: 'counts no bracket in a text', text: `note "${'('.repeat(100)}"`, refused: false },
    { name: 'counts no bracket in a comment', text: '-- ((\n'.repeat(100), refused: false },
    { name: 'knows where a text with a backslash ends', text: `note "\\\\" ${deep(65)}`, refused: true },
    { name: 'accepts 64 times `not`', text: `when ${'not '.repeat(64)}warrant.expired`, refused: false },
    { name: 'refuses 65 times `not`', text: `when ${'not '.repeat(65)}warrant.expired`, refused: true },
    { name: 'counts `not` and brackets together', text: `when ${'not ('.repeat(33)}`, refused: true },
    {
      name: 'counts each `not` of a list once',
      text: `when ${'not warrant.expired and '.repeat(100)}`,
      refused: false,
    },
    { name: 'counts brackets side by side once', text: '(a)(b)'.repeat(100), refused: false },
  ]
  for (const { name, text, refused } of cases) {
    it(name, () => expect(tooDeep('us/xx/a.policy', text) !== null).toBe(refused))
  }

  it('names the line and the column, and nothing overflows', async () => {
    const text = `place us/xx\n  ${deep(20_000)}`
    const { problems } = await readLibrary([{ path: 'us/xx/a.policy', text }])
    const problem = {
      code: 'POL-0104',
      severity: 'error',
      where: { kind: 'file', file: 'us/xx/a.policy', line: 2, column: 72 },
      values: { most: 64 },
    }
    expect(problems).toEqual([problem])
    expect(formatPolicy(text, 'us/xx/a.policy')).toEqual({ ok: false, problems: [problem] })
  })
})
