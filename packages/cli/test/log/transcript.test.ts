/** What the commands on logs print, word for word, over a log with fixed keys, clock and entries. */
import { join } from 'node:path'
import { describe, it } from 'vitest'
import { init } from '../../src/log/init.ts'
import { keygen } from '../../src/log/keygen.ts'
import { capture, expectGolden, temporaryFolder, type Ran } from '../command.ts'
import { appendTo, entryLine, entryLines, fixedRandom, log, masked, now, origin } from './sample.ts'

const folder = temporaryFolder()
const at = (name: string): string => join(folder, name)
const nilDay = '{"kind": "nil-day", "place": "us/ca/springfield/front", "day": "2026-03-03", "serial": 4}\n'

type Step = readonly [command: string, run: () => Promise<Ran>]

function step(...args: readonly string[]): Step {
  return [`brightline log ${args.join(' ')}`, async () => await log(...args)]
}

const stories: readonly { readonly name: string; readonly steps: readonly Step[] }[] = [
  {
    name: 'making',
    steps: [
      [
        `brightline log init ${at('log')} --origin ${origin}`,
        async () => await capture(async () => await init(at('log'), { origin, lang: 'en' }, fixedRandom(1), now)),
      ],
      step('init', at('log'), '--origin', origin),
      [
        `brightline log keygen --name library.example --out ${at('witness.secret')}`,
        async () => {
          const flags = { name: 'library.example', out: at('witness.secret'), kind: 'witness', lang: 'en' }
          return await capture(async () => await keygen(flags, fixedRandom(2)))
        },
      ],
      step('keygen', '--name', 'library.example', '--out', at('witness.secret')),
    ],
  },
  {
    name: 'appending',
    steps: [
      [`brightline log append ${at('log')} < three.jsonl`, async () => await appendTo(at('log'), entryLines(3))],
      [`brightline log append ${at('log')} < nil-day.jsonl`, async () => await appendTo(at('log'), nilDay)],
      [`brightline log append ${at('log')} < gap.jsonl`, async () => await appendTo(at('log'), entryLine(7))],
      [
        `brightline log append ${at('log')} < name.jsonl`,
        async () => await appendTo(at('log'), `${entryLine(5)}\n${entryLine(6, { name: 'Secret Person' })}`),
      ],
    ],
  },
  {
    name: 'reading',
    steps: [
      step('tail', at('log')),
      step('tail', at('log'), '--from', '3'),
      step('prove', at('log'), '2'),
      step('prove', at('log'), '2', '--out', at('proof.txt')),
      step('prove', at('log'), '2', '--receipt', '--out', at('receipt.txt')),
      step('verify', at('receipt.txt'), '--policy', at('log/log.policy')),
      step('verify', at('receipt.txt'), '--policy', at('log/log.policy'), '--json'),
      step('mirror', at('log'), at('copy')),
      step('fsck', at('copy')),
      step('fsck', at('copy'), '--keys', at('log/log.policy'), '--json'),
    ],
  },
  { name: 'help', steps: [step('--help'), step('fsck', '--help')] },
]

describe('the commands on logs', () => {
  for (const { name, steps } of stories) {
    it(`print ${name}`, async () => {
      const lines: string[] = []
      for (const [command, run] of steps) {
        const { code, out, err } = await run()
        lines.push(`$ ${command}`, out, ...(err === '' ? [] : ['-- talk --', err]), `exit ${code}`, '')
      }
      expectGolden(`../log/golden/${name}.txt`, masked(lines.join('\n'), folder))
    })
  }
})
