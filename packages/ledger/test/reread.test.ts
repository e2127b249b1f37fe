/** What is noticed of a tree before its root is signed: entries, tiles of every level, and the tree that was signed before. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Checkpoint } from '../src/checkpoint/checkpoint.ts'
import { parseCheckpointText } from '../src/checkpoint/checkpoint.ts'
import { folderSource } from '../src/files/folder-source.ts'
import { rereadRoot } from '../src/log/reread.ts'
import { parseNote } from '../src/note/note.ts'
import { valueOf } from '../src/problem/problem.ts'
import type { TileSource } from '../src/tiles/reader.ts'
import { diskOf } from './disk-log.ts'
import { present } from './present.ts'

const size = 300
let source: TileSource
let last: Checkpoint
beforeAll(async () => {
  source = folderSource((await diskOf(size)).open())
  const note = valueOf(parseNote(present(await source.read('checkpoint'))))
  last = valueOf(parseCheckpointText(note.text))
})

/** The same files with one byte changed in one of them. */
function changed(path: string, at: number): TileSource {
  return {
    read: async (asked) => {
      const bytes = await source.read(asked)
      return asked === path && bytes !== undefined ? bytes.with(at, present(bytes[at]) ^ 1) : bytes
    },
  }
}

async function codeFor(read: TileSource, from: Checkpoint | undefined): Promise<string> {
  const root = await rereadRoot(read, from, size)
  return root.ok ? 'signed' : root.problems[0].code
}

describe('a tree that is read again', () => {
  it('has the root that was signed', async () => {
    expect(valueOf(await rereadRoot(source, undefined, size))).toEqual(last.root)
    expect(await codeFor(source, last)).toBe('signed')
  })

  it('is refused where an entry is not the one of its leaf', async () => {
    expect(await codeFor(changed('tile/entries/000', 5), undefined)).toBe('LOG-0810')
    expect(await codeFor(changed('tile/0/001.p/44', 5), last)).toBe('LOG-0810')
  })

  it('is refused where a full tile is not the one of its hash a level up', async () => {
    expect(await codeFor(changed('tile/1/000.p/1', 5), undefined)).toBe('LOG-0804')
  })

  it('is refused where it does not begin with the tree that was signed before, though nothing new is wrong', async () => {
    expect(await codeFor(changed('tile/1/000.p/1', 5), last)).toBe('LOG-0811')
  })
})
