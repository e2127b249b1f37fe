/** Claims outside the law, read by the grammar of the language. */
import type { Claim, Result } from '@brightline/language'
import type { OpenLaw } from './folders.ts'
import { lawFor } from './law-of.ts'
import { problem } from './problems.ts'
import type { Working } from './working-text.ts'

/** A claim and what it is called. */
export interface NamedClaim {
  readonly name: string
  readonly claim: Claim
}

/**
 * Reads claims such as `staff never may hold when request.form is i-247a`. With a working text they stand in it, so that
 * its terms can be used; otherwise in an instrument of their own.
 */
export async function readClaims(
  law: OpenLaw,
  place: string,
  texts: readonly string[],
  working: Working | null,
): Promise<Result<readonly NamedClaim[]>> {
  if (texts.length === 0) return { ok: true, value: [] }
  const around = instrumentAround(texts, place, working)
  const library = await lawFor(law, place, around)
  if (!library.ok) return library
  const found = library.value.instruments.find(({ id }) => id === around.instrument)?.promises ?? []
  const claims = texts.flatMap((name, index) => {
    const claim = found.find((promise) => promise.name === nameOf(index))?.claim
    return claim === undefined ? [] : [{ name, claim }]
  })
  const unread = texts.filter((text) => claims.every(({ name }) => name !== text))
  if (unread.length === 0) return { ok: true, value: claims }
  return { ok: false, problems: unread.map((text) => problem('LAW-0204', { text })) }
}

function instrumentAround(texts: readonly string[], place: string, working: Working | null): Working {
  const promises = texts.map((text, index) => `promise "${nameOf(index)}":\n  ${text.replaceAll(/\s+/g, ' ')}\n`)
  const instrument = working?.instrument ?? `${place}/claims-given`
  const head = working?.text.text ?? headOf(instrument, place)
  return {
    instrument,
    place,
    name: instrument,
    text: { path: `${instrument}.policy`, text: `${head}\n${promises.join('\n')}` },
  }
}

/** No instrument has a promise of such a name. */
function nameOf(index: number): string {
  return `claim ${index + 1} that was given`
}

/** The least instrument that can hold a promise. */
function headOf(id: string, place: string): string {
  return [
    `language 2 instrument ${id} "Claims that were given"`,
    '  cite "none"',
    '  rank agency',
    `  place ${place}`,
    '  binds every agency',
    '  reach floor',
    '  effective 1800-01-01 "none"',
    '',
  ].join('\n')
}
