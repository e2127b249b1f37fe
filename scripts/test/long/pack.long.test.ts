/**
 * The packages as others get them: packed, installed into an empty folder, and used there by the command and as a library.
 *
 * Dependencies come from the cache of npm, or from the registry where they are not in it. `PACK_NODE` names another Node
 * to run what is installed, such as the oldest that `engines` allows.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runToEnd, type Ended } from '../../child.ts'
import { packAll, plainEnvironment, type Packed } from '../../pack.ts'

const root = join(import.meta.dirname, '../../..')
const work = mkdtempSync(join(tmpdir(), 'brightline-installed-'))
const isRoot = process.getuid?.() === 0
const node = process.env['PACK_NODE'] ?? process.execPath
/** An install, and a first start, take some 20 seconds each on two cores, and four times that where others use them. */
const longest = 300_000
/** A user of every system, who owns nothing. */
const nobody = 65_534

let packed: readonly Packed[] = []

beforeAll(() => {
  chmodSync(work, 0o755)
  packed = packAll(join(work, 'packed'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** Installs the tarballs into an empty folder of that name. */
function installed(name: string): string {
  const folder = join(work, name)
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packed.map(({ tarball }) => tarball)]
  const { status, stderr } = runToEnd('npm', words, { cwd: folder, env: plainEnvironment(), milliseconds: longest })
  if (status !== 0) throw new Error(`npm install ended with ${status}: ${stderr}`)
  return folder
}

/** Who runs the command. */
interface Person {
  readonly uid?: number
  readonly gid?: number
  readonly home: string
  readonly node: string
}

function me(): Person {
  const home = join(work, 'home')
  mkdirSync(home, { recursive: true })
  return { home, node }
}

/** A user whose home nobody may write, and who may not write where the package lies. */
function stranger(): Person {
  const home = join(work, 'closed-home')
  mkdirSync(home, { recursive: true })
  chmodSync(home, 0o555)
  // The Node of a checkout that only its owner may enter is out of reach for anybody else.
  const copy = join(work, 'node')
  if (!existsSync(copy)) copyFileSync(node, copy)
  chmodSync(copy, 0o755)
  return { uid: nobody, gid: nobody, home, node: copy }
}

function brightline(folder: string, { home, node: program, ...identity }: Person, ...args: readonly string[]): Ended {
  const { XDG_CACHE_HOME: _, ...environment } = plainEnvironment()
  const env = { ...environment, HOME: home, NO_COLOR: '1' }
  const command = join(folder, 'node_modules/.bin/brightline')
  return runToEnd(program, [command, ...args], { ...identity, cwd: '/', env })
}

describe('a tarball', () => {
  it('holds no test, no leftover of a build and nothing of the workspace', () => {
    const odd = /(?:^|\/)(?:test|soak|interop|verify)\/|\.test\.|bin\/(?!brightline(?:-desk)?\.js)|tsbuildinfo|tsconfig/
    expect(
      packed.flatMap(({ name, files }) => files.filter((file) => odd.test(file)).map((file) => `${name} ${file}`)),
    ).toEqual([])
  })

  it('holds licence, page and manifest', () => {
    for (const { name, files } of packed)
      expect(files, name).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
  })

  it('depends on nothing that only the workspace needs', () => {
    const folder = installed('plain')
    for (const { name } of packed) {
      const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
        readonly dependencies?: Readonly<Record<string, string>>
        readonly license: string
        readonly repository: { readonly url: string }
      }
      expect(Object.keys(manifest.dependencies ?? {}), name).not.toContain('node')
      expect(manifest, name).toMatchObject({
        license: 'Apache-2.0',
        repository: { url: expect.stringContaining('brightline') },
      })
    }
    expect(existsSync(join(folder, 'node_modules/node'))).toBe(false)
    expect(existsSync(join(folder, 'node_modules/vitest'))).toBe(false)
  })
})

const installations = [
  { name: 'in an empty folder', folder: 'plain', person: me, runs: true },
  { name: 'in a folder with a space in its path', folder: 'with a space', person: me, runs: true },
  { name: 'for another user with a home that cannot be written', folder: 'plain', person: stranger, runs: isRoot },
] as const

for (const { name, folder, person, runs } of installations) {
  describe.runIf(runs)(`installed ${name}, the command`, () => {
    it('lists the places', () => {
      const { status, stdout, stderr } = brightline(installed(folder), person(), 'places')
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(/^us\/ca +California/m)
    })

    it('decides', () => {
      const words = ['decide', 'us/ca', 'notify-release', '--agency', 'sheriff', '--as-of', '2026-11-01']
      const { status, stdout, stderr } = brightline(installed(folder), person(), ...words)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain('Cal. Gov. Code')
    })

    it('puts the standard cases to a place, and says how far its law is encoded', () => {
      for (const words of [
        ['cases', 'us/ca'],
        ['law', 'status', 'us/ca'],
      ]) {
        const { status, stdout, stderr } = brightline(installed(folder), person(), ...words)
        expect({ status, stderr }, words.join(' ')).toEqual({ status: 0, stderr: '' })
        expect(stdout, words.join(' ')).toContain('California')
      }
    })

    it('replays recorded requests with two workers', () => {
      const data = join(root, 'examples/data/ice-detainers-fy2015.csv.gz')
      const copy = join(work, 'data.csv.gz')
      writeFileSync(copy, readFileSync(data))
      const words = [
        'simulate',
        'us/ca@2026-01-01',
        '--data',
        copy,
        '--mapping',
        'ice-detainers-fy2015',
        '--workers',
        '2',
      ]
      const { status, stdout, stderr } = brightline(installed(folder), person(), ...words)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(/^Rows read: 51,700$/m)
    })

    it('says its versions', () => {
      expect(brightline(installed(folder), person(), '--version').stdout).toMatch(/^brightline \d/)
    })
  })
}

describe('installed in an empty folder, the desk', () => {
  it('starts with its demonstration, decides one request over HTTP, and ends', () => {
    const folder = installed('plain')
    const command = join(folder, 'node_modules/.bin/brightline-desk')
    const env = { ...plainEnvironment(), HOME: me().home, LANG: 'C' }
    const { status, stdout, stderr } = runToEnd(node, [command, '--check'], { cwd: folder, env, milliseconds: longest })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^Decided over HTTP at http:\/\/localhost:\d+/)
    expect(stdout).toContain('Springfield')
  })
})

describe('installed in an empty folder, the library', () => {
  const pages = [
    { name: 'its page', page: () => join(installed('plain'), 'node_modules/brightline/README.md') },
    { name: 'docs/library.md', page: () => join(root, 'docs/library.md') },
  ]
  it.each(pages)('runs the example of $name, and its types hold', ({ page }) => {
    const folder = installed('plain')
    const [, example = ''] = /```ts\n([^]*?)```/.exec(readFileSync(page(), 'utf8')) ?? []
    expect(example).toContain("from 'brightline'")
    writeFileSync(join(folder, 'example.ts'), example)
    const options = {
      strict: true,
      module: 'nodenext',
      target: 'es2024',
      lib: ['es2024', 'dom'],
      types: [],
      outDir: 'built',
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['example.ts'] }))
    const compiled = runToEnd(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder])
    expect(compiled).toEqual({ status: 0, stdout: '', stderr: '' })
    const ran = runToEnd(node, [join(folder, 'built/example.js')], { cwd: folder, env: plainEnvironment() })
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' })
    const shown = [...example.matchAll(/^console\.log\(.*\) \/\/ => (.*)$/gm)].map(([, value]) => value)
    if (shown.length > 0) expect(ran.stdout).toBe(`${shown.join('\n')}\n`)
    else expect(ran.stdout).toContain('needs-facts')
  })
})
