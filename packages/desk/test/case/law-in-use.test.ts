/** The law in use: what is read again with errors changes nothing. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lawInUse } from '../../src/case/law-in-use.ts'
import { federalLawIn, springfield } from '../test-law.ts'

const place = 'us/ex/springfield'
let root = ''
let federal = ''
let folder = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'law-in-use-'))
  federal = federalLawIn(root)
  folder = join(root, 'town')
  cpSync(springfield, folder, { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (): string => join(folder, 'us/ex/springfield/welcoming-ordinance.policy')
const change = (from: string, to: string): void => {
  const text = readFileSync(file(), 'utf8')
  expect(text).toContain(from)
  writeFileSync(file(), text.replace(from, to))
}

it('decides by what was read, and by what is read again when it is sound', async () => {
  const law = lawInUse([federal, folder], null)
  const before = (await law.of(place)).stackOn('2026-11-29').policyHash
  change('Nobody stays a minute longer because of a detainer.', 'Nobody stays longer because of a detainer.')
  expect((await law.of(place)).stackOn('2026-11-29').policyHash).toBe(before)
  expect((await law.reload()).failed).toBeNull()
  expect((await law.of(place)).stackOn('2026-11-29').policyHash).not.toBe(before)
})

it('keeps the law from before where a file is broken, says what is wrong, and mends', async () => {
  const law = lawInUse([federal, folder], null)
  const before = (await law.of(place)).stackOn('2026-11-29').policyHash
  change('staff must not hold', 'staff must nod hold')
  const { failed, readAt } = await law.reload()
  expect(failed?.problems[0]).toMatchObject({
    severity: 'error',
    where: { file: `${place}/welcoming-ordinance.policy` },
  })
  expect((await law.of(place)).stackOn('2026-11-29').policyHash).toBe(before)
  expect((await law.state()).readAt.equals(readAt)).toBe(true)
  change('staff must nod hold', 'staff must not hold')
  expect((await law.reload()).failed).toBeNull()
})

it('decides nothing in a place whose law had errors from the beginning, and goes on elsewhere', async () => {
  change('staff must not hold', 'staff must nod hold')
  const law = lawInUse([federal, folder], null)
  await expect(law.of(place)).rejects.toMatchObject({ kind: 'law-away' })
  expect((await law.of('us')).library.places.length).toBeGreaterThan(1)
  expect((await law.state()).failed).not.toBeNull()
})

it('refuses where there is no folder, and the next try reads it anew', async () => {
  const law = lawInUse([join(folder, 'nothing')], null)
  await expect(law.all()).rejects.toMatchObject({ kind: 'law-away' })
  await expect(law.of(place)).rejects.toMatchObject({ kind: 'law-away' })
})
