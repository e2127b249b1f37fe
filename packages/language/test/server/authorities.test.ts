/** Authorities in an editor: what it finds, lists, shows and offers. */
import { copyFileSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompletionList, DocumentSymbol, LocationLink } from 'vscode-languageserver/node'
import { formatPolicy } from '../../src/print/format.ts'
import { openEditor, type Editor } from './editor.ts'

const path = 'us/xx/authorities.policy'
const written = `language 2

authorities us/xx

source opinion "Doe v. Town, slip opinion" "https://example.gov/town" read 2026-11-22

authority doe-v-town "Doe v. Town"
  cite "13 Ex. 1 (2023)"
  by "the Court of Appeals" / "el Tribunal de Apelaciones"
  decided 2023-02-03
  binding in us/xx
  on hold
  bears on section 30.1(a)(1) of us/xx/detainer-act
  holding "The town pays for the extra days." / "El pueblo paga por los días de más."
  read in opinion
`
let editor: Editor

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'editor-'))
  cpSync(join(import.meta.dirname, '../sample'), folder, { recursive: true })
  copyFileSync(join(import.meta.dirname, 'act.policy'), join(folder, 'us/xx/detainer-act.policy'))
  writeFileSync(join(folder, path), written)
  editor = await openEditor({ folder, path })
})

afterAll(() => editor.close())

describe('authorities in an editor', () => {
  it('are sound and in their one layout', () => {
    expect(editor.found).toEqual([])
    expect(formatPolicy(written, path)).toEqual({ ok: true, value: written })
  })

  it('are found wrong with the codes of the checker', async () => {
    const found = await editor.change(editor.text.replace('2023-02-03', '2031-02-03').replace('on hold', 'on holds'))
    expect(found.map(({ code }) => code)).toEqual(['POL-0366', 'POL-0201'])
    expect(await editor.change(editor.text)).toEqual([])
  })

  it('are listed by name', async () => {
    const [root] = await editor.ask<DocumentSymbol[]>('documentSymbol')
    expect((root?.children ?? []).map(({ name }) => name)).toEqual(['opinion', 'doe-v-town'])
  })

  it('lead to the rule that they bear on', async () => {
    const position = editor.positionOf('section 30.1(a)(1)', 'section')
    const [found] = await editor.ask<LocationLink[]>('definition', { position })
    expect(found?.targetUri).toMatch(/detainer-act\.policy$/)
  })

  it('show what they say and where it was read', async () => {
    const text = await editor.hover('authority doe-v-town', 'doe-v-town')
    for (const part of ['holding "The town pays', 'Read in Doe v. Town, slip opinion (2026-11-22).']) {
      expect(text).toContain(part)
    }
  })

  it('are offered the sources of their file', async () => {
    const position = editor.positionOf('read in opinion', 'opinion')
    const { items } = await editor.ask<CompletionList>('completion', { position })
    expect(items.map(({ label }) => label)).toContain('opinion')
  })
})
