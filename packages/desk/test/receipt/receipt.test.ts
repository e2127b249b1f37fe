/** The page behind the code on a receipt, as the person and strangers meet it. */
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trustKeys, verifyFile } from '@brightline/ledger'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logSchema } from '../../src/record/line.ts'
import { startPublisher, type Publisher } from '../../src/record/publish.ts'
import { startTestDesk, type TestDesk } from '../server/test-desk.ts'
import { Visitor } from '../server/visitor.ts'
import { previewReceipt } from './preview-receipt.ts'

const folder = mkdtempSync(join(tmpdir(), 'log-'))
let desk: TestDesk
let publisher: Publisher
let reference: string
let address: string
let agency: string
beforeAll(async () => {
  chmodSync(folder, 0o700)
  desk = await startTestDesk()
  publisher = startPublisher({ owner: desk.owner, keys: join(folder, 'keys'), log: () => undefined })
  const receipt = await previewReceipt(desk)
  ;({ reference, agency } = receipt)
  address = /http:\/\/localhost:8470(\/receipts\/[0-9a-f-]+)/.exec(receipt.page)?.[1] ?? ''
})
afterAll(async () => {
  await publisher?.stop()
  await desk?.end()
  rmSync(folder, { recursive: true, force: true })
})

describe('the address on a receipt', () => {
  it('says that the decision waits for its place, then that it is proved, to whoever has the paper', async () => {
    const person = new Visitor(desk.app)
    expect((await person.get(address)).page).toContain('The decision is in line for the log.')
    expect((await person.get(`${address}/proof`)).status).toBe(404)
    await publisher.publish()
    const { page, status } = await person.get(address, { 'accept-language': 'es' })
    expect(status).toBe(200)
    expect(page).toContain('<h1>La decisión está en el registro.</h1>')
    expect(page).toContain('Springfield Jail la escribió en su registro')
    expect(page).not.toContain(reference)
    expect(page).not.toMatch(/prohibi/i)
  })

  it('gives a proof that can be checked elsewhere, by the keys of the log alone', async () => {
    const { page: proof } = await new Visitor(desk.app).get(`${address}/proof`)
    const { rows } = await desk.superuser.query<{ key: string }>(`select key from ${logSchema(agency)}.trust`)
    const trust = trustKeys(rows.map(({ key }) => key))
    if (!trust.ok) throw new Error('no keys')
    const proved = await verifyFile(new TextEncoder().encode(proof), trust.value)
    expect(proved.ok && proved.value.entry?.kind).toBe('decision')
  })

  it('is not to be guessed, and says so where the log lost the entry', async () => {
    const stranger = new Visitor(desk.app)
    expect((await stranger.get(`/receipts/${randomUUID()}`)).status).toBe(404)
    expect((await stranger.get(`/receipts/1`)).status).toBe(400)
    const id = address.split('/').at(-1)
    // The entry of something else proves nothing of this decision.
    await desk.superuser.query(`update desk.decisions set log_serial = log_serial + 1 where id = $1`, [id])
    expect((await stranger.get(address)).page).toContain('The log does not prove this decision.')
    expect((await stranger.get(`${address}/proof`)).status).toBe(404)
    await desk.superuser.query(`update desk.decisions set log_serial = log_serial - 1 where id = $1`, [id])
    expect((await stranger.get(address)).page).not.toContain('The log does not prove this decision.')
    await desk.superuser.query(`update desk.decisions set log_ticket = 999999 where id = $1`, [id])
    expect((await stranger.get(address)).page).toContain('The log does not prove this decision.')
  })

  it('is not open to endless looks', async () => {
    const stranger = new Visitor(desk.app)
    const statuses: number[] = []
    for (let at = 0; at < 62; at += 1) statuses.push((await stranger.get(address)).status)
    expect(statuses.at(-1)).toBe(429)
    await desk.superuser.query('delete from desk.rate_limits')
  })
})
