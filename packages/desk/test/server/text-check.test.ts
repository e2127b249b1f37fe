/** Text that no column takes is refused by the server before any route sees it; text in any writing passes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestDesk, type TestDesk } from './test-desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startTestDesk()
})
afterAll(async () => await desk?.end())

async function statusOf(text: string): Promise<readonly number[]> {
  const administrator = await desk.administrator()
  await administrator.get('/administration/place')
  const form = await administrator.post('/administration/place', { name: text, zone: 'America/Chicago' })
  const bytes = Buffer.from(JSON.stringify({ 'form-word': administrator.word, name: text, zone: 'America/Chicago' }))
  const json = await administrator.postBytes('/administration/place', bytes, { 'content-type': 'application/json' })
  return [form.status, json.status]
}

describe('text', () => {
  it('with a zero, or half of a character, is refused', async () => {
    expect(await statusOf('a\u0000b')).toEqual([400, 400])
    // A form cannot hold half of a character: its place is taken by a sign.
    expect(await statusOf('a\uD800b')).toEqual([303, 400])
    expect(desk.lines.filter((line) => line.includes('"failed"'))).toEqual([])
  })

  it('in any writing passes', async () => {
    for (const text of ['מחלקת הרישום', '👩‍👩‍👧‍👦 Records', 'Ñandú', '記録課'])
      expect(await statusOf(text), text).toEqual([303, 303])
  })
})
