import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decoders } from '../soak/decoders.ts'
import { fuzzDecoders, tryDecoder } from '../soak/fuzz.ts'

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

it('20,000 changed samples are refused or accepted in their one spelling', () => {
  expect(fuzzDecoders(20_000, 7)).toMatchObject({ cases: 20_000 })
})
