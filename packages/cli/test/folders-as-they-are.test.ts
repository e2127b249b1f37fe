/** Law folders as they are: every command names what it cannot read, and nothing is lost. */
import { chmodSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runToEnd } from '../../../scripts/child.ts'
import { run } from '../src/main.ts'
import { capture, law, temporaryFolder, type Ran } from './command.ts'

const loose = readFileSync(join(law, 'us/ex/trust-act.policy'), 'utf8').replace('\n  rank', '\n     rank')

interface Obstacle {
  readonly name: string
  readonly make: (file: string) => void
  readonly code: string
}

const obstacles: readonly Obstacle[] = [
  { name: 'a link that leads nowhere', make: (file) => symlinkSync('gone', file), code: 'POL-0603' },
  { name: 'a folder named like a file', make: (file) => mkdirSync(file), code: 'POL-0604' },
  { name: 'a pipe', make: (file) => runToEnd('mkfifo', [file]), code: 'POL-0606' },
  { name: 'a device', make: (file) => symlinkSync('/dev/zero', file), code: 'POL-0606' },
]

function copyOfLaw(): string {
  const folder = join(temporaryFolder(), 'law')
  cpSync(law, folder, { recursive: true })
  return folder
}

async function ranWith(folder: string, ...args: readonly string[]): Promise<Ran> {
  return capture(() => run(['--law', folder, ...args]))
}

const commands: readonly { readonly args: readonly string[]; readonly code: number }[] = [
  { args: ['check'], code: 1 },
  { args: ['test'], code: 1 },
  { args: ['fmt', '--check'], code: 1 },
  { args: ['decide', 'us/ex', 'hold'], code: 2 },
  { args: ['show', 'us/ex'], code: 2 },
  { args: ['compare', 'us/ex@2017-12-31', 'us/ex@2018-01-01'], code: 2 },
  { args: ['prove', 'us/ex'], code: 2 },
  { args: ['gaps', 'us/ex'], code: 2 },
  { args: ['sql', 'us/ex', '--act', 'hold'], code: 2 },
  { args: ['vocabulary', '--place', 'us/ex'], code: 2 },
  { args: ['ask', 'us/ex', '--stats'], code: 2 },
]

describe('a law folder', () => {
  for (const { name, make, code } of obstacles) {
    for (const { args, code: expected } of commands) {
      it(`with ${name} is named by ${args[0]}`, async () => {
        const folder = copyOfLaw()
        make(join(folder, 'us/ex/strange.policy'))
        const ran = await ranWith(folder, ...args)
        expect(ran.out + ran.err).toContain('us/ex/strange.policy')
        expect(ran.out + ran.err).not.toMatch(/internal error|\n {4}at /)
        if (expected === 1) expect(ran.out + ran.err).toContain(code)
        expect(ran.code).toBe(expected)
      })
    }
  }

  it('is listed by places, which says that something is not counted', async () => {
    const folder = copyOfLaw()
    symlinkSync('gone', join(folder, 'us/ex/strange.policy'))
    const { code, out, err } = await ranWith(folder, 'places')
    expect(out).toContain('us/ex/springfield')
    expect(err).toContain('the law folder has 1 error, so')
    expect(code).toBe(0)
  })

  it('is checked where a target is named, too', async () => {
    const folder = copyOfLaw()
    const file = join(folder, 'us/ex/strange.policy')
    symlinkSync('gone', file)
    const { code, out } = await ranWith(folder, 'check', file)
    expect(out).toBe(
      'us/ex/strange.policy:1:1: error POL-0603: this link leads nowhere; put back the file that it leads to, or remove the link\n',
    )
    expect(code).toBe(1)
    expect((await ranWith(folder, 'check', join(folder, 'none'))).err).toContain('LAW-0106')
    expect((await ranWith(folder, 'check', law)).code, 'law of its own').toBe(0)
    const outside = (await ranWith(folder, 'check', join(law, 'us/ex'))).err
    expect(outside).toContain('LAW-0107')
    // Its help shows how a folder of one's own is named.
    expect(outside).toContain('see `brightline check --help`')
  })
})

