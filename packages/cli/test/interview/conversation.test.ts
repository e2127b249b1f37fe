/** The interview at a terminal made of two streams: what it prints, and that it leaves nothing behind. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { choosePlace, matching } from '../../src/interview/choose-place.ts'
import type { Ending } from '../../src/interview/at-terminal.ts'
import { converse } from '../../src/interview/conversation.ts'
import { openTerminal, type Terminal } from '../../src/terminal/terminal.ts'
import { readAllLaw } from '@brightline/law-files'
import { programName } from '../../src/interview/repeat.ts'
import { run } from '../../src/main.ts'
import { brightline, capture, expectGolden, law, plain, temporaryFolder, opened } from '../command.ts'
import { stackAt } from './testland.ts'

/** The morning of the day of these tests, in Springfield. */
const now = '2026-11-01T16:00:00Z'

const ctrlC = '\u0003'
const ctrlD = '\u0004'

interface Talk {
  readonly ending: Ending
  /** What the person saw, without the signs that move the cursor. */
  readonly seen: string
  readonly out: string
}

/** Types each part when the terminal waits for the next line, as a person does. */
async function talk(
  typed: readonly string[],
  place = 'us/ex/springfield',
  lang: string = 'en',
  asOf = '2026-11-01',
): Promise<Talk> {
  let ending: Ending | null = null
  const { seen, out } = await atStreams(typed, async (terminal) => {
    ending = await converse(terminal, {
      stack: stackAt(place, asOf),
      agency: null,
      form: null,
      lang,
      law: ['--law', law],
      program: 'brightline',
      now: () => now,
    })
  })
  if (ending === null) throw new Error('the interview did not end')
  return { ending, seen, out }
}

