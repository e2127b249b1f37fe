import { describe, expect, it } from 'vitest'
import { standardAlgorithms } from '../src/signature/algorithms.ts'
import { toBase64 } from '../src/bytes/base64.ts'
import { toUtf8 } from '../src/bytes/bytes.ts'
import { commit, newCaseKey } from '../src/entry/commitment.ts'
import { printEntry } from '../src/entry/entry.ts'
import { valueOf } from '../src/problem/problem.ts'
import { printVerifierKey } from '../src/note/key.ts'
import { parsePolicy } from '../src/policy/policy.ts'
import { proveIndex } from '../src/proof/prove.ts'
import { makeReceipt } from '../src/receipt/make-receipt.ts'
import { parseReceipt, printReceipt, verifyReceipt } from '../src/receipt/receipt.ts'
import { present } from './present.ts'
import { decisionOf, nilDayOf, randomBytes } from './sample-entry.ts'
import { logSigner, sampleLog, temporaryStorage } from './sample.ts'

const policy = valueOf(parsePolicy(toUtf8(`log ${printVerifierKey(logSigner.key)}\nquorum none\n`)))
const record = { request: 'detainer', signed: false }
const caseKey = newCaseKey(randomBytes)
const storage = await temporaryStorage()
const log = await sampleLog(storage)
for (let serial = 1; serial <= 8; serial++) {
  const commitment = valueOf(commit(serial === 4 ? caseKey : newCaseKey(randomBytes), record))
  valueOf(await log.append(valueOf(printEntry(decisionOf(serial, 'us/ca/springfield', commitment)))))
}
valueOf(await log.append(valueOf(printEntry(nilDayOf(9)))))
valueOf(await log.publish())
const bytes = valueOf(printReceipt(valueOf(await makeReceipt(storage, 3, { caseKey, record }))))

describe('a receipt', () => {
  it('shows the entry, the record and the log without a network', async () => {
    const verified = valueOf(await verifyReceipt(valueOf(parseReceipt(bytes)), policy, standardAlgorithms))
    expect(verified).toMatchObject({
      index: 3,
      record,
      entry: { serial: 4, verdict: 'decline' },
      log: { witnessed: true },
    })
  })

  it('stands without the record once the key is destroyed, and all others stand too', async () => {
    for (let index = 0; index < 9; index++) {
      const receipt = valueOf(await makeReceipt(storage, index, undefined))
      expect((await verifyReceipt(receipt, policy, standardAlgorithms)).ok).toBe(true)
    }
  })

  it('fails with any byte changed', async () => {
    for (let at = 0; at < bytes.length; at++) {
      const receipt = parseReceipt(bytes.with(at, present(bytes[at]) ^ 1))
      const verified = receipt.ok ? await verifyReceipt(receipt.value, policy, standardAlgorithms) : receipt
      expect(verified.ok, `byte ${at}`).toBe(false)
    }
  })

  it('of another record or case is refused', async () => {
    const receipt = valueOf(parseReceipt(bytes))
    const other = { ...receipt, opening: { caseKey, record: { ...record, signed: true } } }
    expect(await verifyReceipt(other, policy, standardAlgorithms)).toMatchObject({ problems: [{ code: 'LOG-0706' }] })
  })

  it('of a day without decisions has no record', async () => {
    const receipt = valueOf(await makeReceipt(storage, 8, { caseKey, record }))
    expect(await verifyReceipt(receipt, policy, standardAlgorithms)).toMatchObject({ problems: [{ code: 'LOG-0715' }] })
  })

  it('with a key of another length is malformed', () => {
    const text = new TextDecoder().decode(bytes).replace(/^salt .*$/m, `salt ${toBase64(new Uint8Array(31))}`)
    expect(parseReceipt(toUtf8(text))).toMatchObject({ problems: [{ code: 'LOG-0705' }] })
  })

  it('cannot be made for an index that is not there', async () => {
    expect(await proveIndex(storage, 9)).toMatchObject({ problems: [{ code: 'LOG-0303' }] })
  })
})
