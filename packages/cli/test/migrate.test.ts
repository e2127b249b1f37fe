/** What `brightline migrate` does with files: it rewrites them, lists what a person must look at, and loses nothing. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brightline, temporaryFolder } from './command.ts'

const older = `-- A draft.
instrument us/ex/draft-act "Draft Act"
  cite "Ex. Draft"
  rank state
  place us/ex
  binds every agency
  source draft "Ex. Draft" "https://example.gov/draft" read 2026-11-22
  effective 2026-01-01 "Ex. Draft"

section 1 "Information"

  (a) staff must not disclose read in draft -- why
`

const newer = older
  .replace('-- A draft.', 'language 2\n\n-- A draft.')
  .replace('disclose read in draft -- why', 'disclose\n      read in draft  -- why')

const files = {
  'older.policy': older,
  'newer.policy': newer,
  'later.policy': older.replace('-- A draft.', 'language 3'),
  'broken.policy': older.replace('must not', 'shall'),
  'note.txt': 'a note',
} as const

function folderOf(names: readonly (keyof typeof files)[]): string {
  const folder = temporaryFolder()
  for (const name of names) writeFileSync(join(folder, name), files[name])
  return folder
}

function textsIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('migrate', () => {
  it('rewrites a file and lists what a person must look at, by line', async () => {
    const folder = folderOf(['older.policy'])
    const file = join(folder, 'older.policy')
    const { code, out, err } = await brightline('migrate', file)
    expect({ code, texts: textsIn(folder) }).toEqual({ code: 0, texts: { 'older.policy': newer } })
    expect(out.split('\n').map((line) => /^\S+( warning POL-\d+)?/.exec(line)?.[0])).toEqual([
      file,
      `${file}:12:1: warning POL-0711`,
      `${file}:14:22: warning POL-0371`,
      undefined,
    ])
    expect(err).toBe('1 file rewritten in version 2, 2 places to look at\n')
  })

  it('with --check writes nothing, and names the lines of the file as it is', async () => {
    const folder = folderOf(['older.policy'])
    const file = join(folder, 'older.policy')
    const { code, out, err } = await brightline('migrate', '--check', file)
    expect({ code, texts: textsIn(folder) }).toEqual({ code: 1, texts: { 'older.policy': older } })
    expect(out).toContain(`${file}:10:1: warning POL-0711`)
    expect(out).toContain(`${file}:12:22: warning POL-0371`)
    expect(err).toBe('1 file to rewrite in version 2, 2 places to look at\n')
  })

  it.each([
    { name: 'newer.policy', says: 'error POL-0701: this file is in version 2 of the language already' },
    { name: 'later.policy', says: 'error POL-0702: this file is in version 3 of the language, and only version 1' },
    { name: 'broken.policy', says: 'error POL-0105: expected `must`' },
  ] as const)('refuses $name by name and leaves it as it is', async ({ name, says }) => {
    const folder = folderOf([name])
    const { code, out, err } = await brightline('migrate', join(folder, name))
    expect({ code, out, texts: textsIn(folder) }).toEqual({ code: 1, out: '', texts: { [name]: files[name] } })
    expect(err).toContain(join(folder, name))
    expect(err).toContain(says)
    expect(err).toContain('0 files rewritten')
  })

  it('rewrites what it can of a folder, tells the rest, and passes over what is migrated', async () => {
    const folder = folderOf(['older.policy', 'newer.policy', 'later.policy', 'broken.policy'])
    const { code, out, err } = await brightline('migrate', folder)
    expect({ code, texts: textsIn(folder) }).toEqual({
      code: 1,
      texts: {
        'older.policy': newer,
        'newer.policy': newer,
        'later.policy': files['later.policy'],
        'broken.policy': files['broken.policy'],
      },
    })
    expect(out.split('\n')[0]).toBe(join(folder, 'older.policy'))
    expect(err.match(/POL-\d+/g)).toEqual(['POL-0105', 'POL-0702'])
    const again = await brightline('migrate', '--check', join(folder, 'older.policy'))
    expect({ code: again.code, err: again.err.includes('POL-0701') }).toEqual({ code: 1, err: true })
  })

  it('reads a draft and its copy, which have one name, each for itself', async () => {
    const folder = folderOf(['older.policy'])
    writeFileSync(join(folder, 'copy.policy'), older)
    const { code, out, err } = await brightline('migrate', folder)
    expect({ code, texts: textsIn(folder) }).toEqual({
      code: 0,
      texts: { 'copy.policy': newer, 'older.policy': newer },
    })
    expect(out).toContain(`${join(folder, 'copy.policy')}:12:1: warning POL-0711`)
    expect(out).toContain(`${join(folder, 'older.policy')}:12:1: warning POL-0711`)
    expect(err).toBe('2 files rewritten in version 2, 4 places to look at\n')
  })

  it('has nothing to do in a folder that is migrated', async () => {
    const folder = folderOf(['newer.policy'])
    const { code, out, err } = await brightline('migrate', folder)
    expect({ code, out, err }).toEqual({
      code: 0,
      out: '',
      err: '0 files rewritten in version 2, 0 places to look at\n',
    })
  })

  it('reads drafts with the words of the law and with each other', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'us/ex'), { recursive: true })
    const words =
      'vocabulary us/ex/more "More"\n\nact board "board a bus" about street\n  needs power cite "Ex. Const. art. 1"\n'
    writeFileSync(join(folder, 'us/ex/more.policy'), words)
    writeFileSync(join(folder, 'us/ex/draft-act.policy'), older.replace('must not disclose', 'may board'))
    const { code, out } = await brightline('migrate', '--check', folder)
    expect(code).toBe(1)
    expect(out).not.toContain('error')
    expect(out).toContain('POL-0713: this gives a power for `board`')
  })

  it('speaks Spanish', async () => {
    const { out, err } = await brightline(
      'migrate',
      '--check',
      '--lang',
      'es',
      join(folderOf(['older.policy']), 'older.policy'),
    )
    expect(out).toContain('advertencia POL-0711: esta sección no dice')
    expect(err).toContain('por reescribir en la versión 2: 1 archivo; por revisar: 2 lugares')
  })

  it('is wrong use without a file, and of what is no policy', async () => {
    expect((await brightline('migrate')).code).toBe(2)
    expect((await brightline('migrate', join(folderOf(['note.txt']), 'note.txt'))).code).toBe(2)
    expect((await brightline('migrate', join(temporaryFolder(), 'nowhere.policy'))).code).toBe(2)
  })
})
