import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decoders } from '../soak/decoders.ts'
import { fuzzDecoders, tryDecoder } from '../soak/fuzz.ts'
import { times } from '../../../scripts/test-counts.ts'

describe.each(decoders)('the decoder of $name', (decoder) => {
  it('accepts its sample', () => {
    expect(tryDecoder(decoder, decoder.sample)).toBe(true)
  })

  it('answers any bytes with a value or a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        tryDecoder(decoder, bytes)
      }),
    )
  })
})

it('changed samples are refused or accepted in their one spelling', () => {
  const cases = times(8000, 200_000)
  expect(fuzzDecoders(cases, 7)).toMatchObject({ cases })
})
