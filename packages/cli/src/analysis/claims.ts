/** Claims given on the command line, read by the grammar of the language. */
import type { Claim } from '@brightline/language'
import { UsageError } from '../output.ts'
import { libraryFor, type Working } from './side.ts'

/** A claim and what it is called. */
export interface NamedClaim {
  readonly name: string
  readonly claim: Claim
}

/**
 * Parses claims such as `staff never may hold when request.form is i-247a`. With a working text they stand in it, so
 * that its terms can be used; otherwise in an instrument of their own.
 */
export async function readClaims(
  texts: readonly string[],
  place: string,
  law: string,
  working: Working | null,
): Promise<readonly NamedClaim[]> {
  if (texts.length === 0) return []
  const promises = texts.map((text, index) => `promise "${nameOf(index)}":\n  ${text.replaceAll(/\s+/g, ' ')}\n`)
  const id = working?.instrument ?? `${place}/claims-on-the-command-line`
  const head = working?.text.text ?? headOf(id, place)
  const file: Working = {
    instrument: id,
    place,
    name: id,
    text: { path: `${id}.policy`, text: `${head}\n${promises.join('\n')}` },
  }
  const library = await libraryFor(place, law, file)
  const found = library.instruments.find((instrument) => instrument.id === id)?.promises ?? []
  return texts.map((text, index) => {
    const claim = found.find(({ name }) => name === nameOf(index))?.claim
    if (claim === undefined)
      throw new UsageError(`\`${text}\` is not a claim`, 'write it as in a promise: staff never may hold when …')
    return { name: text, claim }
  })
}

/** No instrument has a promise of such a name. */
function nameOf(index: number): string {
  return `claim ${index + 1} of the command line`
}

/** The least instrument that can hold a promise. */
function headOf(id: string, place: string): string {
  return [
    `instrument ${id} "Claims on the command line"`,
    '  cite "none"',
    '  rank agency',
    `  place ${place}`,
    '  binds every agency',
    '  reach floor',
    '  effective 1800-01-01 "none"',
    '',
  ].join('\n')
}
