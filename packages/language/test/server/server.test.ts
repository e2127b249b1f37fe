import { copyFileSync, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentSymbol, Location, LocationLink, TextEdit } from 'vscode-languageserver/node'
import { formatPolicy } from '../../src/print/format.ts'
import { openEditor, type Editor } from './editor.ts'

const path = 'us/xx/detainer-act.policy'
let folder = ''
let editor: Editor

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editor-'))
  cpSync(join(import.meta.dirname, '../sample'), folder, { recursive: true })
  copyFileSync(join(import.meta.dirname, 'act.policy'), join(folder, path))
  editor = await openEditor({ folder, path })
})

afterAll(() => editor.close())

describe('the language server', () => {
  it('finds nothing in a sound document', () => {
    expect(editor.found).toEqual([])
  })

  it('finds a misspelt word, with its code and its repair', async () => {
    const found = await editor.change(editor.text.replace('      when person.proof', '      whne person.proof'))
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['POL-0101', '`whne` cannot stand here; did you mean `when`?'],
    ])
    expect(await editor.change(editor.text)).toEqual([])
  })

  it('finds what its vocabularies make of a document', async () => {
    const found = await editor.change(
      editor.text.replace('  throughout (a)(2) when request.from is immigration-authority\n', ''),
    )
    expect(found.map(({ code }) => code)).toEqual(['POL-0371'])
    expect(await editor.change(editor.text)).toEqual([])
  })

  it('names a document of version 1, and says no more of it', async () => {
    const found = await editor.change(
      editor.text.replace('language 2\n', '').replace('(e) not encoded', '(f) not encoded'),
    )
    expect(found.map(({ code, range }) => [code, range.start.line])).toEqual([['POL-0114', 1]])
    await editor.change(editor.text)
  })

  it('goes from a term, a group and a fact to what they mean', async () => {
    const placeOf = async (words: string, inside: string): Promise<string> => {
      const position = editor.positionOf(words, inside)
      const [found] = await editor.ask<LocationLink[]>('definition', { position })
      return found === undefined ? '' : `${found.targetUri} ${found.targetSelectionRange.start.line}`
    }
    expect(await placeOf('when "a judicial', 'judicial')).toMatch(/detainer-act\.policy 12$/)
    expect(await placeOf('despite (a)(1), keepers', 'keepers')).toMatch(/detainer-act\.policy 16$/)
    expect(await placeOf('when person.proof-shown', 'person')).toMatch(/vocabulary\/words\.policy \d+$/)
  })

  it('finds every use of a term', async () => {
    const position = editor.positionOf('term "a judicial', 'judicial')
    const found = await editor.ask<Location[]>('references', { position, context: { includeDeclaration: false } })
    expect(found.length).toBe(1)
  })

  it('lays the document out', async () => {
    const options = { tabSize: 2, insertSpaces: true }
    await editor.change(editor.text.replace('  rank state\n', '  rank    state\n\n\n'))
    const edits = await editor.ask<TextEdit[]>('formatting', { options })
    expect(edits.map(({ newText }) => ({ ok: true, value: newText }))).toEqual([formatPolicy(editor.text, path)])
    await editor.change(editor.text)
  })

  it('lists sections with their lead-ins and items, also those without a label', async () => {
    const [root] = await editor.ask<DocumentSymbol[]>('documentSymbol')
    const sections = (root?.children ?? []).filter(({ name }) => name.startsWith('section'))
    expect(sections.map(({ name, children }) => [name, (children ?? []).map((child) => child.name)])).toEqual([
      ['section 30.0 Definitions', ['a judicial warrant is presented', 'keepers']],
      [
        'section 30.1 Detainers',
        [
          ...['throughout (a)(2)', 'section 30.1(a)(1)', 'section 30.1(a)(2)', 'section 30.1(b)'],
          ...['section 30.1(c)-police', 'section 30.1(d)', 'section 30.1(e) not encoded: reports'],
          'section 30.1 not encoded: what was enacted beside it',
        ],
      ],
    ])
  })
})

