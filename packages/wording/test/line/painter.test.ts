/** Colours come from the painter, and from nothing else. */
import { describe, expect, it } from 'vitest'
import { plainPainter, rendered, sealedPainter, tableLines, widthOf, wrapped, type Style } from '../../src/index.ts'

const paint = sealedPainter('7f3a')
const codes = (style: Style): readonly [string, string] => [`<${style}>`, '</>']

const cases: readonly { readonly name: string; readonly line: string; readonly shows: string }[] = [
  { name: 'a style', line: `${paint('bold', 'MAY')} hold`, shows: '<bold>MAY</> hold' },
  { name: 'a style in a style', line: paint('bold', `a${paint('dim', 'b')}c`), shows: '<bold>a<dim>b</>c</>' },
  { name: 'an escape beside a style', line: `${paint('red', 'x')}\u001B[1m`, shows: '<red>x</>\\u{1b}[1m' },
  { name: 'an escape in a style', line: paint('red', '\u001B[8mx'), shows: '<red>\\u{1b}[8mx</>' },
  {
    name: 'a mark that another seal made',
    line: sealedPainter('other')('dim', 'NOT'),
    shows: '\\u{fdd0}other:dim\\u{fdd1}NOT\\u{fdd0}other\\u{fdd1}',
  },
  { name: 'a line that ends in its style', line: paint('dim', 'a b').slice(0, -6), shows: '<dim>a b</>' },
]

describe('a painted line', () => {
  for (const { name, line, shows } of cases) {
    it(`shows ${name}`, () => {
      expect(rendered(line, '7f3a', codes)).toBe(shows)
    })
  }

  it('is as wide as its text', () => {
    expect(widthOf(paint('bold', 'MAY'))).toBe(3)
    expect(wrapped(`${paint('bold', 'MUST NOT')} hold`, 9, 2)).toEqual([paint('bold', 'MUST NOT'), '  hold'])
    expect(
      tableLines([
        [paint('bold', 'a'), 'b'],
        ['ccc', 'd'],
      ]),
    ).toEqual([`${paint('bold', 'a')}    b`, 'ccc  d'])
  })

  it('is its text alone where nobody wants colour', () => {
    expect(plainPainter('bold', 'MAY')).toBe('MAY')
  })
})
