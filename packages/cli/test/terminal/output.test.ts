/** No control of a terminal leaves the command but its own colours. */
import { styleText } from 'node:util'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { paint, print, printJson, printText, tell, tellText } from '../../src/terminal/output.ts'
import { capture } from '../command.ts'

const evil = 'MUST NOT\u001B[2K\u009B1A\rMAY \u202Eton\u200B'
const written = 'MUST NOT\\u{1b}[2K\\u{9b}1A\\u{d}MAY \\u{202e}ton\\u{200b}'

const exits: readonly { readonly name: string; readonly write: () => void; readonly out: string }[] = [
  { name: 'a line of data', write: () => print(evil), out: `${written}\n` },
  { name: 'a line of data on two lines', write: () => print('a\nb'), out: 'a\\u{a}b\n' },
  { name: 'a text', write: () => printText(`${evil}\nnext\n`), out: `${written}\nnext\n` },
  { name: 'a line of talk', write: () => tell(evil), out: `${written}\n` },
  { name: 'a text of talk', write: () => tellText(`${evil}\n`), out: `${written}\n` },
]

describe('an exit of the command', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  for (const { name, write, out } of exits) {
    it(`shows ${name} as it is`, async () => {
      const ran = await captured(write)
      expect(ran).toBe(out)
    })
  }

  it('writes JSON that means the same', async () => {
    const out = await captured(() => printJson({ [evil]: evil }))
    expect(JSON.parse(out)).toEqual({ [evil]: evil })
    expect(out).not.toMatch(/[^\u0020-\u007E\n]/)
  })

  it('paints where colour is wanted, and nothing that was given paints', async () => {
    vi.stubEnv('NO_COLOR', undefined)
    vi.stubEnv('FORCE_COLOR', '1')
    const bold = styleText('bold', 'MAY', { validateStream: false })
    const forged = `\uFDD0bold\uFDD1NOT\u001B[1mNOT`
    const out = await captured(() => print(`${paint('bold', 'MAY')} ${forged}`))
    expect(out).toBe(`${bold} \\u{fdd0}bold\\u{fdd1}NOT\\u{1b}[1mNOT\n`)
  })
})

async function captured(write: () => void): Promise<string> {
  const { out, err } = await capture(async () => {
    write()
    return 0
  })
  return out + err
}