async function atStreams(
  typed: readonly string[],
  work: (terminal: Terminal) => Promise<void>,
): Promise<{ seen: string; out: string }> {
  const input = new PassThrough()
  const output = new PassThrough()
  let seen = ''
  output.on('data', (chunk) => {
    seen += String(chunk)
  })
  const terminal = openTerminal(input, output)
  const rest = [...typed]
  const typing: Terminal = {
    ...terminal,
    ask: async () => {
      const line = terminal.ask()
      const part = rest.shift()
      if (part !== undefined) input.write(part === ctrlC || part === ctrlD ? part : `${part}\r`)
      else input.end()
      return line
    },
  }
  const { out } = await capture(async () => {
    await work(typing)
    return 0
  })
  terminal.close()
  // oxlint-disable-next-line no-control-regex -- the signs that move the cursor are control characters
  return { seen: plain(seen.replace(/\u001B\[[0-9;]*[A-Za-z]/g, '').replaceAll('\r', '')), out }
}

describe('the interview at a terminal', () => {
  const detainer = ['jail', 'detainer', 'judge', '1', 'b', '2', '2', 'never', '?', '16', '2026-11-01 09:30', '']
  const transcripts: readonly { readonly name: string; readonly lang: string; readonly typed: readonly string[] }[] = [
    { name: 'ask', lang: 'en', typed: [...detainer, '', ''] },
    { name: 'ask-letter', lang: 'en', typed: ['jail', '2', '2025-05-05', '3', 'soon', '2026-05-05', ''] },
    {
      name: 'ask-spanish',
      lang: 'es',
      typed: ['cárcel', '1', 'un juez', 'd', 'no', '?', '3', '2026-11-01 09:30', '', ''],
    },
    { name: 'ask-act', lang: 'en', typed: ['police', 'u', 'notify-release', 'yes', '', '', ''] },
  ]
  for (const { name, lang, typed } of transcripts) {
    it(`reads as ${name}`, async () => {
      const { ending, seen, out } = await talk(typed, 'us/ex/springfield', lang)
      expect(ending).toBe('decided')
      expectGolden(`${name}.txt`, `${seen}-- standard output --\n${out}`)
    })
  }

  it('asks a protected fact with the law that forces it, and says that nothing is stored', async () => {
    const { seen, out } = await talk(['jail', 'detainer', 'nobody', 'no', 'yes', '', '', '', ''])
    expect(seen).toContain('It is asked only because the law forces it: Ex. Gov. Code § 31.')
    expect(seen).toContain('The answer is not stored anywhere.')
    expect(out, 'a command line ends in the history of the shell').not.toContain('person.proof-of-status=')
    expect(out).toContain('The protected answer (person.proof-of-status) is left out of this command')
  })

  const repeated: readonly { readonly name: string; readonly typed: readonly string[]; readonly lang?: string }[] = [
    {
      name: 'times',
      typed: ['police', 'detainer', 'nobody', 'no', '3', '2026-11-01 09:30', '2026-11-02 12:00', ''],
    },
    { name: 'a time that came twice', typed: ['police', 'detainer', 'nobody', 'yes', '1:30 -06:00', '', ''] },
    { name: 'what nobody can say', typed: ['police', 'detainer', 'u', 'u', 'u', 'u', '', '', '', ''] },
    { name: 'never', typed: ['police', 'detainer', 'nobody', 'no', 'never', '', '', ''] },
    { name: 'a date', typed: ['jail', 'letter', '11/22/2026', 'now', '', ''] },
    { name: 'no form', typed: ['police', 'u', 'notify-release', 'yes', '', '', ''] },
    { name: 'a form that asks for nothing', typed: ['police', 'call', 'disclose', 'u', '', '', ''] },
    { name: 'Spanish', typed: ['cárcel', 'una carta', '2025-05-05', 'ahora', '', ''], lang: 'es' },
    {
      name: 'an answer that was changed',
      typed: ['police', 'detainer', 'judge', 'yes', '', '', '3', 'nobody', '', '', ''],
    },
  ]
  for (const { name, typed, lang = 'en' } of repeated) {
    it(`ends with a command that gives the same answer word for word, with ${name}`, async () => {
      const { ending, out } = await talk(typed, 'us/ex/springfield', lang)
      expect(ending).toBe('decided')
      const command = /^ {2}brightline (.*)$/m.exec(out)?.[1] ?? ''
      const [answer = ''] = out.split(/\n(?:To see this decision|Para ver esta decisión)/)
      const again = await capture(() => run(command.split(' ').map((word) => (word === 'LAW' ? law : word))))
      expect(again.code, again.err).toBe(0)
      expect(again.out.trim()).toBe(answer.trim())
    })
  }

  it('names a program that can be found from where it runs', () => {
    expect(programName({})).toBe('brightline')
    expect(programName({ npm_lifecycle_event: 'start' })).toBe('npx brightline')
  })

  it('goes back to any answer and keeps the others', async () => {
    const { seen } = await talk(['police', 'detainer', 'nobody', 'yes', 'b', 'b', '', '', '', '', ''])
    expect(seen.match(/Question 3: Who signed the warrant\?/g)).toHaveLength(2)
    expect(seen).toContain('Your answer: Nobody. Press Enter to keep it.')
    expect(seen).toContain('Your answer: Yes. Press Enter to keep it.')
  })

  it('says that an answer is kept aside where a change makes it impossible, and where nothing depends on it', async () => {
    const impossible = await talk(['police', 'detainer', 'nobody', 'no', 'never', '', '3', 'judge'])
    expect(impossible.seen.replaceAll(/\s+/g, ' ')).toMatch(
      /your earlier answer, Never, is kept aside: this cannot be, .* only after a conviction/,
    )
    const moot = await talk(['police', 'detainer', 'nobody', 'yes', '', '', '2', 'letter', '2026-05-05', '', ''])
    expect(moot.seen).toMatch(
      /Kept aside, because nothing depends on them now:\n {2}- Who signed the warrant\?\n {6}Nobody/,
    )
  })

  it('takes Enter as now for the receipt today, and leaves it out on another date', async () => {
    const { seen } = await talk(['police', 'detainer', 'nobody', 'yes', '', '', ''])
    expect(seen).toContain('Press Enter to leave it out.')
  })
})

describe('leaving the interview', () => {
  const moments: readonly { readonly name: string; readonly typed: readonly string[] }[] = [
    { name: 'at the first question', typed: [] },
    { name: 'in the middle', typed: ['jail', 'detainer'] },
    { name: 'at the answers', typed: ['jail', 'letter', '2026-05-05'] },
  ]
  for (const { name, typed } of moments) {
    it(`works by Ctrl-C, Ctrl-D, the end of the input and the word for it, ${name}`, async () => {
      expect((await talk([...typed, ctrlC])).ending).toBe('interrupted')
      expect((await talk([...typed, ctrlD])).ending).toBe('ended')
      expect((await talk(typed)).ending).toBe('ended')
      expect((await talk([...typed, 'q'])).ending).toBe('ended')
    })
  }

  it('by Ctrl-C prints no decision and leaves no file', async () => {
    const folder = join(temporaryFolder(), 'work')
    mkdirSync(folder)
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = folder
    const { ending, out } = await talk(['jail', 'letter', '2026-05-05', ctrlC])
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
    expect({ ending, out, left: readdirSync(folder) }).toEqual({ ending: 'interrupted', out: '', left: [] })
  })

  it('gives the terminal back as it was', async () => {
    const modes: boolean[] = []
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (isRaw: boolean) => modes.push(isRaw) })
    const terminal = openTerminal(input, new PassThrough())
    const answer = terminal.ask()
    input.write(ctrlC)
    expect(await answer).toEqual({ kind: 'interrupted' })
    terminal.close()
    expect(modes).toEqual([true, false])
  })
})

