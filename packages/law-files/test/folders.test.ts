/** Folders as they are: links, pipes, folders with the names of files. */
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runToEnd } from '../../../scripts/child.ts'
import { lawFor, lawPaths, openLaw, placeIds, readAllLaw } from '../src/index.ts'
import { codesOf, folderWith, opened, smallCountry, valueOf, write } from './law-on-disk.ts'

interface Case {
  readonly name: string
  /** Puts something at `us/tx/` of a folder. */
  readonly make: (tx: string) => void
  readonly file: string
  readonly code: string
}

const cases: readonly Case[] = [
  {
    name: 'a link that leads nowhere',
    make: (tx) => symlinkSync(join(tx, 'gone'), join(tx, 'act.policy')),
    file: 'us/tx/act.policy',
    code: 'POL-0603',
  },
  {
    name: 'a link to itself',
    make: (tx) => symlinkSync('act.policy', join(tx, 'act.policy')),
    file: 'us/tx/act.policy',
    code: 'POL-0603',
  },
  {
    name: 'a folder whose link leads nowhere',
    make: (tx) => symlinkSync(join(tx, 'gone'), join(tx, 'dallas')),
    file: 'us/tx/dallas/',
    code: 'POL-0603',
  },
  {
    name: 'a folder with the name of a policy',
    make: (tx) => mkdirSync(join(tx, 'act.policy')),
    file: 'us/tx/act.policy',
    code: 'POL-0604',
  },
  {
    name: 'a folder with the name of a table',
    make: (tx) => mkdirSync(join(tx, 'offences.csv')),
    file: 'us/tx/offences.csv',
    code: 'POL-0604',
  },
  {
    name: 'a pipe',
    make: (tx) => runToEnd('mkfifo', [join(tx, 'act.policy')]),
    file: 'us/tx/act.policy',
    code: 'POL-0606',
  },
  {
    name: 'a device',
    make: (tx) => symlinkSync('/dev/zero', join(tx, 'act.policy')),
    file: 'us/tx/act.policy',
    code: 'POL-0606',
  },
  {
    name: 'a link that leads back',
    make: (tx) => symlinkSync('..', join(tx, 'all')),
    file: 'us/tx/all/',
    code: 'POL-0608',
  },
  {
    name: 'a link to another folder of the law',
    make: (tx) => symlinkSync('../ca', join(tx, 'west')),
    file: 'us/tx/west/',
    code: 'POL-0608',
  },
]

describe('a law folder', () => {
  for (const { name, make, file, code } of cases) {
    it(`with ${name} names it, and keeps it from deciding there only`, async () => {
      const folder = folderWith(smallCountry)
      make(join(folder, 'us/tx'))
      const law = opened(folder)
      const { problems } = await readAllLaw(law)
      expect(problems.map((one) => [one.where.file, one.code])).toEqual([[file, code]])
      const isBelow = file.split('/').length > 3
      expect(codesOf(await lawFor(law, 'us/tx'))).toEqual(isBelow ? [] : [code, 'LAW-0103'])
      expect(codesOf(await lawFor(law, 'us/ca'))).toEqual([])
    })
  }

  it('that another user may not read is named', async () => {
    const folder = folderWith(smallCountry)
    write(folder, 'us/tx/act.policy', '')
    chmodSync(join(folder, 'us/tx/act.policy'), 0)
    chmodSync(join(folder, 'us/ca'), 0)
    chmodSync(folder, 0o755)
    const found = asNobody(() => opened(folder))
    const reading = await asNobodyLater(() => readAllLaw(found))
    chmodSync(join(folder, 'us/ca'), 0o755)
    expect(reading.problems.map(({ where, code }) => [where.file, code])).toEqual([
      ['us/ca/', 'POL-0605'],
      ['us/tx/act.policy', 'POL-0605'],
    ])
  })

  it('with a place that is lost says so, and not that the place is unknown', async () => {
    const folder = folderWith(smallCountry)
    const law = opened(folderWith({ 'vocabulary/words.policy': '' }), folder)
    const broken = folderWith({ ...smallCountry, 'us/tx/place.policy': '' })
    expect(placeIds(law)).toContain('us/tx/houston')
    symlinkSync('gone', join(broken, 'us/mn'))
    expect(codesOf(await lawFor(opened(broken), 'us/mn/minneapolis'))).toEqual(['POL-0603', 'LAW-0103'])
  })

  it('follows a link to a folder outside', () => {
    const folder = folderWith(smallCountry)
    const outside = folderWith({ 'place.policy': 'language 2 place us/wa "Washington"' })
    symlinkSync(outside, join(folder, 'us/wa'))
    expect(placeIds(opened(folder))).toContain('us/wa')
  })

  it('leaves hidden files and folders out', () => {
    const folder = folderWith({ ...smallCountry, '.git/x.policy': '', 'us/.x.policy': '', 'us/README.md': '' })
    expect(lawPaths(opened(folder))).toEqual(Object.keys(smallCountry).toSorted())
  })

  it('is listed once: what is added later is not seen', async () => {
    const folder = folderWith(smallCountry)
    const law = opened(folder)
    write(folder, 'us/wa/place.policy', '')
    expect(placeIds(law)).not.toContain('us/wa')
    expect((await readAllLaw(law)).library.places.map(({ id }) => id)).not.toContain('us/wa')
  })

  it('that is laid over another replaces and mends its files', async () => {
    const below = folderWith(smallCountry)
    symlinkSync('gone', join(below, 'us/tx/act.policy'))
    const over = folderWith({ 'us/ca/place.policy': smallCountry['us/ny/place.policy'] ?? '', 'us/tx/act.policy': '' })
    const law = opened(below, over)
    expect(law.fileByPath.get('us/ca/place.policy')).toBe(join(over, 'us/ca/place.policy'))
    expect(law.problems).toEqual([])
  })

  it('with more in it than any law is refused, however deep it lies', () => {
    const folder = folderWith({ ...smallCountry, 'a/b/c/1.txt': '', 'a/b/c/2.txt': '', 'a/b/c/3.txt': '' })
    expect(codesOf(openLaw([folder], null, 25))).toEqual(['LAW-0109'])
    expect(codesOf(openLaw([folderWith(smallCountry), folder], null, 25))).toEqual(['LAW-0109'])
    expect(codesOf(openLaw([folder], null, 200))).toEqual([])
  })

  it('that is missing, or is a file, is refused', () => {
    const folder = folderWith({ file: '' })
    expect(codesOf(openLaw([join(folder, 'none')], null))).toEqual(['LAW-0104'])
    expect(codesOf(openLaw([folder, join(folder, 'file')], null))).toEqual(['LAW-0105'])
  })
})

/** Runs something as a user without any rights, where this one may become another. */
function asNobody<T>(work: () => T): T {
  const user = process.geteuid?.()
  if (user !== 0) return work()
  process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    process.seteuid?.(user)
  }
}

async function asNobodyLater<T>(work: () => Promise<T>): Promise<T> {
  // What is read here is read before the first wait.
  return valueOf({ ok: true, value: await asNobody(work) })
}
