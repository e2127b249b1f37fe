import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type DocumentSymbol,
  type Hover,
  type Location,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { startChild, waitForEnd, type Child } from '../../../../scripts/child.ts'
import { formatPolicy } from '../../src/print/format.ts'
import { lawFolder } from '../sample.ts'

const path = join(lawFolder, 'us/ca/values-act.policy')
const uri = pathToFileURL(path).href
const text = readFileSync(path, 'utf8')
const textDocument = { uri }

let server: Child
let connection: ProtocolConnection
const published = new Map<string, readonly Diagnostic[]>()
let whenPublished = (): void => undefined

beforeAll(async () => {
  const main = join(import.meta.dirname, '../../../cli/bin/brightline.js')
  server = startChild(process.execPath, [main, 'language-server', '--stdio'], { input: 'pipe' })
  const { stdin, stdout } = server.process
  if (stdout === null || stdin === null) throw new Error('the server has no pipes')
  connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params.diagnostics)
    whenPublished()
  })
  // What is still asked then fails at once.
  void server.ended.then(() => connection.dispose())
  connection.listen()
  const workspaceFolders = [{ uri: pathToFileURL(lawFolder).href, name: 'law' }]
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders,
  })
  await connection.sendNotification('initialized', {})
  await open(text)
})

afterAll(async () => {
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  await waitForEnd(server, 10_000)
})

async function open(content: string): Promise<void> {
  const item = { uri, languageId: 'policy', version: 1, text: content }
  await connection.sendNotification('textDocument/didOpen', { textDocument: item })
}

let version = 1

async function change(content: string): Promise<void> {
  version += 1
  const params = { textDocument: { uri, version }, contentChanges: [{ text: content }] }
  await connection.sendNotification('textDocument/didChange', params)
}

/** The next findings about the document that number this many. */
function findings(count: number): Promise<readonly Diagnostic[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Diagnostic[]>()
  const look = (): void => {
    const found = published.get(uri)
    if (found?.length === count) resolve(found)
    else whenPublished = look
  }
  look()
  return promise
}

function positionOf(words: string, inside: string): { line: number; character: number } {
  if (!text.includes(words)) throw new Error(`the law no longer says ${words}`)
  const offset = text.indexOf(words) + words.indexOf(inside)
  const before = text.slice(0, offset)
  return { line: before.split('\n').length - 1, character: offset - before.lastIndexOf('\n') - 1 }
}

describe('the language server', () => {
  it('finds nothing in the law as it is', async () => {
    expect(await findings(0)).toEqual([])
  })

  it('finds a misspelt word, with its code and its repair', async () => {
    await change(text.replace('      when release.public', '      whne release.public'))
    const found = await findings(1)
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['POL-0101', '`whne` cannot stand here; did you mean `when`?'],
    ])
    await change(text)
    expect(await findings(0)).toEqual([])
  })

  it('shows the question of a fact', async () => {
    const position = positionOf('when release.public', 'release')
    const hover: Hover | null = await connection.sendRequest('textDocument/hover', { textDocument, position })
    expect(JSON.stringify(hover?.contents)).toContain('Is the release date already open to the public?')
  })

  it('shows a rule where it is overridden', async () => {
    const position = positionOf('despite (a)(1)(C), staff', '(1)(C)')
    const hover: Hover | null = await connection.sendRequest('textDocument/hover', { textDocument, position })
    expect(JSON.stringify(hover?.contents)).toContain('staff must not notify-release')
  })

  it('goes from a term to its definition', async () => {
    const position = positionOf('when "a judicial warrant', 'judicial')
    const found: Location[] = await connection.sendRequest('textDocument/definition', { textDocument, position })
    expect(JSON.stringify(found)).toContain(`"line":${positionOf('term "a judicial warrant', 'term').line}`)
  })

  it('goes from a fact to the vocabulary', async () => {
    const position = positionOf('when release.public', 'release')
    const found: unknown = await connection.sendRequest('textDocument/definition', { textDocument, position })
    expect(JSON.stringify(found)).toContain('law/vocabulary/facts.policy')
  })

  it('finds every use of a term', async () => {
    const position = positionOf('term "a judicial warrant', 'judicial')
    const context = { includeDeclaration: false }
    const found: Location[] = await connection.sendRequest('textDocument/references', {
      textDocument,
      position,
      context,
    })
    expect(found.length).toBe(text.split('"a judicial warrant is presented"').length - 2)
  })

  it('renames a rule and keeps the sections of its references', async () => {
    const position = positionOf('(a)(1)(C) staff', '1)')
    const params = { textDocument, position, newName: '(a)(1)(Z)' }
    const edit: WorkspaceEdit | null = await connection.sendRequest('textDocument/rename', params)
    const texts = new Set((edit?.changes?.[uri] ?? []).map(({ newText }) => newText))
    expect([...texts].toSorted()).toEqual(['(a)(1)(Z)', 'section 7284.6(a)(1)(Z)'])
  })

  it('renames a term inside its quotes', async () => {
    const position = positionOf('term "a judicial warrant', 'judicial')
    const params = { textDocument, position, newName: 'a warrant' }
    const edit: WorkspaceEdit | null = await connection.sendRequest('textDocument/rename', params)
    expect(new Set((edit?.changes?.[uri] ?? []).map(({ newText }) => newText))).toEqual(new Set(['"a warrant"']))
  })

  it('lays the document out', async () => {
    const options = { tabSize: 2, insertSpaces: true }
    const untidy = text.replace('  rank state\n', '  rank    state\n\n\n')
    await change(untidy)
    const edits: TextEdit[] = await connection.sendRequest('textDocument/formatting', { textDocument, options })
    const wanted = formatPolicy(text, path)
    expect(edits.map(({ newText }) => ({ ok: true, value: newText }))).toEqual([wanted])
    await change(text)
  })

  it('offers the values of a fact in a rule that is being written', async () => {
    const [before] = text.split('\nexample ', 1)
    const unfinished = `${before ?? ''}\nsection 9999 "New"\n\n  (a) staff must not hold\n      when information.kind is `
    await change(unfinished)
    const lines = unfinished.split('\n')
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
    const found: unknown = await connection.sendRequest('textDocument/completion', { textDocument, position })
    expect(JSON.stringify(found)).toContain('release-date')
    await change(text)
  })

  it('lists sections with their rules', async () => {
    const symbols: DocumentSymbol[] = await connection.sendRequest('textDocument/documentSymbol', { textDocument })
    const [root] = symbols
    const sections = (root?.children ?? []).filter(({ name }) => name.startsWith('section'))
    expect(sections[0]?.name).toBe('section 7284.4 Definitions')
    expect(JSON.stringify(sections)).toContain('"section 7284.6(a)(1)(C)"')
  })
})
