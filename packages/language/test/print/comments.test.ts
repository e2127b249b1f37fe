import { describe, expect, it } from 'vitest'
import { formatPolicy } from '../../src/print/format.ts'
import { weaveComments } from '../../src/print/comments.ts'
import { policyReader } from '../../src/parse/reader.ts'

const place = (division: string, comment = ''): string => `place us "U" ${comment}
  division "${division}"
  geoid "0"
  time-zone "UTC"
`

describe('weaveComments', () => {
  it('refuses to print anything else than what was written', () => {
    const { lexer } = policyReader()
    const [before, after] = [place('a'), place('b')]
    const weave = (): unknown => weaveComments(before, lexer.tokenize(before), after.split('\n'), lexer.tokenize(after))
    expect(weave).toThrow('printing changed token 4 from "a" to "b"')
  })

  const cases: readonly { name: string; comment: string; want: string }[] = [
    { name: 'keeps a comment at the end of its line', comment: '-- note', want: 'place us "U"  -- note' },
    {
      name: 'keeps a comment on its own line above what follows',
      comment: '\n-- note',
      want: 'place us "U"\n  -- note',
    },
    { name: 'keeps Windows line ends out', comment: '-- note\r', want: 'place us "U"  -- note\n  division' },
  ]
  it.each(cases)('$name', ({ comment, want }) => {
    const formatted = formatPolicy(place('a', comment), 'us/place.policy')
    expect(formatted.ok && formatted.value.startsWith(want)).toBe(true)
  })
})

describe('formatPolicy', () => {
  it('gives the syntax errors of a text that cannot be read', () => {
    const formatted = formatPolicy('place us', 'us/place.policy')
    expect(!formatted.ok && formatted.problems.map(({ code }) => code)).toEqual(['POL-0106'])
  })

  it('drops a byte order mark', () => {
    expect(formatPolicy(`\uFEFF${place('a')}`, 'us/place.policy')).toEqual({
      ok: true,
      value: place('a').replace('"U" ', '"U"'),
    })
  })
})
