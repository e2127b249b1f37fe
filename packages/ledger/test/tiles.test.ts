import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTilePath, tilePath, tilesOf, widthAt } from '../src/tiles/path.ts'
import { maximumEntryLength, parseBundle, parseTile, printBundle } from '../src/tiles/tile.ts'
import { times } from '../../../scripts/test-counts.ts'

describe('the path of a tile', () => {
  it.each([
    { path: 'tile/0/x001/x234/067', tile: { level: 0, index: 1_234_067, width: 256 } },
    { path: 'tile/63/000', tile: { level: 63, index: 0, width: 256 } },
    { path: 'tile/1/999.p/17', tile: { level: 1, index: 999, width: 17 } },
    { path: 'tile/entries/x001/000.p/255', tile: { level: 'entries' as const, index: 1000, width: 255 } },
  ])('$path is read and written', ({ path, tile }) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual({ ok: true, value: tile })
  })

  it.each([
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/001/000',
    'tile/0/x000/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/entries',
    'tile/Entries/000',
    '/tile/0/000',
    'tile/0/000\n',
    'tile/0/x999/x999/x999/x999/x999/999',
    '',
  ])('%j is refused', (path) => {
    expect(parseTilePath(path)).toMatchObject({ ok: false, problems: [{ code: 'LOG-0402' }] })
  })

  it('is the same after reading', () => {
    const tile = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    })
    fc.assert(
      fc.property(tile, (name) => {
        expect(parseTilePath(tilePath(name))).toEqual({ ok: true, value: name })
      }),
    )
  })

  it('counts the tiles of the example in the specification', () => {
    const widths = (level: number) =>
      [...tilesOf(70_000)].filter((tile) => tile.level === level).map(({ width }) => width)
    expect(widths(0)).toHaveLength(274)
    expect([widths(0).at(-1), widths(1), widths(2)]).toEqual([112, [256, 17], [1]])
    expect([widthAt(256, 0, 0), widthAt(256, 1, 0), widthAt(256, 0, 1)]).toEqual([256, 1, 0])
    expect([...tilesOf(0)]).toEqual([])
  })
})

describe('a bundle', () => {
  it('comes back entry for entry', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 256 }), (entries) => {
        const bytes = printBundle(entries)
        expect(bytes.ok && parseBundle(bytes.value, entries.length)).toEqual({ ok: true, value: entries })
      }),
      { numRuns: times(15, 100) },
    )
  })

  it('takes the longest entry and refuses a longer one', () => {
    expect(printBundle([new Uint8Array(maximumEntryLength)]).ok).toBe(true)
    expect(printBundle([new Uint8Array(maximumEntryLength + 1)])).toMatchObject({ problems: [{ code: 'LOG-0707' }] })
  })

  it.each([
    { name: 'half a length', bytes: [0], width: 1, code: 'LOG-0405' },
    { name: 'half an entry', bytes: [0, 2, 1], width: 1, code: 'LOG-0405' },
    { name: 'one entry too few', bytes: [0, 0], width: 2, code: 'LOG-0406' },
    { name: 'one entry too many', bytes: [0, 0, 0, 0], width: 1, code: 'LOG-0406' },
  ])('is refused with $name', ({ bytes, width, code }) => {
    expect(parseBundle(Uint8Array.from(bytes), width)).toMatchObject({ problems: [{ code }] })
  })

  it('and a tile of a wrong length is refused', () => {
    expect(parseTile(new Uint8Array(33), 1)).toMatchObject({ problems: [{ code: 'LOG-0401' }] })
  })
})
