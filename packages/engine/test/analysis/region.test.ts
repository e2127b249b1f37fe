/** Regions as facts and values. */
import { describe as group, expect, it } from 'vitest'
import { describe, isInRegion, type Allowed } from '../../src/analysis/region.ts'
import type { Cell, Space } from '../../src/fact/space.ts'

/** Cells that begin at these numbers and fill the whole to 99. */
function from(...starts: readonly number[]): readonly Cell[] {
  return starts.map((start, index) => ({ kind: 'range', from: start, to: (starts[index + 1] ?? 100) - 1 }))
}

function spaceOf(cells: Readonly<Record<string, readonly Cell[]>>): Space {
  const variables = Object.entries(cells).map(([name, all]) => ({ name, cells: all, notGiven: null }))
  return {
    variables,
    told: variables.map((_, level) => level),
    levelOf: new Map(variables.map(({ name }, level) => [name, level])),
    agency: null,
  }
}

function valuesOf(cells: readonly Cell[], chosen: readonly number[]): readonly Allowed[] | undefined {
  const region = describe(spaceOf({ f: cells }), { boxes: [[new Set(chosen)]], unless: [], rest: 0n })
  return region.always[0]?.values
}

const never: Cell = { kind: 'never' }

const cases: readonly {
  readonly name: string
  readonly cells: readonly Cell[]
  readonly chosen: readonly number[]
  readonly values: readonly Allowed[]
}[] = [
  {
    name: 'a name',
    cells: [
      { kind: 'name', name: 'x' },
      { kind: 'name', name: 'y' },
    ],
    chosen: [1],
    values: ['y'],
  },
  { name: 'a range open below', cells: [...from(0, 6), never], chosen: [0], values: [{ from: null, to: 5 }] },
  { name: 'a range open above', cells: [...from(0, 6), never], chosen: [1], values: [{ from: 6, to: null }] },
  { name: 'a range with both ends', cells: from(0, 3, 6), chosen: [1], values: [{ from: 3, to: 5 }] },
  { name: 'ranges that touch as one', cells: from(0, 3, 6, 9), chosen: [1, 2], values: [{ from: 3, to: 8 }] },
  {
    name: 'ranges apart as two',
    cells: from(0, 3, 6, 9),
    chosen: [0, 2],
    values: [
      { from: null, to: 2 },
      { from: 6, to: 8 },
    ],
  },
  { name: 'one number, also at the end of its scale', cells: from(0, 1, 2), chosen: [0], values: [{ from: 0, to: 0 }] },
  {
    name: 'every number without never',
    cells: [...from(0, 6), never],
    chosen: [0, 1],
    values: [{ from: null, to: null }],
  },
  { name: 'never', cells: [...from(0, 6), never], chosen: [2], values: ['never'] },
]

group('the values of a part', () => {
  for (const { name, cells, chosen, values } of cases) {
    it(`are ${name}`, () => expect(valuesOf(cells, chosen)).toEqual(values))
  }
})

group('a region', () => {
  const space = spaceOf({
    a: [
      { kind: 'name', name: 'no' },
      { kind: 'name', name: 'yes' },
    ],
    n: from(0, 5, 10),
  })
  const [no, yes] = [new Set([0]), new Set([1])]

  it('says once what all its boxes share', () => {
    const region = describe(space, {
      boxes: [
        [yes, new Set([0])],
        [yes, new Set([2])],
      ],
      unless: [],
      rest: 0n,
    })
    expect(region).toEqual({
      always: [{ fact: 'a', values: ['yes'] }],
      boxes: [[{ fact: 'n', values: [{ from: null, to: 4 }] }], [{ fact: 'n', values: [{ from: 10, to: null }] }]],
      unless: [],
      rest: 0n,
    })
  })

  it('says nothing of all cases while some are left out', () => {
    const region = describe(space, { boxes: [[yes, new Set([0])]], unless: [], rest: 3n })
    expect([region.always, region.boxes.length, region.rest]).toEqual([[], 1, 3n])
  })

  it('has the cases of its boxes without its exceptions', () => {
    const region = describe(space, { boxes: [[yes, null]], unless: [[null, new Set([1])]], rest: 0n })
    const isIn = (a: string, n: number): boolean =>
      isInRegion(
        region,
        new Map<string, string | number>([
          ['a', a],
          ['n', n],
        ]),
      )
    expect([isIn('yes', 4), isIn('yes', 5), isIn('yes', 9), isIn('yes', 10), isIn('no', 0)]).toEqual([
      ...[true, false, false, true, false],
    ])
    expect(isInRegion(region, new Map([['n', 0]]))).toBe(false)
    expect(isInRegion(describe(space, { boxes: [[no, null]], unless: [], rest: 0n }), new Map([['a', 'no']]))).toBe(
      true,
    )
  })
})
