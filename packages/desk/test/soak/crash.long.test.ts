import { expect, it } from 'vitest'
import { soakCrashes } from '../../soak/crash.ts'

it('keeps every acknowledged decision, once, with its entry and duties, when server and database are killed', async () => {
  const { serverKills, databaseKills, acknowledged, decided, proved, entries } = await soakCrashes(10)
  expect([serverKills, databaseKills]).toEqual([10, 6])
  expect(acknowledged).toBeGreaterThan(10)
  expect(decided).toBeGreaterThanOrEqual(acknowledged)
  expect([proved, entries]).toEqual([decided * 2, decided * 2])
})
