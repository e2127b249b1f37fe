/** The schemas, the types and the published files say the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { XStatic } from 'typebox/schema'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { contractVersion } from '../../src/request/contract.ts'
import { decisionSchema } from '../../src/request/decision-schema.ts'
import { parsePart } from '../../src/request/parse-request.ts'
import type { RequestPart } from '../../src/request/part.ts'
import { partSchema, requestSchema } from '../../src/request/request-schema.ts'

const folder = join(import.meta.dirname, '../../schema')

describe('the schema of a request', () => {
  it('is the type of a part of one', () => {
    // What the schema takes is a part, and a part is what the schema takes, but for lists that are read only.
    expectTypeOf<XStatic<typeof partSchema>>().toExtend<RequestPart>()
    expectTypeOf<Mutable<RequestPart>>().toExtend<XStatic<typeof partSchema>>()
    expectTypeOf<keyof RequestPart>().toEqualTypeOf<keyof XStatic<typeof partSchema>>()
  })

  it('has the version of the contract', () => {
    expect(partSchema.properties.version.const).toBe(contractVersion)
    expect(requestSchema['$id']).toContain(`request-${contractVersion}.`)
  })

  it('lets every part be left out, and only whole requests need a place', () => {
    expect(parsePart({})).toEqual({ ok: true, value: {} })
    expect(requestSchema['required']).toEqual(['place'])
  })
})

describe('the published schemas', () => {
  it.each([
    ['request.schema.json', requestSchema],
    ['decision.schema.json', decisionSchema],
  ])('%s is that of the sources', (name, schema) => {
    expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
  })
})

type Mutable<Value> = Value extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Mutable<Value[Key]> }
    : Value
