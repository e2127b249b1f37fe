/** An editor for tests: it opens one document of a law folder, and asks the language server about it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type Hover,
  type Position,
  type PublishDiagnosticsParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { startChild, waitForEnd } from '../../../../scripts/child.ts'

/** What an editor names when it starts. */
interface Options {
  /** The law folder that is opened. */
  readonly folder: string
  /** The document, by its path there. */
  readonly path: string
  readonly locale?: string
  /** Flags of the command. */
  readonly flags?: readonly string[]
}

/** A document in an editor. */
export interface Editor {
  readonly uri: string
  readonly text: string
  /** What was found when the document was opened. */
  readonly found: readonly Diagnostic[]
  /** Writes another text into the document; gives what is found in it. */
  readonly change: (text: string) => Promise<readonly Diagnostic[]>
  /** Asks something about the document as it stands. */
  readonly ask: <Answer>(method: string, params?: object) => Promise<Answer>
  /** The place where `inside` begins, in the first of these words. */
  readonly positionOf: (words: string, inside?: string) => Position
  readonly hover: (words: string, inside?: string) => Promise<string>
  /** The texts that a renaming writes, by the words in whose place they are written. */
  readonly rename: (words: string, inside: string, newName: string) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Opens a document. */
export async function openEditor({ folder, path, locale, flags = [] }: Options): Promise<Editor> {
  const uri = pathToFileURL(join(folder, path)).href
  const textDocument = { uri }
  const main = join(import.meta.dirname, '../../../cli/bin/brightline.js')
  const server = startChild(process.execPath, [main, 'language-server', '--stdio', ...flags], { input: 'pipe' })
  const { stdin, stdout } = server.process
  if (stdout === null || stdin === null) throw new Error('the server has no pipes')
  const connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
  let tell: (found: readonly Diagnostic[]) => void = () => undefined
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri === uri) tell(params.diagnostics)
  })
  // What is still asked then fails at once.
  void server.ended.then(() => connection.dispose())
  connection.listen()

  /** The findings that come next: the server tells them once for each text, also where there are none. */
  const afterwards = async (send: () => Promise<void>): Promise<readonly Diagnostic[]> => {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Diagnostic[]>()
    tell = resolve
    void server.ended.then(() => reject(new Error(`the server ended: ${server.said()}`)))
    await send()
    return promise
  }
  const ask = <Answer>(method: string, params: object = {}): Promise<Answer> =>
    connection.sendRequest(`textDocument/${method}`, { textDocument, ...params })
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'law' }],
    ...(locale === undefined ? {} : { locale }),
  })
  await connection.sendNotification('initialized', {})
  const text = readFileSync(join(folder, path), 'utf8')
  const item = { uri, languageId: 'policy', version: 1, text }
  const found = await afterwards(() => connection.sendNotification('textDocument/didOpen', { textDocument: item }))
  let version = 1
  let current = text
  const editor: Editor = {
    uri,
    text,
    found,
    ask,
    change(content) {
      version += 1
      current = content
      const params = { textDocument: { uri, version }, contentChanges: [{ text: content }] }
      return afterwards(() => connection.sendNotification('textDocument/didChange', params))
    },
    positionOf(words, inside = words) {
      if (!current.includes(words)) throw new Error(`the document does not say ${words}`)
      const before = current.slice(0, current.indexOf(words) + words.indexOf(inside))
      return { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 }
    },
    async hover(words, inside) {
      const hover = await ask<Hover | null>('hover', { position: editor.positionOf(words, inside) })
      return typeof hover?.contents === 'object' && 'value' in hover.contents ? hover.contents.value : ''
    },
    async rename(words, inside, newName) {
      const edit = await ask<WorkspaceEdit | null>('rename', { position: editor.positionOf(words, inside), newName })
      return (edit?.changes?.[uri] ?? []).toSorted(byPlace).map(({ newText }) => newText)
    },
    async close() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await waitForEnd(server, 10_000)
    },
  }
  return editor
}

function byPlace({ range: { start: a } }: TextEdit, { range: { start: b } }: TextEdit): number {
  return a.line - b.line || a.character - b.character
}
