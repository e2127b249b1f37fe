/** Working texts: drafts in files. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readWorking, workingFor } from '../src/index.ts'
import { codesOf, folderWith, valueOf } from './law-on-disk.ts'

const draft = 'instrument us/tx/draft "Draft"\n  cite "none"\n  place us/tx\n'
const folder = folderWith({
  'draft.policy': `-- A comment first.\n${draft}`,
  'place.policy': 'place us/tx "Texas"\n',
  'nameless.policy': 'instrument us/ "Draft"\n  place us/tx\n',
  'nowhere.policy': 'instrument us/tx/draft "Draft"\n  place\n',
  'bytes.policy': 'a\u0000b',
})
const file = (name: string): string => join(folder, name)

const refused: readonly { readonly name: string; readonly code: string }[] = [
  { name: 'place.policy', code: 'LAW-0201' },
  { name: 'nameless.policy', code: 'LAW-0201' },
  { name: 'nowhere.policy', code: 'LAW-0202' },
  { name: 'bytes.policy', code: 'POL-0602' },
  { name: 'missing.policy', code: 'LAW-0106' },
]

describe('a working text', () => {
  it('stands in the law under the id that it names', () => {
    const working = valueOf(readWorking(file('draft.policy')))
    expect(working).toMatchObject({ instrument: 'us/tx/draft', place: 'us/tx', name: file('draft.policy') })
    expect(working.text.path).toBe('us/tx/draft.policy')
  })

  it.each(refused)('is refused as $name', ({ name, code }) => {
    expect(codesOf(readWorking(file(name)))).toEqual([code])
  })

  it('is taken for its place and those in it, and for no other', () => {
    const working = valueOf(readWorking(file('draft.policy')))
    expect(codesOf(workingFor(working, 'us/tx/houston'))).toEqual([])
    expect(codesOf(workingFor(working, 'us/txx'))).toEqual(['LAW-0203'])
    expect(codesOf(workingFor(working, 'us'))).toEqual(['LAW-0203'])
  })
})
