/** Today is the date at the place of the law, whatever the machine and its zone think. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { capture, law, temporaryFolder } from './command.ts'

const folder = temporaryFolder()

/** Half past six in the evening of 31 October in Springfield (America/Chicago); another day in most of the world. */
const now = (): Temporal.Instant => Temporal.Instant.from('2026-11-01T00:30:00Z')

async function at(...args: readonly string[]): Promise<string> {
  const { out, err } = await capture(() => run(['--law', law, ...args], { now }))
  return out + err
}

describe('today', () => {
  const commands: readonly (readonly string[])[] = [
    ['decide', 'us/ex/springfield', 'hold', '--agency', 'jail'],
    ['decide', 'us/ex/springfield', 'hold', '--agency', 'jail', '--json'],
    ['show', 'us/ex/springfield'],
    ['ask', 'us/ex/springfield', '--stats', '--json'],
  ]
  for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
    it(`is the day at the place, on a machine in ${zone}`, async () => {
      const before = process.env['TZ']
      process.env['TZ'] = zone
      try {
        for (const command of commands) {
          const said = await at(...command)
          expect(said, command.join(' ')).toContain('2026-10-31')
          expect(said, command.join(' ')).not.toContain('2026-11-01')
        }
      } finally {
        if (before === undefined) delete process.env['TZ']
        else process.env['TZ'] = before
      }
    })
  }

  it('is the day of the place of each line of a batch', async () => {
    const line = (place: string): string => JSON.stringify({ place, acts: ['hold'] })
    const file = join(folder, 'today.jsonl')
    writeFileSync(file, [line('us/ex/springfield'), line('us')].join('\n'))
    const dates = [...(await at('decide', '--batch', file)).matchAll(/"asOf":"([^"]*)"/g)].map(([, date]) => date)
    expect(dates).toEqual(['2026-10-31', '2026-10-31'])
  })
})
