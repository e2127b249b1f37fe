/** The ways in which texts number their subdivisions. */

/** A number that is missing among siblings, and the first that comes after it. */
interface Missing {
  readonly name: string
  readonly before: string
}

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
const alphabet = [...letters, ...letters.map((letter) => letter.repeat(2))]
const roman = ['', 'x', 'xx', 'xxx', 'xl'].flatMap((tens) =>
  ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].map((ones) => `${tens}${ones}`),
)
const romans = roman.slice(1)
const upper = (names: readonly string[]): readonly string[] => names.map((name) => name.toUpperCase())

const numberings: readonly (readonly string[])[] = [
  ...[alphabet, upper(alphabet), romans, upper(romans)],
  Array.from({ length: 99 }, (_, index) => String(index + 1)),
]

/**
 * Finds the first number that is missing among siblings; null where none is, or where they are numbered otherwise. Where
 * letters could be Roman numbers, nothing is missing if one of the two ways is whole. A number put in later, as Illinois
 * does it, belongs to none.
 *
 * @example
 * numberMissing(['a', 'b', 'd']) // => { name: 'c', before: 'd' }
 * numberMissing(['i', 'ii']) // => null
 * numberMissing(['1', '1.5']) // => null
 * numberMissing(['a', 'a-5', 'c']) // => { name: 'b', before: 'c' }
 */
export function numberMissing(all: readonly string[]): Missing | null {
  const names = all.filter((name) => !name.includes('-'))
  const gaps = numberings
    .filter((numbering) => names.every((name) => numbering.includes(name)))
    .map((numbering) => gapIn(numbering, names))
  const [gap] = gaps
  return gap === undefined || gaps.includes(null) ? null : gap
}

function gapIn(numbering: readonly string[], names: readonly string[]): Missing | null {
  // An instrument that holds a part of a section begins where that part does.
  const first = numbering.findIndex((name) => names.includes(name))
  const at = numbering.findIndex((name, index) => index > first && !names.includes(name))
  const before = numbering.slice(at).find((name) => names.includes(name))
  return before === undefined ? null : { name: numbering[at] ?? '', before }
}