describe('fmt', () => {
  it('writes no file that a link outside the folder leads to', async () => {
    const folder = temporaryFolder()
    const outside = join(temporaryFolder(), 'outside.policy')
    writeFileSync(outside, loose)
    symlinkSync(outside, join(folder, 'link.policy'))
    mkdirSync(join(folder, 'below'))
    for (const target of [folder, join(folder, 'link.policy')]) {
      const { code, err } = await ranWith(law, 'fmt', target)
      expect(err, target).toContain('FILE-0105')
      expect(code, target).toBe(1)
    }
    expect(readFileSync(outside, 'utf8')).toBe(loose)
  })

  it('writes no file of a folder that a link leads to', async () => {
    const folder = temporaryFolder()
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'act.policy'), loose)
    symlinkSync(outside, join(folder, 'below'))
    const { code, err } = await ranWith(law, 'fmt', folder)
    expect(err).toContain('FILE-0105')
    expect(readFileSync(join(outside, 'act.policy'), 'utf8')).toBe(loose)
    expect(code).toBe(1)
  })

  it('lays out the other files beside one that it cannot read, and keeps their rights', async () => {
    const folder = temporaryFolder()
    symlinkSync('gone', join(folder, 'a.policy'))
    writeFileSync(join(folder, 'b.policy'), loose, { mode: 0o640 })
    chmodSync(join(folder, 'b.policy'), 0o640)
    const { code, out, err } = await ranWith(law, 'fmt', folder)
    expect(out).toBe(`${join(folder, 'b.policy')}\n`)
    expect(err).toContain(`${join(folder, 'a.policy')}:1:1: error POL-0603`)
    expect(readFileSync(join(folder, 'b.policy'), 'utf8')).not.toBe(loose)
    expect(statSync(join(folder, 'b.policy')).mode & 0o777).toBe(0o640)
    expect(code).toBe(1)
  })

  it('names a pipe, a folder and a broken link that are named themselves', async () => {
    for (const { make, code } of obstacles) {
      const file = join(temporaryFolder(), 'x.policy')
      make(file)
      const ran = await ranWith(law, 'fmt', file)
      expect(ran.err).toContain(code)
      expect(ran.code).toBe(1)
    }
  })
})

describe('a file that is named', () => {
  const twoDates = ['us/ex@2017-12-31', 'us/ex@2018-01-01']
  const mapping = '{"version":1,"name":"x","owner":{"owner":"county","because":"x"},"facts":{}}'
  const named: readonly { readonly flag: string; readonly args: (file: string, good: Good) => readonly string[] }[] = [
    { flag: '--facts', args: (file) => ['decide', 'us/ex', 'hold', '--facts', file] },
    { flag: '--batch', args: (file) => ['decide', '--batch', file] },
    { flag: '--data', args: (file, good) => ['simulate', 'us/ex', '--data', file, '--mapping', good.mapping] },
    { flag: '--mapping', args: (file, good) => ['simulate', 'us/ex', '--data', good.data, '--mapping', file] },
    { flag: '--file', args: (file) => ['compare', 'us/ex', '--file', file] },
    { flag: 'a working text', args: (file) => ['prove', `${file}.policy`] },
    { flag: '--memo', args: (file) => ['compare', ...twoDates, '--memo', file] },
    { flag: '--page', args: (file) => ['compare', ...twoDates, '--page', file] },
    {
      flag: '--out',
      args: (file, good) => ['simulate', 'us/ex', '--data', good.data, '--mapping', good.mapping, '--out', file],
    },
  ]

  interface Good {
    readonly data: string
    readonly mapping: string
  }

  function goodFiles(): Good {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'data.csv'), 'day\n2026-01-05\n')
    writeFileSync(join(folder, 'mapping.json'), mapping)
    return { data: join(folder, 'data.csv'), mapping: join(folder, 'mapping.json') }
  }

  for (const { flag, args } of named) {
    for (const { name, make } of obstacles) {
      it(`with ${flag} is refused where it is ${name}`, async () => {
        const file = join(temporaryFolder(), 'strange')
        make(flag === 'a working text' ? `${file}.policy` : file)
        const { code, err } = await ranWith(law, ...args(file, goodFiles()))
        expect(err).toContain(file)
        expect(err).toMatch(/\b(?:FILE|POL)-\d{4}\b/)
        expect(code).toBe(2)
      })
    }
  }

  it('is not written over the law, the data or the mapping', async () => {
    const folder = copyOfLaw()
    const good = goodFiles()
    for (const file of [join(folder, 'us/ex/trust-act.policy'), good.data, good.mapping]) {
      const before = readFileSync(file, 'utf8')
      const data = ['--data', good.data, '--mapping', good.mapping]
      const { code, err } = await ranWith(folder, 'simulate', 'us/ex', ...data, '--out', file)
      expect(err).toContain('FILE-0104')
      expect(code).toBe(2)
      expect(readFileSync(file, 'utf8')).toBe(before)
    }
  })

  it('is not written over the law or the working text that are compared', async () => {
    const folder = copyOfLaw()
    const draft = join(temporaryFolder(), 'draft.policy')
    writeFileSync(draft, loose)
    for (const file of [join(folder, 'us/ex/trust-act.policy'), draft]) {
      const before = readFileSync(file, 'utf8')
      const { code, err } = await ranWith(folder, 'compare', 'us/ex@2018-01-01', '--file', draft, '--memo', file)
      expect(err).toContain('FILE-0104')
      expect(code).toBe(2)
      expect(readFileSync(file, 'utf8')).toBe(before)
    }
  })
})