describe('a hover', () => {
  const cases: readonly { name: string; words: string; inside: string; want: readonly string[] }[] = [
    {
      name: 'shows the question of a fact that is only offered',
      words: 'when person.proof-shown',
      inside: 'person',
      want: ['Has the person shown, unasked, proof', 'Yes or no.', 'Volunteered: never asked'],
    },
    {
      name: 'shows who judges',
      words: 'and operation.reasonable',
      inside: 'operation',
      want: ['Is that reasonable?', 'Judged by the watch commander / el comandante de guardia'],
    },
    {
      name: 'shows that an act needs power',
      words: 'on stop',
      inside: 'stop',
      want: ['Needs power**: Ex. Const. art. 1, § 7'],
    },
    {
      name: 'shows for how long a form asks',
      words: 'form is i-247a',
      inside: 'i-247a',
      want: ['asks `hold` or `notify-release`', 'for 48 hours after release from 2017-04-02'],
    },
    { name: 'shows a group', words: '(b) despite (a)(1), keepers', inside: 'keepers', want: ['means jail or sheriff'] },
    {
      name: 'shows a rule where it is overridden',
      words: 'despite (a)(1), keepers',
      inside: '(1)',
      want: [
        '**section 30.1(a)(1)**: Ex. Code art. 30.1(a)(1)',
        'keepers must hold',
        'Read in Ex. Code ch. 30, official text',
      ],
    },
    {
      name: 'shows the lead-in of a rule',
      words: '(a)(2) staff',
      inside: '(2)',
      want: ['staff must not disclose', 'Its lead-in:', 'throughout (a)(2) when request.from'],
    },
    {
      name: 'says that a rule is a part of what it cites',
      words: '(c)-police despite',
      inside: '-police',
      want: ['part of Ex. Code art. 30.1(c)', 'Inferred in Ex. Code ch. 30'],
    },
  ]
  it.each(cases)('$name', async ({ words, inside, want }) => {
    const text = await editor.hover(words, inside)
    for (const part of want) expect(text).toContain(part)
  })

  it.each([
    { locale: 'es-MX', flags: [], question: 'Se ofrece sin pedirlo', problem: '`whne` no puede estar aquí' },
    { locale: 'fr', flags: [], question: 'Volunteered', problem: '`whne` cannot stand here' },
    { locale: 'not a locale', flags: [], question: 'Volunteered', problem: '`whne` cannot stand here' },
    {
      locale: 'en-US',
      flags: ['--lang', 'es'],
      question: 'Se ofrece sin pedirlo',
      problem: '`whne` no puede estar aquí',
    },
  ])('speaks the language of the editor: $locale $flags', async ({ locale, flags, question, problem }) => {
    const other = await openEditor({ folder, path, locale, flags })
    expect(await other.hover('when person.proof-shown', 'person')).toContain(question)
    const [found] = await other.change(other.text.replace('      when person.proof', '      whne person.proof'))
    expect(found?.message).toContain(problem)
    await other.close()
  })
})

describe('a renaming', () => {
  it('renames a rule in its references, its outline and its lead-in', async () => {
    expect(await editor.rename('(a)(1) keepers', '(1)', '(a)(9)')).toEqual([
      '(a)(9)',
      '(a)(9)',
      '(a)(9)',
      'section 30.1(a)(9)',
    ])
    expect(await editor.rename('(a)(2) staff', '(2)', '(a)(3)')).toEqual(['(a)(3)', '(a)(3)', '(a)(3)'])
  })

  it('leaves the outline alone where only a part of ours is renamed', async () => {
    expect(await editor.rename('(c)-police despite', '-police', '(c)-officers')).toEqual(['(c)', '(c)-officers'])
  })

  it('renames a section in references and in saving clauses', async () => {
    const want = ['section 31', 'section 31', 'section 31(a)(1)']
    expect(await editor.rename('section 30.1 "Detainers"', '30.1', '31')).toEqual(want)
    expect(await editor.rename('section 30.1 "Detainers"', '30.1', 'section 31')).toEqual(want)
  })

  it('renames a term inside its quotes, and a group', async () => {
    expect(new Set(await editor.rename('term "a judicial', 'judicial', 'a warrant'))).toEqual(new Set(['"a warrant"']))
    expect(await editor.rename('group keepers', 'keepers', 'holders')).toEqual(['holders', 'holders', 'holders'])
  })
})

describe('a suggestion', () => {
  const cases: readonly { name: string; unfinished: string; want: readonly string[] }[] = [
    {
      name: 'offers the values of a fact in a rule that is being written',
      unfinished: '(x) staff must not hold\n      when information.kind is ',
      want: ['release-date'],
    },
    { name: 'offers kinds of agency and groups', unfinished: '(x) police or ', want: ['keepers', 'jail'] },
    {
      name: 'offers what can follow a label',
      unfinished: '(x) ',
      want: ['staff', 'nobody may forbid', 'nothing here forbids', 'group', 'not encoded', 'duty'],
    },
    {
      name: 'offers what a saving clause can save from',
      unfinished: '(x) despite all of ',
      want: ['section 30.0', 'section 30.1', 'this instrument'],
    },
  ]
  it.each(cases)('$name', async ({ unfinished, want }) => {
    const [before = ''] = editor.text.split('\nexample ', 1)
    const text = `${before}\nsection 9999 "New"\n\n  ${unfinished}`
    await editor.change(text)
    const lines = text.split('\n')
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
    const { items } = await editor.ask<{ items: readonly { label: string }[] }>('completion', { position })
    const labels = items.map(({ label }) => label)
    expect(want.filter((word) => !labels.includes(word))).toEqual([])
    expect(labels.length).toBe(new Set(labels).size)
    await editor.change(editor.text)
  })
})
