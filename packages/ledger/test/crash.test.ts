import { expect, it } from 'vitest'
import { soakCrashes } from '../soak/crash.ts'

it('survives 50 kills in the middle of concurrent appends', async () => {
  // Two logs at a time, one for each core.
  for (const summary of await Promise.all([soakCrashes(25), soakCrashes(25)])) {
    expect(summary.kills).toBeGreaterThanOrEqual(25)
    expect(summary.entries).toBeGreaterThanOrEqual(summary.acknowledged)
  }
})
