/** The endpoints for programs, as strangers meet them, and their description. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints } from '../../src/api/endpoints.ts'
import { describeApi } from '../../src/api/openapi.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

const good = { place: 'us/ex/springfield', agency: 'jail', form: 'i-247a', facts: { 'warrant.form': 'none' } }

async function post(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly type: string; readonly body: unknown }> {
  const answer = await desk.app.inject({
    method: 'POST',
    url: endpoints.decide.path,
    payload: body,
    headers: { 'content-type': 'application/json', host: 'localhost:8470', ...headers },
  })
  return { status: answer.statusCode, type: String(answer.headers['content-type']), body: answer.json() }
}

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'desk', ...describeApi() })
const holds = (name: string, value: unknown): string[] => {
  const validate = ajv.getSchema(`desk#/components/schemas/${name}`)
  if (validate === undefined) throw new Error(`no schema ${name}`)
  return validate(value) === true
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the description', () => {
  it('is the committed one, and what the server gives', async () => {
    const committed: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8'))
    expect(describeApi()).toEqual(committed)
    const { body } = await desk.app.inject({ method: 'GET', url: endpoints.description.path })
    expect(JSON.parse(body)).toEqual(committed)
  })

  it('names schemas that are there', () => {
    const text = JSON.stringify(describeApi())
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
    const { components } = JSON.parse(text) as { components: { schemas: Record<string, unknown> } }
    expect(named.filter((name) => !(String(name) in components.schemas))).toEqual([])
    expect(named.length).toBeGreaterThan(10)
  })
})

describe('deciding', () => {
  it('gives the decisions of the contract, without a session', async () => {
    const { status, body } = await post(JSON.stringify(good))
    expect(status).toBe(200)
    expect(holds('Decisions', body)).toEqual([])
    expect(body).toMatchObject({ decisions: [{ act: 'hold', verdict: 'prohibited' }, {}, {}] })
  })

  it('answers what a form asks by itself, and refuses one that does not say, with what it can ask', async () => {
    const spoken = { ...good, form: 'spoken' }
    const { status, body } = await post(JSON.stringify(spoken))
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: [{ code: 'REQ-0004', message: 'form `spoken` does not say what it asks' }] })
    const named = await post(JSON.stringify({ ...spoken, acts: ['hold'] }))
    expect(named.body).toMatchObject({ decisions: [{ act: 'hold' }] })
  })

  it('refuses with a problem document that says where and why', async () => {
    const cases = [
      ['{', 400],
      ['[]', 422],
      ['{}', 422],
      [JSON.stringify({ ...good, place: 'us/zz' }), 422],
      [JSON.stringify({ ...good, facts: { 'person.birthplace': 'Sampleland' } }), 422],
      [JSON.stringify({ ...good, surprise: true }), 422],
      [JSON.stringify({ ...good, asOf: '2026-02-30' }), 422],
      [`{"place":"${'x'.repeat(300_000)}"}`, 413],
    ] as const
    for (const [sent, wanted] of cases) {
      const { status, type, body } = await post(sent)
      expect(status, sent.slice(0, 60)).toBe(wanted)
      expect(type).toMatch(/^application\/problem\+json/)
      expect(holds('Problem', body), sent.slice(0, 60)).toEqual([])
      expect(JSON.stringify(body)).not.toContain('Sampleland')
    }
  })

  it('takes nothing but JSON, and nothing from a page of another site', async () => {
    expect((await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(JSON.stringify(good), { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(JSON.stringify(good), { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it('of any shape is refused or decided, and never fails', async () => {
    const value = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
    )
    const key = fc.constantFrom(
      'place',
      'asOf',
      'agency',
      'form',
      'acts',
      'facts',
      'convictions',
      'events',
      'version',
      '__proto__',
      'toString',
    )
    await fc.assert(
      fc.asyncProperty(fc.dictionary(key, value), fc.boolean(), async (some, isBased) => {
        const { status, body } = await post(JSON.stringify(isBased ? { ...good, ...some } : some))
        expect(status).toBeLessThan(500)
        if (status >= 400) expect(holds('Problem', body)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