describe('choosing a place', () => {
  const cases: readonly { readonly typed: readonly string[]; readonly chosen: string }[] = [
    { typed: ['3'], chosen: 'us/ex/springfield' },
    { typed: ['spring'], chosen: 'us/ex/springfield' },
    { typed: ['us/ex'], chosen: 'us/ex' },
    { typed: ['land', '2'], chosen: 'us/ex' },
    { typed: ['', '9', 'nowhere', 'Testland'], chosen: 'us' },
    { typed: ['q'], chosen: 'ended' },
    { typed: [ctrlC], chosen: 'interrupted' },
  ]
  for (const { typed, chosen } of cases) {
    it(`takes ${JSON.stringify(typed)} as ${chosen}`, async () => {
      const { library } = await readAllLaw(opened(law))
      const places = [...library.places].sort((a, b) => (a.id < b.id ? -1 : 1))
      let result = ''
      await atStreams(typed, async (terminal) => {
        const answer = await choosePlace(terminal, places, 'en')
        result = answer.kind === 'chosen' ? answer.place : answer.how
      })
      expect(result).toBe(chosen)
    })
  }

  it('says of a place that nobody encoded which place above it is', async () => {
    const { library } = await readAllLaw(opened(law))
    const { seen } = await atStreams(['shelbyville, exampleland', 'us'], async (terminal) => {
      await choosePlace(terminal, library.places, 'en')
    })
    expect(seen).toContain('! Shelbyville is not encoded; encoded above it: `us/ex` and `us`')
  })

  it('matches nothing to an empty line', () => {
    expect(matching([], [], '')).toEqual([])
  })
})

describe('start without a terminal', () => {
  it('shows worked decisions on real law, all decided', async () => {
    const { code, out } = await capture(() => run(['start']))
    expect(code).toBe(0)
    expect(out.match(/^== /gm)).toHaveLength(3)
    // Each rests on law that was read, and that nobody contests; what is always due and what courts said stand beside it and decide nothing.
    const law = out.replaceAll(/^(?:Always due here|What courts and attorneys general said)\n.*?\n\n/gms, '')
    expect(law).not.toMatch(/reported|unverified|contested/)
    const verdicts = out
      .split('\n')
      .flatMap((line) => /^(MUST NOT|MUST|MAY|CONFLICT|NEEDS FACTS|NO RULE)/.exec(line)?.[1] ?? [])
    expect(verdicts).toEqual(['MUST NOT', 'MAY', 'MUST'])
  })

  it('speaks Spanish', async () => {
    const { code, out } = await capture(() => run(['start', '--lang', 'es']))
    expect({ code, hasSpanish: out.includes('NO DEBE retener') }).toEqual({ code: 0, hasSpanish: true })
  })

  it('needs the real law', async () => {
    const { code, err } = await brightline('start')
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('is not encoded') })
  })
})
