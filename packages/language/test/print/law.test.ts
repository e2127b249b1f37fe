import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLibrary } from '../../src/index.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { filesUnder, lawFolder, policyBlocks, sample, withoutPositions } from '../sample.ts'

function format(text: string, path: string): string {
  const formatted = formatPolicy(text, path)
  if (!formatted.ok) throw new Error(`format(${path}): ${JSON.stringify(formatted.problems)}`)
  return formatted.value
}

describe('the whole law', () => {
  const files = filesUnder(lawFolder)
  const formatted = files.map(({ path, text }) => ({
    path,
    text: path.endsWith('.policy') ? format(text, path) : text,
  }))

  it('is laid out the same when it is laid out twice', () => {
    for (const { path, text } of formatted) {
      if (path.endsWith('.policy')) expect(format(text, path), path).toBe(text)
    }
  })

  it('means the same in its canonical layout', async () => {
    const [before, after] = [await readLibrary(files), await readLibrary(formatted)]
    expect(withoutPositions(after.library)).toEqual(withoutPositions(before.library))
    expect(after.problems.map(({ code, where }) => `${where.file} ${code}`).toSorted()).toEqual(
      before.problems.map(({ code, where }) => `${where.file} ${code}`).toSorted(),
    )
  })

  it('keeps every comment', () => {
    const comments = (text: string): readonly string[] =>
      (text.match(/--.*$/gm) ?? []).map((line) => line.trim()).toSorted()
    files.forEach(({ path, text }, index) =>
      expect(comments(formatted[index]?.text ?? ''), path).toEqual(comments(text)),
    )
  })
})

describe('the example in law/README.md', () => {
  const [example = ''] = policyBlocks(readFileSync(join(lawFolder, 'README.md'), 'utf8'))

  it('checks clean', async () => {
    const { problems } = await readLibrary([...sample, { path: 'us/xx/detainer-act.policy', text: example }])
    expect(problems).toEqual([])
  })

  it('is laid out the same when it is laid out twice', () => {
    const once = format(example, 'us/xx/detainer-act.policy')
    expect(format(once, 'us/xx/detainer-act.policy')).toBe(once)
  })
})
