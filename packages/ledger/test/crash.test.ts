import { expect, it } from 'vitest'
import { soakCrashes } from '../soak/crash.ts'
import { times } from '../../../scripts/test-counts.ts'

const [kills, databaseKills] = [times(8, 50), times(8, 32)]

it('survives kills in the middle of concurrent appends', async () => {
  // Two logs at a time, one for each core.
  for (const summary of await Promise.all([soakCrashes('files', kills), soakCrashes('files', kills)])) {
    expect(summary.kills).toBeGreaterThanOrEqual(kills)
    expect(summary.entries).toBeGreaterThanOrEqual(summary.acknowledged)
  }
})

it('survives kills of writers and of the server in a database', async () => {
  const summary = await soakCrashes('postgres', databaseKills)
  expect(summary.kills).toBeGreaterThanOrEqual(databaseKills * 0.6)
  expect(summary.entries).toBeGreaterThanOrEqual(summary.acknowledged)
})
