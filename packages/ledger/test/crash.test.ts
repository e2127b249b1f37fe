import { expect, it } from 'vitest'
import { soakCrashes } from '../soak/crash.ts'

it('survives 50 kills in the middle of concurrent appends', async () => {
  // Two logs at a time, one for each core.
  for (const summary of await Promise.all([soakCrashes('files', 25), soakCrashes('files', 25)])) {
    expect(summary.kills).toBeGreaterThanOrEqual(25)
    expect(summary.entries).toBeGreaterThanOrEqual(summary.acknowledged)
  }
})

it('survives kills of writers and of the server in a database', async () => {
  const summary = await soakCrashes('postgres', 16)
  expect(summary.kills).toBeGreaterThanOrEqual(10)
  expect(summary.entries).toBeGreaterThanOrEqual(summary.acknowledged)
})
