/** Identities: sealed per case, opened for a reason on record, gone when their day has come. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { transaction } from '../../src/database/transaction.ts'
import { parseIdentity, printIdentity, type Identity } from '../../src/vault/identity.ts'
import { openKeyFile, rotateKeyFile } from '../../src/vault/key-file.ts'
import type { KeyService } from '../../src/vault/key-service.ts'
import { open, seal } from '../../src/vault/seal.ts'
import { destroyWhatIsDue, rewrapKeys } from '../../src/vault/upkeep.ts'
import { openIdentity, sealIdentity } from '../../src/vault/vault.ts'
import { makeSample, type SampleAgency } from '../sample.ts'
import { startTestDatabase, type TestDatabase } from '../test-database.ts'
import { forgetOlderKeys } from './forget-older-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'vault-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let files = 0
const newFile = (): string => join(folder, `keys-${(files += 1)}.json`)
const signal = new AbortController().signal

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array))
const key = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array))

describe('what is sealed', () => {
  it('opens under its key for its purpose, and looks different each time', () => {
    fc.assert(
      fc.property(key, bytes, fc.string(), (key, plain, purpose) => {
        const sealed = seal(key, plain, purpose)
        expect(open(key, sealed, purpose)?.equals(plain)).toBe(true)
        expect(seal(key, plain, purpose).equals(sealed)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('does not open under another key, for another purpose, cut, or with any bit turned', () => {
    fc.assert(
      fc.property(key, bytes, fc.nat(), fc.nat(7), (key, plain, at, bit) => {
        const sealed = seal(key, plain, 'identity one')
        const turned = Buffer.from(sealed)
        turned.writeUInt8(turned.readUInt8(at % turned.length) ^ (1 << bit), at % turned.length)
        expect(open(key, turned, 'identity one')).toBeNull()
        expect(open(key, sealed, 'identity two')).toBeNull()
        expect(open(randomBytes(32), sealed, 'identity one')).toBeNull()
        expect(open(key, sealed.subarray(0, at % sealed.length), 'identity one')).toBeNull()
      }),
      { numRuns: 100 },
    )
  })
})

describe('an identity', () => {
  const line = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }).filter((text) => text.length <= 200)
  const identities = fc.record(
    {
      name: line,
      bookingNumber: line,
      attorney: line,
      designee: line,
      language: fc.constantFrom('en', 'es', 'zh-Hant'),
    },
    { requiredKeys: [] },
  )

  it('is read as it was printed, whatever the script of the name', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        expect(parseIdentity(printIdentity(identity))).toEqual(identity)
      }),
    )
  })

  it('has a length that does not tell the name', () => {
    expect(printIdentity({ name: 'A' }).length).toBe(printIdentity({ name: 'A longer name', attorney: 'B' }).length)
  })

  it('has no place for anything else', () => {
    for (const field of [
      'nationality',
      'birthPlace',
      'immigrationStatus',
      'religion',
      'aNumber',
      'notes',
      '__proto__',
    ]) {
      const smuggled: unknown = JSON.parse(`{"name":"A","${field}":"x"}`)
      expect(() => parseIdentity(Buffer.from(JSON.stringify(smuggled)))).toThrow(/identity/)
    }
  })
})

describe('the file of master keys', () => {
  it('is for its owner alone, and is not made anew', async () => {
    const file = newFile()
    const [one, two] = [await openKeyFile(file), await openKeyFile(file)]
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const secret = randomBytes(32)
    expect(await two.unwrap(await one.wrap(secret, 'case key 1', signal), 'case key 1', signal)).toEqual(secret)
  })

  it('opens what older keys wrapped until they are forgotten', async () => {
    const file = newFile()
    const keys = await openKeyFile(file)
    const secret = randomBytes(32)
    const older = await keys.wrap(secret, 'case key 1', signal)
    const newest = await rotateKeyFile(file)
    expect(await keys.newest(signal)).toBe(newest)
    expect(await keys.unwrap(older, 'case key 1', signal)).toEqual(secret)
    expect(await keys.unwrap(older, 'case key 2', signal)).toBeNull()
    forgetOlderKeys(file)
    expect(await keys.unwrap(older, 'case key 1', signal)).toBeNull()
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).keys)).toEqual([newest])
  })

  for (const [name, text] of [
    ['is no JSON', 'x'],
    ['has no keys', '{"newest":"a","keys":{}}'],
    ['has a short key', '{"newest":"a","keys":{"a":"AAAA"}}'],
  ] as const) {
    it(`is refused where it ${name}`, async () => {
      const file = newFile()
      writeFileSync(file, text)
      await expect(openKeyFile(file)).rejects.toThrow(file)
    })
  }
})

describe('the vault', () => {
  let test: TestDatabase
  let ours: SampleAgency
  let theirs: SampleAgency
  let keys: KeyService
  const file = newFile()
  const identity: Identity = { name: 'Sample Person', bookingNumber: 'B-1', language: 'es' }

  beforeAll(async () => {
    test = await startTestDatabase()
    ours = await makeSample(test.superuser)
    theirs = await makeSample(test.superuser)
    keys = await openKeyFile(file)
    // The sample holds what no key opens.
    await test.superuser.query('delete from desk.vault')
    await test.superuser.query('delete from desk.digest_keys')
  })
  afterAll(async () => await test?.stop())

  async function newCase(destroyOn: string): Promise<string> {
    const caseId = randomUUID()
    const { agency, desk } = ours
    const { clerk } = ours.who
    await transaction(test.database, clerk, async (work) => {
      const reference = `SJ-26-${String(Math.trunc(Math.random() * 1e9)).padStart(4, '0')}`
      await work
        .insertInto('cases')
        .values({ id: caseId, agency_id: agency, desk_id: desk, opened_by: clerk.user, reference })
        .execute()
      await sealIdentity(work, keys, { agency, desk, caseId }, { identity, destroyOn })
    })
    return caseId
  }
  const opened = async (caseId: string, who = ours.who.clerk) =>
    await openIdentity(
      { database: test.database, keys },
      who,
      { agency: ours.agency, desk: ours.desk, caseId },
      'print-notice',
    )

  it('gives an identity for a reason, and the reason stays', async () => {
    const caseId = await newCase('2999-01-01')
    expect(await opened(caseId)).toEqual({ kind: 'open', identity })
    const { rows } = await test.superuser.query(
      'select user_id, role, reason from desk.vault_openings where case_id = $1',
      [caseId],
    )
    expect(rows).toEqual([{ user_id: ours.who.clerk.user, role: 'clerk', reason: 'print-notice' }])
  })

  it('holds no letter of an identity in clear', async () => {
    await newCase('2999-01-01')
    const { rows } = await test.superuser.query<{ bytes: Buffer }>(
      `select sealed || wrapped_key as bytes from desk.vault`,
    )
    for (const { bytes } of rows) expect(bytes.includes('Sample Person')).toBe(false)
  })

  it('gives nothing to another agency, and does not even take its reason', async () => {
    const caseId = await newCase('2999-01-01')
    await expect(opened(caseId, theirs.who.supervisor)).rejects.toThrow(/row-level security/)
    await expect(opened(caseId, ours.who.auditor)).rejects.toThrow(/row-level security/)
  })

  it('refuses a row that was put in the place of another', async () => {
    const [one, other] = [await newCase('2999-01-01'), await newCase('2999-01-01')]
    await test.superuser.query(
      `update desk.vault as v set sealed = o.sealed, wrapped_key = o.wrapped_key from desk.vault as o where v.case_id = $1 and o.case_id = $2`,
      [one, other],
    )
    await expect(opened(one)).rejects.toThrow(/does not open/)
    await test.superuser.query('delete from desk.vault where case_id = $1', [one])
  })

  it('opens after a rotation, and after the older keys are gone', async () => {
    const caseId = await newCase('2999-01-01')
    await rotateKeyFile(file)
    expect(await opened(caseId)).toMatchObject({ kind: 'open' })
    expect(await rewrapKeys(test.database, keys)).toBeGreaterThan(0)
    expect(await rewrapKeys(test.database, keys)).toBe(0)
    forgetOlderKeys(file)
    expect(await opened(caseId)).toEqual({ kind: 'open', identity })
  })

  it('destroys an identity on its day, not before, and never gives it again', async () => {
    await test.superuser.query('delete from desk.retentions')
    const [due, later] = [await newCase('2026-01-01'), await newCase('2999-01-01')]
    expect(await destroyWhatIsDue(test.database)).toBe(1)
    expect(await destroyWhatIsDue(test.database)).toBe(0)
    expect(await opened(due)).toEqual({ kind: 'destroyed' })
    expect(await opened(later)).toMatchObject({ kind: 'open' })
    const { rows } = await test.superuser.query('select sealed, wrapped_key from desk.vault where case_id = $1', [due])
    expect(rows).toEqual([{ sealed: null, wrapped_key: null }])
  })

  it('says that a case has nothing in it', async () => {
    expect(await opened(ours.caseId)).toEqual({ kind: 'absent' })
  })
})
