/** What is kept is proved whole before it is believed. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openLaw, readAllLaw, type OpenLaw } from '../src/index.ts'
import { folderWith, smallCountry, valueOf, write } from './law-on-disk.ts'

let law: OpenLaw
let folder: string
let cache: string

beforeEach(async () => {
  folder = folderWith(smallCountry)
  cache = join(folderWith({}), 'cache')
  law = valueOf(openLaw([folder], cache))
  await readAllLaw(law)
})

function entry(): string {
  const [name = '', ...others] = readdirSync(cache)
  expect(others).toEqual([])
  return join(cache, name)
}

async function titles(): Promise<readonly string[]> {
  return (await readAllLaw(law)).library.places.map(({ title }) => title.en)
}

/** Changes the body and leaves the head as it is. */
function forge(text: string): string {
  return text.replace('"California"', '"Nowhere"')
}

describe('the cache', () => {
  it('is believed where it is whole', async () => {
    const before = statSync(entry()).mtimeMs
    expect(await titles()).toContain('California')
    expect(statSync(entry()).mtimeMs, 'it is read, and not written anew').toBe(before)
  })

  it('is for its owner alone', () => {
    expect(statSync(cache).mode & 0o777).toBe(0o700)
    expect(statSync(entry()).mode & 0o777).toBe(0o600)
  })

  const damages: readonly { readonly name: string; readonly damage: (file: string) => void }[] = [
    { name: 'changed', damage: (file) => writeFileSync(file, forge(readFileSync(file, 'utf8'))) },
    { name: 'cut short', damage: (file) => writeFileSync(file, readFileSync(file).subarray(0, -20)) },
    { name: 'empty', damage: (file) => writeFileSync(file, '') },
    { name: 'not text', damage: (file) => writeFileSync(file, Buffer.from([0xff, 0, 1])) },
    { name: 'JSON without a head', damage: (file) => writeFileSync(file, '{"library":{},"problems":[]}') },
    { name: 'writable for others', damage: (file) => chmodSync(file, 0o666) },
    {
      name: 'a folder',
      damage: (file) => {
        rmSync(file)
        mkdirSync(file)
      },
    },
  ]
  for (const { name, damage } of damages) {
    it(`is passed over where it is ${name}`, async () => {
      const file = entry()
      const whole = readFileSync(file, 'utf8')
      damage(file)
      expect(await titles()).toContain('California')
      if (name !== 'a folder') expect(readFileSync(file, 'utf8'), 'it is written anew').toBe(whole)
    })
  }

  it('is not taken for other bytes', async () => {
    const old = entry()
    write(folder, 'us/ca/place.policy', (smallCountry['us/ca/place.policy'] ?? '').replace('California', 'Oregon'))
    expect(await titles()).toContain('Oregon')
    const [changed = ''] = readdirSync(cache).filter((name) => !old.endsWith(name))
    renameSync(old, join(cache, changed))
    expect(await titles(), 'a reading of other law under this name').toContain('Oregon')
  })

  it('keeps no more than a few dozen', async () => {
    for (let at = 0; at < 80; at += 1) writeFileSync(join(cache, `${String(at).padStart(64, '0')}.json`), '')
    write(folder, 'us/wa/place.policy', 'language 2 place us/wa "Washington"\n')
    await readAllLaw(valueOf(openLaw([folder], cache)))
    expect(readdirSync(cache)).toHaveLength(64)
  })

  it('is done without where nothing can be written', async () => {
    const blocked = valueOf(openLaw([folder], join(folder, 'us/place.policy/cache')))
    expect((await readAllLaw(blocked)).library.places).toHaveLength(10)
  })
})
