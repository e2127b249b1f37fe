/** Text that steers a terminal, through every way into every command: none of it comes out as it is. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../src/main.ts'
import { capture, law, temporaryFolder } from './command.ts'

/** Goes up a line and clears it, in two spellings; turns words around; hides; returns; rings. */
const evil = '\u001B[1A\u001B[2K\u009B1AMAY\u202Eton\u2066\u200B\rMUST\u0007\u2028x'

// Written without the code under test.
// oxlint-disable-next-line no-control-regex -- these are what must not come out
const steering = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/

/** File names cannot hold everything. */
const evilName = evil.replaceAll('/', '')

const folder = temporaryFolder()
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const facts = file('facts.json', JSON.stringify({ [evil]: evil, 'warrant.present': evil }))
const batch = file(
  'batch.jsonl',
  `${JSON.stringify({ place: evil })}\n${JSON.stringify({ place: 'us/ex', acts: [evil] })}\n`,
)
const evilJson = file(`${evilName}.json`, `{"${evilName}`)
const table = file('table.csv', `day,${evilName}\n${evilName},2\n`)
const mapping = file(
  'mapping.json',
  JSON.stringify({ version: 1, name: evil, owner: { owner: evil, because: evil }, facts: { [evil]: {} } }),
)

/** The invented law, with something done to it. */
function lawWith(change: (folder: string) => void): string {
  const copy = join(temporaryFolder(), `law${evilName}`)
  cpSync(law, copy, { recursive: true })
  change(copy)
  return copy
}

const place = 'us/ex/springfield'
const decide = ['decide', place, '--agency', 'jail', '--form', 'detainer', '--as-of', '2026-11-01']
const data = ['--data', table, '--mapping', mapping]

const argumentsOfCommands: readonly (readonly string[])[] = [
  [evil],
  [`--${evil}`],
  ['decide', evil],
  ['decide', place, evil],
  [...decide, '--agency', evil],
  [...decide, '--form', evil],
  [...decide, '--as-of', evil],
  [...decide, '--fact', evil],
  [...decide, '--fact', `${evil}=yes`],
  [...decide, '--fact', `warrant.signer=${evil}`],
  [...decide, '--event', `${evil}=2026-11-01T10:00`],
  [...decide, '--event', `receipt=${evil}`],
  [...decide, '--facts', facts],
  [...decide, '--facts', evilJson],
  [...decide, '--facts', join(folder, evilName)],
  [...decide, '--lang', evil],
  ['decide', '--batch', batch],
  ['decide', '--batch', join(folder, evilName)],
  ['ask', evil],
  ['ask', place, '--agency', evil],
  ['ask', place, '--form', evil],
  ['ask', 'us/ex', '--stats', ...data],
  ['show', evil],
  ['show', place, evil],
  ['show', place, '--as-of', evil],
  ['vocabulary', '--place', evil],
  ['sql', place, '--act', evil],
  ['sql', place, '--act', 'hold', '--table', evil],
  ['sql', place, '--act', 'hold', '--key', evil],
  ['sql', place, '--act', 'hold', '--dialect', evil],
  ['sql', place, '--act', 'hold', '--agency', evil],
  ['check', evil],
  ['test', evil],
  ['fmt', evil],
  ['fmt', evilJson],
  ['compare', evil, place],
  ['compare', `${place}@2016-01-01`, `${place}@${evil}`],
  ['compare', place, '--file', evil],
  ['compare', `${place}@2016-01-01`, place, '--act', evil],
  ['compare', `${place}@2016-01-01`, place, '--page', join(folder, 'none', evilName)],
  ['compare', `${place}@2016-01-01`, place, '--memo', join(folder, 'none', evilName)],
  ['compare', `${place}@2016-01-01`, place, ...data],
  ['prove', evil],
  ['prove', place, '--claim', evil],
  ['prove', place, '--blind', evil],
  ['prove', place, '--floor', evil],
  ['prove', place, '--equivalent', evil],
  ['gaps', evil],
  ['gaps', place, '--lang', evil],
  ['simulate', evil, ...data],
  ['simulate', place, ...data],
  ['simulate', place, '--data', table, '--mapping', evil],
  ['simulate', place, ...data, '--format', evil],
  ['log', 'verify', evil],
  ['log', 'fsck', evil],
  ['log', 'prove', evil, evil],
  ['log', evil],
]

describe('text that steers a terminal', () => {
  for (const args of argumentsOfCommands) {
    it(`does not come out of ${args.map((arg) => (steering.test(arg) ? 'EVIL' : arg.replace(folder, ''))).join(' ')}`, async () => {
      const { out, err } = await raw(['--law', law, ...args])
      expect(out + err).not.toBe('')
      expect(out + err).not.toMatch(steering)
    })
  }

  it('is in the name of the law folder and of its files', async () => {
    const copy = lawWith((into) => {
      mkdirSync(join(into, `us/ex/${evilName}.policy`))
      writeFileSync(join(into, `us/ex/a${evilName}.policy`), 'instrument x "X"\n')
    })
    for (const args of [
      ['check'],
      ['test'],
      ['places'],
      ['fmt', '--check'],
      ['fmt', copy],
      ['show', place],
      ['decide', place, 'hold'],
    ]) {
      const { out, err } = await raw(['--law', copy, ...args])
      if (args[0] !== 'places') expect(out + err, args[0]).toContain('MAY')
      expect(out + err, args[0]).not.toMatch(steering)
    }
  })

  it('is refused by check in a law text and a table, and decides nothing', async () => {
    const copy = lawWith((into) => {
      const act = join(into, 'us/ex/trust-act.policy')
      writeFileSync(act, readFileSync(act, 'utf8').replace('note "', `note "${evil.replaceAll(/[\r\u2028]/g, '')}`))
      const offences = join(into, 'us/ex/offences.csv')
      writeFileSync(offences, readFileSync(offences, 'utf8').replace('felony', 'fel\u202Eony'))
    })
    const checked = await raw(['--law', copy, 'check'])
    expect(checked.out).toContain('us/ex/trust-act.policy')
    expect(checked.out).toContain('POL-0113: the character U+001B does not show')
    expect(checked.out).toMatch(/us\/ex\/offences\.csv:2:\d+: error POL-0113: the character U\+202E/)
    expect(checked.out + checked.err).not.toMatch(steering)
    for (const args of [decide, ['show', place], ['compare', `${place}@2016-01-01`, place], ['fmt', copy]]) {
      const { code, out, err } = await raw(['--law', copy, ...args])
      expect(out + err, args[0]).not.toMatch(steering)
      expect(code, args[0]).not.toBe(0)
    }
  })
})

interface Raw {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Whatever happens, it was not an accident. */
async function raw(args: readonly string[]): Promise<Raw> {
  const ran = await capture(() => run(args))
  expect(ran.err).not.toContain('internal error')
  return ran
}
