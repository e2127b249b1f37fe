import { expect, it } from 'vitest'
import { soakCrashes } from '../../soak/crash.ts'

it('keeps every acknowledged decision, once, with its entry and duties, when server and database are killed', async () => {
  const { serverKills, databaseKills, acknowledged, decided, proved, entries } = await soakCrashes(10)
  expect([serverKills, databaseKills]).toEqual([10, 6])
  expect(acknowledged).toBeGreaterThan(10)
  expect(decided).toBeGreaterThanOrEqual(acknowledged)
  // Each request has an entry, and two decisions where it was decided.
  expect(proved).toBe(entries)
  expect(proved).toBeGreaterThanOrEqual(decided * 3)
})
